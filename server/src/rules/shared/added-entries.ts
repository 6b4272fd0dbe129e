// Entries that a fix adds for the author to complete: support for society, a link to it, a joint exercise, a declared axis of the context.
// Each gives one fix at most, none where the plan's own document has no place for it.
import type { Axis } from '../../governance/indicators.ts';
import type { cultivationKinds } from '../../plan/vocabulary.ts';
import type { Actor } from '../../workspace/plan.ts';
import type { Fix } from '../rule.ts';
import { growList, growMap } from './growth.ts';
import { offerFix } from './offered-fix.ts';
import type { Offers } from './offers.ts';

/** Support for a recipient. The title may name `{provider}` and `{recipient}`. */
export function addCultivation(offers: Offers, kind: keyof typeof cultivationKinds, recipient: Actor, title: string): readonly Fix[] {
  const provider = offers.supporter();
  if (provider === undefined) return [];
  const entry = `{kind: ${kind}, provider: ${provider.id}, recipients: ${recipient.id}}`;
  return offerFix(title, { provider: provider.id, recipient: recipient.id }, growList(offers.section('cultivation'), entry));
}

/** Information shared with a government actor, in both directions. The title may name `{from}` and `{to}`. */
export function addSharing(offers: Offers, to: Actor, title: string): readonly Fix[] {
  const from = offers.supporter();
  if (from === undefined) return [];
  const entry = `{from: ${from.id}, to: ${to.id}, type: share-information, mutual: true}`;
  return offerFix(title, { from: from.id, to: to.id }, growList(offers.section('links'), entry));
}

/** A tabletop exercise of two actors on a date, which is the author's to set. The title may name `{one}` and `{other}`. */
export function addExercise(offers: Offers, [one, other]: readonly [Actor, Actor], on: string, title: string): readonly Fix[] {
  const id = offers.freeId('exercise', 'joint-exercise');
  const entry = `{type: tabletop, on: ${on}, participants: [${one.id}, ${other.id}]}`;
  return offerFix(title, { one: one.id, other: other.id }, growMap(offers.section('exercises'), id, entry));
}

/** A declared axis of the context. The title may name what is in `data`. */
export function addContext(
  offers: Offers,
  axis: Axis,
  value: 'high' | 'low',
  title: string,
  data: NonNullable<Fix['data']>,
): readonly Fix[] {
  return offerFix(title, data, growMap(offers.section('context'), axis, value));
}
