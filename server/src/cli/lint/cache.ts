// What was found in a file is kept, and is good as long as the file, all it reaches and everything that judges it are the same: in a folder
// for `--cache`, in memory for `--watch`. An entry is written beside its place and then renamed, so nobody ever sees half of one; one that
// cannot be read counts as none.
import { createHash } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import { join, posix } from 'node:path';
import { makeFolder } from '../../io/folders.ts';
import { writeAtomically } from '../../io/write-file.ts';
import { version } from '../../report/version.ts';
import type { LintOptions } from '../../rules/run.ts';
import type { FileId } from '../../workspace/host.ts';
import type { Closure, ImportEdge } from '../../workspace/store.ts';
import type { Workspace } from '../workspace.ts';
import type { FrozenDocument } from './frozen.ts';

export interface CachedFile {
  readonly documents: readonly FrozenDocument[];
  /** Undefined where nobody asked for digests. */
  readonly sha256: string | undefined;
  /** Found in this run, by another thread. */
  readonly isFresh?: boolean;
  /** What `reachedBy` says of it, where it was kept. */
  readonly reached?: readonly FileId[];
}

export interface Cache {
  /** Undefined where nothing good is kept. */
  find(file: FileId, options: LintOptions): Promise<CachedFile | undefined>;
  /** Left out where nothing is kept. */
  keep?(file: FileId, options: LintOptions, closure: Closure, cached: CachedFile): Promise<void>;
  /** Whether it keeps classifications; it does where this is left out. */
  readonly classifies?: boolean;
}

/** Where entries are kept. */
export interface EntryStore {
  read(key: string): Promise<Entry | undefined>;
  write(key: string, entry: Entry): Promise<void>;
}

/** What an entry was made from. */
interface Entry extends CachedFile {
  /** Every file that was read, and those that were looked for and were not there, with the SHA-256 of their bytes. */
  readonly files: readonly (readonly [file: FileId, sha256: string | null])[];
  /** Where every path led: a symbolic link may lead elsewhere now. */
  readonly paths: readonly (readonly [from: FileId, path: string, target: FileId | null])[];
}

export function createCache(store: EntryStore, { host, root }: Workspace): Cache {
  const keyOf = (file: FileId, options: LintOptions): string => {
    const { catalogue, severities, ruleOptions, ...rest } = options;
    const judged = [version, catalogue.map(({ id }) => id), [...severities], [...ruleOptions], rest];
    return createHash('sha256')
      .update(JSON.stringify([file, root, judged]))
      .digest('hex');
  };
  const digest = async (file: FileId): Promise<string | null> => (await host.digest(file)) ?? null;
  const target = async (from: FileId, path: string): Promise<FileId | null> => {
    const resolution = await host.resolve(from, path);
    return resolution.kind === 'file' ? resolution.file : null;
  };

  return {
    find: async (file, options) => {
      const entry = await store.read(keyOf(file, options));
      if (entry === undefined) return undefined;
      try {
        for (const [from, path, led] of entry.paths) if ((await target(from, path)) !== led) return undefined;
        for (const [other, sha256] of entry.files) if ((await digest(other)) !== sha256) return undefined;
        const { documents, sha256 } = entry;
        const reached = [...entry.files.map(([other]) => other), ...entry.paths.map(([from, path]) => asWritten(from, path))];
        return { documents, sha256, reached };
      } catch {
        return undefined;
      }
    },
    keep: async (file, options, closure, { documents, sha256 }) => {
      if (sha256 === undefined) return;
      const edges = edgesOf(closure);
      const reached = new Set([...closure.files.keys(), ...edges.flatMap(({ attempted }) => attempted ?? [])]);
      const files = await Promise.all([...reached].map(async (id) => [id, await digest(id)] as const));
      const paths = await Promise.all(
        edges
          .filter(isLookedUp)
          .map(async ({ document, path }) => [document.yaml.origin, path, await target(document.yaml.origin, path)] as const),
      );
      await store.write(keyOf(file, options), { documents, sha256, files, paths });
    },
  };
}

/** Every file that was read or looked for, by its real path and by the path that was written. */
export function reachedBy(closure: Closure): readonly FileId[] {
  const edges = edgesOf(closure);
  const written = edges.filter(isLookedUp).map(({ document, path }) => asWritten(document.yaml.origin, path));
  return [...closure.files.keys(), ...edges.flatMap(({ attempted }) => attempted ?? []), ...written];
}

function edgesOf(closure: Closure): readonly ImportEdge[] {
  return [...closure.files.values()].flatMap(({ documents }) => documents.flatMap((document) => closure.edges(document)));
}

/** Whether anything on the disk was asked: a path may be refused for what it is. */
function isLookedUp({ attempted, failure }: ImportEdge): boolean {
  return attempted !== undefined || failure === 'outside';
}

function asWritten(from: FileId, path: string): FileId {
  return posix.join(posix.dirname(from), path);
}

/** Keeps entries as long as the process runs. */
export function memoryStore(): EntryStore {
  const entries = new Map<string, Entry>();
  return {
    read: async (key) => entries.get(key),
    write: async (key, entry) => {
      entries.set(key, entry);
    },
  };
}

/** Keeps entries in a folder, from run to run. */
export function folderStore(folder: string): EntryStore {
  const placeOf = (key: string): string => join(folder, `${key}.json`);
  return {
    read: (key) => readEntry(placeOf(key)),
    write: async (key, entry) => {
      try {
        // What is kept is nothing for a repository.
        if (makeFolder(folder)) await writeFile(join(folder, '.gitignore'), '*\n');
        await writeAtomically(placeOf(key), JSON.stringify({ ...entry, check: checkOf(entry) }));
      } catch {
        // What cannot be kept is found again the next time.
      }
    },
  };
}

/** Whatever happened to the file on the disk, only what was written is taken for an entry. */
async function readEntry(path: string): Promise<Entry | undefined> {
  try {
    const { check, ...entry } = JSON.parse(await readFile(path, 'utf8')) as Entry & { readonly check?: string };
    return check === checkOf(entry) ? entry : undefined;
  } catch {
    return undefined;
  }
}

function checkOf({ documents, sha256, files, paths }: Entry): string {
  return createHash('sha256')
    .update(JSON.stringify([documents, sha256, files, paths]))
    .digest('hex');
}
