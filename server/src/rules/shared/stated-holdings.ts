// Everything a plan states of one kind of holding, for the rules that say something is nowhere to be found.
import type { Organization } from '../../plan/shape.ts';
import { allPhases, type Phase } from '../../plan/vocabulary.ts';
import type { Plan } from '../../workspace/plan.ts';
import { createMisspeltKeys } from './misspelt-keys.ts';
import { entriesUnread } from './unread.ts';

type HoldingSection = 'rights' | 'responsibilities' | 'capabilities';

interface Stated<S extends HoldingSection> {
  /** Of the plan's own actors and of the imported ones that take part. */
  readonly entries: readonly Organization[S][number][];
  /** False where there may be more: in an import that failed, in what is no map, under a misspelt key. */
  readonly complete: boolean;
}

/** Own actors count even where their id is a second one: the duplicate is the fault, not what it seems to lack. */
export function statedHoldings<S extends HoldingSection>(plan: Plan, section: S): Stated<S> {
  const { content, document, organizations, bodies } = plan;
  const taking = [...organizations, ...bodies];
  const owners = new Set([...content.organizations, ...content.bodies, ...taking.map(({ declaration }) => declaration)]);
  const misspelt = createMisspeltKeys(new Set([document, ...taking.map((actor) => actor.document)]));
  const lacksSection = (['organizations', 'bodies'] as const).some(
    (name) => entriesUnread(content, name) || misspelt.mayMean(content, name),
  );
  const entries: Organization[S][number][] = [];
  let complete = plan.complete && !lacksSection;
  for (const owner of owners) {
    for (const entry of owner[section] as readonly Organization[S][number][]) entries.push(entry);
    if (entriesUnread(owner, section) || misspelt.mayMean(owner, section)) complete = false;
  }
  return { entries, complete };
}

/** The phases in which somebody bears a responsibility, or may: where that cannot be told, all of them. */
export function phasesWithResponsibility(plan: Plan): ReadonlySet<Phase> {
  const { entries, complete } = statedHoldings(plan, 'responsibilities');
  const isClear = entries.every(({ phases, broken }) => phases.length > 0 && !broken.has('phases'));
  return new Set(complete && isClear ? entries.flatMap(({ phases }) => phases.map(({ value }) => value)) : allPhases);
}
