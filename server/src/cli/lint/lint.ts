// `govplan lint`: from arguments to reports and an exit code.
import { resolve } from 'node:path';
import { printable } from '../../report/printable.ts';
import { catalogue as everyRule } from '../../rules/catalogue.generated.ts';
import type { RunSettings } from '../../rules/lint-options.ts';
import type { Language } from '../../rules/render.ts';
import type { Rule } from '../../rules/rule.ts';
import { isFault, parseArguments, type UsageFault, usageFault } from '../arguments.ts';
import { askedColour, type RunCommand } from '../command.ts';
import { formatNames, formats } from '../format/formats.ts';
import { createProgress } from '../progress.ts';
import { atLeast, type Report, type ShardFacts, summarize } from '../report.ts';
import { openPast } from '../since.ts';
import { type ExitCode, exitCodes, type Terminal } from '../terminal.ts';
import { openWorkspace, type Workspace } from '../workspace.ts';
import { writeOutputs } from '../write-outputs.ts';
import { applyBaseline, type Baseline, type KnownFinding, readBaseline, updateBaseline } from './baseline.ts';
import { createCache } from './cache.ts';
import { onlyCaused } from './caused.ts';
import { createCrew } from './crew.ts';
import { type FixedFile, fixFiles, unifiedDiff, writeFixed } from './fixes.ts';
import { incompleteReasons, printStats, staleReasons, texts, unreadableReasons } from './messages.ts';
import { lintOptions } from './options.ts';
import { type LintRun, lintWorkspace } from './run.ts';
import { type LintValues, type OutputRequest, outputRequests, reportedSeverity, runSettings, timeLimit, wholeNumber } from './settings.ts';
import { isInShard, readShard, type Shard, shardFacts } from './shard.ts';

export const lint: RunCommand = (argv, terminal, language) => lintWith(everyRule, argv, terminal, language);

/** The command with the rules of a catalogue. */
export async function lintWith(
  catalogue: readonly Rule[],
  argv: readonly string[],
  terminal: Terminal,
  language: Language,
): Promise<ExitCode | UsageFault> {
  const parsed = parseArguments(argv, lintOptions);
  if (isFault(parsed)) return parsed;
  const { values, positionals } = parsed;
  const conflict = conflictOf(values, positionals);
  if (conflict) return conflict;
  const settings = runSettings(values, catalogue, terminal);
  if (isFault(settings)) return settings;
  const maxWarnings = wholeNumber('--max-warnings', values['max-warnings']);
  if (typeof maxWarnings === 'object') return maxWarnings;
  const concurrency = wholeNumber('--concurrency', values.concurrency);
  if (typeof concurrency === 'object') return concurrency;
  const limit = timeLimit(values.timeout);
  if (typeof limit === 'object') return limit;
  const outputs = outputRequests(values.format, formatNames);
  if (isFault(outputs)) return outputs;
  if (values['fix-dry-run'] && values.format.length > 0 && outputs.some(({ file }) => file === undefined)) {
    return usageFault(
      '--fix-dry-run prints a diff on standard output: give the format a file, as in json:FILE.',
      '--fix-dry-run 在标准输出中显示差异，请为该格式指定文件，如 json:FILE。',
    );
  }
  const paths = positionals.length === 0 ? ['.'] : positionals;
  const stdinName = values.stdin ? (values['stdin-filename'] ?? 'stdin.plan.yaml') : undefined;
  const shard = readShard(values.shard);
  if (shard && isFault(shard)) return shard;
  const opened = await openWorkspace(paths, values, catalogue, terminal, stdinName);
  if (isFault(opened)) return opened;
  const workspace = shard ? { ...opened, files: opened.files.filter(({ path }) => isInShard(path, shard)) } : opened;
  const baseline = values.baseline === undefined ? undefined : await readBaseline(terminal.cwd, values.baseline, values['update-baseline']);
  if (baseline && isFault(baseline)) return baseline;
  const past = values.since === undefined ? undefined : await openPast(values.since, paths, workspace, terminal.cwd);
  if (past && isFault(past)) return past;

  // What is mended, compared or typed in is looked at here; so is everything under rules that a thread does not know.
  const isPlain = !values.fix && !values['fix-dry-run'] && values.since === undefined && !values.stdin;
  const folder = isPlain && values.cache !== undefined ? resolve(terminal.cwd, values.cache || '.govplan-cache') : undefined;
  const disk = folder === undefined ? undefined : createCache(folder, workspace);
  const threads = isPlain && catalogue === everyRule ? (concurrency ?? 1) : 1;
  const { catalogue: _, ...judged } = settings;
  const inputs = { config: values.config, 'no-config': values['no-config'], root: values.root };
  const task = { cwd: terminal.cwd, paths, options: inputs, settings: judged, cache: folder };
  const crew = createCrew(threads, terminal.program, workspace, task, disk);
  const deadline = limit === undefined ? undefined : terminal.now() + limit;
  const lintOnce = async (bytes: Uint8Array | undefined): Promise<LintRun> => {
    const progress = createProgress(terminal);
    try {
      return await lintWorkspace({
        workspace,
        settings,
        stdin: bytes,
        deadline,
        now: terminal.now,
        progress: progress.update,
        cache: crew?.cache ?? disk,
        isShard: shard !== undefined,
      });
    } finally {
      progress.stop();
      await crew?.stop();
    }
  };
  const stdin = values.stdin ? await terminal.readStdin() : undefined;
  const first = await lintOnce(stdin);
  const { run: whole, refused } = await mend(first, values, stdin, lintOnce, terminal, language);
  const caused = past ? await onlyCaused(whole, past, workspace, settings, terminal) : whole;
  const { run, stale, failures } = await settle(caused, baseline, values, terminal, language);
  const report = reportOf(run, workspace, catalogue, language, shard && factsOf(run, shard, values, settings, language));
  const written = await writeReports(report, values, outputs, terminal, language);
  if (values.stats) printStats(run, terminal, language);
  const complaints = [
    ...unreadableReasons(run, language),
    ...refused,
    ...failures,
    ...written,
    ...staleReasons(stale, language),
    ...report.incomplete,
  ];
  for (const complaint of complaints) terminal.stderr.write(`govplan lint: ${printable(complaint)}\n`);
  const isBroken = run.unreadable.length + refused.length + failures.length + written.length > 0;
  return exitCode(report, run, maxWarnings, isBroken, values['baseline-strict'] && stale.length > 0);
}

