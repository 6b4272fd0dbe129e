// The one way by which tests look for symbols: `file kind id names` of each that is found, the best first.
import assert from 'node:assert/strict';
import { findSymbols, symbolsOf } from '../../../server/src/service/workspace-symbols.ts';
import { analyseFiles } from './marked-files.ts';

export async function checkSymbols(files: Readonly<Record<string, string>>, query: string, expected: readonly string[]): Promise<void> {
  const analyses = await analyseFiles(files);
  const symbols = analyses.flatMap(({ file }) => symbolsOf(file, 'en', (id) => id));
  const found = findSymbols(symbols, query);
  for (const { id, file, range } of found) {
    const source = analyses.find((analysis) => analysis.file.id === file)?.file;
    const span = source?.lines.span(range);
    assert.equal(span && source?.text.slice(span.start, span.end), id, 'it is where its id stands');
  }
  assert.deepEqual(
    found.map(({ kind, id, names, container }) => [container, kind, id, ...names].join(' ')),
    expected,
  );
}
