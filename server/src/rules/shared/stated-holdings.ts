// Everything a plan states of rights, responsibilities and capabilities, for the rules that say something is nowhere to be found.
import type { Body, Organization } from '../../plan/shape.ts';
import { allPhases, type Phase } from '../../plan/vocabulary.ts';
import type { Plan } from '../../workspace/plan.ts';
import type { MisspeltKeys } from './misspelt-keys.ts';
import { entriesUnread } from './unread.ts';

type HoldingSection = 'rights' | 'responsibilities' | 'capabilities';

/** Of the plan's own actors and of the imported ones that take part. */
export interface StatedHoldings {
  /** False where there may be more: in an import that failed, in what is no map, under a misspelt key. */
  isComplete(section: HoldingSection): boolean;
  some<S extends HoldingSection>(section: S, test: (entry: Organization[S][number]) => boolean): boolean;
  /** The phases in which somebody bears a responsibility, or may: where that cannot be told, all of them. */
  readonly phases: ReadonlySet<Phase>;
}

/**
 * Own actors count even where their id is a second one: the duplicate is the fault, not what it seems to lack. `misspelt` are the keys of
 * every document that has a part in the plan.
 */
export function createStatedHoldings(plan: Plan, misspelt: MisspeltKeys): StatedHoldings {
  const { content, organizations, bodies } = plan;
  const owners: (Organization | Body)[] = [...content.organizations, ...content.bodies];
  for (const actor of organizations) if (actor.imported) owners.push(actor.declaration);
  for (const actor of bodies) if (actor.imported) owners.push(actor.declaration);

  const completeness = new Map<HoldingSection, boolean>();
  const findCompleteness = (section: HoldingSection): boolean =>
    plan.complete &&
    !entriesUnread(content, 'organizations') &&
    !entriesUnread(content, 'bodies') &&
    !misspelt.mayMean(content, 'organizations') &&
    !misspelt.mayMean(content, 'bodies') &&
    !owners.some((owner) => entriesUnread(owner, section) || misspelt.mayMean(owner, section));
  const isComplete = (section: HoldingSection): boolean => {
    const known = completeness.get(section) ?? findCompleteness(section);
    completeness.set(section, known);
    return known;
  };
  const some: StatedHoldings['some'] = (section, test) => {
    return owners.some((owner) => (owner[section] as readonly Parameters<typeof test>[0][]).some(test));
  };
  const findPhases = (): ReadonlySet<Phase> => {
    const found = new Set<Phase>();
    const isUnclear = some('responsibilities', ({ phases, broken }) => {
      for (const { value } of phases) found.add(value);
      return phases.length === 0 || broken.has('phases');
    });
    return isUnclear || !isComplete('responsibilities') ? new Set(allPhases) : found;
  };
  let phases: ReadonlySet<Phase> | undefined;
  return {
    isComplete,
    some,
    get phases() {
      phases ??= findPhases();
      return phases;
    },
  };
}
