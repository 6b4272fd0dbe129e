// The one way by which tests look for references: they must be the marked places, all of them, in every file.
import assert from 'node:assert/strict';
import { referencesTo } from '../../../server/src/service/references.ts';
import { symbolAt } from '../../../server/src/service/symbols.ts';
import { readMarkedFiles } from './marked-files.ts';

export async function checkReferences(
  source: string | Readonly<Record<string, string>>,
  { includeDeclaration = true }: { readonly includeDeclaration?: boolean } = {},
): Promise<void> {
  const { analysis, cursor, analyses, marked, show } = await readMarkedFiles(source);
  const found = symbolAt(analysis, cursor, analyses);
  const places = found ? referencesTo(found.symbol, analysis, analyses, { includeDeclaration }) : [];
  const shown = places.map(({ file, range }) => show(file, linesOf(file).span(range)));
  assert.deepEqual(shown, marked);

  function linesOf(id: string): (typeof analysis)['file']['lines'] {
    const file = analyses.find((candidate) => candidate.file.id === id)?.file;
    assert.ok(file, `${id} is a file of the test`);
    return file.lines;
  }
}
