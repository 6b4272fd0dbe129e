// What an editor has open, and what is known of it: analysed when first asked for, kept until a file it depends on changes.
// Every feature asks here for an analysis; none sees a tree older than the last edit. A text is parsed when it is first needed, so that
// of many quick edits only the last one costs anything.
import { createValueReads } from '../plan/value-reads.ts';
import { type DoneLint, earlierLint } from '../rules/earlier.ts';
import { createMemory } from '../rules/memory.ts';
import { type DocumentResult, type LintMemory, type LintOptions, lintFile } from '../rules/run.ts';
import { type EditedText, rewritten } from '../text/edited-text.ts';
import type { FileId, Host } from '../workspace/host.ts';
import { type Linked, linkDocument } from '../workspace/link.ts';
import { createOversizedFile, type SourceFile } from '../workspace/source-file.ts';
import { type Closure, closureOfOne, createStore } from '../workspace/store.ts';

/** A file with all it reaches, and what the rules say of its documents. */
export interface Analysis {
  readonly file: SourceFile;
  readonly closure: Closure;
  /** Every file the analysis looked at or looked for: when one changes, it is out of date. */
  readonly dependencies: ReadonlySet<FileId>;
  readonly options: LintOptions;
  /** One for each govplan document of the file: its names and references. Costs no rule. Throws as `results` does. */
  readonly links: () => readonly Linked[];
  /**
   * One for each govplan document of the file. Computed when first asked for. Throws `OvertakenError` where a text has been edited since:
   * the trees have gone on with it.
   */
  readonly results: () => readonly DocumentResult[];
}

/** An analysis was asked for something after an edit had made it out of date. */
export class OvertakenError extends Error {
  constructor() {
    super('the document has changed');
  }
}

export interface Session {
  /** Files as the editor shows them, the others as the host has them. */
  readonly host: Host;
  /**
   * Takes a text an editor shows. `named`: the editor says it is a governance plan, whatever its name. Gives the files whose analysis is
   * out of date with it, itself included; none where nothing changed. An edited text costs what the edit changed, a string all its length.
   */
  open(id: FileId, text: EditedText | string, named?: boolean): readonly FileId[];
  /** The editor no longer shows it: the disk speaks again. Gives the files whose analysis is out of date with it. */
  close(id: FileId): readonly FileId[];
  isOpen(id: FileId): boolean;
  openFiles(): readonly FileId[];
  /**
   * A file changed, came or went on the disk, or a folder with all that is in it. Gives the files whose analysis is out of date with it;
   * none where nothing had been read there, or the editor has its own text.
   */
  changed(id: FileId): readonly FileId[];
  /** Calls back with every change: what was made of several files is to be made anew. */
  onChange(listener: (change: SessionChange) => void): void;
  /**
   * What the analysis of a file depends on: the same object as long as what it said holds, also where the analysis itself was released.
   * Undefined where there is none.
   */
  dependencies(id: FileId): ReadonlySet<FileId> | undefined;
  /** The analysis of a file, if it is there or is being made. */
  known(id: FileId): Promise<Analysis | undefined> | undefined;
  /**
   * Lets go of a file that nobody shows, and of its analysis; not of what others stand on. It is made again when it is asked for. False
   * where it is not known yet whether others stand on it, for their analyses are being made.
   */
  release(file: SourceFile): boolean;
  /** Undefined where the file cannot be read. */
  load(id: FileId): Promise<SourceFile | undefined>;
  /** Undefined where the file cannot be read. */
  analyse(id: FileId): Promise<Analysis | undefined>;
  /** The options changed: every analysis is out of date, every text stands. */
  reconfigure(): void;
  /** What the disk says, or what its paths lead to, may all have changed. */
  reset(): void;
  dispose(): void;
}

/** Another text in a file, other options, or a disk that may say something else everywhere. */
export type SessionChange = { readonly kind: 'text'; readonly file: FileId } | { readonly kind: 'options' } | { readonly kind: 'disk' };

interface OpenText {
  readonly text: EditedText;
  readonly named: boolean | undefined;
}

/** An analysis that was asked for. Until it is there, what changes meanwhile is noted: it may have been read already. */
interface Kept {
  /** Undefined where it was released. */
  promise: Promise<Analysis | undefined> | undefined;
  dependencies: ReadonlySet<FileId> | undefined;
  /** Of an analysis that is made again: what it depended on before it was released. */
  before: ReadonlySet<FileId> | undefined;
  readonly changes: Set<FileId>;
  isOutdated: boolean;
  /** Whether a text that it looked at has been edited since it was there; what was released says so too. */
  overtaken: { is: boolean };
}

