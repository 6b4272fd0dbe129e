// `--cache`: what was found in a file is kept, and is good as long as the file, all it reaches and everything that judges it are the same.
// An entry is written beside its place and then renamed, so nobody ever sees half of one; one that cannot be read counts as none.
import { createHash } from 'node:crypto';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { writeAtomically } from '../../io/write-file.ts';
import type { LintOptions } from '../../rules/run.ts';
import type { FileId } from '../../workspace/host.ts';
import type { Closure } from '../../workspace/store.ts';
import { version } from '../../report/version.ts';
import type { Workspace } from '../workspace.ts';
import type { FrozenDocument } from './frozen.ts';

export interface CachedFile {
  readonly documents: readonly FrozenDocument[];
  readonly sha256: string;
  /** Found in this run, by another thread. */
  readonly isFresh?: boolean;
}

export interface Cache {
  /** Undefined where nothing good is kept. */
  find(file: FileId, options: LintOptions): Promise<CachedFile | undefined>;
  keep(file: FileId, options: LintOptions, closure: Closure, cached: CachedFile): Promise<void>;
}

/** What an entry was made from. */
interface Entry extends CachedFile {
  /** Every file that was read, and those that were looked for and were not there, with the SHA-256 of their bytes. */
  readonly files: readonly (readonly [file: FileId, sha256: string | null])[];
  /** Where every path led: a symbolic link may lead elsewhere now. */
  readonly paths: readonly (readonly [from: FileId, path: string, target: FileId | null])[];
}

export function createCache(folder: string, { host, root }: Workspace): Cache {
  const placeOf = (file: FileId, options: LintOptions): string => {
    const { catalogue, severities, ruleOptions, ...rest } = options;
    const judged = [version, catalogue.map(({ id }) => id), [...severities], [...ruleOptions], rest];
    return join(
      folder,
      `${createHash('sha256')
        .update(JSON.stringify([file, root, judged]))
        .digest('hex')}.json`,
    );
  };
  const digest = async (file: FileId): Promise<string | null> => (await host.digest(file)) ?? null;
  const target = async (from: FileId, path: string): Promise<FileId | null> => {
    const resolution = await host.resolve(from, path);
    return resolution.kind === 'file' ? resolution.file : null;
  };

  return {
    find: async (file, options) => {
      const entry = await readEntry(placeOf(file, options));
      if (entry === undefined) return undefined;
      try {
        for (const [from, path, led] of entry.paths) if ((await target(from, path)) !== led) return undefined;
        for (const [other, sha256] of entry.files) if ((await digest(other)) !== sha256) return undefined;
        return entry;
      } catch {
        return undefined;
      }
    },
    keep: async (file, options, closure, cached) => {
      const edges = [...closure.files.values()].flatMap(({ documents }) => documents.flatMap((document) => closure.edges(document)));
      const reached = new Set([...closure.files.keys(), ...edges.flatMap(({ attempted }) => attempted ?? [])]);
      const files = await Promise.all([...reached].map(async (id) => [id, await digest(id)] as const));
      const paths = await Promise.all(
        edges.flatMap(({ document, path, attempted, failure }) =>
          attempted === undefined && failure !== 'outside' ? [] : [pathOf(document.yaml.origin, path)],
        ),
      );
      const entry: Entry = { ...cached, files, paths };
      try {
        // What is kept is nothing for a repository.
        if ((await mkdir(folder, { recursive: true })) !== undefined) await writeFile(join(folder, '.gitignore'), '*\n');
        await writeAtomically(placeOf(file, options), JSON.stringify({ ...entry, check: checkOf(entry) }));
      } catch {
        // What cannot be kept is found again the next time.
      }
    },
  };

  async function pathOf(from: FileId, path: string): Promise<Entry['paths'][number]> {
    return [from, path, await target(from, path)];
  }
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
