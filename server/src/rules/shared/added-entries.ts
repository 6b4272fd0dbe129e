// Entries that a fix adds for the author to complete: support for society, a link to it, a joint exercise, a declared axis of the context.
// Each gives one fix at most, none where the plan's own document has no place for it.
import type { Axis } from '../../governance/indicators.ts';
import type { cultivationKinds, LinkType } from '../../plan/vocabulary.ts';
import type { Actor } from '../../workspace/plan.ts';
import type { Fix } from '../rule.ts';
import { type Growth, growListAt, growMapAt } from './growth.ts';
import type { Offers } from './offers.ts';

/** Support for a recipient. The title may name `{provider}` and `{recipient}`. */
export function addCultivation(offers: Offers, kind: keyof typeof cultivationKinds, recipient: Actor, title: string): readonly Fix[] {
  const provider = offers.supporter();
  if (provider === undefined) return [];
  const entry = (): string => `{kind: ${kind}, provider: ${provider.id}, recipients: ${recipient.id}}`;
  return offer(title, { provider: provider.id, recipient: recipient.id }, growListAt(offers.section('cultivation'), entry));
}

/** A link from a government actor. The title may name `{from}` and `{to}`. */
export function addLinkFromGovernment(offers: Offers, type: LinkType, to: Actor, title: string): readonly Fix[] {
  const from = offers.supporter();
  if (from === undefined) return [];
  const entry = (): string => `{from: ${from.id}, to: ${to.id}, type: ${type}}`;
  return offer(title, { from: from.id, to: to.id }, growListAt(offers.section('links'), entry));
}

/** A tabletop exercise of two actors on a date, which is the author's to set. The title may name `{one}` and `{other}`. */
export function addExercise(offers: Offers, [one, other]: readonly [Actor, Actor], on: string, title: string): readonly Fix[] {
  const id = offers.freeId('exercise', 'joint-exercise');
  const entry = `{type: tabletop, on: ${on}, participants: [${one.id}, ${other.id}]}`;
  return offer(title, { one: one.id, other: other.id }, growMapAt(offers.section('exercises'), id, entry));
}

/** A declared axis of the context. The title may name what is in `data`. */
export function addContext(offers: Offers, axis: Axis, value: 'high' | 'low', title: string, data: Fix['data'] & object): readonly Fix[] {
  return offer(title, data, growMapAt(offers.section('context'), axis, value));
}

function offer(title: string, data: Fix['data'] & object, edits: Growth): readonly Fix[] {
  return edits ? [{ title, data, safe: false, edits }] : [];
}
