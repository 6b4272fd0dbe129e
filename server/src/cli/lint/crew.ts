// The worker threads of `--concurrency`, seen as a cache: what they found is there for whoever asks, file by file, in whatever order.
import { Worker } from 'node:worker_threads';
import type { FileId } from '../../workspace/host.ts';
import { threadArgument } from '../thread-argument.ts';
import type { Workspace } from '../workspace.ts';
import type { Cache, CachedFile } from './cache.ts';
import type { WorkerAnswer, WorkerTask } from './worker.ts';

/** Starting a thread costs as much as linting so many files: with fewer for each there is nothing to win. */
const fewestFiles = 32;

export interface Crew {
  readonly cache: Cache;
  stop(): Promise<void>;
}

/** Undefined where the work is not worth the threads. `program` is the file that the threads run, which is that of this process. */
export function createCrew(
  concurrency: number,
  program: string | undefined,
  { files }: Workspace,
  task: Omit<WorkerTask, 'files'>,
  disk: Cache | undefined,
): Crew | undefined {
  const size = Math.min(concurrency, Math.floor(files.length / fewestFiles));
  if (program === undefined || size < 2) return undefined;
  const waiting = new Map<FileId, (found: CachedFile | undefined) => void>();
  const answers = new Map<FileId, Promise<CachedFile | undefined>>();
  const parts = Array.from({ length: size }, () => new Set<FileId>());
  files.forEach(({ id }, index) => {
    parts[index % size]?.add(id);
    answers.set(id, new Promise((resolve) => waiting.set(id, resolve)));
  });
  const workers = parts.map((part) => {
    const worker = new Worker(program, { argv: [threadArgument], workerData: { ...task, files: part } satisfies WorkerTask });
    worker.on('message', ({ file, found }: WorkerAnswer) => waiting.get(file)?.(found));
    // What a thread leaves unsaid, because it could not read it or because it failed, is looked at here.
    const giveUp = (): void => {
      for (const file of part) waiting.get(file)?.(undefined);
    };
    worker.on('error', giveUp);
    worker.on('exit', giveUp);
    return worker;
  });
  return {
    cache: {
      find: async (file) => answers.get(file),
      keep: async (file, options, closure, found) => disk?.keep(file, options, closure, found),
    },
    stop: async () => {
      await Promise.all(workers.map((worker) => worker.terminate()));
    },
  };
}