function factsOf(run: LintRun, shard: Shard, values: LintValues, { asOf, today }: RunSettings, language: Language): ShardFacts {
  const lang = values.lang === undefined ? 'en' : language;
  return shardFacts(run, { shard, language: lang, today: asOf ?? today, lowest: reportedSeverity(values) });
}

interface Settled {
  readonly run: LintRun;
  readonly stale: readonly KnownFinding[];
  /** Why the baseline could not be written. */
  readonly failures: readonly string[];
}

/** Writes the baseline where that is asked for, and takes out of the run what it knows. */
async function settle(
  run: LintRun,
  baseline: Baseline | undefined,
  values: LintValues,
  terminal: Terminal,
  language: Language,
): Promise<Settled> {
  if (baseline === undefined) return { run, stale: [], failures: [] };
  const say = (key: 'baselined' | 'known', count: number): void =>
    terminal.stderr.write(`${texts[key][language].replace('{count}', String(count))}\n`);
  if (values['update-baseline']) {
    try {
      say('baselined', await updateBaseline(run.entries, baseline));
    } catch (error) {
      const reason = (error as NodeJS.ErrnoException).code ?? String(error);
      return {
        run,
        stale: [],
        failures: [texts.unwritable[language].replace('{path}', values.baseline ?? '').replace('{reason}', reason)],
      };
    }
    const { entries } = applyBaseline(run.entries, (await readBaseline(terminal.cwd, baseline.file, false)) as Baseline);
    return { run: { ...run, entries }, stale: [], failures: [] };
  }
  const { entries, stale } = applyBaseline(run.entries, baseline);
  const known = entries.reduce((sum, entry) => sum + (entry.known?.length ?? 0), 0);
  if (known > 0) say('known', known);
  return { run: { ...run, entries }, stale, failures: [] };
}

