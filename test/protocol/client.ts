// An editor for the tests: starts the server that ships, speaks its protocol over standard input and output, and waits for what it says.
// The protocol is written out here once more, so that the server is not tested by the library it is built on.
import assert from 'node:assert/strict';
import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { type Files, withFolder } from '../cli/command-line.ts';

const bundle = fileURLToPath(new URL('../../server/dist/govplan.cjs', import.meta.url));
const source = fileURLToPath(new URL('../../server/src/cli/bin.ts', import.meta.url));

/** In milliseconds. */
const longestTest = 60_000;

// biome-ignore lint/suspicious/noExplicitAny: answers are looked into as they come; a wrong guess fails the test.
export type Json = any;

export interface Position {
  readonly line: number;
  readonly character: number;
}

export interface Diagnostic {
  readonly range: { readonly start: Position; readonly end: Position };
  readonly code: string;
  readonly severity: number;
  readonly message: string;
  readonly relatedInformation?: readonly Json[];
  readonly [key: string]: unknown;
}

export interface Message {
  readonly method: string;
  readonly params: Json;
}

export interface Asked {
  readonly id: number;
  /** Rejects with the error of the response, `{ code, message }`. */
  readonly result: Promise<Json>;
}

export interface Client {
  /** The folder of the workspace, and the URIs of files in it. */
  readonly folder: string;
  uri(path: string): string;
  readonly capabilities: Json;
  request(method: string, params: unknown): Promise<Json>;
  ask(method: string, params: unknown): Asked;
  notify(method: string, params: unknown): void;
  raw(bytes: string): void;
  /** Closes the connection without a word. */
  hangUp(): void;
  /** Opens a file of the folder, with its text on the disk or another one. */
  open(path: string, text?: string, more?: { readonly languageId?: string; readonly version?: number }): Promise<void>;
  openUri(uri: string, text: string, languageId?: string): void;
  /** Replaces the whole text, or parts of it. */
  change(path: string, version: number, ...changes: readonly ({ readonly text: string; readonly range?: unknown } | string)[]): void;
  close(path: string): void;
  /** The next message from the server that fits, or one that came before and was not taken yet. */
  next(method: string, fits?: (params: Json) => boolean): Promise<Json>;
  /** The messages that came and were not taken. */
  waiting(method: string): readonly Message[];
  /** The next diagnostics that are pushed for a document. */
  pushed(
    path: string,
    fits?: (params: Json) => boolean,
  ): Promise<{ readonly version?: number; readonly diagnostics: readonly Diagnostic[] }>;
  pull(path: string, previousResultId?: string): Promise<Json>;
  /** What is alive on the server's heap after a collection, in bytes; only of a server that was started `measured`. */
  heap(): Promise<number>;
  /** Shuts the server down and gives its exit code. */
  stop(): Promise<number | null>;
  readonly exited: Promise<number | null>;
  readonly stderr: () => string;
}

export interface ClientOptions {
  readonly capabilities?: unknown;
  readonly locale?: string;
  readonly arguments?: readonly string[];
  /** More folders of the workspace, below the folder; the folder itself where it is left out. */
  readonly roots?: readonly string[];
  readonly initialize?: boolean;
  readonly measured?: boolean;
  /** Options of Node itself. */
  readonly node?: readonly string[];
}

/**
 * Loaded before the server where it is measured: answers each message with the size of the heap. It collects in several turns: what a function
 * has seen that is being compiled beside stays until that is done.
 */
const heapMeter = `process.on('message', async () => {
  for (let turn = 0; turn < 5; turn++) {
    gc();
    await new Promise(setImmediate);
  }
  process.send(process.memoryUsage().heapUsed);
});
process.channel.unref();`;

/** What a client says that pulls diagnostics and hears of changes on the disk. */
export const pulling = {
  workspace: {
    workspaceFolders: true,
    diagnostics: { refreshSupport: true },
    didChangeWatchedFiles: { dynamicRegistration: true },
  },
  textDocument: {
    diagnostic: { dynamicRegistration: false },
    publishDiagnostics: { relatedInformation: true, tagSupport: { valueSet: [1] } },
  },
};

/** What a client says that wants diagnostics pushed. */
export const pushing = {
  workspace: { workspaceFolders: true, didChangeWatchedFiles: { dynamicRegistration: true } },
  textDocument: { publishDiagnostics: { relatedInformation: true, tagSupport: { valueSet: [1] } } },
};

/** Makes a folder with files, starts a server on it, and takes both away again. */
export async function withServer(files: Files, options: ClientOptions, work: (client: Client) => Promise<void>): Promise<void> {
  await withFolder(files, async ({ path }) => {
    const client = await startClient(path, options);
    try {
      await work(client);
    } finally {
      await client.stop();
    }
    assert.equal(client.stderr(), '', 'the server has nothing to say beside the protocol');
  });
}

export async function startClient(folder: string, options: ClientOptions = {}): Promise<Client> {
  const entry = process.env.GOVPLAN_SOURCE ? source : bundle;
  const meter = options.measured ? ['--expose-gc', `--import=data:text/javascript,${encodeURIComponent(heapMeter)}`] : [];
  const server = spawn(process.execPath, [...meter, ...(options.node ?? []), entry, 'lsp', '--stdio', ...(options.arguments ?? [])], {
    cwd: folder,
    env: { PATH: process.env.PATH },
    stdio: ['pipe', 'pipe', 'pipe', ...(options.measured ? (['ipc'] as const) : [])],
  }) as ChildProcessWithoutNullStreams;
  const client = connect(server, folder);
  if (options.initialize === false) return client;
  const roots = (options.roots ?? ['']).map((root) => ({ uri: pathToFileURL(join(folder, root)).href, name: root }));
  const { capabilities } = await client.request('initialize', {
    processId: process.pid,
    rootUri: roots[0]?.uri ?? null,
    workspaceFolders: roots,
    capabilities: options.capabilities ?? {},
    ...(options.locale !== undefined && { locale: options.locale }),
  });
  client.notify('initialized', {});
  return { ...client, capabilities };
}

