// The entry of the bundle that runs in a Web Worker: the server of VS Code in a browser. It has no disk; the client reads for it.
import { BrowserMessageReader, BrowserMessageWriter, createConnection } from 'vscode-languageserver/browser';
import { canonicalUri, createClientHost, listClientPlans } from './client-files.ts';
import { connectionStrategy } from './connection-strategy.ts';
import { startServer } from './server.ts';
import { localDate } from './today.ts';

const connection = createConnection(new BrowserMessageReader(globalThis), new BrowserMessageWriter(globalThis), {
  connectionStrategy,
});

startServer(connection, {
  createHost: (folders) => createClientHost(connection, folders),
  toFileId: canonicalUri,
  toUri: (file) => file,
  listPlans: (folder, selectionOf) => listClientPlans(connection, folder, selectionOf),
  today: localDate,
});
