// The process around the command line: streams in, exit code out.
import { realpathSync } from 'node:fs';
import { parentPort, workerData } from 'node:worker_threads';
import { localDate } from '../io/today.ts';
import type { Bilingual } from '../plan/field.ts';
import type { Command } from './command.ts';
import { fill } from './lint/messages.ts';
import type { WorkerTask } from './lint/worker.ts';
import { languageFor, main } from './main.ts';
import { createOutput, type StandardOutput } from './standard-output.ts';
import type { Terminal } from './terminal.ts';
import { threadArgument } from './thread-argument.ts';

/** Whoever read the output has gone: what is not written cannot be known, so this is no success (cli.md, exit code 2). */
const CLOSED_PIPE = 2;

/** Does what the arguments of the process ask for, or what the thread that it is was started for. */
export async function runProcess(commands: readonly Command[]): Promise<void> {
  if (process.argv[2] === threadArgument && parentPort) {
    const port = parentPort;
    const { runWorker } = await import('./lint/worker.ts');
    return runWorker(workerData as WorkerTask, port);
  }
  const terminal = processTerminal();
  const code = await main(process.argv.slice(2), terminal, commands);
  // Nothing is left to do, and whoever waits for the end need not wait for the memory to be tidied up. A stream may have something left.
  if (terminal.stdout.isWritten() && terminal.stderr.isWritten()) process.exit(code);
  process.exitCode = code;
}

function processTerminal(): Terminal & Readonly<Record<'stdout' | 'stderr', StandardOutput>> {
  const stderr = createOutput('stderr', () => process.exit(CLOSED_PIPE));
  const stdout = createOutput('stdout', (error) => {
    const text = texts[error.code === 'EPIPE' ? 'closed' : 'unwritable'][languageFor(process.argv.slice(2), process.env)];
    stderr.write(`govplan: ${fill(text, { reason: error.code ?? error.message })}\n`);
    process.exit(CLOSED_PIPE);
  });
  return {
    cwd: process.cwd(),
    env: process.env,
    stdout,
    stderr,
    readStdin,
    today: localDate,
    // Not `performance`, which Node loads when it is first used.
    now: () => {
      const [seconds, nanoseconds] = process.hrtime();
      return seconds * 1e3 + nanoseconds / 1e6;
    },
    untilInterrupted: () =>
      new Promise((resolve) => {
        for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => resolve());
      }),
    get program() {
      return programFile();
    },
  };
}

/** Behind the links through which a package manager makes it a command. */
function programFile(): string | undefined {
  try {
    return realpathSync(process.argv[1] ?? '');
  } catch {
    return undefined;
  }
}

async function readStdin(): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of process.stdin) chunks.push(chunk as Uint8Array);
  return Buffer.concat(chunks);
}

const texts = {
  closed: { en: 'the output was closed before all of it was written.', zh: '输出在全部写完之前已被关闭。' },
  unwritable: { en: 'the output cannot be written ({reason}).', zh: '无法写入输出（{reason}）。' },
} satisfies Readonly<Record<string, Bilingual>>;
