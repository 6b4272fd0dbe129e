// The threads of a run over many files: the program's own and some more. What the others find is seen as a cache, which has it for whoever asks;
// what they have not taken when it is asked for is linted by whoever asks.
import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import type { FileId } from '../../workspace/host.ts';
import type { Terminal } from '../terminal.ts';
import { threadArgument } from '../thread-argument.ts';
import type { Workspace } from '../workspace.ts';
import { bytesIn } from './amount.ts';
import type { Cache, CachedFile } from './cache.ts';
import { createClaims, sharedClaims } from './claims.ts';
import type { WorkerAnswer, WorkerTask } from './worker.ts';

/** Starting a thread costs as much as linting so many files: with fewer for each there is nothing to win, whatever was asked for. */
const fewestFiles = 32;

/** About half a second's work. Where nothing was asked for, a thread gets no less. */
const fewestBytes = 1024 * 1024;

/** More threads than this wait for memory, and for one another's results. */
const mostThreads = 8;

/** The number of the thread that asks; the others count on from it. */
const ownThread = 1;

export interface Crew {
  readonly cache: Cache;
  stop(): Promise<void>;
}

/**
 * Undefined where the work is not worth more than one thread. `concurrency` undefined: as many as the work and the machine have use for. The
 * threads run the program of this process.
 */
export function createCrew(
  concurrency: number | undefined,
  terminal: Pick<Terminal, 'program'>,
  { files }: Workspace,
  task: Omit<WorkerTask, 'files' | 'claims' | 'thread'>,
  disk: Cache | undefined,
): Crew | undefined {
  const most = Math.floor(files.length / fewestFiles);
  const program = most < 2 ? undefined : terminal.program;
  const size = program === undefined ? 1 : Math.min(most, concurrency ?? usefulThreads(files));
  if (program === undefined || size < 2) return undefined;
  const shared = sharedClaims(files.length, size - 1);
  const claims = createClaims(shared, ownThread);
  const places = new Map(files.map(({ id }, place) => [id, place]));
  const answers = new Map<FileId, CachedFile>();
  const waiting = new Map<FileId, (found: CachedFile | undefined) => void>();
  const gone = new Set<number>();

  const start = (thread: number): Worker => {
    const workerData: WorkerTask = { ...task, files, claims: shared, thread };
    const worker = new Worker(program, { argv: [threadArgument], workerData });
    worker.on('message', ({ file, found }: WorkerAnswer) => {
      const resolve = waiting.get(file);
      if (resolve) resolve(found);
      else answers.set(file, found);
    });
    // What a thread leaves unsaid, because it could not read it or because it failed, is looked at here.
    const giveUp = (): void => {
      gone.add(thread);
      for (const [file, resolve] of waiting) if (claims.ownerOf(places.get(file) ?? 0) === thread) resolve(undefined);
    };
    worker.on('error', giveUp);
    worker.on('exit', giveUp);
    return worker;
  };
  const workers = Array.from({ length: size - 1 }, (_, index) => start(ownThread + 1 + index));

  const answerTo = (file: FileId, owner: number): Promise<CachedFile | undefined> | CachedFile | undefined => {
    const known = answers.get(file);
    answers.delete(file);
    return known !== undefined || gone.has(owner) ? known : new Promise((resolve) => waiting.set(file, resolve));
  };
  return {
    cache: {
      find: async (file, options) => {
        const place = places.get(file);
        if (place === undefined || claims.take(place)) return disk?.find(file, options);
        return answerTo(file, claims.ownerOf(place));
      },
      ...(disk?.keep && { keep: disk.keep }),
    },
    stop: async () => {
      await Promise.all(workers.map((worker) => worker.terminate()));
    },
  };
}

function usefulThreads(files: Workspace['files']): number {
  const most = Math.min(mostThreads, availableParallelism());
  return Math.floor(bytesIn(files, most * fewestBytes) / fewestBytes);
}
