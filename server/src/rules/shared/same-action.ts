// Organizations that bear responsibilities of one action in one phase, and have neither a function in common nor a tie.

import { withDeciders } from '../../governance/holdings.ts';
import { append } from '../../text/append.ts';
import { intersects } from '../../text/intersects.ts';
import { remembered } from '../../text/remembered.ts';
import type { Actor, BodyActor, BorneResponsibility, OrganizationActor, Plan } from '../../workspace/plan.ts';
import type { YamlNode } from '../../yaml/tree.ts';
import type { RuleContext } from '../rule.ts';
import { anyInGroup } from './bearer-groups.ts';
import { findUntiedPairs, type Pair } from './untied-pairs.ts';

export type ActionContext = Pick<RuleContext, 'plan' | 'ties' | 'duties'>;

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

/** Nor is it looked at, where a body of thousands bears one action after another: of some hundred actions each has a few bearers. */
const MOST_BEARERS = 1_000_000;

/** The untied pairs, each once. What two organizations leave untied in a function is said of the function. */
export function untiedInActions(context: ActionContext, counts: (organization: OrganizationActor) => boolean): SameAction {
  const shareFunction = createSharing(context.plan);
  const found = new Map<string, UntiedPair>();
  let looked = 0;
  let bearing = 0;
  for (const bearers of bearersByAction(context, counts)) {
    bearing += bearers.size;
    if (bearing > MOST_BEARERS) return { pairs: [...found.values()], complete: false };
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

/** Per action and phase who bears it, with the first responsibility that says so. Only groups in which two may be untied. */
function* bearersByAction(
  { plan, duties: { of, sharesAction } }: ActionContext,
  counts: (organization: OrganizationActor) => boolean,
): Iterable<Bearers> {
  const isBorne = anyInGroup((actor) => actor.kind === 'organization' && counts(actor));
  const groups = new Map<string, BorneResponsibility[]>();
  plan.responsibilities.forEach((responsibility, index) => {
    const text = of[index];
    // An action that nobody else bears makes no group.
    if (text === undefined || (responsibility.bearers.length < 2 && !sharesAction(text))) return;
    if (!responsibility.bearers.some(isBorne)) return;
    for (const action of text.actions) append(groups, action, responsibility);
  });
  const decidersOf = remembered(({ deciders }: BodyActor): ReadonlySet<Actor> => new Set(deciders));
  for (const group of groups.values()) {
    if (sitsTogether(group, decidersOf)) continue;
    const bearers: Bearers = new Map();
    for (const responsibility of group) {
      for (const bearer of withDeciders(responsibility.bearers)) {
        if (bearer.kind === 'organization' && counts(bearer) && !bearers.has(bearer)) bearers.set(bearer, responsibility);
      }
    }
    if (bearers.size > 1) yield bearers;
  }
}

/** Whether all bearers are one actor, or one body and some who decide in it: those who sit in one body are tied. */
function sitsTogether(group: readonly BorneResponsibility[], decidersOf: (body: BodyActor) => ReadonlySet<Actor>): boolean {
  const bearers = new Set(group.flatMap((responsibility) => responsibility.bearers));
  const [body, ...bodies] = [...bearers].filter((bearer) => bearer.kind === 'body');
  if (bearers.size === 1) return true;
  if (body === undefined || bodies.length > 0) return false;
  return [...bearers].every((bearer) => bearer === body || decidersOf(body).has(bearer));
}

function createSharing({ functions }: Plan): (one: OrganizationActor, other: OrganizationActor) => boolean {
  const functionsOf = new Map<unknown, Set<string>>();
  for (const { id, actors } of functions) {
    for (const actor of actors) functionsOf.set(actor, (functionsOf.get(actor) ?? new Set()).add(id));
  }
  return (one, other) => intersects(functionsOf.get(one) ?? none, functionsOf.get(other) ?? none);
}

const none: ReadonlySet<string> = new Set();
