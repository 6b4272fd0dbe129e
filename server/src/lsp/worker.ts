// The entry of the bundle that runs in a Web Worker: the server of VS Code in a browser. It has no disk; the client reads for it.
import { BrowserMessageReader, BrowserMessageWriter, createConnection } from 'vscode-languageserver/browser';
import { localDate } from '../io/today.ts';
import { canonicalUri, createClientHost, listClientPlans } from './client-files.ts';
import { createLifecycle } from './lifecycle.ts';
import type { Platform } from './platform.ts';
import { startServer } from './server.ts';

const lifecycle = createLifecycle();
const connection = createConnection(
  new BrowserMessageReader(globalThis),
  new BrowserMessageWriter(globalThis),
  lifecycle.connectionOptions,
);
const platform: Platform = {
  createHost: (folders, client) => createClientHost(client, folders),
  toFileId: canonicalUri,
  toUri: (file) => file,
  listPlans: (folder, selectionOf, client) => listClientPlans(client, folder, selectionOf),
  today: localDate,
  round: () => new Promise((resolve) => setTimeout(resolve, 0)),
};

startServer(connection, platform, lifecycle);
