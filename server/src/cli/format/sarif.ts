// SARIF 2.1.0 (OASIS Standard, 27 March 2020, with errata 01), for code scanning services and viewers. Lines and columns count from 1,
// columns in UTF-16 code units.
import type {
  ArtifactLocation,
  Fix,
  Location,
  Log,
  Notification,
  PhysicalLocation,
  Region,
  ReportingDescriptor,
  Result,
  Run,
  Suppression,
} from 'sarif';
import { jsonPieces, Listing } from '../../report/json-pieces.ts';
import { type ReportEntry, type ShownFinding, showFinding } from '../../report/report-entry.ts';
import { version } from '../../report/version.ts';
import type { Finding } from '../../rules/finding.ts';
import { type Language, renderSource } from '../../rules/render.ts';
import type { Rule, Severity } from '../../rules/rule.ts';
import { projectUri, rulePageUri } from '../../rules/rule-page.ts';
import type { Range } from '../../text/line-index.ts';
import { entriesByPath, type Report } from '../report.ts';
import type { Format } from './format.ts';

export const sarif = function* (report, { language }) {
  const files = [...entriesByPath(report.entries)];
  const indexOf = new Map(files.map(([path], index) => [path, index]));
  const run: Omit<Run, 'results'> = {
    tool: {
      driver: {
        name: 'govplan',
        version,
        semanticVersion: version,
        informationUri: projectUri,
        language: languageTag(language),
        rules: report.catalogue.map((rule) => descriptor(rule, language)),
      },
    },
    language: languageTag(language),
    columnKind: 'utf16CodeUnits',
    invocations: [
      {
        executionSuccessful: report.incomplete.length === 0,
        toolExecutionNotifications: report.incomplete.map((text): Notification => ({ level: 'error', message: { text } })),
      },
    ],
    artifacts: files.map(([path, entries]) => {
      const sha256 = entries[0]?.sha256;
      return {
        location: { uri: uriOf(path) },
        mimeType: 'application/yaml',
        encoding: 'UTF-8',
        ...(sha256 && { hashes: { 'sha-256': sha256 } }),
      };
    }),
  };
  const log: Omit<Log, 'runs'> = {
    $schema: 'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json',
    version: '2.1.0',
  };
  const results = new Listing(resultsOf(report, language, indexOf));
  yield* jsonPieces({ ...log, runs: new Listing([{ ...run, results }]) });
  yield '\n';
} satisfies Format;

function* resultsOf(report: Report, language: Language, indexOf: ReadonlyMap<string, number>): Generator<Result> {
  for (const entry of report.entries) {
    for (const finding of entry.findings) {
      const result = resultOf(finding, entry, report, language, indexOf);
      yield entry.known ? { ...result, baselineState: 'new' } : result;
    }
    for (const finding of entry.known ?? []) {
      yield {
        ...resultOf(finding, entry, report, language, indexOf),
        baselineState: 'unchanged',
        suppressions: [{ kind: 'external', status: 'accepted', justification: baselineNote[language] }],
      };
    }
  }
}

function descriptor(rule: Rule, language: Language): ReportingDescriptor {
  const { id, severity, summary, why, group, profiles } = rule;
  const source = renderSource(rule, language);
  const reference = source === '' ? '' : `\n\n${source}`;
  return {
    id,
    name: pascalCase(id),
    shortDescription: { text: summary[language] },
    fullDescription: { text: why[language] },
    help: {
      text: `${summary[language]}\n\n${why[language]}${reference}`,
      markdown: `${summary[language]}\n\n${why[language]}${reference}\n\n[${id}](${rulePageUri(id)})`,
    },
    helpUri: rulePageUri(id),
    defaultConfiguration: { level: levels[severity] },
    properties: { tags: [group, ...(profiles ?? [])], 'problem.severity': problemSeverities[severity] },
  };
}

function resultOf(finding: Finding, entry: ReportEntry, report: Report, language: Language, indexOf: ReadonlyMap<string, number>): Result {
  const shown = showFinding(finding, entry, report, language);
  const artifact: ArtifactLocation = artifactOf(entry.path, indexOf);
  const location: Location = {
    physicalLocation: { artifactLocation: artifact, region: regionOf(shown.range) },
    ...(shown.entity !== undefined && { logicalLocations: [{ fullyQualifiedName: shown.entity }] }),
  };
  const suppression = suppressionOf(finding, shown, entry, artifact);
  return {
    ruleId: shown.rule,
    ruleIndex: report.catalogue.findIndex(({ id }) => id === shown.rule),
    level: levels[shown.severity],
    message: { text: shown.message },
    locations: [location],
    ...(shown.related && {
      relatedLocations: shown.related.map(({ path, range, message }, id) => ({
        id,
        message: { text: message },
        physicalLocation: { artifactLocation: artifactOf(path, indexOf), region: regionOf(range) } satisfies PhysicalLocation,
      })),
    }),
    partialFingerprints: { 'govplan/v1': shown.fingerprint },
    ...(shown.fix && { fixes: [fixOf(shown.fix, artifact)] }),
    ...(suppression && { suppressions: [suppression] }),
  };
}

function fixOf({ title, edits }: NonNullable<ShownFinding['fix']>, artifactLocation: ArtifactLocation): Fix {
  const replacements = edits.map(({ range, newText }) => ({ deletedRegion: regionOf(range), insertedContent: { text: newText } }));
  return { description: { text: title }, artifactChanges: [{ artifactLocation, replacements }] };
}

function suppressionOf(
  { suppressed: written }: Finding,
  { suppressed }: ShownFinding,
  entry: ReportEntry,
  artifact: ArtifactLocation,
): Suppression | undefined {
  if (written === undefined || suppressed === undefined) return undefined;
  const { reason, ...record } = suppressed;
  return {
    kind: 'inSource',
    status: 'accepted',
    justification: reason,
    location: { physicalLocation: { artifactLocation: artifact, region: regionOf(entry.source.lines.range(written.comment)) } },
    ...(Object.keys(record).length > 0 && { properties: record }),
  };
}

function artifactOf(path: string, indexOf: ReadonlyMap<string, number>): ArtifactLocation {
  const index = indexOf.get(path);
  return { uri: uriOf(path), ...(index !== undefined && { index }) };
}

function regionOf({ start, end }: Range): Region {
  return { startLine: start.line + 1, startColumn: start.character + 1, endLine: end.line + 1, endColumn: end.character + 1 };
}

/** A relative reference: every name percent-encoded, so that Chinese names and names with a colon are URIs. */
function uriOf(path: string): string {
  return path.split('/').map(encodeURIComponent).join('/');
}

function pascalCase(id: string): string {
  return id.replace(/(?:^|-)([a-z0-9])/g, (_, letter: string) => letter.toUpperCase());
}

const baselineNote = { en: 'Known from the baseline.', zh: '已列入基线。' };

function languageTag(language: Language): string {
  return language === 'zh' ? 'zh-CN' : 'en-US';
}

const levels: Readonly<Record<Severity, 'error' | 'warning' | 'note'>> = { error: 'error', warning: 'warning', information: 'note' };

/** The words of GitHub's code scanning. */
const problemSeverities: Readonly<Record<Severity, string>> = { error: 'error', warning: 'warning', information: 'recommendation' };
