// Which files a run looks at: the files that are named, whatever they are called, and in the folders those that the configuration
// selects and nothing ignores. Symbolic links are followed only where they are named, so that no walk goes round in a circle.
import { join, relative, resolve, sep } from 'node:path';
import type { FileId } from '../workspace/host.ts';
import { inPathOrder } from '../workspace/path-order.ts';
import { type Disk, directDisk, type FolderEntry } from './disk.ts';
import { canonicalPath, toFileId } from './disk-host.ts';
import { type GitIgnore, gitIgnoreOf } from './gitignore.ts';

export interface FoundFile {
  readonly id: FileId;
  /** As it is shown: from the base folder, with `/`. */
  readonly path: string;
  /** Whether it was named itself; what is found in a folder must be govplan to count. */
  readonly named: boolean;
}

/** What the configuration that holds in a folder says of the files below it. */
export interface Selection {
  selects(file: FileId): boolean;
  ignores(path: FileId, isFolder: boolean): boolean;
}

export interface Discovery {
  /** In path order, each once. */
  readonly files: readonly FoundFile[];
  readonly failures: readonly DiscoveryFailure[];
  /** Every folder that was searched, symbolic links resolved. */
  readonly folders: readonly string[];
}

export interface DiscoveryFailure {
  readonly path: string;
  readonly kind: 'absent' | 'unreadable';
}

/** `paths` as they were typed; `cwd` and `base` are absolute, paths are shown from `base`. */
export async function discoverFiles(
  paths: readonly string[],
  cwd: string,
  base: string,
  selectionOf: (folder: FileId) => Promise<Selection>,
  disk: Disk = directDisk,
): Promise<Discovery> {
  const found = new Map<FileId, FoundFile>();
  const failures: DiscoveryFailure[] = [];
  const folders = new Set<string>();

  const add = (path: string, id: FileId, named: boolean): void => {
    if (named || !found.has(id)) found.set(id, { id, path: shownPath(base, path), named });
  };

  /** `folder` has its symbolic links resolved; `named` is the same folder as the reader knows it. */
  const walk = async (folder: string, named: string, gitIgnore: GitIgnore): Promise<void> => {
    folders.add(folder);
    const selection = await selectionOf(toFileId(folder));
    const entries = await entriesOf(folder, disk);
    if (entries === undefined) failures.push({ path: shownPath(base, named), kind: 'unreadable' });
    for (const entry of entries ?? []) {
      const path = join(folder, entry.name);
      const id = toFileId(path);
      if (entry.isDirectory()) {
        if (entry.name === '.git' || entry.name === 'node_modules' || gitIgnore.ignores(path, true) || selection.ignores(id, true))
          continue;
        await walk(path, join(named, entry.name), await gitIgnore.enter(path));
      } else if (entry.isFile() && selection.selects(id) && !gitIgnore.ignores(path, false) && !selection.ignores(id, false)) {
        add(join(named, entry.name), id, false);
      }
    }
  };

  for (const typed of paths) {
    const path = resolve(cwd, typed);
    const kind = await kindOf(path, disk);
    if (kind === 'absent' || kind === 'unreadable') failures.push({ path: typed, kind });
    else {
      const canonical = (await canonicalPath(path, disk)) ?? path;
      if (kind === 'file') add(path, toFileId(canonical), true);
      else await walk(canonical, path, await gitIgnoreOf(canonical, disk));
    }
  }
  return { files: [...found.values()].sort(inPathOrder), failures, folders: [...folders] };
}

/** A path from a base folder, with `/`; the whole path where there is no way, as between two drives. */
export function shownPath(base: string, path: string): string {
  return relative(base, path).split(sep).join('/') || '.';
}

async function entriesOf(folder: string, disk: Disk): Promise<readonly FolderEntry[] | undefined> {
  try {
    return await disk.readdir(folder);
  } catch {
    return undefined;
  }
}

async function kindOf(path: string, disk: Disk): Promise<'file' | 'folder' | 'absent' | 'unreadable'> {
  try {
    return (await disk.stat(path)).isDirectory() ? 'folder' : 'file';
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    return code === 'ENOENT' || code === 'ENOTDIR' || code === 'ENAMETOOLONG' ? 'absent' : 'unreadable';
  }
}
