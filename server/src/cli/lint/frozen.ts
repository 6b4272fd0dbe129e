// What linting a file found, as data that can be kept on a disk: no nodes, no functions. Frozen and thawed, a report is the same to the byte.
import { measureNetwork } from '../../network/metrics.ts';
import { type ClassificationJson, classificationJson } from '../../report/classification-json.ts';
import type { Finding } from '../../rules/finding.ts';
import type { Datum, Rule } from '../../rules/rule.ts';
import type { DocumentResult } from '../../rules/run.ts';
import type { Suppression } from '../../rules/suppression.ts';
import type { TextEdit } from '../../text/edit.ts';
import type { Span } from '../../text/span.ts';
import type { FileId } from '../../workspace/host.ts';
import type { Closure } from '../../workspace/store.ts';
import type { YamlDocument } from '../../yaml/tree.ts';
import type { PlanFact } from './plan-facts.ts';

export interface FrozenDocument {
  readonly index: number;
  /** Set in a file of several documents. */
  readonly document?: number;
  readonly findings: readonly FrozenFinding[];
  readonly classification?: ClassificationJson;
  readonly plan?: FrozenPlan;
}

/** The id of a plan, and the finding that it would be if another plan had it before. */
export interface FrozenPlan {
  readonly id: string;
  readonly span: Span;
  readonly duplicate: FrozenFinding;
}

export interface FrozenFinding extends Omit<Finding, 'rule' | 'data' | 'document' | 'related' | 'fixes' | 'entity' | 'suppressed'> {
  readonly rule: string;
  readonly data: FrozenData;
  readonly in: FrozenPlace;
  readonly entity?: string;
  readonly suppressed?: NonNullable<Finding['suppressed']>;
  readonly related: readonly { readonly in: FrozenPlace; readonly span: Span; readonly label: string; readonly data: FrozenData }[];
  readonly fixes: readonly {
    readonly title: string;
    readonly data?: FrozenData;
    readonly safe: boolean;
    readonly edits: readonly TextEdit[];
  }[];
}

/** A file, and the document in it. */
type FrozenPlace = readonly [origin: FileId, index: number];

/** Texts in several languages as lists of pairs, in their order. */
type FrozenData = readonly (readonly [
  name: string,
  datum: Exclude<Datum, ReadonlyMap<string, string>> | readonly (readonly [string, string])[],
])[];

/** `plan` is that of the document, if it is one; the classification is left out where nobody asks for it. */
export function freezeDocument(
  { document, findings, context }: DocumentResult,
  closure: Closure,
  plan: PlanFact | undefined,
  classifies = true,
): FrozenDocument {
  const { text, stream } = closure.entry;
  return {
    index: document.yaml.index,
    ...(stream.documents.length > 1 && { document: document.yaml.index }),
    findings: findings.map((finding) => freezeFinding(finding, text)),
    ...(classifies &&
      context && { classification: classificationJson(context.classification, measureNetwork(context.network, context.sides)) }),
    ...(plan && { plan: { id: plan.id, span: plan.span, duplicate: freezeFinding(plan.duplicate, text) } }),
  };
}

function freezeFinding(finding: Finding, text: string): FrozenFinding {
  const { rule, severity, message, data, document, span, entity, fingerprint, related, fixes, suppressed } = finding;
  return {
    rule: rule.id,
    severity,
    message,
    span: freezeSpan(span),
    fingerprint,
    data: freezeData(data),
    in: placeOf(document),
    ...(entity !== undefined && { entity }),
    ...(suppressed && { suppressed: freezeSuppression(suppressed) }),
    related: related.map((place) => ({
      in: placeOf(place.document),
      span: freezeSpan(place.span),
      label: place.label,
      data: freezeData(place.data),
    })),
    fixes: fixes.map((fix) => ({
      title: fix.title,
      ...(fix.data && { data: freezeData(fix.data) }),
      safe: fix.safe,
      edits: fix.edits(text).map((edit) => ({ span: freezeSpan(edit.span), newText: edit.newText })),
    })),
  };
}

/** A node computes where it stands when it is asked: what is kept is the numbers. */
function freezeSpan({ start, end }: Span): Span {
  return { start, end };
}

function freezeSuppression({ comment, scope, ...record }: Suppression): Suppression {
  const { text, ownLine } = comment;
  return { ...record, scope: freezeSpan(scope), comment: { ...freezeSpan(comment), text, ownLine } };
}

export interface Thaw {
  readonly catalogue: ReadonlyMap<string, Rule>;
  /** One document object for each place, for all findings. */
  documentAt(origin: FileId, index: number): YamlDocument;
}

export function createThaw(catalogue: Thaw['catalogue']): Thaw {
  const documents = new Map<string, YamlDocument>();
  return {
    catalogue,
    documentAt: (origin, index) => {
      const key = `${origin}\n${index}`;
      const document = documents.get(key) ?? { index, origin, start: 0, end: 0, root: undefined, comments: [] };
      documents.set(key, document);
      return document;
    },
  };
}

/** Undefined where the rule is not known any more: then nothing of what was kept is good. */
export function thawFinding(frozen: FrozenFinding, { catalogue, documentAt }: Thaw): Finding | undefined {
  const rule = catalogue.get(frozen.rule);
  if (rule === undefined) return undefined;
  const { severity, message, span, fingerprint, entity, suppressed } = frozen;
  return {
    rule,
    severity,
    message,
    data: thawData(frozen.data),
    document: documentAt(...frozen.in),
    span,
    entity,
    fingerprint,
    related: frozen.related.map((place) => ({
      document: documentAt(...place.in),
      span: place.span,
      label: place.label,
      data: thawData(place.data),
    })),
    fixes: frozen.fixes.map(({ title, data, safe, edits }) => ({ title, ...(data && { data: thawData(data) }), safe, edits: () => edits })),
    suppressed,
  };
}

function placeOf({ origin, index }: YamlDocument): FrozenPlace {
  return [origin, index];
}

function freezeData(data: Finding['data']): FrozenData {
  return Object.entries(data).map(([name, datum]) => [name, datum instanceof Map ? [...datum] : datum] as FrozenData[number]);
}

function thawData(frozen: FrozenData): Finding['data'] {
  return Object.fromEntries(frozen.map(([name, datum]) => [name, Array.isArray(datum) ? new Map(datum) : datum])) as Finding['data'];
}
