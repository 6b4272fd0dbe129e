// Organizations that bear responsibilities of one action in one phase, and have neither a function in common nor a tie.
import type { BorneResponsibility, OrganizationActor, Plan } from '../../workspace/plan.ts';
import type { YamlNode } from '../../yaml/tree.ts';
import type { RuleContext } from '../rule.ts';
import { intersects } from './folded-text.ts';
import { findUntiedPairs, type Pair } from './untied-pairs.ts';

export type ActionContext = Pick<RuleContext, 'plan' | 'holdings' | 'ties' | 'duties'>;

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

/** Per action and phase who bears it, with the first responsibility that says so. Only groups of two and more. */
function bearersByAction(
  { plan, holdings, duties: { of, sharedActions } }: ActionContext,
  counts: (organization: OrganizationActor) => boolean,
): readonly Bearers[] {
  const groups = new Map<string, Bearers>();
  plan.responsibilities.forEach((responsibility, index) => {
    const actions = of[index]?.actions ?? [];
    const bearers = holdings.bearersOf(responsibility);
    // An action that nobody else bears makes no group.
    if (bearers.length < 2 && !actions.some((action) => sharedActions.has(action))) return;
    for (const bearer of bearers) {
      if (bearer.kind !== 'organization' || !counts(bearer)) continue;
      for (const action of actions) {
        const group: Bearers = groups.get(action) ?? new Map();
        groups.set(action, group);
        if (!group.has(bearer)) group.set(bearer, responsibility);
      }
    }
  });
  return [...groups.values()].filter(({ size }) => size > 1);
}

function createSharing({ functions }: Plan): (one: OrganizationActor, other: OrganizationActor) => boolean {
  const functionsOf = new Map<unknown, Set<string>>();
  for (const { id, actors } of functions) {
    for (const actor of actors) functionsOf.set(actor, (functionsOf.get(actor) ?? new Set()).add(id));
  }
  return (one, other) => intersects(functionsOf.get(one) ?? none, functionsOf.get(other) ?? none);
}

const none: ReadonlySet<string> = new Set();
