// The other side of the protocol: a disk, open documents, and what an editor keeps of what the server said. It answers the server, sends what
// a step says, and notes whatever a server must never send.
import type { Json } from '../protocol/client.ts';
import { applyEdit, type Edit } from './edits.ts';
import { startInMemory, type Wire } from './memory-connection.ts';

export interface OpenDocument {
  readonly version: number;
  readonly languageId: string;
  readonly text: string;
}

/** What an editor and its machine have: paths begin with the name of a folder of the workspace. */
export interface Machine {
  readonly disk: Map<string, string>;
  /** In the order in which they were opened. */
  readonly open: Map<string, OpenDocument>;
  readonly folders: string[];
}

export interface Editor {
  readonly machine: Machine;
  readonly manner: Manner;
  /** What was said that no server may say. */
  readonly complaints: readonly string[];
  open(path: string, document: OpenDocument): void;
  close(path: string): void;
  /** One change of a document, by several edits one after the other. */
  edit(path: string, edits: readonly Edit[]): void;
  replace(path: string, text: string): void;
  write(path: string, text: string): void;
  /** A file, or a folder with all that is in it. */
  remove(path: string): void;
  move(from: string, to: string): void;
  /** Tells the server of what has happened on the disk since it was last told. */
  tell(): void;
  changeFolders(folders: readonly string[]): void;
  /** A request whose answer is of no matter; `cancelAfter` so many turns it is taken back. */
  ask(method: string, params: object, cancelAfter?: number): void;
  /** A request that must be answered. */
  request(method: string, params: object): Promise<Json>;
  pull(path: string): Promise<void>;
  pullWorkspace(): Promise<void>;
  /** Asks for the tokens of a document, by what has changed where the server was asked before. */
  pullTokens(path: string): Promise<void>;
  /** By path, what the editor shows of each document now. */
  readonly shown: ReadonlyMap<string, readonly Json[]>;
  readonly tokens: ReadonlyMap<string, readonly number[]>;
  /** Waits until neither side has anything more to say. */
  quiet(): Promise<void>;
  stop(): void;
}

export type Manner = 'pull' | 'push';

const root = 'plans://machine/';

export function uriOf(path: string): string {
  return root + path.split('/').map(encodeURIComponent).join('/');
}

function pathOf(uri: string): string {
  return decodeURIComponent(uri.slice(root.length));
}

/** What may be answered to a request that an edit, a cancellation or nonsense has overtaken. */
const allowedErrors: ReadonlySet<number> = new Set([-32800, -32801, -32602]);

/** Renaming says in an error why it does nothing. */
const requestFailed = -32803;

const refresh = { refreshSupport: true };

function capabilities(manner: Manner): object {
  return {
    workspace: {
      workspaceFolders: true,
      didChangeWatchedFiles: { dynamicRegistration: true },
      codeLens: refresh,
      inlayHint: refresh,
      semanticTokens: refresh,
      textDocumentContent: {},
      ...(manner === 'pull' && { diagnostics: refresh }),
    },
    window: { workDoneProgress: true },
    textDocument: {
      publishDiagnostics: { relatedInformation: true, tagSupport: { valueSet: [1] } },
      rename: { prepareSupport: true },
      completion: { completionItem: { snippetSupport: true } },
      codeAction: { dataSupport: true, resolveSupport: { properties: ['edit'] } },
      ...(manner === 'pull' && { diagnostic: { relatedInformation: true } }),
    },
    experimental: { govplan: { changes: true, files: true, whatIf: true } },
  };
}

