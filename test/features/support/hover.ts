// The one way by which tests hover.
import assert from 'node:assert/strict';
import type { Language } from '../../../server/src/rules/render.ts';
import { hoverAt } from '../../../server/src/service/hover.ts';
import type { MemoryFiles } from '../../support/memory-host.ts';
import { analyseText, readMarkedPlan } from './marked-plan.ts';

export interface HoverExpectation {
  /** The text under the range of the hover. */
  readonly on: string;
  /** What the hover says: each part must be found in it. */
  readonly says: readonly string[];
  readonly not?: readonly string[];
  readonly language?: Language;
  readonly files?: MemoryFiles;
}

export async function checkHover(source: string, expected: HoverExpectation | undefined): Promise<void> {
  const { text, cursor } = readMarkedPlan(source);
  const analysis = await analyseText(text, expected?.files);
  const hover = hoverAt(analysis, cursor, expected?.language ?? 'en');
  if (expected === undefined) {
    assert.equal(hover, undefined);
    return;
  }
  assert.ok(hover, 'there is a hover');
  const { start, end } = analysis.file.lines.span(hover.range);
  assert.equal(text.slice(start, end), expected.on);
  for (const part of expected.says) assert.ok(hover.markdown.includes(part), `'${part}' is in:\n${hover.markdown}`);
  for (const part of expected.not ?? []) assert.ok(!hover.markdown.includes(part), `'${part}' is not in:\n${hover.markdown}`);
}
