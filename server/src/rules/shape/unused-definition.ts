import type { IdSpace } from '../../plan/field.ts';
import type { ShapeRule } from '../../plan/problem.ts';
import { type Place, placeSpan } from '../../yaml/view.ts';
import { defineDocumentRule } from '../rule.ts';
import { nameOf } from '../shared/format-words.ts';

const spaces: ReadonlySet<IdSpace> = new Set(['legal-basis', 'agreement', 'channel']);

/** Faults behind which a reference may stand that could not be read as one. */
const unread: ReadonlySet<ShapeRule> = new Set(['unknown-key', 'wrong-type', 'bad-id']);

export default defineDocumentRule({
  id: 'unused-definition',
  group: 'shape',
  severity: 'information',
  fix: 'none',
  tag: 'unnecessary',
  summary: { en: 'A legal basis, an agreement or a channel is never referred to.', zh: '法律依据、协议或渠道从未被引用。' },
  why: {
    en: 'A law that no right rests on, or a channel that nobody uses, promises what the plan does not keep.',
    zh: '无权利以其为依据的法律、无人使用的渠道，使预案名不副实。',
  },
  source: '',
  messages: {
    unused: {
      en: "Nothing refers to the {space} '{id}'. Refer to it where it is meant to apply, or remove it.",
      zh: '{space}“{id}”从未被引用。请在适用之处引用，或删除。',
    },
  },

  *check({ document, linked, problems, file }) {
    if (document.kind !== 'plan' || document.faulty) return;
    const used = new Set([
      ...document.legalReferences.map(({ id }) => `legal-basis ${id}`),
      ...document.references.map(({ id, to }) => `${to === 'via' ? 'channel' : to} ${id}`),
    ]);
    // What a misspelt or misdirected reference was meant for is not unused; that reference has a finding of its own.
    const misdirected = problems.flatMap(({ rule, data }) => (rule === 'wrong-reference-kind' ? [data.id] : []));
    const meant = new Set([...misdirected, ...(linked.plan?.misspelt ?? [])]);
    const mentions = problems.filter(({ rule }) => unread.has(rule)).map(({ place }) => textAround(place, file.text));
    for (const { space, id, idNode } of document.declarations) {
      if (!spaces.has(space) || used.has(`${space} ${id}`) || meant.has(id)) continue;
      if (!mentions.some((text) => text.includes(id))) yield { message: 'unused', at: idNode, data: { space: nameOf(space), id } };
    }
  },
});

/** What stands at a fault, and under the key at fault. */
function textAround(place: Place, text: string): string {
  const node = place.kind === 'part' ? place.node : place;
  const pair = node.kind !== 'span' && node.parent?.kind === 'pair' ? node.parent : undefined;
  const { start, end } = pair ?? placeSpan(place);
  return text.slice(start, end);
}
