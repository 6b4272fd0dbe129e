// A report on one plan as a document: the same bytes wherever it is asked for.
import type { Language } from '../rules/render.ts';
import type { DocumentResult } from '../rules/run.ts';
import type { Closure } from '../workspace/store.ts';
import { htmlReport } from './html/page.ts';
import { markdownReport } from './markdown/document.ts';
import { planReport } from './plan-report.ts';

export type ReportFormat = 'html' | 'md';

/** `path` is the plan's file as readers know it; between one section and the next others have a turn. Undefined where the document holds no plan. */
export async function writtenReport(
  format: ReportFormat,
  path: string,
  { context, findings }: DocumentResult,
  closure: Closure,
  language: Language,
  turn: () => Promise<void>,
): Promise<string | undefined> {
  if (context === undefined) return undefined;
  const facts = planReport(path, { context, findings }, closure, language);
  return format === 'md' ? markdownReport(facts, language) : htmlReport(facts, language, turn);
}
