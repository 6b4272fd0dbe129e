// Folders on the disk: whether one is there, and making one. `mkdir` of Node with `recursive` never comes back where a folder cannot be made and
// says that what is above it is not there, as those below `/proc` do.
import { mkdirSync, statSync } from 'node:fs';
import { dirname } from 'node:path';

/**
 * Makes a folder, and those above it that are missing; false where it was there. `mode` is that of all that are made. Fails as `mkdir` does.
 */
export function makeFolder(path: string, mode?: number): boolean {
  if (isFolder(path)) return false;
  const parent = dirname(path);
  if (parent !== path) makeFolder(parent, mode);
  try {
    mkdirSync(path, { mode });
    return true;
  } catch (error) {
    // Another process may have been quicker.
    if (isFolder(path)) return false;
    throw error;
  }
}

export function isFolder(path: string): boolean {
  try {
    return statSync(path).isDirectory();
  } catch {
    return false;
  }
}
