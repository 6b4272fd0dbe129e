// Links that a fix adds for the author to judge: between an organization and the actor it most likely works with, or among several.
import type { Bilingual } from '../../plan/field.ts';
import type { Actor } from '../../workspace/plan.ts';
import type { Fix } from '../rule.ts';
import { growList } from './growth.ts';
import { offerFix } from './offered-fix.ts';
import type { Offers } from './offers.ts';
import type { Pair } from './untied-pairs.ts';

/** A link from a partner, if there is one. The title names `{from}` and `{to}`. */
export function offerLink(offers: Offers, title: string, from: Actor | undefined, to: Actor): readonly Fix[] {
  return from === undefined ? [] : offerLinks(offers, title, [from.id], [to.id]);
}

/** One link that ties the two of every pair. The title names `{from}` and `{to}`. */
export function offerMesh(offers: Offers, title: string, pairs: readonly Pair[]): readonly Fix[] {
  const members = [...new Set(pairs.flat())];
  const hub = members.find((member) => pairs.every((pair) => pair.includes(member)));
  const ids = members.map(({ id }) => id);
  const others = ids.filter((id) => id !== hub?.id);
  return hub ? offerLinks(offers, title, [hub.id], others) : offerLinks(offers, title, ids, ids);
}

function offerLinks(offers: Offers, title: string, from: readonly string[], to: readonly string[]): readonly Fix[] {
  const link = `{from: ${listSource(from)}, to: ${listSource(to)}, type: coordinate}`;
  return offerFix(title, { from: listed(from), to: listed(to) }, growList(offers.section('links'), link));
}

function listed(ids: readonly string[]): Bilingual {
  return { en: ids.join(', '), zh: ids.join('、') };
}

/** Ids as YAML: a single one stands for a list of one. */
export function listSource(ids: readonly string[]): string {
  return ids.length === 1 ? ids.join('') : `[${ids.join(', ')}]`;
}
