// A finding as plain data in one language: texts, positions, the edits of its fix. What every output and every editor is given.
import type { Range } from '../text/line-index.ts';
import type { FileId } from '../workspace/host.ts';
import type { SourceFile } from '../workspace/source-file.ts';
import type { Finding } from './finding.ts';
import { type Language, renderFixTitle, renderMessage, renderRelated } from './render.ts';
import type { Severity } from './rule.ts';

export interface PlainFinding {
  readonly rule: string;
  readonly severity: Severity;
  readonly message: string;
  readonly entity?: string;
  readonly fingerprint: string;
  readonly range: Range;
  readonly related?: readonly PlainRelated[];
  readonly fix?: PlainFix;
  readonly suppressed?: { readonly reason: string; readonly approver?: string; readonly until?: string };
}

export interface PlainRelated {
  readonly file: FileId;
  readonly range: Range;
  readonly message: string;
}

export interface PlainFix {
  readonly safe: boolean;
  readonly title: string;
  readonly edits: readonly { readonly range: Range; readonly newText: string }[];
}

/** `sourceOf` knows every file that the finding's document reaches. */
export function presentFinding(finding: Finding, language: Language, sourceOf: (file: FileId) => Source | undefined): PlainFinding {
  const { suppressed } = finding;
  const source = sourceOf(finding.document.origin);
  const related = finding.related.flatMap((place): readonly PlainRelated[] => {
    const lines = sourceOf(place.document.origin)?.lines;
    return lines ? [{ file: place.document.origin, range: lines.range(place.span), message: renderRelated(finding, place, language) }] : [];
  });
  const fix = source && presentFix(finding, source, language);
  return {
    rule: finding.rule.id,
    severity: finding.severity,
    message: renderMessage(finding, language),
    ...(finding.entity !== undefined && { entity: finding.entity }),
    fingerprint: finding.fingerprint,
    range: source?.lines.range(finding.span) ?? { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } },
    ...(related.length > 0 && { related }),
    ...(fix && { fix }),
    ...(suppressed && {
      suppressed: {
        reason: suppressed.reason ?? '',
        ...(suppressed.approver !== undefined && { approver: suppressed.approver }),
        ...(suppressed.until !== undefined && { until: suppressed.until }),
      },
    }),
  };
}

export type Source = Pick<SourceFile, 'text' | 'lines'>;

/** The first safe fix, else the first that is offered; undefined where its edits come to nothing. */
function presentFix(finding: Finding, { text, lines }: Source, language: Language): PlainFix | undefined {
  const fix = finding.fixes.find(({ safe }) => safe) ?? finding.fixes[0];
  const edits = fix?.edits(text) ?? [];
  if (fix === undefined || edits.length === 0) return undefined;
  return {
    safe: fix.safe,
    title: renderFixTitle(finding.rule, fix, language),
    edits: edits.map(({ span, newText }) => ({ range: lines.range(span), newText })),
  };
}
