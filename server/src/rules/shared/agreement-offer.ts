// An agreement for a link that has none, which a fix adds for the author to complete.
import { append } from '../../text/append.ts';
import type { Actor, LinkedAgreement, LinkedLink, Plan } from '../../workspace/plan.ts';
import type { Fix } from '../rule.ts';
import { growAll, growMap } from './growth.ts';
import { offerFix } from './offered-fix.ts';
import type { Offers } from './offers.ts';
import { setField } from './set-field.ts';

export type AgreementOffer = (link: LinkedLink) => readonly Fix[];

/** One that holds on a date and has all ends as parties (title `use`, with `{id}`), else a new one between them (`add`, with `{id}`). */
export function createAgreementOffer(plan: Plan, offers: Offers, asOf: string): AgreementOffer {
  let standing: ReadonlyMap<Actor, readonly Standing[]> | undefined;
  /** Links of the same ends may be thousands, and agreements too. */
  const found = new Map<string, Standing | undefined>();
  return (link) => {
    const ends = [...new Set([...link.from, ...link.to])];
    if (ends.length < 2) return [];
    standing ??= standingByParty(plan, asOf);
    const key = ends.map(({ id }) => id).join('\n');
    if (!found.has(key)) found.set(key, between(ends, standing));
    return offer(link, ends, found.get(key), offers);
  };
}

interface Standing {
  readonly id: string;
  readonly parties: ReadonlySet<Actor>;
}

/** The agreements that hold on a date, by each of their parties, in the plan's order. */
function standingByParty(plan: Plan, date: string): ReadonlyMap<Actor, readonly Standing[]> {
  const standing = new Map<Actor, Standing[]>();
  for (const { value } of plan.agreements.values()) {
    const { id, parties, declaration }: LinkedAgreement = value;
    if ((declaration.expires?.value ?? date) < date) continue;
    const agreement = { id, parties: new Set(parties) };
    for (const party of parties) append(standing, party, agreement);
  }
  return standing;
}

/** The first agreement of them all: one of those of whoever has the fewest. */
function between(ends: readonly Actor[], standing: ReadonlyMap<Actor, readonly Standing[]>): Standing | undefined {
  const lists = ends.map((end) => standing.get(end) ?? []);
  const shortest = lists.reduce((best, list) => (list.length < best.length ? list : best));
  return shortest.find(({ parties }) => ends.every((end) => parties.has(end)));
}

function offer({ declaration }: LinkedLink, ends: readonly Actor[], known: Standing | undefined, offers: Offers): readonly Fix[] {
  const { node, type } = declaration;
  if (known) return offerFix('use', { id: known.id }, setField(node, 'agreement', known.id));
  const id = offers.freeId('agreement', `${type?.value}-agreement`);
  const kind = type?.value === 'mutual-aid' ? 'mutual-aid' : 'contract';
  const source = `{kind: ${kind}, parties: [${ends.map((end) => end.id).join(', ')}]}`;
  // The link comes first: where it ends the text, the new section belongs behind it.
  return offerFix('add', { id }, growAll(setField(node, 'agreement', id), growMap(offers.section('agreements'), id, source)));
}