export interface SessionHost extends Host {
  /** The beginning of a file that is too large to be read. */
  firstLine?(id: FileId): Promise<string>;
}

export function createSession(host: SessionHost, optionsFor: (id: FileId) => LintOptions | Promise<LintOptions>): Session {
  const open = new Map<FileId, OpenText>();
  const unread = new Set<FileId>();
  const read = new Set<FileId>();
  const kept = new Map<FileId, Kept>();
  /** What analyses stood on that other options made out of date: what was said by them is still to be said anew when a text changes. */
  const former = new Map<FileId, ReadonlySet<FileId>>();
  const overlay: Host = {
    read: async (id) => {
      read.add(id);
      const shown = open.get(id);
      return shown === undefined ? host.read(id) : { kind: 'text', text: shown.text.toString() };
    },
    resolve: host.resolve,
  };
  const reads = createValueReads();
  const memory: LintMemory = { facts: createMemory(), reads };
  /** The latest lint of each open file, for the next one. */
  const done = new Map<FileId, DoneLint>();
  let store = createStore(overlay, { reads });
  const listeners: ((change: SessionChange) => void)[] = [];
  const tell = (change: SessionChange): void => {
    for (const listener of listeners) listener(change);
  };

  /** Hands the store the texts that came since it was last asked. */
  const readOpened = (): void => {
    for (const id of unread) {
      const shown = open.get(id);
      if (shown) store.edit(id, shown.text, shown.named === undefined ? {} : { named: shown.named });
    }
    unread.clear();
  };

  const invalidate = (id: FileId, isEdit: boolean): readonly FileId[] => {
    tell({ kind: 'text', file: id });
    const stale = new Set([id]);
    for (const [file, entry] of kept) {
      if (entry.dependencies === undefined) {
        entry.changes.add(id);
        if (!entry.before?.has(id)) continue;
        stale.add(file);
        entry.overtaken.is = isEdit;
        [entry.before, entry.overtaken] = [undefined, { is: false }];
      } else if (entry.dependencies.has(id)) {
        stale.add(file);
        kept.delete(file);
        entry.overtaken.is = isEdit;
      }
    }
    for (const [file, dependencies] of former) {
      if (!dependencies.has(id)) continue;
      stale.add(file);
      former.delete(file);
    }
    return [...stale];
  };

  const closureOf = async (id: FileId): Promise<Closure | undefined> => {
    const loaded = await store.load(id);
    if (loaded.kind === 'file') return store.closure(id);
    if (loaded.kind !== 'too-large') return undefined;
    return closureOfOne(createOversizedFile(id, (await host.firstLine?.(id)) ?? '', loaded.bytes));
  };

  const compute = async (id: FileId, entry: Kept): Promise<Analysis | undefined> => {
    for (;;) {
      entry.changes.clear();
      entry.isOutdated = false;
      const options = await optionsFor(id);
      readOpened();
      let closure: Closure | undefined;
      try {
        closure = await closureOf(id);
      } catch (error) {
        // A file that goes away while it is being read is read again, and then it is not there.
        if (!entry.isOutdated && !entry.changes.has(id)) throw error;
        continue;
      }
      const found = closure ? dependenciesOf(closure) : new Set([id]);
      const dependencies = entry.before && isSame(entry.before, found) ? entry.before : found;
      // What was read before it changed is read again: nobody is given a tree that is out of date.
      if (entry.isOutdated || [...entry.changes].some((change) => dependencies.has(change))) continue;
      entry.dependencies = dependencies;
      former.delete(id);
      const { overtaken } = entry;
      return closure && analysisOf(closure, dependencies, options, { memory, done, isOpen: open.has(id), isOvertaken: () => overtaken.is });
    }
  };

  const outdateAll = (): void => {
    for (const [id, entry] of kept) {
      const dependencies = entry.dependencies ?? entry.before;
      if (dependencies) former.set(id, dependencies);
      if (entry.dependencies) kept.delete(id);
      else [entry.isOutdated, entry.before] = [true, undefined];
    }
  };

  /** Whether an analysis that is there stands on a file, or one that is being made may do so. */
  const needOf = (id: FileId): 'none' | 'some' | 'unknown' => {
    let need: 'none' | 'unknown' = 'none';
    for (const { promise, dependencies } of kept.values()) {
      if (promise === undefined) continue;
      if (dependencies === undefined) need = 'unknown';
      else if (dependencies.has(id)) return 'some';
    }
    return need;
  };

  return {
    host: overlay,
    open(id, text, named) {
      const known = open.get(id);
      const shown = typeof text === 'string' ? rewritten(known?.text, text) : text;
      if (known !== undefined && known.named === named && known.text.changeTo(shown) === undefined) return [];
      open.set(id, { text: shown, named });
      unread.add(id);
      return invalidate(id, true);
    },
    close(id) {
      if (!open.delete(id)) return [];
      done.delete(id);
      unread.delete(id);
      store.forget(id);
      return invalidate(id, false);
    },
    isOpen: (id) => open.has(id),
    openFiles: () => [...open.keys()],
    onChange: (listener) => listeners.push(listener),
    dependencies: (id) => kept.get(id)?.dependencies,
    known: (id) => kept.get(id)?.promise,
    release(file) {
      const entry = kept.get(file.id);
      if (open.has(file.id)) return true;
      if (entry?.dependencies) entry.promise = undefined;
      const need = needOf(file.id);
      if (need === 'none') store.release(file);
      return need !== 'unknown';
    },
    changed(id) {
      const affected = [...read].filter((file) => (file === id || file.startsWith(`${id}/`)) && !open.has(file));
      for (const file of affected) store.forget(file);
      return [...new Set(affected.flatMap((file) => invalidate(file, false)))];
    },
    async load(id) {
      readOpened();
      const loaded = await store.load(id);
      return loaded.kind === 'file' ? loaded.file : undefined;
    },
    analyse(id) {
      const known = kept.get(id);
      if (known?.promise) return known.promise;
      const entry: Kept = {
        promise: Promise.resolve(undefined),
        dependencies: undefined,
        before: known?.dependencies,
        changes: new Set(),
        isOutdated: false,
        overtaken: known?.overtaken ?? { is: false },
      };
      kept.set(id, entry);
      const made = compute(id, entry).catch((error: unknown) => {
        if (kept.get(id) === entry) kept.delete(id);
        throw error;
      });
      entry.promise = made;
      return made;
    },
    reconfigure() {
      outdateAll();
      tell({ kind: 'options' });
    },
    reset() {
      for (const id of open.keys()) unread.add(id);
      store = createStore(overlay, { reads });
      outdateAll();
      tell({ kind: 'disk' });
    },
    dispose() {
      open.clear();
      unread.clear();
      kept.clear();
      former.clear();
      done.clear();
      store = createStore(overlay, { reads });
    },
  };
}

