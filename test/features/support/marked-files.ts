// How the tests of features that look across files write them: `|` is the cursor, in one of them; `«…»` are the places that are expected.
import assert from 'node:assert/strict';
import { catalogue } from '../../../server/src/rules/catalogue.generated.ts';
import { type Analysis, createSession } from '../../../server/src/service/session.ts';
import type { Span } from '../../../server/src/text/span.ts';
import { checkDate } from '../../support/lint.ts';
import { createMemoryHost } from '../../support/memory-host.ts';
import { unmark } from '../../yaml/reading.ts';
import { readMarkedPlan } from './marked-plan.ts';

export interface MarkedFiles {
  /** Of the file with the cursor. */
  readonly analysis: Analysis;
  readonly cursor: number;
  /** Of all files, in path order. */
  readonly analyses: readonly Analysis[];
  /** The marked places, as `path: text` with the line they stand in. */
  readonly marked: readonly string[];
  show(path: string, span: Span): string;
}

/** One text alone is `test.plan.yaml`; a text without `govplan` gets the head of a small plan. */
export async function readMarkedFiles(source: string | Readonly<Record<string, string>>): Promise<MarkedFiles> {
  const sources = typeof source === 'string' ? { 'test.plan.yaml': source } : source;
  const files: Record<string, string> = {};
  const marked: { readonly path: string; readonly span: Span }[] = [];
  let place: { readonly path: string; readonly cursor: number } | undefined;
  for (const [path, content] of Object.entries(sources)) {
    const { text: complete } = readMarkedPlan(content.replace('|', '\u0001'));
    const { text: withCursor, spans } = unmark(complete);
    const cursor = withCursor.indexOf('\u0001');
    const shift = (offset: number): number => (cursor >= 0 && offset > cursor ? offset - 1 : offset);
    files[path] = withCursor.replace('\u0001', '');
    if (cursor >= 0) place = { path, cursor };
    for (const { start, end } of spans) marked.push({ path, span: { start: shift(start), end: shift(end) } });
  }
  const analyses = await analyseFiles(files);
  const analysis = analyses.find(({ file }) => file.id === place?.path);
  assert.ok(analysis && place, 'a file has the cursor');
  const show = (path: string, { start, end }: Span): string => {
    const text = files[path] ?? '';
    const before = text.slice(0, start).split('\n').at(-1);
    const behind = text.slice(end).split('\n')[0];
    return `${path}: ${before}«${text.slice(start, end)}»${behind}`;
  };
  return { analysis, cursor: place.cursor, analyses, marked: marked.map(({ path, span }) => show(path, span)), show };
}

export async function analyseFiles(files: Readonly<Record<string, string>>): Promise<readonly Analysis[]> {
  const options = { catalogue, asOf: checkDate, severities: new Map(), ruleOptions: new Map(), cycles: {} };
  const session = createSession(createMemoryHost(files), () => options);
  const analyses = await Promise.all(
    Object.keys(files)
      .sort()
      .map((path) => session.analyse(path)),
  );
  return analyses.filter((analysis) => analysis !== undefined);
}
