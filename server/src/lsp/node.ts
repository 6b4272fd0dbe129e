// The language server on Node: over standard input and output for any editor, over IPC for the desktop extension.
import { realpathSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { setImmediate as turn } from 'node:timers/promises';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { type Connection, createConnection, ProposedFeatures } from 'vscode-languageserver/node';
import { discoverFiles } from '../io/discover.ts';
import { patientDisk } from '../io/disk.ts';
import { createDiskHost, type DiskHost, toFileId } from '../io/disk-host.ts';
import { findCommit, openCommit } from '../io/git-tree.ts';
import { localDate } from '../io/today.ts';
import type { Language } from '../rules/render.ts';
import type { SessionHost } from '../service/session.ts';
import type { FileId } from '../workspace/host.ts';
import { canonicalUri, createClientHost, listClientPlans } from './client-files.ts';
import { rootOf } from './folders.ts';
import { createLifecycle, type Lifecycle } from './lifecycle.ts';
import type { Past, PastFailure, Platform } from './platform.ts';
import { startServer } from './server.ts';
import { createStandardStreams } from './standard-streams.ts';

/** Starts the server on the transport the command line names: `--stdio`, `--node-ipc`, `--socket=…`. `language` goes before the client's. */
export function startNodeServer(language?: Language): void {
  const lifecycle = createLifecycle();
  startServer(connectionTo(lifecycle), createNodePlatform(), lifecycle, language);
}

function connectionTo({ connectionOptions, isOver }: Lifecycle): Connection {
  if (!process.argv.includes('--stdio')) return createConnection(ProposedFeatures.all, connectionOptions);
  const { reader, writer } = createStandardStreams(isOver);
  return createConnection(ProposedFeatures.all, reader, writer, connectionOptions);
}

/** What is a path is on the disk; the files of a virtual workspace are read by the client. */
function createNodePlatform(): Platform {
  let foldersNow: () => readonly FileId[] = () => [];
  return {
    createHost: (folders, client) => {
      foldersNow = folders;
      const disk = createFolderHost(folders);
      const virtual = createClientHost(client, folders);
      const hostOf = (file: FileId): Required<SessionHost> => (isPath(file) ? disk : virtual);
      return {
        read: (file) => hostOf(file).read(file),
        resolve: (from, path) => hostOf(from).resolve(from, path),
        firstLine: (file) => hostOf(file).firstLine(file),
      };
    },
    toFileId: (uri) => {
      try {
        return uri.startsWith('file:') ? toFileId(realPath(fileURLToPath(uri))) : canonicalUri(uri);
      } catch {
        // A file on another machine, or no URI at all: nothing that could be read here.
        return uri;
      }
    },
    toUri: (file) => (isPath(file) ? pathToFileURL(file).href : file),
    listPlans: async (folder, selectionOf, client) => {
      if (!isPath(folder)) return listClientPlans(client, folder, selectionOf);
      const { files } = await discoverFiles(['.'], folder, folder, selectionOf, patientDisk);
      return files.map(({ id }) => id);
    },
    findPast: (file, revision) => findPast(file, revision, foldersNow()),
    today: localDate,
    round,
  };
}

/** A message is read in one turn of the loop, decoded in the next, and answered in the one after that. */
async function round(): Promise<void> {
  for (let n = 0; n < 3; n++) await turn();
}

async function findPast(file: FileId, revision: string, folders: readonly FileId[]): Promise<Past | PastFailure> {
  if (!isPath(file)) return { failure: 'no-past' };
  const found = await findCommit(dirname(file), revision);
  if ('failure' in found) return found;
  return {
    commit: found.commit,
    open: async () => {
      const tree = await openCommit(found);
      return 'failure' in tree ? tree : { host: tree.hostFor(rootOf(file, folders)), close: tree.close };
    },
  };
}

/** One disk host for each folder of the workspace; for a file outside of all, one for its own folder. */
function createFolderHost(folders: () => readonly FileId[]): Required<SessionHost> {
  const hosts = new Map<FileId, DiskHost>();
  // The id of a file is its path with all links resolved.
  const hostOf = (file: FileId): DiskHost => {
    const root = rootOf(file, folders());
    const host = hosts.get(root) ?? createDiskHost(root, { disk: patientDisk, digests: false });
    hosts.set(root, host);
    return host;
  };
  return {
    read: (file) => hostOf(file).read(file),
    resolve: (from, path) => hostOf(from).resolve(from, path),
    firstLine: (file) => hostOf(file).firstLine(file),
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
