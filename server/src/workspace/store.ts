// The files a session has read, by id, and what each imports. Owned by its creator; nothing here is module-level state.
import type { PlanDocument } from '../plan/build.ts';
import type { ImportFailure, Problem } from '../plan/problem.ts';
import { isPlanPath } from '../plan/scalars.ts';
import type { EditedText } from '../text/edited-text.ts';
import type { YamlScalar } from '../yaml/tree.ts';
import type { FileContent, FileId, Host, Resolution } from './host.ts';
import {
  collectPaths,
  createImportGraph,
  type FilePaths,
  type ImportGraph,
  importDepthLimit,
  isComplete,
  namesItsImports,
  type Sight,
} from './import-graph.ts';
import { createEditedFile, createSourceFile, type EditedFile, type SourceFile, type SourceOptions } from './source-file.ts';

/** In UTF-16 units: no system knows longer paths. */
const longestPath = 4096;

/** One import or parent path of a document, and what became of it. */
export interface ImportEdge {
  readonly document: PlanDocument;
  readonly kind: 'import' | 'parent';
  readonly node: YamlScalar;
  readonly path: string;
  /** Set where the file could be found and is govplan. */
  readonly target: FileId | undefined;
  /** Where the path leads, found or not: when a file appears or changes there, the edge must be followed anew. */
  readonly attempted: FileId | undefined;
  /** Why it could not be followed. */
  readonly failure: ImportFailure | undefined;
}

export interface Store {
  /** Reads, parses and keeps a file; the kept one while it has not been invalidated. */
  load(id: FileId): Promise<LoadedFile>;
  /** Keeps a text that the disk does not have: standard input, or what fixes would make of a file. */
  open(id: FileId, text: string, options?: SourceOptions): SourceFile;
  /** Keeps the text of an editor. The file that it was before the edit is used up. */
  edit(id: FileId, text: EditedText, options?: SourceOptions): SourceFile;
  /** Forgets what was kept of a file, and where paths lead. */
  forget(id: FileId): void;
  /** Lets go of a file that is not needed any more. It is as it was, so what was found of other files stays. */
  release(file: SourceFile): void;
  /** Loads everything a file reaches through imports and parents, then gives it to be looked at without waiting. */
  closure(id: FileId): Promise<Closure>;
}

export type LoadedFile = { readonly kind: 'file'; readonly file: SourceFile } | Exclude<FileContent, { kind: 'text' }>;

/** A file with all it reaches. Reading it never waits. */
export interface Closure {
  readonly entry: SourceFile;
  readonly files: ReadonlyMap<FileId, SourceFile>;
  edges(document: PlanDocument): readonly ImportEdge[];
  /** What the files reach, found once for all closures of a store; left out where nothing is imported. */
  readonly graph?: ImportGraph;
}

/** Of a file that no store knows, because it is too large: it reaches nothing. */
export function closureOfOne(file: SourceFile): Closure {
  return { entry: file, files: new Map([[file.id, file]]), edges: () => [] };
}

