// Finds what there is to say: opens the workspace, lints it, mends it where that is asked for, and leaves out what `--since` does.
import { resolve } from 'node:path';
import { compileAsUsual, compileLater } from '../../io/compiler.ts';
import { growNewSpaceAsUsual, keepNewSpace } from '../../io/new-space.ts';
import type { Language } from '../../rules/render.ts';
import { isFault, type UsageFault } from '../arguments.ts';
import { createProgress } from '../progress.ts';
import { openPast } from '../since.ts';
import type { Terminal } from '../terminal.ts';
import { openWorkspace, type Workspace } from '../workspace.ts';
import { bytesIn } from './amount.ts';
import { type Baseline, readBaseline } from './baseline.ts';
import { createCache, type EntryStore, folderStore } from './cache.ts';
import { createCrew } from './crew.ts';
import { type FixedFile, fixFiles, markBefore, unifiedDiff, writeFixed } from './fixes.ts';
import { fill, texts, unwritableReason } from './messages.ts';
import type { LintRequest } from './request.ts';
import { type LintRun, lintWorkspace } from './run.ts';
import type { LintValues } from './settings.ts';
import { isInShard } from './shard.ts';

/** In bytes: with less there is little that runs often. */
const muchToDo = 48 * 1024;

/** In bytes: a second's work. */
const longToDo = 2 * 1024 * 1024;

/** In bytes: of a longer text, each look for what has stayed takes so long that there had better be few. */
const mostInNewSpace = 3 * 1024 * 1024;

export interface Found {
  readonly run: LintRun;
  readonly workspace: Workspace;
  readonly baseline: Baseline | undefined;
  /** Files whose fixes were not written. */
  readonly refused: readonly string[];
}

/** `memory` keeps what was found from one time to the next, where no folder does. */
export async function findAll(
  { values, paths, settings, shard, threads, limit, isPlain, digests, classifies }: LintRequest,
  terminal: Terminal,
  language: Language,
  memory?: EntryStore,
): Promise<Found | UsageFault> {
  const stdinName = values.stdin ? (values['stdin-filename'] ?? 'stdin.plan.yaml') : undefined;
  const opened = await openWorkspace(paths, { ...values, digests }, settings.catalogue, terminal, stdinName);
  if (isFault(opened)) return opened;
  const workspace = shard ? { ...opened, files: opened.files.filter(({ path }) => isInShard(path, shard)) } : opened;
  const baseline = values.baseline === undefined ? undefined : await readBaseline(terminal.cwd, values.baseline, values['update-baseline']);
  if (baseline && isFault(baseline)) return baseline;
  const past = values.since === undefined ? undefined : await openPast(values.since, paths, workspace, terminal.cwd);
  if (past && isFault(past)) return past;

  const folder = isPlain && values.cache !== undefined ? resolve(terminal.cwd, values.cache || '.govplan-cache') : undefined;
  const store = folder === undefined ? (isPlain ? memory : undefined) : folderStore(folder);
  const cache = store && createCache(store, workspace);
  const { catalogue: _, ...judged } = settings;
  const inputs = { config: values.config, 'no-config': values['no-config'], root: values.root, digests };
  const task = { cwd: terminal.cwd, paths, options: inputs, settings: judged, cache: folder, classifies };
  const crew = createCrew(threads, terminal, workspace, task, cache);
  const amount = bytesIn(workspace.files, mostInNewSpace);
  const isMuch = amount >= muchToDo;
  if (isMuch && crew === undefined) compileLater(amount < longToDo ? 'short' : 'long');
  if (isMuch && workspace.files.length === 1 && amount < mostInNewSpace) keepNewSpace();
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
        cache: crew?.cache ?? cache,
        isShard: shard !== undefined,
        // What is mended or compared is needed once more; what is watched is asked what was linted.
        lean: isPlain && memory === undefined && workspace.files.length > 1 ? { classifies } : undefined,
      });
    } finally {
      progress.stop();
      await crew?.stop();
      if (isMuch) setUsualFlags();
    }
  };
  const stdin = values.stdin ? await terminal.readStdin() : undefined;
  const first = await lintOnce(stdin);
  const { run: whole, refused } = await mend(first, values, stdin, lintOnce, terminal, language);
  const run = past ? await (await import('./caused.ts')).onlyCaused(whole, past, workspace, settings, terminal) : whole;
  return { run, workspace, baseline, refused };
}

function setUsualFlags(): void {
  compileAsUsual();
  growNewSpaceAsUsual();
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
    for (const file of fixed) terminal.stdout.write(unifiedDiff(file, await markBefore(file, stdin)));
    return { run: first, refused: [] };
  }
  if (stdin) {
    // Whoever pipes a document in wants the document back, mended or not; what is left to say goes to standard error.
    const [only] = fixed;
    const back = only ? new TextEncoder().encode((await markBefore(only, stdin)) + only.text) : stdin;
    terminal.stdout.write(back);
    return { run: only ? await lintOnce(back) : first, refused: [] };
  }
  const refused: string[] = [];
  let applied = 0;
  for (const file of fixed) {
    const failure = await tryWriting(file, language);
    if (failure) refused.push(failure);
    else applied += file.applied;
  }
  if (applied > 0) terminal.stderr.write(`${fill(texts.fixed[language], { count: applied, files: fixed.length - refused.length })}\n`);
  return { run: fixed.length > refused.length ? await lintOnce(undefined) : first, refused };
}

async function tryWriting(file: FixedFile, language: Language): Promise<string | undefined> {
  const { path } = file.linted.file;
  try {
    return (await writeFixed(file)) ? undefined : fill(texts.changed[language], { path });
  } catch (error) {
    return unwritableReason(path, error, language);
  }
}
