// How pairs of organizations without a tie are shown.
import { take } from '../../text/take.ts';
import type { LinkedFunction } from '../../workspace/plan.ts';
import { mostRelated, type RelatedDraft } from '../rule.ts';
import { actorName } from './actor-name.ts';
import type { Pair, UntiedPairs } from './untied-pairs.ts';

export function firstPairs(untied: UntiedPairs): readonly Pair[] {
  return take(untied.pairs(), mostRelated);
}

/** Each pair at the role of the one that is named later; the rule has the label `pair`. */
export function pairsInFunction({ declaration }: LinkedFunction, pairs: readonly Pair[]): readonly RelatedDraft[] {
  const roles = [...declaration.coordinator, ...declaration.primary, ...declaration.support];
  return pairs.flatMap((pair) => {
    const role = roles.find(({ id }) => id === pair[1].id);
    return role ? [{ at: role.node, label: 'pair', data: pairNames(pair) }] : [];
  });
}

/** The pair that a message names; the others are told by their number. */
export function firstNames([first]: readonly Pair[]): NonNullable<RelatedDraft['data']> {
  return first ? pairNames(first) : {};
}

export function pairNames([one, other]: Pair): NonNullable<RelatedDraft['data']> {
  return { one: actorName(one), other: actorName(other) };
}
