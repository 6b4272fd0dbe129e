// The one way by which tests highlight: the marked places, the first `writes` of which write.
import assert from 'node:assert/strict';
import { highlightsAt } from '../../../server/src/service/highlight.ts';
import { readMarkedFiles } from './marked-files.ts';

export async function checkHighlight(source: string | Readonly<Record<string, string>>, writes: readonly number[]): Promise<void> {
  const { analysis, cursor, marked, show } = await readMarkedFiles(source);
  const found = highlightsAt(analysis, cursor);
  assert.deepEqual(
    found.map(({ range }) => show(analysis.file.id, analysis.file.lines.span(range))),
    marked,
  );
  assert.deepEqual(
    found.flatMap(({ kind }, index) => (kind === 'write' ? [index] : [])),
    writes,
  );
}
