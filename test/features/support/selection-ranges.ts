// The one way by which tests grow a selection: the texts that are selected, one after the other.
import assert from 'node:assert/strict';
import { selectionsAt } from '../../../server/src/service/selection-ranges.ts';
import { analyseText } from './marked-plan.ts';

/** The last one, the whole file, is left out. */
export async function checkSelections(source: string, expected: readonly string[]): Promise<void> {
  const cursor = source.indexOf('|');
  const text = source.replace('|', '');
  const analysis = await analyseText(text);
  const spans = selectionsAt(analysis, cursor).map((range) => analysis.file.lines.span(range));
  for (const [index, { start, end }] of spans.entries()) {
    const outer = spans[index + 1];
    if (outer)
      assert.ok(outer.start <= start && end <= outer.end && outer.end - outer.start > end - start, 'each is larger than the one before');
  }
  assert.equal(spans.at(-1)?.end, text.length, 'the last is the whole file');
  assert.deepEqual(
    spans.slice(0, -1).map(({ start, end }) => text.slice(start, end)),
    expected,
  );
}
