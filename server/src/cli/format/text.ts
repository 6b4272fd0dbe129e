// For people at a terminal: each finding with its line of the source, what it means, and what can be done.

import type { Bilingual } from '../../plan/field.ts';
import { type Paint, severityPaint } from '../../report/paint.ts';
import { placeText } from '../../report/place-text.ts';
import { printable } from '../../report/printable.ts';
import { type ReportEntry, type ShownFinding, showFinding } from '../../report/report-entry.ts';
import { type Language, reasonOf } from '../../rules/render.ts';
import { severityNames } from '../../rules/rule-names.ts';
import { createPaint } from '../paint.ts';
import { summaryLine } from '../summary-line.ts';
import type { Format } from './format.ts';
import { sourceFrame } from './source-frame.ts';

export const text: Format = (report, { language, colour, columns }) => {
  const paint = createPaint(colour);
  /** The reason of a rule is said once: the second time it is noise. */
  const explained = new Set<string>();
  const blocks = report.entries.flatMap((entry) =>
    entry.findings
      .filter(({ suppressed }) => suppressed === undefined)
      .map((finding) => {
        const why = explained.has(finding.rule.id) ? undefined : reasonOf(finding.rule, language);
        explained.add(finding.rule.id);
        return block(showFinding(finding, entry, report, language), why, entry, { language, paint, columns: columns ?? 160 });
      }),
  );
  const { errors, warnings } = report.summary;
  const line = summaryLine(report, language);
  const last = errors > 0 ? paint.red(line) : warnings > 0 ? paint.yellow(line) : paint.green(line);
  return [...blocks, `${paint.bold(last)}\n`].join('\n');
};

interface Style {
  readonly language: Language;
  readonly paint: Paint;
  readonly columns: number;
}

function block(finding: ShownFinding, why: string | undefined, entry: ReportEntry, { language, paint, columns }: Style): string {
  const mark = severityPaint(finding.severity, paint);
  const place = paint.bold(printable(placeText({ path: entry.path, range: finding.range })));
  const lines = [`${place}  ${mark(severityNames[finding.severity][language])}  ${paint.dim(finding.rule)}`];
  lines.push(...sourceFrame(finding.range, entry.source, columns, { gutter: paint.dim, mark }));
  lines.push(`  ${printable(finding.message)}`);
  if (why !== undefined) lines.push(paint.dim(`  ${printable(why)}`));
  for (const other of finding.related ?? []) {
    lines.push(`  ${paint.dim(printable(placeText(other)))}  ${printable(other.message)}`);
  }
  if (finding.fix) {
    const how = texts[finding.fix.safe ? 'fixable' : 'offered'][language].replace('{title}', printable(finding.fix.title));
    lines.push(`  ${paint.cyan(how)}`);
  }
  return `${lines.join('\n')}\n`;
}

const texts = {
  fixable: { en: '{title} (--fix does it)', zh: '{title}（可用 --fix 完成）' },
  offered: { en: '{title} (offered in the editor, for you to judge)', zh: '{title}（编辑器中提供，需人工判断）' },
} satisfies Readonly<Record<string, Bilingual>>;
