// What a worker thread does: takes files from the last on, as long as nobody else has taken them, lints them and sends what it found, file by
// file. A file of which it says nothing is linted by whoever asked.
import type { MessagePort } from 'node:worker_threads';
import { compileLater } from '../../io/compiler.ts';
import type { FoundFile } from '../../io/discover.ts';
import { catalogue } from '../../rules/catalogue.generated.ts';
import type { RunSettings } from '../../rules/lint-options.ts';
import type { FileId } from '../../workspace/host.ts';
import { isFault } from '../arguments.ts';
import { openWorkspace, type WorkspaceOptions } from '../workspace.ts';
import { type CachedFile, createCache, folderStore } from './cache.ts';
import { createClaims, type SharedClaims } from './claims.ts';
import { lintWorkspace } from './run.ts';

/** What the thread is started with: all of it can be copied. */
export interface WorkerTask {
  readonly cwd: string;
  readonly paths: readonly string[];
  readonly options: Omit<WorkspaceOptions, 'found'>;
  readonly settings: Omit<RunSettings, 'catalogue'>;
  readonly files: readonly FoundFile[];
  readonly claims: SharedClaims;
  /** The number under which it takes files. */
  readonly thread: number;
  /** The folder of the cache, where there is one. */
  readonly cache: string | undefined;
  /** Whether whoever asked needs the classifications. */
  readonly classifies: boolean;
}

export interface WorkerAnswer {
  readonly file: FileId;
  readonly found: CachedFile;
}

export async function runWorker(task: WorkerTask, port: MessagePort): Promise<void> {
  const { files } = task;
  const claims = createClaims(task.claims, task.thread);
  // No thread has its program still to load.
  if (claims.begin()) compileLater('long');
  const opened = await openWorkspace(task.paths, { ...task.options, found: files }, catalogue, { cwd: task.cwd });
  if (isFault(opened)) return;
  const workspace = { ...opened, files: files.toReversed() };
  const places = new Map(files.map(({ id }, place) => [id, place]));
  const disk = task.cache === undefined ? undefined : createCache(folderStore(task.cache), workspace);
  const answer = (file: FileId, found: CachedFile): void => port.postMessage({ file, found } satisfies WorkerAnswer);
  await lintWorkspace({
    workspace,
    settings: { ...task.settings, catalogue },
    now: () => 0,
    isShard: true,
    takes: ({ id }) => claims.take(places.get(id) ?? 0),
    lean: { classifies: false },
    cache: {
      classifies: task.classifies || disk !== undefined,
      find: async (file, options) => {
        const found = await disk?.find(file, options);
        if (found) answer(file, found);
        return found;
      },
      keep: async (file, options, closure, found) => {
        await disk?.keep?.(file, options, closure, found);
        answer(file, { ...found, isFresh: true });
      },
    },
  });
}