/** Options that make no sense together. */
function conflictOf(values: LintValues, positionals: readonly string[]): UsageFault | undefined {
  if (values.fix && values['fix-dry-run'])
    return usageFault('--fix and --fix-dry-run exclude each other.', '--fix 与 --fix-dry-run 不能同时使用。');
  if (values.baseline === undefined && (values['update-baseline'] || values['baseline-strict']))
    return usageFault(
      '--update-baseline and --baseline-strict need --baseline FILE.',
      '--update-baseline 和 --baseline-strict 须与 --baseline FILE 同时使用。',
    );
  if (values['update-baseline'] && (values.since !== undefined || values.stdin)) {
    return usageFault(
      '--update-baseline takes all findings of files: --since and --stdin do not go with it.',
      '--update-baseline 记录文件的全部结果，不能与 --since 或 --stdin 同时使用。',
    );
  }
  if (values.shard !== undefined && (values['update-baseline'] || values.since !== undefined || values.stdin)) {
    return usageFault(
      '--shard looks at a part of the files: --update-baseline, --since and --stdin do not go with it.',
      '--shard 仅检查部分文件，不能与 --update-baseline、--since 或 --stdin 同时使用。',
    );
  }
  if (values.since !== undefined && (values.stdin || values.fix || values['fix-dry-run'])) {
    return usageFault(
      '--since looks at what is in the files: --stdin, --fix and --fix-dry-run do not go with it.',
      '--since 针对文件内容，不能与 --stdin、--fix 或 --fix-dry-run 同时使用。',
    );
  }
  if (values['stdin-filename'] !== undefined && !values.stdin)
    return usageFault('--stdin-filename needs --stdin.', '--stdin-filename 须与 --stdin 同时使用。');
  if (values.stdin && positionals.length > 0) {
    return usageFault(
      `--stdin reads one document; '${positionals[0]}' cannot be linted with it.`,
      `--stdin 只读取一个文件，不能同时检查“${positionals[0]}”。`,
    );
  }
  return undefined;
}

interface Mended {
  readonly run: LintRun;
  /** Files whose fixes were not written. */
  readonly refused: readonly string[];
}

/** Applies or shows the safe fixes, where they are asked for. After `--fix` the run is that of the fixed files. */
async function mend(
  first: LintRun,
  values: LintValues,
  stdin: Uint8Array | undefined,
  lintOnce: (bytes: Uint8Array | undefined) => Promise<LintRun>,
  terminal: Terminal,
  language: Language,
): Promise<Mended> {
  if (!values.fix && !values['fix-dry-run']) return { run: first, refused: [] };
  const fixed = await fixFiles(first.linted);
  if (values['fix-dry-run']) {
    for (const file of fixed) terminal.stdout.write(unifiedDiff(file));
    return { run: first, refused: [] };
  }
  if (stdin) {
    // Whoever pipes a document in wants the document back, mended or not; what is left to say goes to standard error.
    const text = fixed[0]?.text ?? new TextDecoder().decode(stdin);
    terminal.stdout.write(text);
    return { run: fixed.length > 0 ? await lintOnce(new TextEncoder().encode(text)) : first, refused: [] };
  }
  const refused: string[] = [];
  let applied = 0;
  for (const file of fixed) {
    const failure = await tryWriting(file, language);
    if (failure) refused.push(failure);
    else applied += file.applied;
  }
  if (applied > 0)
    terminal.stderr.write(
      `${texts.fixed[language].replace('{count}', String(applied)).replace('{files}', String(fixed.length - refused.length))}\n`,
    );
  return { run: fixed.length > refused.length ? await lintOnce(undefined) : first, refused };
}

async function tryWriting(file: FixedFile, language: Language): Promise<string | undefined> {
  const { path } = file.linted.file;
  try {
    return (await writeFixed(file)) ? undefined : texts.changed[language].replace('{path}', path);
  } catch (error) {
    return texts.unwritable[language].replace('{path}', path).replace('{reason}', (error as NodeJS.ErrnoException).code ?? String(error));
  }
}

function reportOf(
  run: LintRun,
  { shown }: Workspace,
  catalogue: readonly Rule[],
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

/** What fails the run is judged by everything that was found, reported or not. */
function exitCode(
  { summary, incomplete }: Report,
  run: LintRun,
  maxWarnings: number | undefined,
  isBroken: boolean,
  isStale: boolean,
): ExitCode {
  if (isBroken || run.unreadable.length > 0) return exitCodes.usage;
  if (incomplete.length > 0) return exitCodes.incomplete;
  const tooManyWarnings = maxWarnings !== undefined && summary.warnings > maxWarnings;
  return summary.errors > 0 || tooManyWarnings || isStale ? exitCodes.findings : exitCodes.clean;
}
