// JUnit's XML: a suite for each file, a case for each finding. Errors are failures; what only warns is a case that passes and says so.
import { placeText } from '../../report/place-text.ts';
import { type ReportEntry, type ShownFinding, showFinding } from '../../report/report-entry.ts';
import { entriesByPath, type Report } from '../report.ts';
import type { Format, FormatContext } from './format.ts';
import { escapeXml } from './xml.ts';

export const junit: Format = (report, context) => {
  const suites = [...entriesByPath(report.entries)].map(([path, entries]) => suiteOf(path, entries, report, context));
  // The schemas of its readers know a count of what was skipped for a suite, and none for all of them.
  const total = (key: 'tests' | 'failures'): number => suites.reduce((sum, suite) => sum + suite[key], 0);
  const head = `<testsuites name="govplan" tests="${total('tests')}" failures="${total('failures')}" errors="0">`;
  return `<?xml version="1.0" encoding="UTF-8"?>\n${head}\n${suites.map(({ xml }) => xml).join('')}</testsuites>\n`;
};

interface Suite {
  readonly xml: string;
  readonly tests: number;
  readonly failures: number;
}

function suiteOf(path: string, entries: readonly ReportEntry[], report: Report, { language }: FormatContext): Suite {
  const findings = entries.flatMap((entry) => entry.findings.map((finding) => showFinding(finding, entry, report, language)));
  const seen = new Map<string, number>();
  // GitLab knows a case by its names alone, and of two with the same it shows one.
  const unique = (name: string): string => {
    const count = (seen.get(name) ?? 0) + 1;
    seen.set(name, count);
    return count === 1 ? name : `${name} (${count})`;
  };
  const cases = findings.map((finding) => caseOf(path, finding, unique));
  // A file without findings is a case that passed: an empty suite would look as if nothing had been checked.
  const all = cases.length > 0 ? cases.join('') : `    <testcase name="govplan" classname="${escapeXml(path)}"/>\n`;
  const tests = Math.max(1, findings.length);
  const skipped = findings.filter(({ suppressed }) => suppressed).length;
  const failures = findings.filter(({ severity, suppressed }) => severity === 'error' && suppressed === undefined).length;
  const counts = `tests="${tests}" failures="${failures}" skipped="${skipped}" errors="0"`;
  return { xml: `  <testsuite name="${escapeXml(path)}" ${counts}>\n${all}  </testsuite>\n`, tests, failures };
}

function caseOf(path: string, { rule, severity, message, range, suppressed }: ShownFinding, unique: (name: string) => string): string {
  const place = placeText({ path, range });
  const open = `    <testcase name="${escapeXml(unique(`${rule} at ${place}`))}" classname="${escapeXml(path)}">`;
  const text = escapeXml(`${place}: ${message}`);
  if (suppressed) return `${open}<skipped message="${escapeXml(suppressed.reason)}"/></testcase>\n`;
  if (severity === 'error') return `${open}<failure type="${rule}" message="${escapeXml(message)}">${text}</failure></testcase>\n`;
  return `${open}<system-out>${severity}: ${text}</system-out></testcase>\n`;
}