function connect(server: ChildProcessWithoutNullStreams, folder: string): Client {
  let lastId = 0;
  let hasStopped = false;
  const stderr: Buffer[] = [];
  const inbox: Message[] = [];
  const listeners = new Set<() => void>();
  const pending = new Map<number, { resolve(result: Json): void; reject(error: unknown): void }>();
  // A server that hangs fails its test, and not the whole run.
  const watchdog = setTimeout(() => server.kill('SIGKILL'), longestTest);
  const exited = new Promise<number | null>((resolve) => {
    server.on('exit', (code) => {
      clearTimeout(watchdog);
      for (const { reject } of pending.values()) reject(new Error(`the server has ended: ${Buffer.concat(stderr)}`));
      resolve(code);
    });
  });
  server.stderr.on('data', (chunk: Buffer) => stderr.push(chunk));
  server.stdin.on('error', () => undefined);

  const send = (message: object): void => raw(frame({ jsonrpc: '2.0', ...message }));
  const raw = (bytes: string): void => {
    if (server.stdin.writable) server.stdin.write(bytes);
  };
  const receive = (message: Json): void => {
    if (message.method === undefined) {
      const asked = pending.get(message.id);
      pending.delete(message.id);
      if (message.error) asked?.reject(message.error);
      else asked?.resolve(message.result);
      return;
    }
    if (message.id !== undefined) send({ id: message.id, result: null });
    inbox.push({ method: message.method, params: message.params });
    for (const listener of [...listeners]) listener();
  };
  readFrames(server, receive);

  const ask = (method: string, params: unknown): Asked => {
    const id = ++lastId;
    const result = new Promise<Json>((resolve, reject) => pending.set(id, { resolve, reject }));
    // Whoever asked may look only later; a failure waits for them.
    result.catch(() => undefined);
    send({ id, method, params });
    return { id, result };
  };
  const take = (method: string, fits: (params: Json) => boolean): Json | undefined => {
    const at = inbox.findIndex((message) => message.method === method && fits(message.params));
    return at < 0 ? undefined : inbox.splice(at, 1)[0];
  };

  const client: Client = {
    folder,
    capabilities: undefined,
    uri: (path) => pathToFileURL(join(folder, path)).href,
    ask,
    request: (method, params) => ask(method, params).result,
    notify: (method, params) => send({ method, params }),
    raw,
    hangUp: () => server.stdin.end(),
    async open(path, text, { languageId = 'governance-plan', version = 1 } = {}) {
      const shown = text ?? (await readFile(join(folder, path), 'utf8'));
      send({ method: 'textDocument/didOpen', params: { textDocument: { uri: client.uri(path), languageId, version, text: shown } } });
    },
    openUri: (uri, text, languageId = 'governance-plan') =>
      send({ method: 'textDocument/didOpen', params: { textDocument: { uri, languageId, version: 1, text } } }),
    change(path, version, ...changes) {
      const contentChanges = changes.map((change) => (typeof change === 'string' ? { text: change } : change));
      send({ method: 'textDocument/didChange', params: { textDocument: { uri: client.uri(path), version }, contentChanges } });
    },
    close: (path) => send({ method: 'textDocument/didClose', params: { textDocument: { uri: client.uri(path) } } }),
    next: (method, fits = () => true) =>
      new Promise((resolve, reject) => {
        const look = (): void => {
          const found = take(method, fits);
          if (found === undefined) return;
          listeners.delete(look);
          resolve(found.params);
        };
        listeners.add(look);
        void exited.then(() => reject(new Error(`the server has ended before '${method}': ${Buffer.concat(stderr)}`)));
        look();
      }),
    waiting: (method) => inbox.filter((message) => message.method === method),
    pushed: (path, fits = () => true) =>
      client.next('textDocument/publishDiagnostics', (params) => params.uri === client.uri(path) && fits(params)),
    pull: (path, previousResultId) =>
      client.request('textDocument/diagnostic', {
        textDocument: { uri: client.uri(path) },
        ...(previousResultId !== undefined && { previousResultId }),
      }),
    heap: () =>
      new Promise((resolve, reject) => {
        server.once('message', (bytes) => resolve(Number(bytes)));
        void exited.then(() => reject(new Error('the server has ended')));
        server.send('measure');
      }),
    async stop() {
      if (!hasStopped) {
        hasStopped = true;
        await ask('shutdown', undefined).result.catch(() => undefined);
        send({ method: 'exit' });
      }
      return exited;
    },
    exited,
    stderr: () => Buffer.concat(stderr).toString(),
  };
  return client;
}

function frame(message: object): string {
  const body = JSON.stringify(message);
  return `Content-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`;
}

function readFrames(server: ChildProcessWithoutNullStreams, receive: (message: Json) => void): void {
  let rest: Buffer = Buffer.alloc(0);
  server.stdout.on('data', (chunk: Buffer) => {
    rest = Buffer.concat([rest, chunk]);
    for (;;) {
      const headEnd = rest.indexOf('\r\n\r\n');
      const length = headEnd < 0 ? undefined : /Content-Length: (\d+)/i.exec(rest.subarray(0, headEnd).toString())?.[1];
      if (length === undefined || rest.length < headEnd + 4 + Number(length)) return;
      const body = rest.subarray(headEnd + 4, headEnd + 4 + Number(length));
      rest = rest.subarray(headEnd + 4 + Number(length));
      receive(JSON.parse(body.toString()));
    }
  });
}
