// The host of the command line and the desktop server: files on a disk, confined to a root. A file's id is its absolute path with `/`.
import { createHash, type Hash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { basename, dirname, isAbsolute, join, relative, resolve, sep } from 'node:path';
import type { FileContent, FileId, Host } from '../workspace/host.ts';
import { defaultYamlLimits } from '../yaml/tree.ts';
import { type Disk, directDisk } from './disk.ts';
import { decodeUtf8 } from './utf8.ts';

export interface DiskHost extends Host {
  /**
   * SHA-256 of a file's bytes, in hexadecimal: of those that were read last, if any were and they were to be digested. Undefined for what cannot
   * be read, and for what is so large that its digest would keep a run waiting.
   */
  digest(file: FileId): Promise<string | undefined>;
  /** The beginning of a file that is too large to be read, up to its first line break. */
  firstLine(file: FileId): Promise<string>;
}

export interface DiskHostOptions {
  readonly disk?: Disk;
  readonly limits?: { readonly fileBytes: number };
  /** Whether there are digests, of what is read as it is read. Many runs need none, and the first costs as much as reading a hundred files. */
  readonly digests?: boolean;
}

/** `root` is a folder; nothing that lies outside of it, symbolic links resolved, is ever a resolution. */
export function createDiskHost(
  root: string,
  { disk = directDisk, limits = defaultYamlLimits, digests: isDigesting = true }: DiskHostOptions = {},
): DiskHost {
  const realRoot = canonicalPath(resolve(root), disk);
  const digests = new Map<FileId, string>();

  const read = async (file: FileId): Promise<FileContent> => {
    try {
      // Opening a pipe without a writer would wait for ever, so what is no plain file is never opened.
      const found = await disk.stat(file);
      if (found.isDirectory()) return { kind: 'directory' };
      if (!found.isFile()) return { kind: 'unreadable' };
      if (found.size > limits.fileBytes) return { kind: 'too-large', bytes: found.size };
      const bytes = await disk.readFile(file);
      if (bytes.length > limits.fileBytes) return { kind: 'too-large', bytes: bytes.length };
      if (isDigesting) digests.set(file, createHash('sha256').update(bytes).digest('hex'));
      const { text, invalidAt } = decodeUtf8(bytes);
      return { kind: 'text', text, invalidAt };
    } catch (error) {
      return { kind: failureOf(error) };
    }
  };

  return {
    read,
    resolve: async (from, relativePath) => {
      const target = await canonicalPath(join(dirname(from), relativePath), disk);
      if (target === undefined || !isInside(await realRoot, target)) return { kind: 'outside' };
      return { kind: 'file', file: toFileId(target) };
    },
    firstLine,
    digest: async (file) => (isDigesting ? (digests.get(file) ?? (await digestOf(file, disk))) : undefined),
  };
}

export function toFileId(path: string): FileId {
  return sep === '/' ? path : path.replaceAll(sep, '/');
}

/** Whether a path lies in a folder or is the folder; both canonical. */
export function isInside(folder: string | undefined, path: string): boolean {
  if (folder === undefined) return false;
  const way = relative(folder, path);
  return way === '' || (way !== '..' && !way.startsWith(`..${sep}`) && !isAbsolute(way));
}

/** Longer than any path that a system knows: what lies deeper is not there, and need not be asked for folder by folder. */
const longestPath = 32_768;

/** A file with holes can say that it has terabytes. */
const mostDigestedBytes = 256 * 1024 * 1024;

/**
 * A path with all symbolic links resolved. Of what does not exist yet, as far as it does exist; a link that leads nowhere counts as the
 * place it leads to. Undefined where links go round in a circle.
 */
export async function canonicalPath(path: string, disk: Disk = directDisk, links = 0): Promise<string | undefined> {
  if (path.length > longestPath) {
    const cut = path.lastIndexOf(sep, longestPath);
    const above = cut > 0 ? await canonicalPath(path.slice(0, cut), disk, links) : undefined;
    return above === undefined ? undefined : above + path.slice(cut);
  }
  try {
    return await disk.realpath(path);
  } catch {
    const link = await linkAt(path, disk);
    if (link !== undefined) return links < 40 ? canonicalPath(resolve(dirname(path), link), disk, links + 1) : undefined;
    const parent = dirname(path);
    if (parent === path) return path;
    const above = await canonicalPath(parent, disk, links);
    return above === undefined ? undefined : join(above, basename(path));
  }
}

async function linkAt(path: string, disk: Disk): Promise<string | undefined> {
  try {
    return await disk.readlink(path);
  } catch {
    return undefined;
  }
}

/** What a file is that became something else before it was read. */
function failureOf(error: unknown): 'absent' | 'directory' | 'unreadable' {
  const code = (error as NodeJS.ErrnoException).code ?? '';
  if (code === 'EISDIR') return 'directory';
  return ['ENOENT', 'ENOTDIR', 'ENAMETOOLONG', 'ERR_INVALID_ARG_VALUE'].includes(code) ? 'absent' : 'unreadable';
}

async function firstLine(file: FileId): Promise<string> {
  try {
    const chunks = createReadStream(file, { end: 4095 });
    const bytes: Uint8Array[] = [];
    for await (const chunk of chunks) bytes.push(chunk as Uint8Array);
    return /^[^\r\n]*/.exec(decodeUtf8(Buffer.concat(bytes)).text)?.[0] ?? '';
  } catch {
    return '';
  }
}

async function digestOf(file: FileId, disk: Disk): Promise<string | undefined> {
  try {
    const found = await disk.stat(file);
    if (!found.isFile() || found.size > mostDigestedBytes) return undefined;
    const hash: Hash = createHash('sha256');
    for await (const chunk of createReadStream(file)) hash.update(chunk as Uint8Array);
    return hash.digest('hex');
  } catch {
    return undefined;
  }
}
