// What the files of a run reach through their imports and parent plans. Of a thousand files that import one another each reaches a thousand: what
// is the same wherever one begins is found once for all of them.
import type { PlanDocument } from '../plan/build.ts';
import type { FileId } from './host.ts';
import { findCircles, type ImportCircles } from './import-circles.ts';
import type { SourceFile } from './source-file.ts';
import type { ImportEdge } from './store.ts';

/** How deep imports may nest (format.md section 6). */
export const importDepthLimit = 64;

/** The paths of one file, all of its documents together; each target once, in the order of the text. */
export interface FilePaths {
  readonly imports: readonly FileId[];
  /** Where the parent plans of its first plan stand. */
  readonly parents: readonly FileId[];
  /** Both, those of every document. */
  readonly all: readonly FileId[];
  /** False where an import failed. */
  readonly complete: boolean;
}

export interface ImportGraph {
  /** Of a file that is not known, none. */
  pathsOf(file: FileId): FilePaths;
  /** The circles of imports, and of parent plans, that are reached from a file. */
  importCircles(from: FileId): ImportCircles;
  parentCircles(from: FileId): ImportCircles;
  /** How many levels a file adds below its importer, counted breadth first, at most one more than the limit. */
  depthOf(file: FileId): number;
  /** What plans and libraries see, for all that import them or are below them. */
  readonly sights: WeakMap<PlanDocument, Sight>;
}

export interface Sight {
  /** What a document imports, by whatever number of steps. */
  readonly imports: ReadonlySet<PlanDocument>;
  /** False where one of its imports failed. */
  readonly complete: boolean;
}

/** `paths` grows while files are followed; what a file reaches must be there before it is asked about. */
export function createImportGraph(paths: Pick<ReadonlyMap<FileId, FilePaths>, 'get'>): ImportGraph {
  const circles = { imports: new Map<FileId, number>(), parents: new Map<FileId, number>() };
  const depths = new Map<FileId, number>();
  const pathsOf = (file: FileId): FilePaths => paths.get(file) ?? noPaths;
  return {
    pathsOf,
    importCircles: (from) => findCircles(from, (file) => pathsOf(file).imports, circles.imports),
    parentCircles: (from) => findCircles(from, (file) => pathsOf(file).parents, circles.parents),
    depthOf(file) {
      const depth = depths.get(file) ?? findDepth(file, pathsOf);
      depths.set(file, depth);
      return depth;
    },
    sights: new WeakMap(),
  };
}

export function collectPaths(file: SourceFile, edgesOf: (document: PlanDocument) => readonly ImportEdge[]): FilePaths {
  const edges = file.documents.flatMap(edgesOf);
  const plan = firstPlan(file);
  return {
    imports: targetsOf(edges, 'import'),
    parents: plan ? targetsOf(edgesOf(plan), 'parent') : [],
    all: targetsOf(edges),
    complete: isComplete(edges) && file.documents.every(namesItsImports),
  };
}

/** The plan that a path in `parent-plans` leads to: the first one of the file. */
export function firstPlan(file: SourceFile): PlanDocument | undefined {
  return file.documents.find((document) => document.outline?.plan !== undefined);
}

/** False where something under `imports` is no path at all: what it was meant to bring in is not known. */
export function namesItsImports({ outline }: PlanDocument): boolean {
  return outline === undefined || !outline.broken.has('imports');
}

/** Whether no import failed. */
export function isComplete(edges: readonly ImportEdge[]): boolean {
  return edges.every(({ kind, failure }) => kind === 'parent' || failure === undefined);
}

const noPaths: FilePaths = { imports: [], parents: [], all: [], complete: true };

function targetsOf(edges: readonly ImportEdge[], only?: ImportEdge['kind']): readonly FileId[] {
  const targets = new Set<FileId>();
  for (const { kind, target } of edges) if (target !== undefined && (only === undefined || kind === only)) targets.add(target);
  return [...targets];
}

function findDepth(file: FileId, pathsOf: (file: FileId) => FilePaths): number {
  const seen = new Set([file]);
  let level = [file];
  let depth = 0;
  while (level.length > 0 && depth <= importDepthLimit) {
    depth++;
    const next: FileId[] = [];
    for (const each of level) {
      for (const target of pathsOf(each).imports) {
        if (seen.has(target)) continue;
        seen.add(target);
        next.push(target);
      }
    }
    level = next;
  }
  return depth;
}
