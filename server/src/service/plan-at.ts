// Which document of a file the cursor stands in: a file may hold several plans, and each has its own mode and its own actors.
import type { DocumentResult } from '../rules/run.ts';
import type { Span } from '../text/span.ts';
import type { Analysis } from './session.ts';

export interface DocumentAt {
  readonly result: DocumentResult;
  /** From the document's first character to the beginning of the next one: where a cursor keeps standing in it. */
  readonly span: Span;
}

/** Undefined where no govplan document stands at the offset: a file may hold other documents too. */
export function documentAt(analysis: Analysis, offset: number): DocumentAt | undefined {
  const { file } = analysis;
  const { documents } = file.stream;
  const next = documents.findIndex(({ start }) => start > offset);
  const index = Math.max(0, (next < 0 ? documents.length : next) - 1);
  const yaml = documents[index];
  const result = analysis.results().find(({ document }) => document.yaml === yaml);
  const start = index === 0 ? 0 : (yaml?.start ?? 0);
  return result && { result, span: { start, end: documents[index + 1]?.start ?? file.pieces.length } };
}

/** The document of a plan by its id, else the one at the offset: while a file is edited, its plans move about in it. */
export function documentOf(analysis: Analysis, planId: string | undefined, offset: number): DocumentResult | undefined {
  const named = analysis.results().find(({ linked }) => planId !== undefined && linked.plan?.head.id?.value === planId);
  return named ?? documentAt(analysis, offset)?.result;
}
