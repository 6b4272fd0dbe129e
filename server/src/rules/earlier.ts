// What an earlier lint of a file still tells, once some of its values have been rewritten and all else is as it was.
import type { PlanDocument } from '../plan/build.ts';
import type { Written } from '../plan/written.ts';
import { rewrittenSince } from '../workspace/source-file.ts';
import type { Closure, ImportEdge } from '../workspace/store.ts';
import type { DocumentResult, LintOptions } from './run.ts';

/** A lint that has been done. */
export interface DoneLint {
  readonly closure: Closure;
  readonly options: LintOptions;
  /** One for each document of the closure's entry. */
  readonly results: readonly DocumentResult[];
}

export interface EarlierLint {
  readonly results: readonly DocumentResult[];
  readonly rewritten: ReadonlySet<Written>;
}

/** Undefined where more is different than what such values say: then all is to be done anew. */
export function earlierLint(done: DoneLint | undefined, closure: Closure, options: LintOptions): EarlierLint | undefined {
  if (done === undefined || done.options !== options || done.closure.files.size !== closure.files.size) return undefined;
  const rewritten = new Set<Written>();
  for (const [id, file] of closure.files) {
    const earlier = done.closure.files.get(id);
    const values = earlier && rewrittenSince(earlier, file);
    if (values === undefined || !file.documents.every((document) => hasSameEdges(document, done.closure, closure))) return undefined;
    for (const value of values) rewritten.add(value);
  }
  return { results: done.results, rewritten };
}

function hasSameEdges(document: PlanDocument, before: Closure, after: Closure): boolean {
  const [old, now] = [before.edges(document), after.edges(document)];
  return old.length === now.length && old.every((edge, index) => isSameEdge(edge, now[index] as ImportEdge));
}

function isSameEdge(a: ImportEdge, b: ImportEdge): boolean {
  return a.kind === b.kind && a.node === b.node && a.target === b.target && a.attempted === b.attempted && a.failure === b.failure;
}
