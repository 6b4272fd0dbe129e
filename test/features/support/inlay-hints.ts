// The one way by which tests look at inlay hints: the text with each hint written into it, as `‹name›`.
import assert from 'node:assert/strict';
import type { Language } from '../../../server/src/rules/render.ts';
import { inlayHints } from '../../../server/src/service/inlay-hints.ts';
import { applyEdits } from '../../../server/src/text/edit.ts';
import type { MemoryFiles } from '../../support/memory-host.ts';
import { analyseText, readMarkedPlan } from './marked-plan.ts';

/** `expected` holds the hints where they are to be shown; without them it is the plan. `lines`: only these are asked for, from and to. */
export async function checkInlayHints(
  expected: string,
  options: { readonly language?: Language; readonly files?: MemoryFiles; readonly lines?: readonly [number, number] } = {},
): Promise<void> {
  const { text } = readMarkedPlan(expected.replace(/‹[^›]*›/g, ''));
  const analysis = await analyseText(text, options.files);
  const { lines } = analysis.file;
  const [from, to] = options.lines ?? [0, lines.lineCount];
  const hints = inlayHints(analysis, { start: lines.lineStart(from), end: lines.lineEnd(to) }, options.language ?? 'en');
  const edits = hints.map(({ position, label }) => {
    const offset = lines.offset(position);
    return { span: { start: offset, end: offset }, newText: `‹${label}›` };
  });
  assert.ok(applyEdits(text, edits).text.endsWith(expected), applyEdits(text, edits).text);
}
