// From a rule's draft to a finding: its place, what it is about, and the name by which it is known from one run to the next.
import type { PlanDocument } from '../plan/build.ts';
import { fingerprint } from '../text/hash.ts';
import { withLineEndsOf } from '../text/line-ends.ts';
import type { Span } from '../text/span.ts';
import type { Linked } from '../workspace/link.ts';
import type { Plan } from '../workspace/plan.ts';
import { routeOf } from '../yaml/route.ts';
import type { YamlDocument, YamlMap, YamlNode } from '../yaml/tree.ts';
import { type Place, placeDocument, placeSpan } from '../yaml/view.ts';
import { entityOf, shortened } from './entity.ts';
import type { Finding, RelatedPlace } from './finding.ts';
import type { Draft, Fix, RelatedDraft, RuleMeta, Severity } from './rule.ts';

export type FindingMaker = (rule: RuleMeta, draft: Draft, severity: Severity) => Finding;

/** Makes the findings of a document. `linked` is given where they may speak of what its plan imports. */
export function createFindingMaker(document: PlanDocument, linked: Pick<Linked, 'plan'> | undefined): FindingMaker {
  const planId = document.outline?.plan?.id?.value ?? '';
  const placeIn = createPlacing(document, linked);
  const described = new Map<YamlMap, string>();
  return (rule, draft, severity) => {
    const moving = placeDocument(draft.at) === document.yaml ? undefined : placeIn(draft.at);
    const at = moving ?? draft.at;
    const entity = draft.entity ?? entityOf(draft.at, described);
    const known = draft.subject === undefined ? (entity ?? '') : shortened(draft.subject);
    const beside = draft.related === undefined ? [] : draft.related.map(relatedPlace);
    const related = moving ? [{ ...located(draft.at), label: 'definition', data: none }, ...beside] : beside;
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
      fixes: moving || draft.fixes === undefined ? [] : draft.fixes.map(inLineEndsOfText),
      suppressed: undefined,
    };
  };
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

/**
 * A finding about an imported entity is at the plan's first reference to it, else at the import through which it came (rules.md, "Places").
 * Undefined where it stays.
 */
function createPlacing(document: PlanDocument, linked: Pick<Linked, 'plan'> | undefined): (place: Place) => Place | undefined {
  let mentions: ReadonlyMap<string, YamlNode> | undefined;
  let imports: ReadonlyMap<YamlDocument, PlanDocument> | undefined;
  return (place) => {
    const plan = linked?.plan;
    if (plan === undefined) return undefined;
    const node = place.kind === 'part' ? place.node : place;
    mentions ??= firstMentions(document);
    for (const id of node.kind === 'span' ? [] : idsAbove(node)) {
      const first = mentions.get(id);
      if (first) return first;
    }
    imports ??= importsWithActors(plan);
    const imported = imports.get(placeDocument(place));
    const via = imported && plan.importOf(imported);
    return via ?? { kind: 'span', document: document.yaml, span: headSpan(document) };
  };
}

/** By id, where a document first names or adds to what it may have imported. */
function firstMentions({ declarations, references, legalReferences }: PlanDocument): ReadonlyMap<string, YamlNode> {
  const mentions = new Map<string, YamlNode>();
  const note = (id: string, node: YamlNode): void => {
    const earlier = mentions.get(id);
    if (earlier === undefined || node.start < earlier.start) mentions.set(id, node);
  };
  const added = new Set<string>();
  for (const { addition, id, idNode } of declarations) {
    if (!addition || added.has(id)) continue;
    added.add(id);
    note(id, idNode);
  }
  for (const { id, node } of references) note(id, node);
  for (const { id, node } of legalReferences) note(id, node);
  return mentions;
}

function importsWithActors({ actors }: Plan): ReadonlyMap<YamlDocument, PlanDocument> {
  const imports = new Map<YamlDocument, PlanDocument>();
  for (const { document } of actors.values()) if (!imports.has(document.yaml)) imports.set(document.yaml, document);
  return imports;
}

/** The ids of the entities a node stands in, the innermost first. */
function idsAbove(node: YamlNode): readonly string[] {
  const words = routeOf(node).split('/');
  return words.length >= 4 ? [words[3] as string, words[1] as string] : words.length >= 2 ? [words[1] as string] : [];
}

/** The first key of the document, or its start: where a fault of the whole document is shown. */
export function headSpan(document: PlanDocument): Span {
  const { root } = document.yaml;
  const key = root?.kind === 'map' ? root.pairs[0]?.key : undefined;
  return key ? { start: key.start, end: key.end } : { start: document.yaml.start, end: document.yaml.start };
}
