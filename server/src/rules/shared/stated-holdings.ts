// Everything a plan states of rights, responsibilities and capabilities, for the rules that say something is nowhere to be found.
import type { Body, Organization, Responsibility } from '../../plan/shape.ts';
import { allPhases, type Phase, type RightKind } from '../../plan/vocabulary.ts';
import { late } from '../../text/late.ts';
import { remembered } from '../../text/remembered.ts';
import type { Plan } from '../../workspace/plan.ts';
import { defineFact, type Memory } from '../memory.ts';
import type { MisspeltKeys } from './misspelt-keys.ts';
import { entriesUnread } from './unread.ts';

type HoldingSection = 'rights' | 'responsibilities' | 'capabilities';

/** Of the plan's own actors and of the imported ones that take part. */
export interface StatedHoldings {
  /** False where there may be more: in an import that failed, in what is no map, under a misspelt key. */
  isComplete(section: HoldingSection): boolean;
  /** Whether there is a right of a kind, or of one that could not be read. */
  mayHold(kind: RightKind): boolean;
  readonly hasResponsibilities: boolean;
  readonly hasCapabilities: boolean;
  /** The phases in which somebody bears a responsibility, or may: where that cannot be told, all of them. */
  phases(): ReadonlySet<Phase>;
  /** Whether what a responsibility is to do could not be read. */
  readonly hasUnclearDuties: boolean;
  someResponsibility(test: (responsibility: Responsibility) => boolean): boolean;
}

/** What one actor's declaration says of them. */
interface Summary {
  readonly isBroken: boolean;
  readonly kinds: readonly (RightKind | undefined)[];
  readonly hasResponsibilities: boolean;
  readonly hasCapabilities: boolean;
  readonly phases: readonly Phase[];
  readonly hasUnclearPhases: boolean;
  readonly hasUnclearDuties: boolean;
}

const summary = defineFact(({ rights, responsibilities, capabilities, broken }: Organization | Body): Summary => {
  return {
    isBroken: broken.size > 0,
    kinds: once(rights.map(({ kind }) => kind?.value)),
    hasResponsibilities: responsibilities.length > 0,
    hasCapabilities: capabilities.length > 0,
    phases: once(responsibilities.flatMap(({ phases }) => phases).map(({ value }) => value)),
    hasUnclearPhases: responsibilities.some((duty) => duty.phases.length === 0 || duty.broken.has('phases')),
    hasUnclearDuties: responsibilities.some(
      ({ action, broken: keys }) => action === undefined || (keys.size > 0 && (keys.has('object') || keys.has('output'))),
    ),
  };
});

/** Each of a few values once. */
function once<T>(values: readonly T[]): readonly T[] {
  return values.filter((value, index) => values.indexOf(value) === index);
}

/**
 * Own actors count even where their id is a second one: the duplicate is the fault, not what it seems to lack. `misspelt` are the keys of
 * every document that has a part in the plan.
 */
export function createStatedHoldings(plan: Plan, misspelt: MisspeltKeys, memory: Memory): StatedHoldings {
  const { content } = plan;
  const owners: (Organization | Body)[] = [...content.organizations, ...content.bodies];
  for (const actor of [...plan.organizations, ...plan.bodies].filter(({ imported }) => imported)) {
    owners.push(actor.declaration);
    // The plan's own addition is among its content.
    if (actor.kind === 'organization') for (const addition of actor.additions) if (addition !== actor.addition) owners.push(addition);
  }
  const summaries = owners.map(memory.reader(summary));

  const isComplete = remembered(
    (section: HoldingSection): boolean =>
      plan.complete &&
      !entriesUnread(content, 'organizations') &&
      !entriesUnread(content, 'bodies') &&
      !misspelt.mayMean(content, 'organizations') &&
      !misspelt.mayMean(content, 'bodies') &&
      !owners.some((owner, index) => summaries[index]?.isBroken && entriesUnread(owner, section)) &&
      (misspelt.none || !owners.some((owner) => misspelt.mayMean(owner, section))),
  );
  const phases = late((): ReadonlySet<Phase> => {
    if (summaries.some(({ hasUnclearPhases }) => hasUnclearPhases) || !isComplete('responsibilities')) return new Set(allPhases);
    return new Set(allPhases.filter((phase) => summaries.some(({ phases }) => phases.includes(phase))));
  });
  return {
    isComplete,
    mayHold: (kind) => summaries.some(({ kinds }) => kinds.includes(kind) || kinds.includes(undefined)),
    hasResponsibilities: summaries.some(({ hasResponsibilities }) => hasResponsibilities),
    hasCapabilities: summaries.some(({ hasCapabilities }) => hasCapabilities),
    hasUnclearDuties: summaries.some(({ hasUnclearDuties }) => hasUnclearDuties),
    someResponsibility: (test) => owners.some(({ responsibilities }) => responsibilities.some(test)),
    phases,
  };
}
