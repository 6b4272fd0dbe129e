// Organizations that bear responsibilities of one action in one phase, and have neither a function in common nor a tie.
import type { Holdings } from '../../governance/holdings.ts';
import type { Ties } from '../../network/ties.ts';
import type { BorneResponsibility, OrganizationActor, Plan } from '../../workspace/plan.ts';
import type { YamlNode } from '../../yaml/tree.ts';
import { foldedTexts, intersects } from './folded-text.ts';
import { findUntiedPairs, type Pair } from './untied-pairs.ts';

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
export function untiedInActions(
  plan: Plan,
  holdings: Holdings,
  ties: Ties,
  counts: (organization: OrganizationActor) => boolean,
): SameAction {
  const shareFunction = createSharing(plan);
  const found = new Map<string, UntiedPair>();
  let looked = 0;
  for (const bearers of bearersByAction(plan, holdings, counts)) {
    for (const pair of findUntiedPairs([...bearers.keys()], ties).pairs()) {
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

type Bearers = ReadonlyMap<OrganizationActor, BorneResponsibility>;

/** Per action and phase who bears it, with the first responsibility that says so. Only groups of two and more. */
function bearersByAction(plan: Plan, holdings: Holdings, counts: (organization: OrganizationActor) => boolean): readonly Bearers[] {
  const groups = new Map<string, Map<OrganizationActor, BorneResponsibility>>();
  for (const responsibility of plan.responsibilities) {
    const { action, phases } = responsibility.declaration;
    const bearers = [...holdings.bearersOf(responsibility)].filter((actor) => actor.kind === 'organization').filter(counts);
    for (const words of bearers.length > 0 ? foldedTexts(action) : []) {
      for (const { value: phase } of phases) {
        const key = `${phase}\n${words}`;
        const group = groups.get(key) ?? new Map<OrganizationActor, BorneResponsibility>();
        groups.set(key, group);
        for (const bearer of bearers) if (!group.has(bearer)) group.set(bearer, responsibility);
      }
    }
  }
  return [...groups.values()].filter((group) => group.size > 1);
}

function createSharing({ functions }: Plan): (one: OrganizationActor, other: OrganizationActor) => boolean {
  const functionsOf = new Map<unknown, Set<string>>();
  for (const { id, actors } of functions) {
    for (const actor of actors) functionsOf.set(actor, (functionsOf.get(actor) ?? new Set()).add(id));
  }
  return (one, other) => intersects(functionsOf.get(one) ?? none, functionsOf.get(other) ?? none);
}

const none: ReadonlySet<string> = new Set();
