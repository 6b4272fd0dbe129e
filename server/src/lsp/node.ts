// The language server on Node: over standard input and output for any editor, over IPC for the desktop extension.
import { readdir } from 'node:fs/promises';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { createConnection, ProposedFeatures } from 'vscode-languageserver/node';
import { canonicalPath, createDiskHost, isInside, toFileId } from '../io/disk-host.ts';
import { isPlanFileName } from '../plan/build.ts';
import { folderOf } from '../workspace/config.ts';
import type { FileId, Host } from '../workspace/host.ts';
import type { Platform } from './platform.ts';
import { startServer } from './server.ts';

/** Starts the server on the transport the command line names: `--stdio`, `--node-ipc`, `--socket=…`. */
export function startNodeServer(): void {
  startServer(createConnection(ProposedFeatures.all), nodePlatform);
}

const nodePlatform: Platform = {
  createHost: createFolderHost,
  toFileId: (uri) => (uri.startsWith('file:') ? toFileId(fileURLToPath(uri)) : uri),
  toUri: (file) => (file.startsWith('/') || /^[A-Za-z]:\//.test(file) ? pathToFileURL(file).href : file),
  listPlans,
  today: () => {
    const now = new Date();
    return [now.getFullYear(), now.getMonth() + 1, now.getDate()].map((part) => String(part).padStart(2, '0')).join('-');
  },
};

/** One disk host for each folder of the workspace; for a file outside of all, one for its own folder. */
function createFolderHost(folders: () => readonly FileId[]): Host {
  const hosts = new Map<FileId, Host>();
  const hostOf = async (file: FileId): Promise<Host> => {
    const canonical = (await canonicalPath(file)) ?? file;
    const holding = folders().filter((folder) => isInside(folder, canonical));
    const root = holding.sort((a, b) => b.length - a.length)[0] ?? folderOf(canonical);
    const host = hosts.get(root) ?? createDiskHost(root);
    hosts.set(root, host);
    return host;
  };
  return {
    read: async (file) => (await hostOf(file)).read(file),
    resolve: async (from, path) => (await hostOf(from)).resolve(from, path),
  };
}

/** Plans by name, in path order; nothing is followed through symbolic links, and folders of packages and version control are left out. */
async function listPlans(folder: FileId): Promise<readonly FileId[]> {
  const found: FileId[] = [];
  const queue = [folder];
  for (let next = queue.pop(); next !== undefined; next = queue.pop()) {
    const entries = await readdir(next, { withFileTypes: true }).catch(() => []);
    for (const entry of entries) {
      const path = `${next === '/' ? '' : next}/${entry.name}`;
      if (entry.isDirectory() && entry.name !== 'node_modules' && !entry.name.startsWith('.')) queue.push(path);
      else if (entry.isFile() && isPlanFileName(entry.name)) found.push(path);
    }
  }
  return found.sort();
}
