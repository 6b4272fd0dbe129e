// `govplan diff`: two files, two folders, or what is here with what was there at a revision.
import { stat } from 'node:fs/promises';
import { relative, resolve } from 'node:path';
import { canonicalPath, toFileId } from '../../io/disk-host.ts';
import { type ComparedRoots, compareRuns, entriesOfNew } from '../../report/diff/compare.ts';
import { tellHidden } from '../../report/diff/hidden.ts';
import { printable } from '../../report/printable.ts';
import { catalogue } from '../../rules/catalogue.generated.ts';
import type { Config } from '../../workspace/config.ts';
import type { FileId } from '../../workspace/host.ts';
import { isFault, parseArguments, type UsageFault, usageFault } from '../arguments.ts';
import { askedColour, type RunCommand } from '../command.ts';
import { exitCodeOf } from '../exit-code.ts';
import { incompleteReasons, unreadableReasons } from '../lint/messages.ts';
import { type LintRun, lintWorkspace } from '../lint/run.ts';
import { outputRequests, runSettings, wholeNumber } from '../lint/settings.ts';
import { type Report, summarize } from '../report.ts';
import { openPast } from '../since.ts';
import type { Terminal } from '../terminal.ts';
import { lackOf, openWorkspace, searchedPaths, type Workspace } from '../workspace.ts';
import { writeOutputs } from '../write-outputs.ts';
import { diffFormats, type ReportedDifference } from './formats.ts';
import { diffFormatNames, diffOptions } from './options.ts';

export const diff: RunCommand = async (argv, terminal, language) => {
  const parsed = parseArguments(argv, diffOptions);
  if (isFault(parsed)) return parsed;
  const { values, positionals } = parsed;
  const settings = runSettings(values, catalogue, terminal);
  if (isFault(settings)) return settings;
  const maxWarnings = wholeNumber('--max-warnings', values['max-warnings']);
  if (typeof maxWarnings === 'object') return maxWarnings;
  const outputs = outputRequests(values.format, diffFormatNames);
  if (isFault(outputs)) return outputs;
  const sides =
    values.since === undefined
      ? await openBoth(positionals, values, terminal)
      : await openSince(values.since, positionals, values, terminal);
  if (isFault(sides)) return sides;

  const runOf = (workspace: Workspace): Promise<LintRun> => lintWorkspace({ workspace, settings, now: terminal.now });
  const [before, after] = [await runOf(sides.before), await runOf(sides.after)];
  const compared = await tellHidden(compareRuns(before, after, sides.roots), before.linted, after.linted);
  const entries = entriesOfNew(compared, sides.after.shown);
  const incomplete = [...incompleteReasons(before, language), ...incompleteReasons(after, language)];
  const fresh: Report = { asOf: after.asOf, entries, summary: summarize(entries), catalogue, incomplete, shown: sides.after.shown };
  const difference: ReportedDifference = { compared, fresh };
  const failures = await writeOutputs(
    outputs,
    async (format, context) => (await diffFormats[format].load())(difference, context),
    (format) => diffFormats[format].forReaders || values.lang !== undefined,
    { terminal, language, colour: askedColour(values) },
  );
  sides.close();
  const unreadable = [...unreadableReasons(before, language), ...unreadableReasons(after, language)];
  for (const complaint of [...unreadable, ...failures, ...incomplete]) terminal.stderr.write(`govplan diff: ${printable(complaint)}\n`);
  return exitCodeOf(fresh, { maxWarnings, isBroken: unreadable.length + failures.length > 0 });
};

interface Sides {
  readonly before: Workspace;
  readonly after: Workspace;
  readonly roots: ComparedRoots;
  close(): void;
}

type InputValues = Parameters<typeof openWorkspace>[1];

async function openBoth(positionals: readonly string[], values: InputValues, terminal: Terminal): Promise<Sides | UsageFault> {
  const [old, now, extra] = positionals;
  if (old === undefined || now === undefined || extra !== undefined) {
    return usageFault(
      'name two files or two folders, the older one first; or --since REV and what to compare.',
      '请给出两个文件或两个文件夹，旧的在前；或使用 --since REV 并给出比较对象。',
    );
  }
  // Plans may come where none were, and go until none are left.
  const options = { ...values, mayLack: true };
  const after = await openWorkspace([now], options, catalogue, terminal);
  if (isFault(after)) return after;
  const before = await openWorkspace([old], options, catalogue, terminal);
  if (isFault(before)) return before;
  const failures = [...before.failures, ...after.failures];
  const absent = failures.find(({ kind }) => kind === 'absent')?.path;
  if (absent !== undefined) {
    // Whoever comes from git names revisions here.
    return usageFault(
      `there is no file or folder '${absent}'. What is here is compared with a git revision by --since REV.`,
      `没有文件或文件夹“${absent}”。与 git 修订版本比较请使用 --since REV。`,
    );
  }
  const lack = lackOf([old, now], [...before.files, ...after.files], failures);
  if (lack) return lack;
  const [oldPath, newPath] = await Promise.all([old, now].map((path) => locate(terminal.cwd, path)));
  if (oldPath === undefined || newPath === undefined || oldPath.isFolder !== newPath.isFolder)
    return usageFault('a file and a folder cannot be compared.', '文件与文件夹不能比较。');
  const roots = { before: oldPath.id, after: newPath.id };
  return { before: underConfigOf(before, after, roots), after, roots, close: () => {} };
}

/** The older version is judged by the configuration of the newer one: what is new then comes from the plans alone. */
function underConfigOf(before: Workspace, after: Workspace, roots: ComparedRoots): Workspace {
  const mapped = (file: FileId): FileId => {
    const way = relative(roots.before, file);
    if (way === '') return roots.after;
    return way.startsWith('..') ? file : `${roots.after}/${toFileId(way)}`;
  };
  const configFor = async (file: FileId): Promise<Config> => {
    const config = await after.configFor(mapped(file));
    return { ...config, rulesFor: (other) => config.rulesFor(mapped(other)) };
  };
  return { ...before, configFor };
}

async function openSince(
  revision: string,
  positionals: readonly string[],
  values: InputValues,
  terminal: Terminal,
): Promise<Sides | UsageFault> {
  const paths = searchedPaths(positionals, values, terminal);
  const found = await openWorkspace(paths, { ...values, mayLack: true }, catalogue, terminal);
  if (isFault(found)) return found;
  const past = await openPast(revision, paths, found, terminal.cwd);
  if (isFault(past)) return past;
  const after = { ...found, failures: found.failures.filter((failure) => !past.had(failure.path)) };
  const lack = lackOf(paths, [...past.workspace.files, ...after.files], after.failures);
  if (lack) {
    past.close();
    return lack;
  }
  const root = toFileId(after.root);
  return { before: past.workspace, after, roots: { before: root, after: root }, close: past.close };
}

async function locate(cwd: string, path: string): Promise<{ readonly id: FileId; readonly isFolder: boolean } | undefined> {
  const canonical = await canonicalPath(resolve(cwd, path));
  const found = canonical === undefined ? undefined : await stat(canonical).catch(() => undefined);
  return canonical === undefined || found === undefined ? undefined : { id: toFileId(canonical), isFolder: found.isDirectory() };
}
