// Under what a run was made: versions, processors, and how much others had of them. Never the name of the machine.
import { access, constants, readFile } from 'node:fs/promises';
import { availableParallelism, platform, release, totalmem } from 'node:os';
import { delimiter, join } from 'node:path';
import { run } from './process.ts';

export interface Environment {
  /** The day of the run. */
  readonly date: string;
  readonly system: string;
  readonly cores: number;
  /** Bytes. */
  readonly memory: number;
  /** The Node that users have, and that of the tool chain. */
  readonly node: string;
  readonly newNode: string;
  /** The share of the processors that other programs had during the run, from 0 to 1; undefined where the system does not tell. */
  readonly others: number | undefined;
  readonly minutes: number;
}

/** Begins to watch; the answer ends it. */
export async function watchMachine(node: string): Promise<() => Promise<Environment>> {
  const start = performance.now();
  const before = await processorTime();
  const { output } = await run(node, ['--version']);
  return async () => {
    const after = await processorTime();
    return {
      date: new Date().toISOString().slice(0, 10),
      system: `${platform()} ${release().replace(/^(\d+\.\d+).*$/, '$1')}`,
      cores: availableParallelism(),
      memory: totalmem(),
      node: output.trim(),
      newNode: process.version,
      others: before && after && shareOfOthers(before, after),
      minutes: (performance.now() - start) / 60_000,
    };
  };
}

/** The first `node` on the PATH that the project did not bring along; this one where there is no other. */
export async function plainNode(): Promise<string> {
  for (const folder of (process.env.PATH ?? '').split(delimiter)) {
    const path = join(folder, 'node');
    const isOwn = /[\\/]node_modules[\\/]|node-gyp-bin/.test(`${folder}/`);
    if (
      !isOwn &&
      (await access(path, constants.X_OK).then(
        () => true,
        () => false,
      ))
    )
      return path;
  }
  return process.execPath;
}

interface ProcessorTime {
  /** Ticks of all processors since the machine started. */
  readonly all: number;
  readonly busy: number;
  /** What this process and those that it waited for had of them. */
  readonly own: number;
}

async function processorTime(): Promise<ProcessorTime | undefined> {
  try {
    const [, ...ticks] = (/^cpu .*$/m.exec(await readFile('/proc/stat', 'utf8'))?.[0] ?? '').split(/\s+/).map(Number);
    // User, nice, system, idle, iowait, irq, softirq, steal; guests are in the first two already.
    const counted = ticks.slice(0, 8);
    const all = counted.reduce((sum, tick) => sum + tick, 0);
    const idle = (counted[3] ?? 0) + (counted[4] ?? 0);
    // The name of a process stands in brackets and may hold anything.
    const fields = (await readFile('/proc/self/stat', 'utf8'))
      .replace(/^.*\) /s, '')
      .split(' ')
      .map(Number);
    const own = fields.slice(11, 15).reduce((sum, tick) => sum + tick, 0);
    return { all, busy: all - idle, own };
  } catch {
    return undefined;
  }
}

function shareOfOthers(before: ProcessorTime, after: ProcessorTime): number {
  const all = after.all - before.all;
  return all === 0 ? 0 : Math.max(0, (after.busy - before.busy - (after.own - before.own)) / all);
}
