// Which folder of the workspace holds a file; all by their ids.
import { folderOf } from '../workspace/config.ts';
import type { FileId } from '../workspace/host.ts';

/** The innermost of some folders that holds a file; undefined where none does. */
export function folderHolding(file: FileId, folders: readonly FileId[]): FileId | undefined {
  const holding = folders.filter((folder) => isInside(folder, file));
  return holding.toSorted((a, b) => b.length - a.length)[0];
}

/** Imports never lead out of the innermost folder of the workspace that holds a file; of a file outside of all, out of its own folder. */
export function rootOf(file: FileId, folders: readonly FileId[]): FileId {
  return folderHolding(file, folders) ?? folderOf(file);
}

/** Whether a file lies in a folder or is the folder. */
export function isInside(folder: FileId, file: FileId): boolean {
  return file === folder || file.startsWith(withSlash(folder));
}

export function withSlash(folder: string): string {
  return folder.endsWith('/') ? folder : `${folder}/`;
}