export function createStore(host: Host, options: Pick<SourceOptions, 'limits' | 'reads'> = {}): Store {
  const files = new Map<FileId, Promise<LoadedFile>>();
  /** Of the files that are being edited, the newest text. */
  const edited = new Map<FileId, EditedFile>();
  /** Where paths lead, the same from all files of a folder; asked of the host once, as long as nothing is forgotten. */
  const resolutions = new Map<string, Promise<Resolution>>();
  /** What was found of all files since the last change: of a thousand that import one another, each reaches a thousand. */
  let found = nothingFound();

  const startAnew = (): void => {
    found = nothingFound();
  };

  const load = (id: FileId): Promise<LoadedFile> => {
    let loading = files.get(id);
    if (loading === undefined) {
      loading = host.read(id).then((content) => {
        if (content.kind !== 'text') return content;
        return { kind: 'file', file: createSourceFile(id, content.text, { ...options, invalidAt: content.invalidAt }) };
      });
      files.set(id, loading);
    }
    return loading;
  };

  const keep = (file: SourceFile): SourceFile => {
    files.set(file.id, Promise.resolve({ kind: 'file', file }));
    startAnew();
    return file;
  };

  const resolve = (from: FileId, path: string): Promise<Resolution> => {
    const key = `${from.slice(0, from.lastIndexOf('/')) || from}\n${path}`;
    const resolving = resolutions.get(key) ?? host.resolve(from, path);
    resolutions.set(key, resolving);
    return resolving;
  };

  const resolveEdge = async (document: PlanDocument, kind: ImportEdge['kind'], node: YamlScalar, path: string): Promise<ImportEdge> => {
    const edge = { document, kind, node, path };
    const refused = refusal(path);
    if (refused) return { ...edge, target: undefined, attempted: undefined, failure: refused };
    const resolution = await resolve(document.yaml.origin, path);
    if (resolution.kind === 'outside') return { ...edge, target: undefined, attempted: undefined, failure: 'outside' };
    const attempted = resolution.file;
    const loaded = await load(attempted);
    if (loaded.kind !== 'file') return { ...edge, target: undefined, attempted, failure: loaded.kind };
    if (loaded.file.documents.length === 0) return { ...edge, target: undefined, attempted, failure: 'not-govplan' };
    return { ...edge, target: attempted, attempted, failure: importedFault(loaded.file, kind) };
  };

  const edgesOf = (document: PlanDocument): Promise<readonly ImportEdge[]> =>
    Promise.all(pathsOf(document).map(({ kind, node, path }) => resolveEdge(document, kind, node, path)));

  const closure = async (id: FileId): Promise<Closure> => {
    // What changes while this is made is not to be mixed with what was found before.
    const { loaded, edges, paths, graph } = found;
    const entry = await load(id);
    if (entry.kind !== 'file') throw new Error(`${id} cannot be read: ${entry.kind}`);
    const reached = new Map<FileId, SourceFile>([[id, entry.file]]);
    const known = new Map<PlanDocument, readonly ImportEdge[]>();
    const edgesIn = (document: PlanDocument): readonly ImportEdge[] => known.get(document) ?? [];
    const queue = [entry.file];
    for (let file = queue.pop(); file !== undefined; file = queue.pop()) {
      for (const document of file.documents) {
        const followed = edges.get(document) ?? (await edgesOf(document));
        edges.set(document, followed);
        known.set(document, followed);
      }
      const own = paths.get(file.id) ?? collectPaths(file, edgesIn);
      paths.set(file.id, own);
      for (const target of own.all) {
        if (reached.has(target)) continue;
        const next = loaded.get(target) ?? (await load(target));
        loaded.set(target, next);
        if (next.kind !== 'file') continue;
        reached.set(target, next.file);
        queue.push(next.file);
      }
    }
    return { entry: entry.file, files: reached, edges: edgesIn, graph };
  };

  return {
    load,
    open: (id, text, more) => keep(createSourceFile(id, text, { ...options, ...more })),
    edit(id, text, more) {
      const file = createEditedFile(id, text, { ...options, ...more }, edited.get(id));
      edited.set(id, file);
      return keep(file);
    },
    closure,
    forget: (id) => {
      files.delete(id);
      edited.delete(id);
      resolutions.clear();
      startAnew();
    },
    release: ({ id, documents }) => {
      files.delete(id);
      edited.delete(id);
      found.loaded.delete(id);
      for (const document of documents) found.edges.delete(document);
    },
  };
}

/** What need not be waited for again. */
interface Found {
  readonly loaded: Map<FileId, LoadedFile>;
  readonly edges: Map<PlanDocument, readonly ImportEdge[]>;
  readonly paths: Map<FileId, FilePaths>;
  readonly graph: ImportGraph;
}

function nothingFound(): Found {
  const paths = new Map<FileId, FilePaths>();
  return { loaded: new Map(), edges: new Map(), paths, graph: createImportGraph(paths) };
}

