// What a run of `lint` found, as every output format sees it: plain data, with texts in whatever language is asked for.
import type { ClassificationJson } from '../report/classification-json.ts';
import type { Finding } from '../rules/finding.ts';
import { type PlainFinding, presentFinding, type Source } from '../rules/present.ts';
import type { Language } from '../rules/render.ts';
import type { Rule, Severity } from '../rules/rule.ts';
import type { Range } from '../text/line-index.ts';
import type { FileId } from '../workspace/host.ts';

export interface Report {
  readonly asOf: string;
  readonly entries: readonly ReportEntry[];
  readonly summary: Summary;
  readonly catalogue: readonly Rule[];
  /** Why the analysis is incomplete; empty where it is not. */
  readonly incomplete: readonly string[];
  /** Of a run with `--shard`: what `merge` needs besides. */
  readonly shard?: ShardFacts;
  /** A file as reports show it. */
  shown(file: FileId): string;
}

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

/** What only all shards together can tell, and what it takes to tell it: the key `shard` of their JSON. */
export interface ShardFacts {
  readonly index: number;
  readonly count: number;
  readonly lang: Language;
  readonly dates: readonly string[];
  /** The check date where the files have several. */
  readonly today: string;
  readonly plans: readonly ShardPlan[];
}

export interface ShardPlan {
  readonly path: string;
  readonly document?: number;
  readonly id: string;
  readonly range: Range;
  /** What would be found if another plan had the id before; absent where it would not be reported. */
  readonly finding?: Pick<ShownFinding, 'severity' | 'entity' | 'fingerprint' | 'suppressed'>;
}

export interface Summary {
  readonly files: number;
  readonly errors: number;
  readonly warnings: number;
  readonly infos: number;
  readonly suppressed: number;
}

/** A finding with its related places by the paths that are shown. */
export interface ShownFinding extends Omit<PlainFinding, 'related'> {
  readonly related?: readonly { readonly path: string; readonly range: PlainFinding['range']; readonly message: string }[];
}

export function showFinding(finding: Finding, entry: ReportEntry, report: Pick<Report, 'shown'>, language: Language): ShownFinding {
  const { related, ...plain } = presentFinding(finding, language, entry.sourceOf);
  if (related === undefined) return plain;
  const { fix, suppressed, ...head } = plain;
  const shown = related.map(({ file, range, message }) => ({ path: report.shown(file), range, message }));
  return { ...head, related: shown, ...(fix && { fix }), ...(suppressed && { suppressed }) };
}

/** The entries of each file, in the order of the report. */
export function entriesByPath(entries: readonly ReportEntry[]): ReadonlyMap<string, readonly ReportEntry[]> {
  const files = new Map<string, ReportEntry[]>();
  for (const entry of entries) {
    const others = files.get(entry.path);
    if (others) others.push(entry);
    else files.set(entry.path, [entry]);
  }
  return files;
}

/** What an entry has that no exception excuses, in one language. */
export function openFindings(entry: ReportEntry, report: Pick<Report, 'shown'>, language: Language): readonly ShownFinding[] {
  return entry.findings
    .filter(({ suppressed }) => suppressed === undefined)
    .map((finding) => showFinding(finding, entry, report, language));
}

/** Findings that are suppressed are counted apart. */
export function summarize(entries: readonly ReportEntry[]): Summary {
  const findings = entries.flatMap((entry) => entry.findings);
  const open = findings.filter(({ suppressed }) => suppressed === undefined);
  const count = (severity: Severity): number => open.filter((finding) => finding.severity === severity).length;
  return {
    files: new Set(entries.map(({ path }) => path)).size,
    errors: count('error'),
    warnings: count('warning'),
    infos: count('information'),
    suppressed: findings.length - open.length,
  };
}

/** Whether a severity is at least as grave as another. */
export function isAtLeast(severity: Severity, lowest: Severity): boolean {
  return ranks[severity] >= ranks[lowest];
}

const ranks: Readonly<Record<Severity, number>> = { error: 2, warning: 1, information: 0 };

/** The entries without the findings below a severity. */
export function atLeast(entries: readonly ReportEntry[], severity: Severity): readonly ReportEntry[] {
  return entries.map((entry) => ({ ...entry, findings: entry.findings.filter((finding) => isAtLeast(finding.severity, severity)) }));
}
