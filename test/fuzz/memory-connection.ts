// A server and its client in one process: every message goes through JSON, as on a wire, and arrives in order and later than it was sent.
import { createConnection, type DataCallback, type Disposable, Emitter, type Message, ProposedFeatures } from 'vscode-languageserver/node';
import { canonicalUri, createClientHost, listClientPlans } from '../../server/src/lsp/client-files.ts';
import { createLifecycle } from '../../server/src/lsp/lifecycle.ts';
import { startServer } from '../../server/src/lsp/server.ts';
import type { Json } from '../protocol/client.ts';
import { checkDate } from '../support/lint.ts';

export interface Wire {
  /** To the server. */
  send(message: object): void;
  /** How many messages went either way. */
  readonly count: number;
  close(): void;
}

/** Starts a server that reads every file through its client, as in a browser. */
export function startInMemory(receive: (message: Json) => void): Wire {
  let deliver: DataCallback = () => undefined;
  let count = 0;
  const [onError, onClose, onPartialMessage] = [new Emitter<never>(), new Emitter<never>(), new Emitter<never>()];
  const ends = { onError: onError.event, onClose: onClose.event, onPartialMessage: onPartialMessage.event, dispose: () => undefined };
  const reader = {
    ...ends,
    listen: (callback: DataCallback): Disposable => {
      deliver = callback;
      return { dispose: () => undefined };
    },
  };
  const writer = {
    ...ends,
    end: () => undefined,
    write: async (message: Message): Promise<void> => {
      count++;
      const sent = JSON.stringify(message);
      queueMicrotask(() => receive(JSON.parse(sent)));
    },
  };
  const lifecycle = createLifecycle();
  const connection = createConnection(ProposedFeatures.all, reader, writer, lifecycle.connectionOptions);
  startServer(
    connection,
    {
      createHost: (folders, client) => createClientHost(client, folders),
      toFileId: canonicalUri,
      toUri: (file) => file,
      listPlans: (folder, selectionOf, client) => listClientPlans(client, folder, selectionOf),
      today: () => checkDate,
      round: () => new Promise((resolve) => setTimeout(resolve, 0)),
    },
    lifecycle,
  );
  return {
    send: (message) => {
      count++;
      deliver(JSON.parse(JSON.stringify({ jsonrpc: '2.0', ...message })));
    },
    get count() {
      return count;
    },
    close: () => connection.dispose(),
  };
}
