// A table for a pull request's comment or a job summary.
import type { Bilingual } from '../../plan/field.ts';
import { plain } from '../../report/markdown/text.ts';
import type { ReportEntry } from '../../report/report-entry.ts';
import type { Language } from '../../rules/render.ts';
import { severityNames } from '../../rules/rule-names.ts';
import { rulePageUri } from '../../rules/rule-page.ts';
import { entriesByPath, openFindings, type Report } from '../report.ts';
import { summaryLine } from '../summary-line.ts';
import type { Format } from './format.ts';

export const markdown: Format = (report, { language }) => {
  const sections = [...entriesByPath(report.entries)].flatMap(([path, entries]) => {
    const rows = entries.flatMap((entry) => rowsOf(entry, report, language));
    const head = ['line', 'severity', 'rule', 'message'] as const;
    const titles = `| ${head.map((key) => texts[key][language]).join(' | ')} |\n| ---: | --- | --- | --- |\n`;
    return rows.length === 0 ? [] : [`### ${plain(path)}\n\n${titles}${rows.join('')}`];
  });
  return [`## govplan\n\n${summaryLine(report, language)}\n`, ...sections].join('\n');
};

function rowsOf(entry: ReportEntry, report: Report, language: Language): readonly string[] {
  return openFindings(entry, report, language).map(({ rule, severity, message, range }) => {
    return `| ${range.start.line + 1} | ${severityNames[severity][language]} | [${rule}](${rulePageUri(rule)}) | ${plain(message)} |\n`;
  });
}

const texts = {
  line: { en: 'Line', zh: '行' },
  severity: { en: 'Severity', zh: '级别' },
  rule: { en: 'Rule', zh: '规则' },
  message: { en: 'Finding', zh: '结果' },
} satisfies Readonly<Record<'line' | 'rule' | 'severity' | 'message', Bilingual>>;
