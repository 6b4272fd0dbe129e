// Programs as the bench runs them: how long they take from start to end, and how much memory they need.
import { type ChildProcess, spawn } from 'node:child_process';
import { readFile } from 'node:fs/promises';

export interface Command {
  readonly program: string;
  readonly args: readonly string[];
  readonly cwd?: string;
  /** Anything else is a failure: figures of a program that did not do its work are worth nothing. */
  readonly exitCode: number;
}

/** Milliseconds from start to end. What the program prints is thrown away, so that nobody waits for a reader. */
export async function timeOf(command: Command): Promise<number> {
  const begin = performance.now();
  const child = start(command);
  const code = await new Promise<number | null>((resolve, reject) => child.on('error', reject).on('exit', resolve));
  const elapsed = performance.now() - begin;
  if (code !== command.exitCode) throw new Error(`${spoken(command)} ended with ${code}: ${await outputOf(command)}`);
  return elapsed;
}

/**
 * Whoever measures may have told every Node to read more certificates at each start, which takes it longer than all the rest of a start: then
 * nobody's start can be told from another's.
 */
function start({ program, args, cwd }: Command): ChildProcess {
  const { NODE_EXTRA_CA_CERTS: _, ...env } = process.env;
  return spawn(program, args, { cwd, env, stdio: ['ignore', 'ignore', 'ignore'] });
}

/** Bytes, or undefined where this system does not tell. Asked for several times a second, so the last moments may be missing. */
export async function peakMemoryOf(command: Command): Promise<number | undefined> {
  const child = start(command);
  const ended = new Promise<number | null>((resolve, reject) => child.on('error', reject).on('exit', resolve));
  let peak: number | undefined;
  const ask = async (): Promise<void> => {
    peak = (await peakMemoryOfRunning(child.pid)) ?? peak;
  };
  const timer = setInterval(ask, 20);
  const code = await ended.finally(() => clearInterval(timer));
  if (code !== command.exitCode) throw new Error(`${spoken(command)} ended with ${code}`);
  return peak;
}

/** The most that a process has had in memory at once until now, in bytes; undefined where nobody says. */
export async function peakMemoryOfRunning(pid: number | undefined): Promise<number | undefined> {
  const status = await readFile(`/proc/${pid}/status`, 'utf8').catch(() => '');
  const kilobytes = /^VmHWM:\s+(\d+) kB$/m.exec(status)?.[1];
  return kilobytes === undefined ? undefined : Number(kilobytes) * 1024;
}

export interface Outcome {
  readonly exitCode: number | null;
  readonly output: string;
}

/** Runs a program for what it says. */
export async function run(program: string, args: readonly string[], cwd?: string): Promise<Outcome> {
  const child = spawn(program, args, { cwd, stdio: ['ignore', 'pipe', 'pipe'] });
  const output: Buffer[] = [];
  child.stdout.on('data', (chunk: Buffer) => output.push(chunk));
  child.stderr.on('data', (chunk: Buffer) => output.push(chunk));
  const exitCode = await new Promise<number | null>((resolve, reject) => child.on('error', reject).on('close', resolve));
  return { exitCode, output: Buffer.concat(output).toString() };
}

async function outputOf({ program, args, cwd }: Command): Promise<string> {
  const { output } = await run(program, args, cwd);
  return output.slice(-2000);
}

function spoken({ program, args }: Command): string {
  return [program, ...args].join(' ').slice(0, 300);
}
