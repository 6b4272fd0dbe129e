// Checkstyle's XML, which many build servers read.

import type { ReportEntry } from '../../report/report-entry.ts';
import type { Severity } from '../../rules/rule.ts';
import { entriesByPath, openFindings, type Report } from '../report.ts';
import type { Format, FormatContext } from './format.ts';
import { escapeXml } from './xml.ts';

export const checkstyle: Format = (report, context) => {
  const files = [...entriesByPath(report.entries)].map(([path, entries]) => {
    const errors = entries.flatMap((entry) => errorsOf(entry, report, context)).join('');
    return `  <file name="${escapeXml(path)}">\n${errors}  </file>\n`;
  });
  return `<?xml version="1.0" encoding="UTF-8"?>\n<checkstyle version="10.0">\n${files.join('')}</checkstyle>\n`;
};

function errorsOf(entry: ReportEntry, report: Report, { language }: FormatContext): readonly string[] {
  return openFindings(entry, report, language).map(({ rule, severity, message, range: { start } }) => {
    const attributes = {
      line: start.line + 1,
      column: start.character + 1,
      severity: severities[severity],
      message,
      source: `govplan.${rule}`,
    };
    const written = Object.entries(attributes).map(([name, value]) => `${name}="${escapeXml(String(value))}"`);
    return `    <error ${written.join(' ')}/>\n`;
  });
}

const severities: Readonly<Record<Severity, string>> = { error: 'error', warning: 'warning', information: 'info' };
