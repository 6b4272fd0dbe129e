// A client in the same process: what the server announces, and what it answers over the protocol.
import { PassThrough } from 'node:stream';
import type { ClientCapabilities, InitializeResult } from 'vscode-languageserver';
import { createConnection, createMessageConnection, StreamMessageReader, StreamMessageWriter } from 'vscode-languageserver/node';
import { createLifecycle } from '../../../server/src/lsp/lifecycle.ts';
import type { Platform } from '../../../server/src/lsp/platform.ts';
import { startServer } from '../../../server/src/lsp/server.ts';
import { checkDate } from '../../support/lint.ts';
import { createMemoryHost } from '../../support/memory-host.ts';

const folder = '/work';
const scheme = 'file://';

/** The document that a client opens. */
export const openedUri = `${scheme}${folder}/plans/test.plan.yaml`;

export interface Client {
  readonly capabilities: InitializeResult['capabilities'];
  request<T>(method: string, params: object): Promise<T>;
  notify(method: string, params: object): Promise<void>;
  /** Gives the opened document another text. */
  change(text: string): Promise<void>;
  /** The methods that the server has asked the client for, in order. */
  readonly asked: readonly string[];
}

export interface ClientOptions {
  readonly capabilities?: ClientCapabilities;
  /** The text of the opened document. */
  readonly text?: string;
  /** Files on the disk, by path from the folder of the workspace. */
  readonly files?: Readonly<Record<string, string>>;
  readonly locale?: string;
}

/** Starts a server, does with its client what is asked, and stops it. */
export async function withClient(options: ClientOptions, work: (client: Client) => Promise<void>): Promise<void> {
  const [toServer, toClient] = [new PassThrough(), new PassThrough()];
  const lifecycle = createLifecycle();
  const { connectionOptions } = lifecycle;
  const server = createConnection(new StreamMessageReader(toServer), new StreamMessageWriter(toClient), connectionOptions);
  const client = createMessageConnection(new StreamMessageReader(toClient), new StreamMessageWriter(toServer));
  startServer(server, memoryPlatform(options.files ?? {}), lifecycle);
  const asked: string[] = [];
  client.onRequest((method) => {
    asked.push(method);
    return null;
  });
  client.listen();
  try {
    const { capabilities } = await client.sendRequest<InitializeResult>('initialize', {
      processId: null,
      rootUri: null,
      capabilities: options.capabilities ?? {},
      locale: options.locale ?? 'en',
      workspaceFolders: [{ uri: scheme + folder, name: 'work' }],
    });
    await client.sendNotification('initialized', {});
    if (options.text !== undefined) {
      const textDocument = { uri: openedUri, languageId: 'governance-plan', version: 1, text: options.text };
      await client.sendNotification('textDocument/didOpen', { textDocument });
    }
    let version = 1;
    await work({
      capabilities,
      asked,
      request: (method, params) => client.sendRequest(method, params),
      notify: (method, params) => client.sendNotification(method, params),
      change: (text) => {
        version++;
        return client.sendNotification('textDocument/didChange', { textDocument: { uri: openedUri, version }, contentChanges: [{ text }] });
      },
    });
    await client.sendRequest('shutdown');
  } finally {
    client.dispose();
    server.dispose();
  }
}

function memoryPlatform(files: Readonly<Record<string, string>>): Platform {
  const absolute = Object.fromEntries(Object.entries(files).map(([path, text]) => [`${folder}/${path}`, text]));
  return {
    createHost: () => createMemoryHost(absolute),
    toFileId: (uri) => decodeURIComponent(uri.slice(scheme.length)),
    toUri: (file) => scheme + encodeURI(file),
    listPlans: async () => Object.keys(absolute).filter((path) => /\.plan\.ya?ml$/.test(path)),
    today: () => checkDate,
    round: () => new Promise((resolve) => setTimeout(resolve, 0)),
  };
}
