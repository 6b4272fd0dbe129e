// The process around the command line: streams in, exit code out.

import { realpathSync } from 'node:fs';
import { parentPort, workerData } from 'node:worker_threads';
import type { WorkerTask } from './lint/worker.ts';
import { main } from './main.ts';
import type { Terminal } from './terminal.ts';

/** Whoever read the output has gone: what is not written cannot be known, so this is no success (cli.md, exit code 2). */
const CLOSED_PIPE = 2;

for (const stream of [process.stdout, process.stderr]) {
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (stream === process.stdout)
      complain(error.code === 'EPIPE' ? 'the reader of the output has gone before all was written.' : error.message);
    process.exit(CLOSED_PIPE);
  });
}

if (parentPort) {
  const port = parentPort;
  void import('./lint/worker.ts').then(({ runWorker }) => runWorker(workerData as WorkerTask, port));
} else {
  void main(process.argv.slice(2), processTerminal()).then((code) => {
    process.exitCode = code;
  });
}

function processTerminal(): Terminal {
  return {
    cwd: process.cwd(),
    env: process.env,
    stdout: outputOf(process.stdout),
    stderr: outputOf(process.stderr),
    readStdin,
    today: () => {
      const now = new Date();
      return `${String(now.getFullYear()).padStart(4, '0')}-${String(now.getMonth() + 1).padStart(2, '0')}-${String(now.getDate()).padStart(2, '0')}`;
    },
    now: () => performance.now(),
    program: programFile(),
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

function outputOf(stream: NodeJS.WriteStream): Terminal['stdout'] {
  return {
    write: (text) => {
      stream.write(text);
    },
    isTerminal: stream.isTTY === true,
    columns: stream.columns,
    stream,
  };
}

async function readStdin(): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of process.stdin) chunks.push(chunk as Uint8Array);
  return Buffer.concat(chunks);
}

function complain(text: string): void {
  try {
    process.stderr.write(`govplan: ${text}\n`);
  } catch {
    // Standard error is gone too: nobody is left to tell.
  }
}
