// The stable JSON (cli.md, version 1): keys in the order of its description, optional ones left out.

import { type ReportEntry, showFinding } from '../../report/report-entry.ts';
import { version } from '../../report/version.ts';
import type { Language } from '../../rules/render.ts';
import type { Report } from '../report.ts';
import type { Format } from './format.ts';

export const json: Format = (report, { language }) => {
  const { asOf, entries, summary, shard } = report;
  const files = entries.map((entry) => entryJson(entry, report, language));
  return `${JSON.stringify({ version: 1, tool: { name: 'govplan', version }, asOf, files, summary, ...(shard && { shard }) }, undefined, 2)}\n`;
};

function entryJson(entry: ReportEntry, report: Report, language: Language): object {
  const { path, sha256, document, findings, classification } = entry;
  return {
    path,
    ...(document !== undefined && { document }),
    ...(sha256 !== undefined && { sha256 }),
    findings: findings.map((finding) => showFinding(finding, entry, report, language)),
    ...(classification && { classification: classification() }),
  };
}
