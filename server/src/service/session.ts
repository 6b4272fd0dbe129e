// What an editor has open, and what is known of it: analysed when first asked for, kept until a file it depends on changes.
// Every feature asks here for an analysis; none sees a tree older than the last edit.
import { type DocumentResult, type LintOptions, lintFile } from '../rules/run.ts';
import type { FileId, Host } from '../workspace/host.ts';
import type { SourceFile } from '../workspace/source-file.ts';
import { type Closure, createStore } from '../workspace/store.ts';

/** A file with all it reaches, and what the rules say of its documents. */
export interface Analysis {
  readonly file: SourceFile;
  readonly closure: Closure;
  /** Every file the analysis looked at or looked for: when one changes, it is out of date. */
  readonly dependencies: ReadonlySet<FileId>;
  /** One for each govplan document of the file. Computed when first asked for. */
  readonly results: () => readonly DocumentResult[];
}

export interface Session {
  /**
   * Takes a text an editor shows. `named`: the editor says it is a governance plan, whatever its name. Gives the files whose analysis is
   * out of date with it, itself included; none where nothing changed.
   */
  open(id: FileId, text: string, named?: boolean): readonly FileId[];
  /** The editor no longer shows it: the disk speaks again. Gives the files whose analysis is out of date with it. */
  close(id: FileId): readonly FileId[];
  isOpen(id: FileId): boolean;
  openFiles(): readonly FileId[];
  /** A file changed, came or went on the disk. Gives the files whose analysis is out of date with it. */
  changed(id: FileId): readonly FileId[];
  /** Undefined where the file cannot be read. */
  analyse(id: FileId): Promise<Analysis | undefined>;
  /** New options: every analysis is out of date. */
  configure(options: (id: FileId) => LintOptions): void;
  dispose(): void;
}

export function createSession(host: Host, configure: (id: FileId) => LintOptions): Session {
  const store = createStore(host);
  const open = new Map<FileId, { readonly text: string; readonly named: boolean | undefined }>();
  const analyses = new Map<FileId, Promise<Analysis | undefined>>();
  const dependants = new Map<FileId, Set<FileId>>();
  let optionsFor = configure;

  const invalidate = (id: FileId): readonly FileId[] => {
    const stale = [...new Set([id, ...(dependants.get(id) ?? [])])];
    for (const file of stale) analyses.delete(file);
    return stale;
  };

  const analyse = async (id: FileId): Promise<Analysis | undefined> => {
    const loaded = await store.load(id);
    if (loaded.kind !== 'file') return undefined;
    const closure = await store.closure(id);
    const dependencies = dependenciesOf(closure);
    for (const dependency of dependencies) {
      const files = dependants.get(dependency);
      if (files) files.add(id);
      else dependants.set(dependency, new Set([id]));
    }
    let results: readonly DocumentResult[] | undefined;
    return {
      file: closure.entry,
      closure,
      dependencies,
      results: () => {
        results ??= lintFile(closure, optionsFor(id));
        return results;
      },
    };
  };

  return {
    open(id, text, named) {
      const known = open.get(id);
      if (known !== undefined && known.text === text && known.named === named) return [];
      open.set(id, { text, named });
      store.open(id, text, named === undefined ? {} : { named });
      return invalidate(id);
    },
    close(id) {
      if (!open.delete(id)) return [];
      store.forget(id);
      return invalidate(id);
    },
    isOpen: (id) => open.has(id),
    openFiles: () => [...open.keys()],
    changed(id) {
      if (open.has(id)) return [];
      store.forget(id);
      return invalidate(id);
    },
    analyse(id) {
      let analysis = analyses.get(id);
      if (analysis === undefined) {
        analysis = analyse(id);
        analyses.set(id, analysis);
      }
      return analysis;
    },
    configure(options) {
      optionsFor = options;
      analyses.clear();
    },
    dispose() {
      open.clear();
      analyses.clear();
      dependants.clear();
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
