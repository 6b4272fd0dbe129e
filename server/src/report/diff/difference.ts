// The comparison as its output formats see it: places as positions, the changes of shared files once, the new findings as a report.
import type { GovernanceChange } from '../../governance/diff.ts';
import { punctuation } from '../../rules/punctuation.ts';
import type { Language } from '../../rules/render.ts';
import type { Range } from '../../text/line-index.ts';
import { type ReportEntry, type ShownFinding, type ShowsPaths, showFinding } from '../report-entry.ts';
import { countedWord } from '../report-words.ts';
import type { ComparedDocument } from './compare.ts';

export interface Difference {
  readonly compared: readonly ComparedDocument[];
  /** The new findings alone, each at its cause. */
  readonly fresh: NewFindings;
}

export interface NewFindings extends ShowsPaths {
  readonly entries: readonly ReportEntry[];
}

export interface PlacedChange {
  readonly change: GovernanceChange;
  readonly path: string;
  readonly range: Range;
}

export type LocatedFinding = { readonly path: string } & ShownFinding;

/** The changes of one document, those left out that an earlier one has said already, as of a library that several plans import. */
export function createChangeLister({ fresh }: Difference): (document: ComparedDocument) => readonly PlacedChange[] {
  const said = new Set<string>();
  return ({ changes, before, after }) =>
    changes.flatMap((change) => {
      const { origin } = change.at.document;
      const key = [change.kind, change.entity, origin, change.at.start].join('\n');
      const side = change.kind === 'removed' ? before : after;
      const source = side?.entry.sourceOf(origin);
      if (source === undefined || said.has(key)) return [];
      said.add(key);
      const range = source.lines.range(change.at);
      const path = side && isOwn(side.entry, origin) ? side.entry.path : fresh.shown(origin);
      return [{ change, path, range }];
    });
}

export function newFindings({ fresh }: Difference, language: Language): readonly LocatedFinding[] {
  return fresh.entries.flatMap((entry) => located(entry, entry.findings, fresh, language));
}

export function fixedFindings({ compared, fresh }: Difference, language: Language): readonly LocatedFinding[] {
  return compared.flatMap(({ before, findings }) => (before ? located(before.entry, findings.fixed, fresh, language) : []));
}

/** Of the older version: gone, but not mended. */
export function hiddenFindings({ compared, fresh }: Difference, language: Language): readonly LocatedFinding[] {
  return compared.flatMap(({ before, hidden }) => (before ? located(before.entry, hidden, fresh, language) : []));
}

export function remainingCount({ compared }: Difference): number {
  return compared.reduce((sum, { findings }) => sum + findings.remaining, 0);
}

/** `6 errors, 13 warnings`; empty where there is none. */
export function severityCounts(findings: readonly LocatedFinding[], language: Language): string {
  const said = (['error', 'warning', 'information'] as const).flatMap((severity) => {
    const count = findings.filter((finding) => finding.severity === severity).length;
    return count === 0 ? [] : [`${count} ${countedWord(severity, count)[language]}`];
  });
  return said.join(punctuation.clause[language]);
}

/** The documents that hold plans, in path order. */
export function comparedPlans({ compared }: Difference): readonly ComparedDocument[] {
  return compared.filter(({ before, after }) => before?.structure !== undefined || after?.structure !== undefined);
}

function located(entry: ReportEntry, findings: ReportEntry['findings'], report: ShowsPaths, language: Language): readonly LocatedFinding[] {
  return findings.map((finding) => ({ path: entry.path, ...showFinding(finding, entry, report, language) }));
}

function isOwn({ source, sourceOf }: ReportEntry, origin: string): boolean {
  return sourceOf(origin) === source;
}
