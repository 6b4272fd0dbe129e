// An agreement for a link that has none, which a fix adds for the author to complete.

import type { Names } from '../../workspace/names.ts';
import type { LinkedLink, Plan } from '../../workspace/plan.ts';
import type { Fix } from '../rule.ts';
import { freeId } from './free-id.ts';
import { growAll, growMap } from './growth.ts';
import { setField } from './set-field.ts';

/** One that holds on a date and has all ends as parties (title `use`, with `{id}`), else a new one between them (`add`, with `{id}`). */
export function offerAgreement(plan: Plan, names: Names, link: LinkedLink, asOf: string): readonly Fix[] {
  const ends = [...new Set([...link.from, ...link.to])];
  if (ends.length < 2) return [];
  const { node, type } = link.declaration;
  const known = [...plan.agreements.values()].find(({ value: { parties, declaration } }) => {
    return (declaration.expires?.value ?? asOf) >= asOf && ends.every((end) => parties.includes(end));
  });
  if (known) {
    const { id } = known.value;
    return [{ title: 'use', data: { id }, safe: false, edits: setField(node, 'agreement', id) }];
  }
  const id = freeId(names, 'agreement', `${type?.value}-agreement`);
  const kind = type?.value === 'mutual-aid' ? 'mutual-aid' : 'contract';
  const source = `{kind: ${kind}, parties: [${ends.map((end) => end.id).join(', ')}]}`;
  // The link comes first: where it ends the text, the new section belongs behind it.
  const edits = growAll(setField(node, 'agreement', id), growMap(plan.content.node, 'agreements', id, source));
  return edits ? [{ title: 'add', data: { id }, safe: false, edits }] : [];
}
