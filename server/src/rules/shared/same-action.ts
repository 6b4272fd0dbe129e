// Organizations that bear responsibilities of one action in one phase, and have neither a function in common nor a tie.
import type { Responsibility } from '../../plan/shape.ts';
import type { BorneResponsibility, OrganizationActor, Plan } from '../../workspace/plan.ts';
import type { YamlNode } from '../../yaml/tree.ts';
import { defineFact } from '../memory.ts';
import type { RuleContext } from '../rule.ts';
import { foldedTexts, intersects } from './folded-text.ts';
import { findUntiedPairs, type Pair } from './untied-pairs.ts';

export type ActionContext = Pick<RuleContext, 'plan' | 'holdings' | 'ties' | 'memory'>;

export interface SameAction {
  readonly pairs: readonly UntiedPair[];
  /** False where there are so many pairs that not all were looked at. */
  readonly complete: boolean;
}

export interface UntiedPair {
  readonly pair: Pair;
  /** The action of the one that comes later. */
  readonly place: YamlNode;
}

/** A plan in which more pairs than these share an action has one finding all the same: what lies beyond is not counted. */
const MOST_PAIRS = 10_000;

/** The untied pairs, each once. What two organizations leave untied in a function is said of the function. */
export function untiedInActions(context: ActionContext, counts: (organization: OrganizationActor) => boolean): SameAction {
  const shareFunction = createSharing(context.plan);
  const found = new Map<string, UntiedPair>();
  let looked = 0;
  for (const bearers of bearersByAction(context, counts)) {
    for (const pair of findUntiedPairs([...bearers.keys()], context.ties).pairs()) {
      looked++;
      if (looked > MOST_PAIRS) return { pairs: [...found.values()], complete: false };
      if (shareFunction(...pair)) continue;
      const ids = pair.map(({ id }) => id);
      const { idNode, action } = (bearers.get(pair[1]) as BorneResponsibility).declaration;
      const key = ids.sort().join('\n');
      if (!found.has(key)) found.set(key, { pair, place: action?.node ?? idNode });
    }
  }
  return { pairs: [...found.values()], complete: true };
}

type Bearers = Map<OrganizationActor, BorneResponsibility>;

interface Bearing {
  readonly bearer: OrganizationActor;
  readonly responsibility: BorneResponsibility;
}

const actionsOf = defineFact(['action'], ({ action, phases }: Responsibility): readonly string[] => {
  return [...foldedTexts(action)].flatMap((words) => phases.map(({ value: phase }) => `${phase}\n${words}`));
});

/** Per action and phase who bears it, with the first responsibility that says so. Only groups of two and more. */
function bearersByAction(
  { plan, holdings, memory }: ActionContext,
  counts: (organization: OrganizationActor) => boolean,
): readonly Bearers[] {
  const read = memory.reader(actionsOf);
  const groups = new Map<string, Bearers | Bearing>();
  for (const responsibility of plan.responsibilities) {
    for (const bearer of holdings.bearersOf(responsibility)) {
      if (bearer.kind !== 'organization' || !counts(bearer)) continue;
      for (const key of read(responsibility.declaration)) {
        const known = groups.get(key);
        if (known === undefined) groups.set(key, { bearer, responsibility });
        else if (known instanceof Map) {
          if (!known.has(bearer)) known.set(bearer, responsibility);
        } else if (known.bearer !== bearer) {
          // Most actions are those of one organization: only the second makes a group.
          groups.set(key, new Map([[known.bearer, known.responsibility] as const, [bearer, responsibility] as const]));
        }
      }
    }
  }
  return [...groups.values()].filter((group) => group instanceof Map);
}

function createSharing({ functions }: Plan): (one: OrganizationActor, other: OrganizationActor) => boolean {
  const functionsOf = new Map<unknown, Set<string>>();
  for (const { id, actors } of functions) {
    for (const actor of actors) functionsOf.set(actor, (functionsOf.get(actor) ?? new Set()).add(id));
  }
  return (one, other) => intersects(functionsOf.get(one) ?? none, functionsOf.get(other) ?? none);
}

const none: ReadonlySet<string> = new Set();