/** The problems of a document's own import and parent paths: failures and cycles; a chain that is too deep. */
export function importProblems(document: PlanDocument, closure: Closure): readonly Problem[] {
  const problems: Problem[] = [];
  const { graph } = closure;
  const edges = closure.edges(document);
  const circles = edges.length > 0 ? graph?.importCircles(document.yaml.origin) : undefined;
  const own = circles?.get(document.yaml.origin);
  for (const edge of edges) {
    const data = { path: edge.path };
    if (edge.failure) problems.push({ rule: 'import-failed', code: edge.failure, place: edge.node, data });
    if (edge.target === undefined || edge.kind !== 'import') continue;
    if (own !== undefined && circles?.get(edge.target) === own) {
      problems.push({ rule: 'import-cycle', code: 'cycle', place: edge.node, data });
      continue;
    }
    const depth = graph?.depthOf(edge.target) ?? 0;
    if (depth > importDepthLimit) {
      problems.push({ rule: 'limit-exceeded', code: 'import-depth', place: edge.node, data: { ...data, limit: importDepthLimit } });
    }
  }
  return problems;
}

export interface ImportedFile {
  readonly file: SourceFile;
  /** The import of the document that names it, else the first through which it came. */
  readonly via: YamlScalar;
}

/** The files whose declarations a document sees, nearest first, each once. */
export function importedFiles(document: PlanDocument, { edges, files, graph }: Closure): readonly ImportedFile[] {
  const seen = new Set<FileId>([document.yaml.origin]);
  const found: ImportedFile[] = [];
  const named = new Map<FileId, YamlScalar>();
  for (const { kind, target, node } of edges(document))
    if (kind === 'import' && target !== undefined && !named.has(target)) named.set(target, node);
  for (const [target, via] of named) {
    const level = [target];
    for (let depth = 1; depth <= importDepthLimit && level.length > 0; depth++) {
      for (const id of level.splice(0)) {
        const file = files.get(id);
        if (file === undefined || seen.has(id)) continue;
        seen.add(id);
        found.push({ file, via: named.get(id) ?? via });
        for (const inner of graph?.pathsOf(id).imports ?? []) if (!seen.has(inner)) level.push(inner);
      }
    }
  }
  return found;
}

/** What a document sees by its imports; found once for all who ask. */
export function sightOf(document: PlanDocument, closure: Closure): Sight {
  const known = closure.graph?.sights.get(document);
  if (known) return known;
  const imported = importedFiles(document, closure);
  const sight = { imports: new Set(imported.flatMap(({ file }) => file.documents)), complete: isWhole(document, imported, closure) };
  closure.graph?.sights.set(document, sight);
  return sight;
}

/** Whether every import could be read and none failed, neither of the document nor of the files that it sees, and none lies too deep. */
export function isWhole(document: PlanDocument, imported: readonly ImportedFile[], { edges, graph }: Closure): boolean {
  const own = edges(document);
  if (!isComplete(own) || !namesItsImports(document)) return false;
  if (graph === undefined) return true;
  if (!imported.every(({ file }) => graph.pathsOf(file.id).complete)) return false;
  return own.every(({ kind, target }) => kind === 'parent' || target === undefined || graph.depthOf(target) <= importDepthLimit);
}

function pathsOf(document: PlanDocument): readonly Pick<ImportEdge, 'kind' | 'node' | 'path'>[] {
  const { outline } = document;
  if (outline === undefined) return [];
  const imports = outline.imports.map(({ node, value }) => ({ kind: 'import' as const, node: node as YamlScalar, path: value }));
  const parents = outline.plan?.parentPlans ?? [];
  return [
    ...imports,
    ...parents.flatMap((parent) => (parent.kind === 'path' ? [{ kind: 'parent' as const, node: parent.node, path: parent.path }] : [])),
  ];
}

/** What a path may not be, whatever the disk says: only relative paths with `/` are followed, and nothing goes to the network. */
function refusal(path: string): ImportFailure | undefined {
  if (/^[A-Za-z][A-Za-z0-9+.-]+:/.test(path) || path.startsWith('//')) return 'url';
  if (path.startsWith('/') || /^[A-Za-z]:/.test(path)) return 'absolute';
  if (path.includes('\\')) return 'backslash';
  if (path.includes('\0') || path.length > longestPath) return 'absent';
  return isPlanPath(path) ? undefined : 'not-yaml';
}

function importedFault(file: SourceFile, kind: ImportEdge['kind']): ImportFailure | undefined {
  if (file.documents.some(({ faulty }) => faulty)) return 'faulty';
  if (kind === 'parent' && !file.documents.some((document) => document.kind === 'plan')) return 'no-plan';
  return undefined;
}
