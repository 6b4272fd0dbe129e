// Runs the program that ships on hostile input, and tells what it took of the machine: seconds of the processor, which a busy machine does not
// make many more of, and the peak of the memory.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const bundle = fileURLToPath(new URL('../../server/dist/govplan.cjs', import.meta.url));

export interface Measures {
  readonly seconds: number;
  /** In MB; 0 where the system does not tell. */
  readonly memory: number;
}

export interface MeteredRun extends Measures {
  /** Undefined where it did not end by itself. */
  readonly code: number | undefined;
  readonly stdout: string;
  readonly stderr: string;
}

/** Whatever the machine does, nobody waits for ever. Milliseconds. */
const longestWait = 120_000;

/** Runs a command in a folder. */
export async function runMetered(folder: string, ...argv: readonly string[]): Promise<MeteredRun> {
  return withMeter(async (option, measures) => {
    const child = spawn(process.execPath, [option, bundle, ...argv], { cwd: folder, stdio: ['ignore', 'pipe', 'pipe'] });
    const watchdog = setTimeout(() => child.kill('SIGKILL'), longestWait);
    const [stdout = '', stderr = ''] = await Promise.all([child.stdout, child.stderr].map(readAll));
    const [code] = child.exitCode === null && child.signalCode === null ? await once(child, 'exit') : [child.exitCode];
    clearTimeout(watchdog);
    return { code: code ?? undefined, stdout, stderr, ...(await measures()) };
  });
}

/** `option` makes Node note what a process took when it ends; `measures` reads that. */
export async function withMeter<T>(work: (option: string, measures: () => Promise<Measures>) => Promise<T>): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), 'govplan-meter-'));
  const file = join(folder, 'measures.json');
  const measures = async (): Promise<Measures> => {
    const written = await readFile(file, 'utf8').catch(() => undefined);
    return written === undefined ? { seconds: Number.POSITIVE_INFINITY, memory: 0 } : JSON.parse(written);
  };
  try {
    return await work(`--import=data:text/javascript,${encodeURIComponent(meterInto(file))}`, measures);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

const meterInto = (file: string): string => `import { readFileSync, writeFileSync } from 'node:fs';
process.on('exit', () => {
  const { userCPUTime, systemCPUTime } = process.resourceUsage();
  let memory = 0;
  try { memory = Number(/VmHWM:\\s+(\\d+)/.exec(readFileSync('/proc/self/status', 'utf8'))[1]) / 1024; } catch {}
  writeFileSync(${JSON.stringify(file)}, JSON.stringify({ seconds: (userCPUTime + systemCPUTime) / 1e6, memory }));
});`;

async function readAll(stream: AsyncIterable<Buffer>): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of stream) chunks.push(chunk);
  return Buffer.concat(chunks).toString();
}
