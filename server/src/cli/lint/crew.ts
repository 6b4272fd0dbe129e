// The worker threads of a run over many files, seen as a cache: what they found is there for whoever asks, file by file, in whatever order.
import { statSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import type { FileId } from '../../workspace/host.ts';
import { threadArgument } from '../thread-argument.ts';
import type { Workspace } from '../workspace.ts';
import type { Cache, CachedFile } from './cache.ts';
import type { WorkerAnswer, WorkerTask } from './worker.ts';

/** Starting a thread costs as much as linting so many files: with fewer for each there is nothing to win, whatever was asked for. */
const fewestFiles = 32;

/** About half a second's work. Where nothing was asked for, a thread gets no less. */
const fewestBytes = 640 * 1024;

/** More threads than this wait for memory, and for one another's results. */
const mostThreads = 8;

export interface Crew {
  readonly cache: Cache;
  stop(): Promise<void>;
}

/**
 * Undefined where the work is not worth the threads. `concurrency` undefined: as many as the work and the machine have use for. `program` is the
 * file that the threads run, which is that of this process.
 */
export function createCrew(
  concurrency: number | undefined,
  program: string | undefined,
  { files }: Workspace,
  task: Omit<WorkerTask, 'files'>,
  disk: Cache | undefined,
): Crew | undefined {
  const most = Math.floor(files.length / fewestFiles);
  const size = program === undefined || most < 2 ? 1 : Math.min(most, concurrency ?? usefulThreads(files));
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

function usefulThreads(files: Workspace['files']): number {
  const bytes = files.reduce((sum, { id }) => sum + sizeOf(id), 0);
  return Math.min(mostThreads, availableParallelism(), Math.floor(bytes / fewestBytes));
}

function sizeOf(file: FileId): number {
  try {
    return statSync(file).size;
  } catch {
    return 0;
  }
}
