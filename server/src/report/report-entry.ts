// What was found in one document, as every output sees it: plain data, with texts in whatever language is asked for.
import { measureNetwork } from '../network/metrics.ts';
import type { Finding } from '../rules/finding.ts';
import { type PlainFinding, presentFinding, type Source } from '../rules/present.ts';
import type { Language } from '../rules/render.ts';
import type { DocumentResult } from '../rules/run.ts';
import type { FileId } from '../workspace/host.ts';
import type { Closure } from '../workspace/store.ts';
import { type ClassificationJson, classificationJson } from './classification-json.ts';

/** One document of a file that was linted; a configuration file that has faults is an entry too. */
export interface ReportEntry {
  readonly path: string;
  readonly sha256: string | undefined;
  /** From 0, in a file of several documents. */
  readonly document: number | undefined;
  readonly source: Source;
  sourceOf(file: FileId): Source | undefined;
  /** By place; suppressed ones among them. */
  readonly findings: readonly Finding[];
  /** What the baseline knows, where there is one: not reported, but told to services that keep account of findings. */
  readonly known?: readonly Finding[];
  /** Undefined for what is no plan. Computed when asked for. */
  readonly classification: (() => ClassificationJson) | undefined;
}

/** `sha256` is that of the file, where it is known. */
export function entryOf(
  path: string,
  { document, findings, context }: DocumentResult,
  closure: Closure,
  sha256: string | undefined,
): ReportEntry {
  return {
    path,
    sha256,
    document: closure.entry.stream.documents.length > 1 ? document.yaml.index : undefined,
    source: closure.entry,
    sourceOf: (id) => closure.files.get(id),
    findings,
    classification: context && (() => classificationJson(context.classification, measureNetwork(context.network, context.sides))),
  };
}

/** Of a file that is told of by itself, no document of a plan: a configuration, or a library that something was found in from elsewhere. */
export function entryOfFile(path: string, source: Source, findings: readonly Finding[], sha256?: string): ReportEntry {
  return { path, sha256, document: undefined, source, sourceOf: () => source, findings, classification: undefined };
}

/** Names files as the readers of an output know them. */
export interface ShowsPaths {
  shown(file: FileId): string;
}

/** A finding with its related places by the paths that are shown. */
export interface ShownFinding extends Omit<PlainFinding, 'related'> {
  readonly related?: readonly { readonly path: string; readonly range: PlainFinding['range']; readonly message: string }[];
}

export function showFinding(finding: Finding, entry: ReportEntry, report: ShowsPaths, language: Language): ShownFinding {
  const { related, ...plain } = presentFinding(finding, language, entry.sourceOf);
  if (related === undefined) return plain;
  const { fix, suppressed, ...head } = plain;
  const shown = related.map(({ file, range, message }) => ({ path: report.shown(file), range, message }));
  return { ...head, related: shown, ...(fix && { fix }), ...(suppressed && { suppressed }) };
}
