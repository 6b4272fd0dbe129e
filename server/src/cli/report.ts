// What a run of `lint` found, as every output format sees it: plain data, with texts in whatever language is asked for.

import { type ReportEntry, type ShownFinding, type ShowsPaths, showFinding } from '../report/report-entry.ts';
import type { Language } from '../rules/render.ts';
import type { Rule, Severity } from '../rules/rule.ts';
import { append } from '../text/append.ts';
import type { Range } from '../text/line-index.ts';

export interface Report extends ShowsPaths {
  readonly asOf: string;
  readonly entries: readonly ReportEntry[];
  readonly summary: Summary;
  readonly catalogue: readonly Rule[];
  /** Why the analysis is incomplete; empty where it is not. */
  readonly incomplete: readonly string[];
  /** Of a run with `--shard`: what `merge` needs besides. */
  readonly shard?: ShardFacts;
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
  /** Of the baseline, where there is one: what was not found in this shard, by the paths that are shown. */
  readonly known?: readonly ShardKnown[];
  /** Why the analysis of this shard is incomplete, and what it could not read; absent where all went well. */
  readonly incomplete?: readonly string[];
  readonly unreadable?: readonly string[];
}

export interface ShardKnown {
  readonly path: string;
  readonly rule: string;
  readonly entity?: string;
  readonly fingerprint: string;
  /** Set where nobody can find it any more but under another name: its file was linted, or is not there. */
  readonly gone?: true;
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

/** The entries of each file, in the order of the report. */
export function entriesByPath(entries: readonly ReportEntry[]): ReadonlyMap<string, readonly ReportEntry[]> {
  const files = new Map<string, ReportEntry[]>();
  for (const entry of entries) append(files, entry.path, entry);
  return files;
}

/** What an entry has that no exception excuses, in one language. */
export function openFindings(entry: ReportEntry, report: ShowsPaths, language: Language): readonly ShownFinding[] {
  return entry.findings
    .filter(({ suppressed }) => suppressed === undefined)
    .map((finding) => showFinding(finding, entry, report, language));
}

/** What is counted of an entry, as it was found or as JSON has it. */
interface Counted {
  readonly path: string;
  readonly findings: readonly { readonly severity: Severity; readonly suppressed?: unknown }[];
}

/** Findings that are suppressed are counted apart. */
export function summarize(entries: readonly Counted[]): Summary {
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
