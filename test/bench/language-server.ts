// An editor that measures: starts a language server, opens a document, edits it, and takes the time until the diagnostics of the edit are there.
import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process';
import { once } from 'node:events';
import { pathToFileURL } from 'node:url';
import type { LanguageServer } from './bench.ts';
import { peakMemoryOfRunning } from './process.ts';

export interface Position {
  readonly line: number;
  readonly character: number;
}

export interface Change {
  readonly range: { readonly start: Position; readonly end: Position };
  readonly text: string;
}

export interface Editor {
  /** Opens a document and waits for its first diagnostics. Answers how many there are. */
  open(name: string, text: string): Promise<number>;
  /** Opens a document and waits for nothing. Answers its URI. */
  show(name: string, text: string): string;
  /** Sends an edit and waits for what the server says of it; milliseconds, without the wait that the server makes on purpose. */
  edit(changes: readonly Change[]): Promise<number>;
  /** Asks for something, right after an edit where one is given. */
  ask(method: string, params: unknown, changes?: readonly Change[]): Promise<Answer>;
  /** The most memory that the server has had until now, in bytes. */
  peakMemory(): Promise<number | undefined>;
  stop(): Promise<void>;
}

export interface Answer {
  // biome-ignore lint/suspicious/noExplicitAny: what a server answers is looked into as it comes.
  readonly result: any;
  /** Milliseconds until its last byte was there. */
  readonly elapsed: number;
}

/** What an editor says that wants diagnostics pushed. */
const pushing = {
  workspace: { configuration: true, workspaceFolders: true },
  textDocument: { publishDiagnostics: {} },
};

/** `folder` is the workspace. */
export async function startEditor(server: LanguageServer, folder: string, capabilities: object = pushing): Promise<Editor> {
  const child = spawn(server.program, server.args, { cwd: folder, stdio: ['pipe', 'pipe', 'pipe'] });
  const stderr: Buffer[] = [];
  child.stderr.on('data', (chunk: Buffer) => stderr.push(chunk));
  child.stdin.on('error', () => undefined);
  const exited = once(child, 'exit');
  const ended = exited.then(() => Promise.reject(new Error(`${server.name} has ended: ${Buffer.concat(stderr).toString().slice(-2000)}`)));
  ended.catch(() => undefined);

  const answers = new Map<number, (answer: { readonly message: Message; readonly at: number }) => void>();
  let listener: ((message: Message, at: number) => void) | undefined;
  let lastId = 0;
  readMessages(child, (message, at) => {
    if (message.method === undefined) answers.get(message.id as number)?.({ message, at });
    else if (message.id !== undefined) send(child, { id: message.id, result: answerTo(message, server) });
    else listener?.(message, at);
  });
  const request = async (method: string, params: unknown): Promise<Answer> => {
    const id = ++lastId;
    const answer = new Promise<{ readonly message: Message; readonly at: number }>((resolve) => answers.set(id, resolve));
    const start = performance.now();
    send(child, { id, method, params });
    const { message, at } = await Promise.race([answer, ended]);
    answers.delete(id);
    if (message.error) throw new Error(`${method}: ${JSON.stringify(message.error)}`);
    return { result: message.result, elapsed: at - start };
  };

  const root = pathToFileURL(folder).href;
  await request('initialize', {
    processId: process.pid,
    rootUri: root,
    workspaceFolders: [{ uri: root, name: 'bench' }],
    capabilities,
  });
  send(child, { method: 'initialized', params: {} });
  // Whatever is asked after it is answered after the configuration has been read.
  send(child, { method: 'workspace/didChangeConfiguration', params: { settings: {} } });

  let uri = '';
  let version = 0;
  /** Sends something, and waits for the diagnostics that it brings about. */
  const published = async (message: object): Promise<{ readonly elapsed: number; readonly count: number }> => {
    const wanted = version;
    const arrival = new Promise<{ at: number; count: number }>((resolve) => {
      listener = ({ method, params }, at) => {
        if (method !== 'textDocument/publishDiagnostics' || params.uri !== uri) return;
        // Not every server says which version it speaks of; those that do may speak of an earlier one.
        if (params.version !== undefined && params.version !== wanted) return;
        resolve({ at, count: params.diagnostics.length });
      };
    });
    const start = performance.now();
    send(child, message);
    const { at, count } = await Promise.race([arrival, ended]);
    listener = undefined;
    return { elapsed: at - start - server.debounce, count };
  };

  const opening = (name: string, text: string): object => {
    uri = `${root}/${name}`;
    version++;
    return { method: 'textDocument/didOpen', params: { textDocument: { uri, languageId: 'yaml', version, text } } };
  };

  return {
    open: async (name, text) => (await published(opening(name, text))).count,
    show(name, text) {
      send(child, opening(name, text));
      return uri;
    },
    async edit(contentChanges) {
      version++;
      const params = { textDocument: { uri, version }, contentChanges };
      return (await published({ method: 'textDocument/didChange', params })).elapsed;
    },
    ask(method, params, changes) {
      if (changes) {
        version++;
        send(child, { method: 'textDocument/didChange', params: { textDocument: { uri, version }, contentChanges: changes } });
      }
      return request(method, params);
    },
    peakMemory: () => peakMemoryOfRunning(child.pid),
    async stop() {
      await request('shutdown', null);
      send(child, { method: 'exit' });
      await exited;
    },
  };
}

interface Message {
  readonly id?: number | string;
  readonly method?: string;
  // biome-ignore lint/suspicious/noExplicitAny: what a server sends is looked into as it comes.
  readonly params?: any;
  readonly result?: unknown;
  readonly error?: unknown;
}

function answerTo({ method, params }: Message, { configuration }: LanguageServer): unknown {
  if (method !== 'workspace/configuration') return null;
  return params.items.map(({ section }: { section?: string }) => configuration[section ?? ''] ?? {});
}

function send(child: ChildProcessWithoutNullStreams, message: object): void {
  const body = Buffer.from(JSON.stringify({ jsonrpc: '2.0', ...message }));
  child.stdin.write(Buffer.concat([Buffer.from(`Content-Length: ${body.length}\r\n\r\n`), body]));
}

/** A message is there when its last byte is: reading it is the editor's time, not the server's. */
function readMessages(child: ChildProcessWithoutNullStreams, receive: (message: Message, at: number) => void): void {
  let chunks: Buffer[] = [];
  let held = 0;
  /** Bytes that have to be there before it is worth looking. */
  let needed = 0;
  child.stdout.on('data', (chunk: Buffer) => {
    const at = performance.now();
    chunks.push(chunk);
    held += chunk.length;
    while (held >= needed) {
      const all = Buffer.concat(chunks);
      chunks = [all];
      const headEnd = all.indexOf('\r\n\r\n');
      if (headEnd < 0) return;
      const length = Number(/Content-Length: (\d+)/i.exec(all.subarray(0, headEnd).toString('latin1'))?.[1]);
      needed = headEnd + 4 + length;
      if (held < needed) return;
      receive(JSON.parse(all.subarray(headEnd + 4, needed).toString()), at);
      chunks = [all.subarray(needed)];
      held -= needed;
      needed = 0;
      if (held === 0) return;
    }
  });
}
