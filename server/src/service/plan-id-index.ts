// Which files of a workspace have plans of which ids. Each file is read once, and again when its text has changed: an edit costs the same
// in a workspace of a thousand plans as in one of one.
import { ownText } from '../text/own-text.ts';
import type { FileId } from '../workspace/host.ts';
import type { SourceFile } from '../workspace/source-file.ts';
import type { Analysis, Session } from './session.ts';

export interface PlanIdIndex {
  /** Reads what is not known of the files of the folders, and of the open ones that are compared with them. Whoever asks while that is done watches the rest of it. */
  update(watcher?: Watcher): Promise<void>;
  /** The files with a plan whose id another plan has too; nearly always none. */
  sharing(): readonly FileId[];
  /** Whether a file is known to hold no plan. */
  isLibrary(file: FileId): boolean;
}

export interface Watcher {
  /** Hears of each file that was read, and of how many there are. */
  readonly read?: (count: number, total: number) => void;
  /** Is shown the analyses of these files: what is read for their ids need not be read again for something else. */
  readonly visit?: (analysis: Analysis) => void;
}

export interface PlanIdSources {
  readonly session: Session;
  /** The files of the folders: the same object as long as they are the same. */
  readonly listed: () => Promise<ReadonlySet<FileId>>;
  /** Whether an open file that is not among them is compared with them. */
  readonly isCompared: (file: FileId) => boolean;
  readonly release: (analysis: Analysis) => void;
  readonly releaseFile: (file: SourceFile) => void;
  readonly turn: () => Promise<void>;
}

export function createPlanIdIndex({ session, listed, isCompared, release, releaseFile, turn }: PlanIdSources): PlanIdIndex {
  const idsOf = new Map<FileId, readonly string[]>();
  const libraries = new Set<FileId>();
  /** By id, the files that have it, each as often as it has it. */
  const filesOf = new Map<string, readonly FileId[]>();
  const shared = new Set<string>();
  const unread = new Set<FileId>();
  let members: ReadonlySet<FileId> | undefined;
  const watchers = new Set<Watcher>();
  let updating: Promise<void> = Promise.resolve();

  const setFiles = (id: string, files: readonly FileId[]): void => {
    if (files.length === 0) filesOf.delete(id);
    else filesOf.set(id, files);
    if (files.length > 1) shared.add(id);
    else shared.delete(id);
  };
  const forget = (file: FileId): void => {
    for (const id of new Set(idsOf.get(file)))
      setFiles(
        id,
        (filesOf.get(id) ?? []).filter((other) => other !== file),
      );
    idsOf.delete(file);
    libraries.delete(file);
  };
  const learn = (file: FileId, { ids, isLibrary }: Held): void => {
    forget(file);
    if (isLibrary) libraries.add(file);
    idsOf.set(file, ids);
    for (const id of ids) setFiles(id, [...(filesOf.get(id) ?? []), file]);
  };

  const compareMembers = (now: ReadonlySet<FileId>): void => {
    if (now === members) return;
    for (const file of idsOf.keys()) if (!now.has(file)) unread.add(file);
    for (const file of [...now, ...session.openFiles().filter(isCompared)]) if (!idsOf.has(file)) unread.add(file);
    members = now;
  };
  const readUnread = async (): Promise<void> => {
    const now = await listed();
    compareMembers(now);
    let count = 0;
    for (const file of unread) {
      unread.delete(file);
      const isMember = now.has(file) || (session.isOpen(file) && isCompared(file));
      const held = isMember ? await readHeld(file).catch((error: unknown) => putBack(file, error)) : nothing;
      if (!isMember) forget(file);
      // What has changed meanwhile is read once more.
      else if (!unread.has(file)) learn(file, held);
      count++;
      for (const { read } of watchers) read?.(count, count + unread.size);
      await turn();
    }
  };
  const readHeld = async (id: FileId): Promise<Held> => {
    if (![...watchers].some(({ visit }) => visit)) {
      const file = await session.load(id);
      if (file) releaseFile(file);
      return heldBy(file);
    }
    const analysis = await session.analyse(id);
    if (analysis === undefined) return nothing;
    for (const { visit } of watchers) visit?.(analysis);
    release(analysis);
    return heldBy(analysis.file);
  };
  const putBack = (file: FileId, error: unknown): never => {
    unread.add(file);
    throw error;
  };

  session.onChange((change) => {
    if (change.kind === 'text') unread.add(change.file);
    else if (change.kind === 'disk') for (const file of idsOf.keys()) unread.add(file);
  });

  return {
    async update(watcher = {}) {
      watchers.add(watcher);
      updating = updating.catch(() => undefined).then(readUnread);
      await updating.finally(() => watchers.delete(watcher));
    },
    isLibrary: (file) => libraries.has(file),
    sharing: () => [...new Set([...shared].flatMap((id) => filesOf.get(id) ?? []))],
  };
}

/** What a file holds. */
interface Held {
  /** Of its plans. */
  readonly ids: readonly string[];
  readonly isLibrary: boolean;
}

const nothing: Held = { ids: [], isLibrary: false };

function heldBy(file: SourceFile | undefined): Held {
  const sound = (file?.documents ?? []).filter(({ faulty }) => !faulty);
  return {
    ids: sound.flatMap(({ outline }) => outline?.plan?.id?.value ?? []).map(ownText),
    isLibrary: sound.length > 0 && sound.every(({ kind }) => kind === 'library'),
  };
}
