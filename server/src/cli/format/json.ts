// The stable JSON (cli.md, version 1): keys in the order of its description, optional ones left out.

import { each, jsonPieces, Listing } from '../../report/json-pieces.ts';
import { type ReportEntry, showFinding } from '../../report/report-entry.ts';
import { version } from '../../report/version.ts';
import type { Language } from '../../rules/render.ts';
import type { Report } from '../report.ts';
import type { Format } from './format.ts';

export const json = function* (report, { language }) {
  const { asOf, entries, summary, shard } = report;
  const files = new Listing(each(entries, (entry) => entryJson(entry, report, language)));
  yield* jsonPieces({ version: 1, tool: { name: 'govplan', version }, asOf, files, summary, shard });
  yield '\n';
} satisfies Format;

function entryJson(entry: ReportEntry, report: Report, language: Language): object {
  const { path, sha256, document, findings, classification } = entry;
  return {
    path,
    ...(document !== undefined && { document }),
    ...(sha256 !== undefined && { sha256 }),
    findings: new Listing(each(findings, (finding) => showFinding(finding, entry, report, language))),
    ...(classification && { classification: classification() }),
  };
}
