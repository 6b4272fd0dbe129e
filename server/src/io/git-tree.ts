// The files of a git repository as they were at a revision, read through git's own plumbing: no shell, no checkout, no network.
import { type ChildProcessWithoutNullStreams, execFile, spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { dirname, posix } from 'node:path';
import type { FileContent, FileId } from '../workspace/host.ts';
import { defaultYamlLimits } from '../yaml/tree.ts';
import { type DiskHost, isInside, toFileId } from './disk-host.ts';
import { decodeUtf8 } from './utf8.ts';

export interface GitTree {
  /** Reads the files as they were; a file has the id it has on the disk. Nothing outside of the root is ever a resolution. */
  hostFor(root: string): DiskHost;
  /** Every plain file of the revision. */
  readonly files: readonly FileId[];
  /** Ends the reading process. */
  close(): void;
}

export interface GitFailure {
  /** `no-git`: the program is not there; `no-repository`: the folder is in none; `no-revision`: nothing has that name. */
  readonly failure: 'no-git' | 'no-repository' | 'no-revision';
}

interface TreeEntry {
  readonly mode: string;
  readonly object: string;
  readonly size: number;
}

/** A commit of the repository whose working tree begins at `root`. */
export interface GitCommit {
  readonly root: string;
  readonly commit: string;
}

export async function openGitTree(folder: string, revision: string): Promise<GitTree | GitFailure> {
  const found = await findCommit(folder, revision);
  return 'failure' in found ? found : openCommit(found);
}

/** `folder` lies in the repository; `revision` is whatever `git rev-parse` takes for a commit. */
export async function findCommit(folder: string, revision: string): Promise<GitCommit | GitFailure> {
  const top = await git(folder, ['rev-parse', '--show-toplevel']);
  if (top.kind !== 'text') return { failure: top.kind === 'absent' ? 'no-git' : 'no-repository' };
  const root = top.text.replace(/\r?\n$/, '');
  // A name that begins with a dash would be taken for an option.
  const commit: Answer = revision.startsWith('-')
    ? { kind: 'failed' }
    : await git(root, ['rev-parse', '--verify', '--quiet', `${revision}^{commit}`]);
  return commit.kind === 'text' ? { root, commit: commit.text.trim() } : { failure: 'no-revision' };
}

export async function openCommit({ root, commit }: GitCommit): Promise<GitTree | GitFailure> {
  const listed = await git(root, ['ls-tree', '-r', '-z', '-l', '--full-tree', commit]);
  if (listed.kind !== 'text') return { failure: 'no-revision' };
  const entries = readListing(listed.text, toFileId(root));
  const objects = createObjectReader(root);
  return {
    files: [...entries].flatMap(([id, { mode }]) => (mode.startsWith('100') ? [id] : [])),
    hostFor: (workspace) => createTreeHost(entries, objects.read, workspace),
    close: objects.close,
  };
}

function readListing(text: string, root: FileId): ReadonlyMap<FileId, TreeEntry> {
  const rows = text.split('\0').flatMap((row) => {
    const [, mode, object, size, path] = /^(\d+) \w+ ([0-9a-f]+) +(\d+|-)\t(.*)$/s.exec(row) ?? [];
    if (mode === undefined || object === undefined || path === undefined) return [];
    return [[posix.join(root, path), { mode, object, size: Number(size) || 0 }] as const];
  });
  return new Map(rows);
}

type ReadObject = (object: string) => Promise<Uint8Array | undefined>;

function createTreeHost(entries: ReadonlyMap<FileId, TreeEntry>, readObject: ReadObject, workspace: string): DiskHost {
  const folders = new Set([...entries.keys()].flatMap(foldersAbove));

  /** Symbolic links of the tree resolved; undefined where they go round in a circle. */
  const canonical = async (id: FileId, links = 0): Promise<FileId | undefined> => {
    for (const part of [...foldersAbove(id).reverse(), id]) {
      const entry = entries.get(part);
      if (entry?.mode !== '120000') continue;
      const bytes = links < 40 ? await readObject(entry.object) : undefined;
      if (bytes === undefined) return undefined;
      const target = posix.resolve(posix.dirname(part), new TextDecoder().decode(bytes));
      return canonical(posix.join(target, id.slice(part.length)), links + 1);
    }
    return id;
  };

  const bytesOf = async (id: FileId): Promise<Uint8Array | Exclude<FileContent, { kind: 'text' }>> => {
    const real = await canonical(id);
    const entry = real === undefined ? undefined : entries.get(real);
    if (entry === undefined) return { kind: real !== undefined && folders.has(real) ? 'directory' : 'absent' };
    if (!entry.mode.startsWith('100')) return { kind: 'unreadable' };
    if (entry.size > defaultYamlLimits.fileBytes) return { kind: 'too-large', bytes: entry.size };
    return (await readObject(entry.object)) ?? { kind: 'unreadable' };
  };

  return {
    read: async (id) => {
      const bytes = await bytesOf(id);
      return bytes instanceof Uint8Array ? { kind: 'text', ...decodeUtf8(bytes) } : bytes;
    },
    resolve: async (from, relativePath) => {
      const target = await canonical(posix.join(posix.dirname(from), relativePath));
      return target === undefined || !isInside(workspace, target) ? { kind: 'outside' } : { kind: 'file', file: target };
    },
    digest: async (id) => {
      const bytes = await bytesOf(id);
      return bytes instanceof Uint8Array ? createHash('sha256').update(bytes).digest('hex') : undefined;
    },
    // Only what is too large is asked for its first line, and of that nothing is read here.
    firstLine: async () => '',
  };
}

function foldersAbove(id: FileId): FileId[] {
  const folders: FileId[] = [];
  for (let folder = posix.dirname(id); folder !== posix.dirname(folder); folder = posix.dirname(folder)) folders.push(folder);
  return folders;
}

/** One process answers for all objects, in the order in which they are asked for. It is started when the first is. */
function createObjectReader(root: string): { readonly read: ReadObject; close(): void } {
  const waiting: ((bytes: Uint8Array | undefined) => void)[] = [];
  let child: ChildProcessWithoutNullStreams | undefined;
  let received = Buffer.alloc(0);

  const answer = (): void => {
    for (;;) {
      const end = received.indexOf(0x0a);
      if (end < 0 || waiting.length === 0) return;
      const header = received.subarray(0, end).toString('latin1');
      const size = /^[0-9a-f]+ blob (\d+)$/.exec(header)?.[1];
      const length = size === undefined ? 0 : Number(size) + 1;
      if (received.length < end + 1 + length) return;
      const bytes = size === undefined ? undefined : Uint8Array.from(received.subarray(end + 1, end + length));
      received = received.subarray(end + 1 + length);
      waiting.shift()?.(bytes);
    }
  };

  const start = (): ChildProcessWithoutNullStreams => {
    const started = spawn('git', [...harmless, '-C', root, 'cat-file', '--batch'], { ...place(), stdio: 'pipe' });
    started.stdout.on('data', (chunk: Buffer) => {
      received = Buffer.concat([received, chunk]);
      answer();
    });
    const giveUp = (): void => {
      for (const resolve of waiting.splice(0)) resolve(undefined);
    };
    started.on('error', giveUp);
    started.on('close', giveUp);
    started.stdin.on('error', giveUp);
    return started;
  };

  return {
    read: (object) =>
      new Promise((resolve) => {
        child ??= start();
        waiting.push(resolve);
        child.stdin.write(`${object}\n`);
      }),
    close: () => child?.stdin.end(),
  };
}

type Answer = { readonly kind: 'text'; readonly text: string } | { readonly kind: 'failed' | 'absent' };

function git(folder: string, args: readonly string[]): Promise<Answer> {
  return new Promise((resolve) => {
    const options = { ...place(), maxBuffer: 1024 * 1024 * 1024, encoding: 'utf8' } as const;
    execFile('git', [...harmless, '-C', folder, ...args], options, (error, text) => {
      if (error === null) resolve({ kind: 'text', text });
      else resolve({ kind: error.code === 'ENOENT' ? 'absent' : 'failed' });
    });
  });
}

/**
 * A repository may be hostile, and its configuration names programs. What is asked of git here runs none of them; these see to it that it stays
 * so: no monitor of files, no hooks, and no repository that lies in another one disguised as a folder.
 */
const harmless = [
  '--no-pager',
  ...['core.fsmonitor=false', 'core.hooksPath=/dev/null', 'safe.bareRepository=explicit'].flatMap((setting) => ['-c', setting]),
] as const;

/** Windows looks for a program in the working directory first, so that must not be the workspace. */
function place(): { readonly cwd: string; readonly env: NodeJS.ProcessEnv } {
  return { cwd: dirname(process.execPath), env: environment() };
}

/**
 * A repository is found from the folder alone, whatever a hook that calls us has set. Objects that are not there are not fetched: older
 * versions of git know that from the protocols alone, of which none is allowed, whatever the repository says.
 */
function environment(): NodeJS.ProcessEnv {
  const { GIT_DIR: _dir, GIT_WORK_TREE: _tree, GIT_INDEX_FILE: _index, ...rest } = process.env;
  return { ...rest, GIT_OPTIONAL_LOCKS: '0', GIT_TERMINAL_PROMPT: '0', GIT_NO_LAZY_FETCH: '1', GIT_ALLOW_PROTOCOL: 'none' };
}
