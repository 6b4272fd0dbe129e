// The plans and libraries of the workspace: found when first asked for, and again when files came or went. What no file shows by itself,
// a plan id that two plans have, is found here. Of a thousand files few are kept as they were read: the others are read again when somebody
// asks for them.

import type { Finding } from '../rules/finding.ts';
import { duplicatePlanIds, type RunPlan } from '../rules/plan-ids.ts';
import type { LintOptions } from '../rules/run.ts';
import { append } from '../text/append.ts';
import type { FileId } from '../workspace/host.ts';
import { createKeptFiles, type KeptFiles } from './kept-files.ts';
import { createPlanIdIndex, type Watcher } from './plan-id-index.ts';
import type { Analysis, Session } from './session.ts';

export interface WorkspaceFiles extends Pick<KeptFiles, 'release' | 'releaseImports'> {
  /** Every plan and library of the folders, and those that are open; each once. */
  files(): Promise<readonly FileId[]>;
  /** Files may have come or gone. */
  forget(): void;
  /**
   * Looks at their analyses one after the other, and at those of the files they import wherever these are; what cannot be read has none.
   * Gives all these files, those passed over too. With `id` those are passed over that are known and do not say it: to see that, a file that is
   * not kept is read, but no tree is made of it.
   */
  each(visit: (analysis: Analysis) => unknown, wanted: Wanted, turn?: Turn, id?: string): Promise<readonly FileId[]>;
  /** Looks at them all at once. */
  together<T>(work: (analyses: readonly Analysis[]) => T, wanted: Wanted, turn?: Turn): Promise<T>;
  /** Reads them all, so that what they have in common is known from then on. */
  search(watcher?: Watcher): Promise<void>;
  /** Whether a file is known to hold no plan; nothing is before the workspace has been searched. */
  isLibrary(file: FileId): boolean;
  /** The plan ids that an earlier plan has, by file; none before the workspace has been searched. */
  duplicates(): Promise<ReadonlyMap<FileId, readonly Finding[]>>;
}

/** Whether an analysis is of interest, by the files that it depends on. */
export type Wanted = (dependencies: ReadonlySet<FileId>) => boolean;

/** Lets others have a turn, between one file and the next. What it throws ends the pass. */
export type Turn = () => Promise<void>;

export interface WorkspaceSources {
  readonly session: Session;
  /** The files of the folders, in path order. */
  readonly list: () => Promise<readonly FileId[]>;
  /** Whether the plan ids of an open file that is not among them are compared with theirs. */
  readonly isCompared: (file: FileId) => boolean;
  readonly optionsFor: (file: FileId) => Promise<LintOptions>;
  /** A path as its readers know it. */
  readonly shown: (file: FileId) => string;
  /** For whom there is no other. */
  readonly turn: Turn;
}

export function createWorkspaceFiles({ session, list, isCompared, optionsFor, shown, turn }: WorkspaceSources): WorkspaceFiles {
  let listing: Promise<ReadonlySet<FileId>> | undefined;
  let isSearched = false;
  const { release, releaseFile, releaseImports } = createKeptFiles(session);
  /** What was found last; undefined where something has changed since. */
  let known: ReturnType<typeof duplicates> | undefined;

  session.onChange(() => {
    known = undefined;
  });

  const listed = (): Promise<ReadonlySet<FileId>> => {
    listing ??= list().then((found) => new Set(found));
    return listing;
  };
  const files = async (): Promise<readonly FileId[]> => [...new Set([...(await listed()), ...session.openFiles()])];

  const planIds = createPlanIdIndex({ session, listed, isCompared, release, releaseFile, turn });

  const maySay = async (file: FileId, id: string): Promise<boolean> => {
    if (session.known(file)) return true;
    const content = await session.host.read(file);
    // What is escaped says something else than is written there.
    return content.kind === 'text' && (content.text.includes(id) || content.text.includes('\\'));
  };

  const analysed = async (visit: (analysis: Analysis) => unknown, wanted: Wanted, turn: Turn, id?: string): Promise<readonly FileId[]> => {
    const reached = new Set(await files());
    for (const file of reached) {
      const dependencies = session.dependencies(file);
      const isOfInterest = dependencies === undefined || (wanted(dependencies) && (id === undefined || (await maySay(file, id))));
      const analysis = isOfInterest ? await session.analyse(file) : undefined;
      for (const other of analysis?.closure.files.keys() ?? dependencies ?? []) reached.add(other);
      if (analysis && wanted(analysis.dependencies)) visit(analysis);
      else if (analysis) release(analysis);
      await turn();
    }
    return [...reached];
  };

  const duplicates = async (): Promise<ReadonlyMap<FileId, readonly Finding[]>> => {
    await planIds.update();
    const suspects: RunPlan[] = [];
    for (const id of planIds.sharing()) {
      const file = await session.load(id);
      for (const document of file?.documents ?? []) if (file && document.outline?.plan?.id) suspects.push({ file, document });
    }
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
      known = undefined;
    },
    each: (visit, wanted, between = turn, id = undefined) => {
      const visitOnce = (analysis: Analysis): void => {
        visit(analysis);
        release(analysis);
      };
      return analysed(visitOnce, wanted, between, id);
    },
    together: async (work, wanted, between = turn) => {
      const found: Analysis[] = [];
      try {
        await analysed((analysis) => found.push(analysis), wanted, between);
        return work(found);
      } finally {
        for (const analysis of found) release(analysis);
      }
    },
    release,
    releaseImports,
    search: async (watcher) => {
      await planIds.update(watcher);
      isSearched = true;
    },
    isLibrary: planIds.isLibrary,
    duplicates: () => {
      if (!isSearched) return Promise.resolve(new Map());
      known ??= duplicates();
      return known;
    },
  };
}

function groupBy<T, K>(items: readonly T[], keyOf: (item: T) => K): ReadonlyMap<K, readonly T[]> {
  const groups = new Map<K, T[]>();
  for (const item of items) append(groups, keyOf(item), item);
  return groups;
}