/** What an analysis has to do with the session that makes it. */
interface Surroundings {
  readonly memory: LintMemory;
  readonly done: Map<FileId, DoneLint>;
  readonly isOpen: boolean;
  readonly isOvertaken: () => boolean;
}

function analysisOf(
  closure: Closure,
  dependencies: ReadonlySet<FileId>,
  options: LintOptions,
  { memory, done, isOpen, isOvertaken }: Surroundings,
): Analysis {
  const { entry: file } = closure;
  const earlier = earlierLint(done.get(file.id), closure, options);
  let links = earlier?.results.map(({ linked }) => linked);
  let results: readonly DocumentResult[] | undefined;
  const check = (): void => {
    if (isOvertaken()) throw new OvertakenError();
  };
  return {
    file,
    closure,
    dependencies,
    options,
    links: () => {
      check();
      links ??= results?.map(({ linked }) => linked) ?? file.documents.map((document) => linkDocument(document, closure));
      return links;
    },
    results: () => {
      check();
      if (results) return results;
      results = isOpen ? lintFile(closure, options, memory, earlier) : lintFile(closure, options, { facts: memory.facts });
      // A text with faults is read from the one before it had them, and its lint is likewise done from that one's.
      if (isOpen && file.stream.problems.length === 0) done.set(file.id, { closure, options, results });
      return results;
    },
  };
}

function dependenciesOf(closure: Closure): ReadonlySet<FileId> {
  const found = new Set<FileId>(closure.files.keys());
  for (const file of closure.files.values()) {
    for (const document of file.documents) {
      for (const { attempted } of closure.edges(document)) if (attempted !== undefined) found.add(attempted);
    }
  }
  return found;
}

function isSame(a: ReadonlySet<FileId>, b: ReadonlySet<FileId>): boolean {
  return a.size === b.size && [...a].every((id) => b.has(id));
}