export async function startEditor(machine: Machine, manner: Manner): Promise<Editor> {
  const complaints: string[] = [];
  const shown = new Map<string, readonly Json[]>();
  const versions = new Map<string, number | null>();
  const resultIds = new Map<string, string>();
  const tokens = new Map<string, readonly number[]>();
  const tokenIds = new Map<string, string>();
  const closed = new Set<string>();
  const events: { uri: string; type: number }[] = [];
  const pending = new Map<number, (message: Json) => void>();
  let lastId = 0;
  const { disk, open, folders } = machine;

  const receive = (message: Json): void => {
    if (message.method === undefined) {
      pending.get(message.id)?.(message);
      pending.delete(message.id);
    } else if (message.id !== undefined) wire.send({ id: message.id, result: answerTo(message.method, message.params) });
    else hear(message.method, message.params);
  };
  const answerTo = (method: string, params: Json): unknown => {
    switch (method) {
      case 'govplan/readFile': {
        const path = pathOf(params.uri);
        const text = disk.get(path);
        if (text !== undefined) return { kind: 'content', base64: Buffer.from(text).toString('base64') };
        return { kind: inFolder(path).length > 0 ? 'directory' : 'absent' };
      }
      case 'govplan/listFiles':
        return inFolder(pathOf(params.uri))
          .filter((path) => /\.ya?ml$/.test(path))
          .map(uriOf);
      default:
        return null;
    }
  };
  const inFolder = (folder: string): readonly string[] => [...disk.keys()].filter((path) => path.startsWith(`${folder}/`));
  const hear = (method: string, params: Json): void => {
    if (method === 'textDocument/publishDiagnostics') {
      const path = pathOf(params.uri);
      if (manner === 'pull') complaints.push('diagnostics pushed to a client that pulls');
      // What is under way while a document is closed and opened again speaks of the one before.
      if (params.version < (versions.get(path) ?? 0) && !closed.has(path)) complaints.push(`diagnostics of an older version of ${path}`);
      versions.set(path, params.version ?? 0);
      shown.set(path, params.diagnostics);
    } else if (method.startsWith('window/') || method === 'telemetry/event') complaints.push(`${method}: ${JSON.stringify(params)}`);
  };
  const wire: Wire = startInMemory(receive);

  const notify = (method: string, params: object): void => wire.send({ method, params });
  const askFor = (method: string, params: object): { readonly id: number; readonly answer: Promise<Json> } => {
    const id = ++lastId;
    const answer = new Promise<Json>((resolve) => pending.set(id, resolve));
    wire.send({ id, method, params });
    return { id, answer };
  };
  const checkError = (method: string, { error }: Json): void => {
    if (error === undefined || allowedErrors.has(error.code)) return;
    if (error.code === requestFailed && /[rR]ename$/.test(method)) return;
    complaints.push(`${method}: ${JSON.stringify(error)}`);
  };
  const request = async (method: string, params: object): Promise<Json> => {
    const answer = await askFor(method, params).answer;
    checkError(method, answer);
    return answer.result;
  };
  const turn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));
  const take = (path: string, report: Json): void => {
    if (report.kind === 'unchanged') {
      if (resultIds.get(path) !== report.resultId) complaints.push(`${path}: unchanged since a result that was never given`);
      return;
    }
    shown.set(path, report.items);
    if (report.resultId === undefined) resultIds.delete(path);
    else resultIds.set(path, report.resultId);
  };
  const changed = (path: string, type: number): void => {
    events.push({ uri: uriOf(path), type });
  };
  const workspaceFolders = (names: readonly string[]): object[] => names.map((name) => ({ uri: uriOf(name), name }));

  const { result } = await askFor('initialize', {
    processId: null,
    rootUri: null,
    workspaceFolders: workspaceFolders(folders),
    capabilities: capabilities(manner),
  }).answer;
  if (result === undefined) complaints.push('initialize failed');
  notify('initialized', {});

  const editor: Editor = {
    machine,
    manner,
    complaints,
    shown,
    tokens,
    open(path, document) {
      open.set(path, document);
      versions.delete(path);
      notify('textDocument/didOpen', { textDocument: { uri: uriOf(path), ...document } });
    },
    close(path) {
      if (!open.delete(path)) return;
      closed.add(path);
      tokenIds.delete(path);
      tokens.delete(path);
      notify('textDocument/didClose', { textDocument: { uri: uriOf(path) } });
    },
    edit(path, edits) {
      const document = open.get(path);
      if (document === undefined) return;
      let { text } = document;
      const contentChanges: object[] = [];
      for (const edit of edits) {
        const within = fitted(text, edit);
        contentChanges.push(protocolChange(text, within));
        text = applyEdit(text, within);
      }
      const version = document.version + 1;
      open.set(path, { ...document, version, text });
      notify('textDocument/didChange', { textDocument: { uri: uriOf(path), version }, contentChanges });
    },
    replace(path, text) {
      const document = open.get(path);
      if (document === undefined) return;
      const version = document.version + 1;
      open.set(path, { ...document, version, text });
      notify('textDocument/didChange', { textDocument: { uri: uriOf(path), version }, contentChanges: [{ text }] });
    },
    write(path, text) {
      changed(path, disk.has(path) ? 2 : 1);
      disk.set(path, text);
    },
    remove(path) {
      for (const gone of [path, ...inFolder(path)]) disk.delete(gone);
      changed(path, 3);
    },
    move(from, to) {
      for (const path of [from, ...inFolder(from)]) {
        const text = disk.get(path);
        if (text === undefined) continue;
        disk.delete(path);
        disk.set(to + path.slice(from.length), text);
      }
      changed(from, 3);
      changed(to, 1);
    },
    tell() {
      if (events.length > 0) notify('workspace/didChangeWatchedFiles', { changes: events.splice(0) });
    },
    changeFolders(names) {
      const event = {
        added: workspaceFolders(names.filter((name) => !folders.includes(name))),
        removed: workspaceFolders(folders.filter((name) => !names.includes(name))),
      };
      folders.splice(
        0,
        folders.length,
        ...folders.filter((name) => names.includes(name)),
        ...names.filter((name) => !folders.includes(name)),
      );
      notify('workspace/didChangeWorkspaceFolders', { event });
    },
    ask(method, params, cancelAfter) {
      // A server that pushes offers none of these.
      if (manner === 'push' && method.endsWith('/diagnostic')) return;
      const { id, answer } = askFor(method, params);
      answer.then((message) => checkError(method, message));
      if (cancelAfter === undefined) return;
      const cancel = async (): Promise<void> => {
        for (let count = 0; count < cancelAfter; count++) await turn();
        notify('$/cancelRequest', { id });
      };
      void cancel();
    },
    request,
    async pull(path) {
      if (manner === 'push') return;
      const previousResultId = resultIds.get(path);
      const before = open.get(path);
      const report = await request('textDocument/diagnostic', {
        textDocument: { uri: uriOf(path) },
        ...(previousResultId && { previousResultId }),
      });
      // An editor throws away what it asked of an older text.
      if (report && open.get(path) === before && resultIds.get(path) === previousResultId) take(path, report);
    },
    async pullWorkspace() {
      if (manner === 'push') return;
      const known = new Map(resultIds);
      const previousResultIds = [...known].map(([path, value]) => ({ uri: uriOf(path), value }));
      const before = new Map(open);
      const report = await request('workspace/diagnostic', { previousResultIds });
      for (const item of report?.items ?? []) {
        const path = pathOf(item.uri);
        if (open.get(path) === before.get(path) && resultIds.get(path) === known.get(path)) take(path, item);
      }
    },
    async pullTokens(path) {
      const previousResultId = tokenIds.get(path);
      const before = open.get(path);
      const method = previousResultId === undefined ? 'textDocument/semanticTokens/full' : 'textDocument/semanticTokens/full/delta';
      const answer = await request(method, { textDocument: { uri: uriOf(path) }, previousResultId });
      if (!answer || open.get(path) !== before || tokenIds.get(path) !== previousResultId) return;
      const data: number[] = answer.data ?? [...(tokens.get(path) ?? [])];
      for (const { start, deleteCount, data: more = [] } of answer.edits ?? []) data.splice(start, deleteCount, ...more);
      tokens.set(path, data);
      tokenIds.set(path, answer.resultId);
    },
    async quiet() {
      for (let quietTurns = 0, count = wire.count; quietTurns < enoughTurns; quietTurns++) {
        await new Promise((resolve) => setTimeout(resolve, 0));
        await turn();
        if (wire.count !== count || pending.size > 0) quietTurns = 0;
        count = wire.count;
      }
    },
    stop: () => wire.close(),
  };
  return editor;
}

/** In so many turns of the event loop without a word, every chain of work that waits for the next turn has ended. */
const enoughTurns = 15;

/** The edit as far as the text goes, and never between the two characters of a line end: no position leads there. */
function fitted(text: string, [start, removed, inserted]: Edit): Edit {
  const from = outOfLineEnd(text, Math.min(start, text.length));
  const to = Math.max(from, outOfLineEnd(text, Math.min(start + removed, text.length)));
  return [from, to - from, inserted];
}

function outOfLineEnd(text: string, at: number): number {
  return text[at] === '\n' && text[at - 1] === '\r' ? at - 1 : at;
}

function protocolChange(text: string, [start, removed, inserted]: Edit): object {
  return { range: { start: positionAt(text, start), end: positionAt(text, start + removed) }, text: inserted };
}

export function positionAt(text: string, offset: number): { readonly line: number; readonly character: number } {
  const lines = text.slice(0, offset).split(/\r\n?|\n/);
  return { line: lines.length - 1, character: lines.at(-1)?.length ?? 0 };
}
