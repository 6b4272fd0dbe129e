import type { PlanDocument } from '../../plan/build.ts';
import type { Bilingual, IdSpace, ReferenceTarget } from '../../plan/field.ts';
import type { ShapeRule } from '../../plan/problem.ts';
import type { Declaration } from '../../plan/read-scope.ts';
import type { Span } from '../../text/span.ts';
import { type Place, placeSpan } from '../../yaml/view.ts';
import { defineDocumentRule } from '../rule.ts';
import { nameOf } from '../shared/format-words.ts';
import { wordsFoundIn } from '../shared/words-in-text.ts';

/** How each of them is referred to. */
const advice: Readonly<Partial<Record<IdSpace, Bilingual>>> = {
  'legal-basis': {
    en: "Cite it under 'basis' where it applies, or remove it.",
    zh: '请在适用之处的 basis 中引用，或删除。',
  },
  agreement: {
    en: "Name it under 'agreement' in the link that rests on it, or remove it.",
    zh: '请在以其为依据的联系的 agreement 中写明，或删除。',
  },
  channel: {
    en: "Say under 'participation' who takes part via it, or remove it.",
    zh: '请在 participation 的 via 中写明由谁通过它参与，或删除。',
  },
};

/** Faults behind which a reference may stand that could not be read as one. */
const unread: readonly ShapeRule[] = ['unknown-key', 'wrong-type', 'bad-id'];

export default defineDocumentRule({
  id: 'unused-definition',
  group: 'shape',
  severity: 'information',
  fix: 'none',
  tag: 'unnecessary',
  summary: { en: 'A legal basis, an agreement or a channel is never referred to.', zh: '法律依据、协议或渠道从未被引用。' },
  why: {
    en: 'A law that nothing rests on, an agreement that no link uses, or a channel through which nobody takes part promises what the plan does not keep.',
    zh: '没有权责以其为依据的法律、没有联系援引的协议、无人使用的渠道，使预案名不副实。',
  },
  source: '',
  messages: {
    unused: {
      en: "Nothing refers to the {space} '{id}'. {advice}",
      zh: '{space}“{id}”从未被引用。{advice}',
    },
  },

  *check(context) {
    const { document, linked, problemsOf } = context;
    if (document.kind !== 'plan' || document.faulty) return;
    const declared = document.declarations.filter(({ space }) => advice[space] !== undefined);
    if (declared.length === 0) return;
    // What a misspelt or misdirected reference was meant for is not unused; that reference has a finding of its own.
    const meant = new Set(problemsOf('wrong-reference-kind').map(({ data }) => data.id));
    const unused = withoutUse(declared, document).filter(({ id }) => !meant.has(id) && linked.plan?.misspelt.has(id) !== true);
    if (unused.length === 0) return;
    const faults = unread.flatMap((rule) => problemsOf(rule).map(({ place }) => place));
    // The text itself is looked at only where there is something to look for: it is another after every edit.
    const mentioned = wordsFoundIn(
      unused.map(({ id }) => id),
      faults.length > 0 ? textsAround(faults, context.file.text) : [],
    );
    for (const { space, id, idNode } of unused) {
      if (!mentioned.has(id)) yield { message: 'unused', at: idNode, data: { space: nameOf(space), id, advice: advice[space] ?? '' } };
    }
  },
});

/** The declarations that no reference names. */
function withoutUse(declared: readonly Declaration[], { references, legalReferences }: PlanDocument): readonly Declaration[] {
  const [bases, agreements, channels] = [new Set<string>(), new Set<string>(), new Set<string>()];
  const named = new Map<IdSpace | ReferenceTarget, Set<string>>([
    ['legal-basis', bases],
    ['agreement', agreements],
    ['channel', channels],
    ['via', channels],
  ]);
  for (const { id } of legalReferences) bases.add(id);
  for (const { id, to } of references) named.get(to)?.add(id);
  return declared.filter(({ space, id }) => !named.get(space)?.has(id));
}

/** What stands at each fault, and under the key at fault; what stands within another is looked at with it. */
function* textsAround(places: readonly Place[], text: string): Iterable<string> {
  const spans = places.map(spanAround).sort((a, b) => a.start - b.start || b.end - a.end);
  let seen = -1;
  for (const { start, end } of spans) {
    if (end <= seen) continue;
    seen = end;
    yield text.slice(start, end);
  }
}

function spanAround(place: Place): Span {
  return 'parent' in place && place.parent?.kind === 'pair' ? place.parent : placeSpan(place);
}
