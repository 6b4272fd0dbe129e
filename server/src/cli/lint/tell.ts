// Says what a run found: what the baseline does not know, in each format to where it belongs; complaints on standard error; an exit code.
import { printable } from '../../report/printable.ts';
import type { RunSettings } from '../../rules/lint-options.ts';
import type { Language } from '../../rules/render.ts';
import { askedColour } from '../command.ts';
import { exitCodeOf, hasTooManyWarnings } from '../exit-code.ts';
import { formats } from '../format/formats.ts';
import { atLeast, type Report, type ShardFacts, type ShardKnown, summarize } from '../report.ts';
import type { ExitCode, Terminal } from '../terminal.ts';
import type { Workspace } from '../workspace.ts';
import { writeOutputs } from '../write-outputs.ts';
import { applyBaseline, type Baseline, isOfConfiguration, type KnownFinding, placeOf, readBaseline, updateBaseline } from './baseline.ts';
import type { Found } from './find.ts';
import { fill, incompleteReasons, printStats, staleReasons, texts, unreadableReasons, unwritableReason } from './messages.ts';
import type { LintRequest } from './request.ts';
import type { LintRun } from './run.ts';
import { type LintValues, type OutputRequest, reportedSeverity } from './settings.ts';
import { isInShard, type Shard, shardFacts, shardKnown } from './shard.ts';

export async function tell(
  { run: whole, workspace, baseline, refused }: Found,
  { values, settings, outputs, shard, maxWarnings }: LintRequest,
  terminal: Terminal,
  language: Language,
): Promise<ExitCode> {
  const { run, stale, unused, failures } = await settle(whole, baseline, values, shard && { shard, workspace }, terminal, language);
  const facts = shard && { ...factsOf(run, shard, values, settings, language), ...(baseline && { known: unused }) };
  const report = reportOf(run, workspace, settings.catalogue, language, facts);
  const written = await writeReports(report, values, outputs, terminal, language);
  if (values.stats) printStats(run, terminal, language);
  const complaints = [
    ...unreadableReasons(run, language),
    ...refused,
    ...failures,
    ...written,
    ...staleReasons(stale, language),
    ...report.incomplete,
    ...tooManyReasons(report, maxWarnings, language),
  ];
  const said = complaints.map((complaint) => `govplan lint: ${printable(complaint)}\n`).join('');
  if (said !== '') terminal.stderr.write(said);
  // What fails the run is judged by everything that was found, reported or not.
  const isBroken = run.unreadable.length + refused.length + failures.length + written.length > 0;
  return exitCodeOf(report, { maxWarnings, isBroken, isStale: values['baseline-strict'] && stale.length > 0 });
}

function factsOf(run: LintRun, shard: Shard, values: LintValues, { asOf, today }: RunSettings, language: Language): ShardFacts {
  const lang = values.lang === undefined ? 'en' : language;
  return shardFacts(run, { shard, language: lang, today: asOf ?? today, lowest: reportedSeverity(values) });
}

interface Settled {
  readonly run: LintRun;
  readonly stale: readonly KnownFinding[];
  /** Of a shard: what it leaves to `merge`, which knows what the others found. */
  readonly unused: readonly ShardKnown[];
  /** Why the baseline could not be written. */
  readonly failures: readonly string[];
}

/** Writes the baseline where that is asked for, and takes out of the run what it knows. */
async function settle(
  run: LintRun,
  baseline: Baseline | undefined,
  values: LintValues,
  part: { readonly shard: Shard; readonly workspace: Workspace } | undefined,
  terminal: Terminal,
  language: Language,
): Promise<Settled> {
  const nothing = { stale: [], unused: [], failures: [] };
  if (baseline === undefined) return { run, ...nothing };
  const say = (key: 'baselined' | 'known', count: number): void => terminal.stderr.write(`${fill(texts[key][language], { count })}\n`);
  if (values['update-baseline']) {
    try {
      say('baselined', await updateBaseline(run.entries, baseline));
    } catch (error) {
      return { run, ...nothing, failures: [unwritableReason(values.baseline ?? '', error, language)] };
    }
    const { entries } = applyBaseline(run.entries, (await readBaseline(terminal.cwd, baseline.file, false)) as Baseline);
    return { run: { ...run, entries }, ...nothing };
  }
  const shown = (known: KnownFinding): string => (part ? part.workspace.shown(placeOf(known, baseline.file)) : known.path);
  const isOfPart = part && ((known: KnownFinding) => isOfConfiguration(known) || isInShard(shown(known), part.shard));
  const { entries, stale, unused } = applyBaseline(run.entries, baseline, isOfPart);
  const count = entries.reduce((sum, entry) => sum + (entry.known?.length ?? 0), 0);
  if (count > 0) say('known', count);
  if (part === undefined) return { run: { ...run, entries }, ...nothing, stale };
  const left = unused.map((known) => shardKnown(known, shown(known), stale.includes(known)));
  return { run: { ...run, entries }, ...nothing, unused: left };
}

export function reportOf(
  run: LintRun,
  { shown }: Workspace,
  catalogue: Report['catalogue'],
  language: Language,
  shard: ShardFacts | undefined,
): Report {
  return {
    asOf: run.asOf,
    entries: run.entries,
    summary: summarize(run.entries),
    catalogue,
    incomplete: incompleteReasons(run, language),
    ...(shard && { shard }),
    shown,
  };
}

/** Writes each report to where it belongs; what could not be written is said. */
async function writeReports(
  whole: Report,
  values: LintValues,
  outputs: readonly OutputRequest[],
  terminal: Terminal,
  language: Language,
): Promise<readonly string[]> {
  const entries = atLeast(whole.entries, reportedSeverity(values));
  const report: Report = { ...whole, entries, summary: summarize(entries) };
  // With a diff on standard output, or a mended document, reports go elsewhere.
  const requests = outputs.filter(({ file }) => file !== undefined || !values['fix-dry-run']);
  return writeOutputs(
    requests,
    async (format, context) => (await formats[format].load())(report, context),
    (format) => formats[format].forReaders || values.lang !== undefined,
    { terminal, language, colour: askedColour(values), output: values.stdin && values.fix ? terminal.stderr : terminal.stdout },
  );
}

/** Said where nothing else tells why the run fails: the warnings may not even be shown. */
function tooManyReasons({ summary }: Report, most: number | undefined, language: Language): readonly string[] {
  if (most === undefined || summary.errors > 0 || !hasTooManyWarnings(summary, most)) return [];
  return [fill(texts.tooMany[language], { count: summary.warnings, most })];
}
