// The language server on Node: over standard input and output for any editor, over IPC for the desktop extension.
import { realpathSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { type ConnectionStrategy, createConnection, LSPErrorCodes, ProposedFeatures } from 'vscode-languageserver/node';
import { discoverFiles } from '../io/discover.ts';
import { canonicalPath, createDiskHost, type DiskHost, isInside, toFileId } from '../io/disk-host.ts';
import type { Language } from '../rules/render.ts';
import type { SessionHost } from '../service/session.ts';
import { folderOf } from '../workspace/config.ts';
import type { FileId } from '../workspace/host.ts';
import type { Platform } from './platform.ts';
import { startServer } from './server.ts';
import { localDate } from './today.ts';

/** Starts the server on the transport the command line names: `--stdio`, `--node-ipc`, `--socket=…`. `language` goes before the client's. */
export function startNodeServer(language?: Language): void {
  startServer(createConnection(ProposedFeatures.all, { connectionStrategy: { cancelUndispatched } }), nodePlatform, language);
}

/** A request that is cancelled before its turn has come is answered at once. */
const cancelUndispatched: NonNullable<ConnectionStrategy['cancelUndispatched']> = ({ jsonrpc }) => ({
  jsonrpc,
  // The protocol layer fills in whom it answers.
  id: null,
  error: { code: LSPErrorCodes.RequestCancelled, message: 'cancelled' },
});

const nodePlatform: Platform = {
  createHost: createFolderHost,
  toFileId: (uri) => {
    try {
      return uri.startsWith('file:') ? toFileId(realPath(fileURLToPath(uri))) : uri;
    } catch {
      // A file on another machine, or no URI at all: nothing that could be read here.
      return uri;
    }
  },
  toUri: (file) => (isPath(file) ? pathToFileURL(file).href : file),
  listPlans: async (folder, selectionOf) => {
    if (!isPath(folder)) return [];
    const { files } = await discoverFiles(['.'], folder, folder, selectionOf);
    return files.map(({ id }) => id);
  },
  today: localDate,
};

/** One disk host for each folder of the workspace; for a file outside of all, one for its own folder. */
function createFolderHost(folders: () => readonly FileId[]): SessionHost {
  const hosts = new Map<FileId, DiskHost>();
  const hostOf = async (file: FileId): Promise<DiskHost> => {
    const canonical = (await canonicalPath(file)) ?? file;
    const holding = folders().filter((folder) => isInside(folder, canonical));
    const root = holding.sort((a, b) => b.length - a.length)[0] ?? folderOf(canonical);
    const host = hosts.get(root) ?? createDiskHost(root);
    hosts.set(root, host);
    return host;
  };
  return {
    read: async (file) => (isPath(file) ? (await hostOf(file)).read(file) : { kind: 'absent' }),
    resolve: async (from, path) => (isPath(from) ? (await hostOf(from)).resolve(from, path) : { kind: 'outside' }),
    firstLine: async (file) => (isPath(file) ? (await hostOf(file)).firstLine(file) : ''),
  };
}

function isPath(file: FileId): boolean {
  return file.startsWith('/') || /^[A-Za-z]:\//.test(file);
}

/** With symbolic links resolved; of what does not exist, as far as it does. */
function realPath(path: string): string {
  try {
    return realpathSync.native(path);
  } catch {
    const parent = dirname(path);
    return parent === path ? path : join(realPath(parent), basename(path));
  }
}
