// The one way by which tests look at code lenses: the words under each, and what it says.
import assert from 'node:assert/strict';
import type { Language } from '../../../server/src/rules/render.ts';
import { codeLenses } from '../../../server/src/service/code-lens.ts';
import type { MemoryFiles } from '../../support/memory-host.ts';
import { analyseText, readMarkedPlan } from './marked-plan.ts';

/** `expected`: each as `words: title`; `plan` is the key of the plan. */
export async function checkCodeLenses(
  source: string,
  expected: readonly string[],
  { language = 'en', files = {} }: { readonly language?: Language; readonly files?: MemoryFiles } = {},
): Promise<void> {
  const { text } = readMarkedPlan(source);
  const analysis = await analyseText(text, files);
  const found = codeLenses(analysis, language).map(({ range, title }) => {
    const { start, end } = analysis.file.lines.span(range);
    return `${text.slice(start, end)}: ${title}`;
  });
  assert.deepEqual(found, expected);
}
