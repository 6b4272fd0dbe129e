// `lint --watch`: says the result, waits until something changes that it depends on, and says it again. Only what depends on the change is
// linted; a change that is none (a file that was touched, a file of somebody else) says nothing.

import { dirname, posix, resolve } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { canonicalPath, toFileId } from '../../io/disk-host.ts';
import { isFolder } from '../../io/folders.ts';
import { watchFolders } from '../../io/watch-folders.ts';
import { displayWidth } from '../../report/display-width.ts';
import { printable } from '../../report/printable.ts';
import type { Language } from '../../rules/render.ts';
import { configFileName } from '../../workspace/config-shape.ts';
import type { FileId } from '../../workspace/host.ts';
import { isFault, type UsageFault } from '../arguments.ts';
import { json } from '../format/json.ts';
import { type ExitCode, exitCodes, type Terminal } from '../terminal.ts';
import { memoryStore } from './cache.ts';
import { type Found, findAll } from './find.ts';
import { fill, texts } from './messages.ts';
import type { LintRequest } from './request.ts';
import { reportOf, tell } from './tell.ts';

/** Milliseconds in which the notices of one change come in: an editor that saves makes several. */
const patience = 60;

/** Ends when the user does, with the exit code of the last result. What is wrong with the arguments is said at once. */
export async function watchPlans(request: LintRequest, terminal: Terminal, language: Language): Promise<ExitCode | UsageFault> {
  const store = memoryStore();
  const changes = createChanges();
  const look = (): Promise<Found | UsageFault> =>
    findAll({ ...request, settings: { ...request.settings, today: terminal.today() } }, terminal, language, store);
  let surroundings = await surroundingsOf(undefined, request, terminal);
  const folders = watchFolders((path) => void surroundings.concerns(toFileId(path)).then((isOurs) => isOurs && changes.add(path)));
  const interrupted = terminal.untilInterrupted?.().then(() => true) ?? new Promise<true>(() => {});
  const say = (text: string): void => terminal.stderr.write(`govplan lint: ${printable(text)}\n`);

  let code: ExitCode = exitCodes.clean;
  let said: string | undefined;
  let isAnnounced = false;
  try {
    for (let changed: readonly string[] = []; ; ) {
      const found = await look();
      if (isFault(found) && said === undefined) return found;
      const state = isFault(found) ? found.fault.en : stateOf(found, request, language);
      const isNews = state !== said || (!isFault(found) && found.run.linted.length > 0);
      if (isNews) {
        if (said !== undefined) terminal.stderr.write(separator(changed, found, terminal, language));
        if (isFault(found)) {
          say(found.fault[language]);
          code = exitCodes.usage;
        } else code = await tell(found, request, terminal, language);
        said = state;
        isAnnounced = false;
      }
      if (!isFault(found)) surroundings = await surroundingsOf(found, request, terminal);
      const { isNew, failures } = await folders.update(surroundings.folders);
      for (const { folder, code: reason } of failures) say(fill(texts.unwatched[language], { path: folder, code: reason }));
      // What happened before the folders were watched is seen by looking once more.
      if (isNew) continue;
      if (!isAnnounced) terminal.stderr.write(`${fill(texts.watching[language], { count: surroundings.files })}\n`);
      isAnnounced = true;
      if (await Promise.race([interrupted, changes.any().then(() => false)])) return code;
      await wait(patience);
      changed = changes.take();
    }
  } finally {
    folders.close();
  }
}

interface Changes {
  add(path: string): void;
  /** Waits until there is one. */
  any(): Promise<void>;
  take(): readonly string[];
}

function createChanges(): Changes {
  const pending = new Set<string>();
  let wake = (): void => {};
  return {
    add: (path) => {
      pending.add(path);
      wake();
    },
    any: () =>
      new Promise((resolve) => {
        wake = resolve;
        if (pending.size > 0) resolve();
      }),
    take: () => {
      const taken = [...pending];
      pending.clear();
      return taken;
    },
  };
}

/** What a result depends on. */
interface Surroundings {
  readonly folders: ReadonlySet<string>;
  /** How many files were linted. */
  readonly files: number;
  /** Whether a change of this path may change the result. */
  concerns(path: FileId): Promise<boolean>;
}

/** Of what was found; before anything is, of what was named. */
async function surroundingsOf(found: Found | undefined, { values, paths }: LintRequest, terminal: Terminal): Promise<Surroundings> {
  const cwd = (await canonicalPath(terminal.cwd)) ?? terminal.cwd;
  const searched = new Set(found?.workspace.folders.map(toFileId));
  const named = [...paths, values.config, values.baseline].flatMap((path) => (path === undefined ? [] : [resolve(cwd, path)]));
  const files = new Set([...named.map(toFileId), ...(found?.run.reached ?? [])]);
  // Any folder from a plan upwards may get a configuration, or an ignore file.
  for (const folder of foldersAbove([...files, ...[...searched].map((folder) => `${folder}/.`)])) {
    for (const name of [configFileName, '.gitignore']) files.add(posix.join(folder, name));
  }
  const above = foldersAbove(files);
  return {
    folders: new Set([...searched, ...[...files].map((file) => dirname(file))]),
    files: new Set(found?.run.entries.map(({ path }) => path)).size,
    concerns: async (path) => {
      if (files.has(path) || above.has(path) || searched.has(path)) return true;
      if (found === undefined || !searched.has(posix.dirname(path))) return false;
      // A file that a search would find, or a folder in which it would find some.
      return (await found.workspace.configFor(path)).selects(path) || isFolder(path);
    },
  };
}

function foldersAbove(files: Iterable<FileId>): ReadonlySet<FileId> {
  const folders = new Set<FileId>();
  for (const file of files) {
    for (let folder = posix.dirname(file); !folders.has(folder); folder = posix.dirname(folder)) folders.add(folder);
  }
  return folders;
}

/** All that a result says, to be compared with the next. */
function stateOf({ run, workspace, baseline }: Found, { settings }: LintRequest, language: Language): string {
  const report = reportOf(run, workspace, settings.catalogue, language, undefined);
  return [...json(report, { language, colour: false, columns: undefined }), JSON.stringify([run.unreadable, baseline?.findings])].join('');
}

/** Stands between two results and says what changed. */
function separator(changed: readonly string[], found: Found | UsageFault, terminal: Terminal, language: Language): string {
  const shown = isFault(found) ? changed : changed.map((path) => found.workspace.shown(toFileId(path)));
  const names = shown.length > 0 || isFault(found) ? shown : found.run.linted.map(({ file }) => file.path);
  const paths = printable(names.slice(0, 3).join(', '));
  const more = names.length - 3;
  const text = ` ${fill(texts[more > 0 ? 'rerunMore' : 'rerun'][language], { paths, more })} `;
  const width = Math.max(0, Math.min(terminal.stderr.columns ?? 80, 120) - displayWidth(text) - 4);
  return `\n────${text}${'─'.repeat(width)}\n`;
}
