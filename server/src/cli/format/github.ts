// Workflow commands of GitHub Actions: each finding becomes an annotation at its place. Lines and columns count from 1.

import type { ShownFinding } from '../../report/report-entry.ts';
import type { Severity } from '../../rules/rule.ts';
import { openFindings } from '../report.ts';
import type { Format } from './format.ts';

export const github: Format = (report, { language }) =>
  report.entries.flatMap((entry) => openFindings(entry, report, language).map((finding) => command(entry.path, finding))).join('');

function command(path: string, { rule, severity, message, range: { start, end } }: ShownFinding): string {
  // The runner drops columns of a range over several lines, and says so in its log; they are not sent.
  const columns = start.line === end.line ? { col: start.character + 1, endColumn: end.character + 1 } : {};
  const properties = { file: path, line: start.line + 1, endLine: end.line + 1, ...columns, title: `govplan: ${rule}` };
  const written = Object.entries(properties).map(([name, value]) => `${name}=${escapeProperty(String(value))}`);
  return `::${levels[severity]} ${written.join(',')}::${escapeData(message)}\n`;
}

const levels: Readonly<Record<Severity, string>> = { error: 'error', warning: 'warning', information: 'notice' };

function escapeData(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

function escapeProperty(text: string): string {
  return escapeData(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
