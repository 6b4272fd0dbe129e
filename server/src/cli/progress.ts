// A progress bar on standard error: only where somebody can see it, and only once the work has taken a while.
import { Presets, SingleBar } from 'cli-progress';
import type { Terminal } from './terminal.ts';

/** Work that is over sooner needs no bar. */
const PATIENCE = 500;

export interface Progress {
  update(done: number, total: number): void;
  stop(): void;
}

export function createProgress({ stderr, now }: Pick<Terminal, 'stderr' | 'now'>): Progress {
  const { stream, isTerminal } = stderr;
  if (stream === undefined || !isTerminal) return { update: () => {}, stop: () => {} };
  const start = now();
  let bar: SingleBar | undefined;
  return {
    update: (done, total) => {
      if (bar === undefined && now() - start > PATIENCE && done < total) {
        bar = new SingleBar({ stream, format: ' {bar} {value}/{total}', clearOnComplete: true, hideCursor: true }, Presets.shades_grey);
        bar.start(total, done);
      }
      bar?.update(done);
    },
    stop: () => bar?.stop(),
  };
}
