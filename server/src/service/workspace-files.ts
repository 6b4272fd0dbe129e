// The plans and libraries of the workspace: found when first asked for, and again when files came or went. What no file shows by itself,
// a plan id that two plans have, is found here.
import type { Finding } from '../rules/finding.ts';
import { duplicatePlanIds, type RunPlan } from '../rules/plan-ids.ts';
import type { LintOptions } from '../rules/run.ts';
import type { FileId } from '../workspace/host.ts';
import type { Analysis, Session } from './session.ts';

export interface WorkspaceFiles {
  /** Every plan and library of the folders, and those that are open; each once. */
  files(): Promise<readonly FileId[]>;
  /** Files may have come or gone. */
  forget(): void;
  /** Their analyses, and those of the files they import wherever these are; a file that cannot be read has none. */
  analyses(): Promise<readonly Analysis[]>;
  /** Reads them all, so that what they have in common is known from then on. `read` hears of each file, and of how many there are. */
  search(read?: (count: number, total: number) => void): Promise<void>;
  /** The plan ids that an earlier plan has, by file; none before the workspace has been searched. */
  duplicates(): Promise<ReadonlyMap<FileId, readonly Finding[]>>;
}

export interface WorkspaceSources {
  readonly session: Session;
  /** The files of the folders, in path order. */
  readonly list: () => Promise<readonly FileId[]>;
  readonly optionsFor: (file: FileId) => Promise<LintOptions>;
  /** A path as its readers know it. */
  readonly shown: (file: FileId) => string;
  /** Lets others have a turn. */
  readonly turn: () => Promise<void>;
}

export function createWorkspaceFiles({ session, list, optionsFor, shown, turn }: WorkspaceSources): WorkspaceFiles {
  let listing: Promise<readonly FileId[]> | undefined;
  let isSearched = false;
  /** What was found last, and of what. */
  let known: { readonly edition: number; readonly listing: typeof listing; readonly found: ReturnType<typeof duplicates> } | undefined;

  const files = async (): Promise<readonly FileId[]> => {
    listing ??= list();
    return [...new Set([...(await listing), ...session.openFiles()])];
  };

  const plans = async (read: (count: number, total: number) => void = () => undefined): Promise<readonly RunPlan[]> => {
    const found: RunPlan[] = [];
    const all = await files();
    for (const [index, id] of all.entries()) {
      const file = await session.load(id);
      for (const document of file?.documents ?? []) if (file && document.content?.plan?.id) found.push({ file, document });
      read(index + 1, all.length);
      await turn();
    }
    return found;
  };

  const duplicates = async (): Promise<ReadonlyMap<FileId, readonly Finding[]>> => {
    const suspects = sharingIds(await plans());
    const options = new Map<FileId, LintOptions>();
    for (const { file } of suspects) if (!options.has(file.id)) options.set(file.id, await optionsFor(file.id));
    const rule = [...options.values()][0]?.catalogue.find(({ id }) => id === 'duplicate-plan-id');
    if (rule === undefined) return new Map();
    const found = duplicatePlanIds(suspects, rule, (file) => options.get(file.id) as LintOptions);
    const named = found.map((finding) => ({ ...finding, data: { ...finding.data, path: shown(String(finding.data.path)) } }));
    return groupBy(named, ({ document }) => document.origin);
  };

  return {
    files,
    forget: () => {
      listing = undefined;
    },
    analyses: async () => {
      const found: Analysis[] = [];
      const reached = new Set(await files());
      for (const id of reached) {
        const analysis = await session.analyse(id);
        if (analysis === undefined) continue;
        found.push(analysis);
        for (const other of analysis.closure.files.keys()) reached.add(other);
        await turn();
      }
      return found;
    },
    search: async (read) => {
      await plans(read);
      isSearched = true;
    },
    duplicates: () => {
      if (!isSearched) return Promise.resolve(new Map());
      if (known?.edition !== session.edition() || known.listing !== listing) {
        known = { edition: session.edition(), listing, found: duplicates() };
      }
      return known.found;
    },
  };
}

/** The plans whose id another one has: nearly always none. */
function sharingIds(plans: readonly RunPlan[]): readonly RunPlan[] {
  const groups = groupBy(plans, ({ document }) => document.content?.plan?.id?.value);
  return [...groups.values()].filter((group) => group.length > 1).flat();
}

function groupBy<T, K>(items: readonly T[], keyOf: (item: T) => K): ReadonlyMap<K, readonly T[]> {
  const groups = new Map<K, T[]>();
  for (const item of items) {
    const group = groups.get(keyOf(item));
    if (group) group.push(item);
    else groups.set(keyOf(item), [item]);
  }
  return groups;
}
