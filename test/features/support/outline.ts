// The one way by which tests look at outlines: one line for each item, indented, `kind name — detail @selection`.
import assert from 'node:assert/strict';
import type { Language } from '../../../server/src/rules/render.ts';
import { type OutlineItem, outlineOf } from '../../../server/src/service/document-symbols.ts';
import type { Range } from '../../../server/src/text/line-index.ts';
import type { MemoryFiles } from '../../support/memory-host.ts';
import { analyseText, readMarkedPlan } from './marked-plan.ts';

export async function checkOutline(
  source: string,
  expected: readonly string[],
  language: Language = 'en',
  files: MemoryFiles = {},
): Promise<void> {
  const { text } = readMarkedPlan(source);
  const analysis = await analyseText(text, files);
  const outline = await outlineOf(analysis, language, async () => undefined);
  const lines: string[] = [];
  const visit = (item: OutlineItem, depth: number, outer: Range | undefined): void => {
    const { start, end } = analysis.file.lines.span(item.selection);
    const selected = text.slice(start, end).split('\n')[0];
    lines.push(`${'  '.repeat(depth)}${item.kind} ${item.name} — ${item.detail}${selected === item.name ? '' : ` @${selected}`}`);
    assert.ok(holds(item.range, item.selection), `${item.name}: the entry holds what is selected`);
    assert.ok(outer === undefined || holds(outer, item.range), `${item.name}: the outer entry holds it`);
    for (const child of item.children) visit(child, depth + 1, item.range);
  };
  for (const item of outline) visit(item, 0, undefined);
  assert.deepEqual(lines, expected);
}

function holds(outer: Range, inner: Range): boolean {
  const before = (a: Range['start'], b: Range['start']): boolean => a.line < b.line || (a.line === b.line && a.character <= b.character);
  return before(outer.start, inner.start) && before(inner.end, outer.end);
}
