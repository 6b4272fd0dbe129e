// Tells when something happens in folders: the system's own notices, folder by folder. Whoever is told looks again, so it does not matter
// what happened exactly, how an editor saves, or how many notices the system makes of it.
import { type FSWatcher, watch } from 'node:fs';
import { stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';

export interface FolderWatch {
  /**
   * Watches these folders (absolute paths) and no others; of one that is not there, the nearest above it that is. Tells whether one is new:
   * what happened in it before now was not told.
   */
  update(folders: Iterable<string>): Promise<{ readonly isNew: boolean; readonly failures: readonly WatchFailure[] }>;
  close(): void;
}

export interface WatchFailure {
  readonly folder: string;
  /** As the system says it: `ENOSPC` where it has no more notices to give. */
  readonly code: string;
}

interface Watched {
  readonly watcher: FSWatcher;
  /** Which folder it was: another one may have its name now, and on many disks its number too. */
  readonly identity: string;
}

/** `onEvent` gets the path of what happened; of the folder itself where the system does not say more. */
export function watchFolders(onEvent: (path: string) => void): FolderWatch {
  const watched = new Map<string, Watched>();
  const failed = new Set<string>();

  const stop = (folder: string): void => {
    watched.get(folder)?.watcher.close();
    watched.delete(folder);
  };

  const start = (folder: string, identity: string): WatchFailure | undefined => {
    try {
      const watcher = watch(folder, (_, name) => onEvent(name === null ? folder : join(folder, name)));
      // A folder that goes away may end its watcher with an error.
      watcher.on('error', () => {
        stop(folder);
        onEvent(folder);
      });
      watched.set(folder, { watcher, identity });
      return undefined;
    } catch (error) {
      if (failed.has(folder)) return undefined;
      failed.add(folder);
      return { folder, code: (error as NodeJS.ErrnoException).code ?? String(error) };
    }
  };

  return {
    update: async (folders) => {
      const wanted = new Map<string, string>();
      for (const folder of folders) {
        const nearest = await nearestFolder(folder);
        if (nearest) wanted.set(nearest.folder, nearest.identity);
      }
      for (const [folder, { identity }] of watched) if (wanted.get(folder) !== identity) stop(folder);
      const failures: WatchFailure[] = [];
      let isNew = false;
      for (const [folder, identity] of wanted) {
        if (watched.has(folder)) continue;
        const failure = start(folder, identity);
        if (failure) failures.push(failure);
        else if (watched.has(folder)) isNew = true;
      }
      return { isNew, failures };
    },
    close: () => {
      for (const folder of [...watched.keys()]) stop(folder);
    },
  };
}

async function nearestFolder(path: string): Promise<{ readonly folder: string; readonly identity: string } | undefined> {
  for (let folder = path; ; folder = dirname(folder)) {
    const found = await stat(folder, { bigint: true }).catch(() => undefined);
    if (found?.isDirectory()) return { folder, identity: `${found.dev}:${found.ino}:${found.birthtimeNs}` };
    if (dirname(folder) === folder) return undefined;
  }
}
