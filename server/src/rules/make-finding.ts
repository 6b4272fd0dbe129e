// From a rule's draft to a finding: its place, what it is about, and the name by which it is known from one run to the next.
import type { PlanDocument } from '../plan/build.ts';
import { fingerprint } from '../text/hash.ts';
import { late } from '../text/late.ts';
import { withLineEndsOf } from '../text/line-ends.ts';
import type { Span } from '../text/span.ts';
import type { Linked } from '../workspace/link.ts';
import type { YamlMap, YamlNode } from '../yaml/tree.ts';
import { type Place, placeDocument, placeSpan } from '../yaml/view.ts';
import { entityOf, shortened } from './entity.ts';
import type { Finding, RelatedPlace } from './finding.ts';
import { createPlacing } from './placing.ts';
import type { Draft, Fix, RelatedDraft, RuleMeta, Severity } from './rule.ts';

export type FindingMaker = (rule: RuleMeta, draft: Draft, severity: Severity) => Finding;

/** Makes the findings of a document. `linked` is given where they may speak of what its plan imports. */
export function createFindingMaker(document: PlanDocument, linked: Pick<Linked, 'plan'> | undefined): FindingMaker {
  const planId = document.outline?.plan?.id?.value ?? '';
  const placeIn = createPlacing(document, linked);
  const described = new Map<YamlMap, string>();
  const meant = late(() => meantKeys(document));
  return (rule, draft, severity) => {
    const isForeign = placeDocument(draft.at) !== document.yaml;
    const moved = isForeign || rule.group !== 'shape' ? placeIn(draft.at) : undefined;
    const at = moved?.at ?? draft.at;
    const entity = draft.entity ?? entityOf(draft.at, described, meant);
    const known = draft.subject === undefined ? subjectOf(rule, entity) : shortened(draft.subject);
    const beside = draft.related === undefined ? [] : draft.related.map(relatedPlace);
    const related = moved ? [{ ...located(moved.definition), label: 'definition', data: none }, ...beside] : beside;
    return {
      rule,
      severity,
      message: draft.message,
      data: draft.data ?? none,
      document: placeDocument(at),
      span: placeSpan(at),
      entity,
      fingerprint: fingerprint([rule.id, planId, draft.message, known, shortened(draft.discriminator ?? discriminate(draft))].join('\n')),
      related,
      fixes: isForeign || draft.fixes === undefined ? [] : draft.fixes.map(inLineEndsOfText),
      suppressed: undefined,
    };
  };
}

/** The misspelt keys of a document under which the reader went on, with what they were meant to be. */
function meantKeys({ problems }: PlanDocument): ReadonlyMap<YamlNode, string> {
  const keys = new Map<YamlNode, string>();
  for (const { rule, place, meant } of problems) {
    if (rule === 'unknown-key' && meant !== undefined && place.kind === 'scalar') keys.set(place, meant);
  }
  return keys;
}

/** What a plan lacks is the same finding whether the section in which it is missed has been begun or not. */
function subjectOf({ group }: RuleMeta, entity = ''): string {
  return group === 'shape' || entity === '' || entity.includes('/') ? entity : 'plan';
}

const none: Finding['data'] = Object.freeze({});

/** Rules write `\n`; what comes out has the line ends of the file. */
function inLineEndsOfText(fix: Fix): Fix {
  return { ...fix, edits: (text) => withLineEndsOf(text, fix.edits(text)) };
}

/** Ids and words in the data tell findings apart; dates and numbers may change while the fault stays the same. */
function discriminate({ data }: Draft): string {
  const words: string[] = [];
  for (const name in data) {
    const datum = data[name];
    if (typeof datum !== 'string') continue;
    const word = shortened(datum);
    if (!/\d{4}-\d{2}/.test(word)) words.push(`${name}=${word}`);
  }
  return words.length < 2 ? (words[0] ?? '') : words.sort().join('\n');
}

function located(place: Place): { readonly document: Finding['document']; readonly span: Span } {
  return { document: placeDocument(place), span: placeSpan(place) };
}

function relatedPlace({ at, label, data }: RelatedDraft): RelatedPlace {
  return { document: placeDocument(at), span: placeSpan(at), label, data: data ?? none };
}
