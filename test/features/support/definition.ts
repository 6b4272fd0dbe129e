// The one way by which tests go to a definition: it must be the marked place.
import assert from 'node:assert/strict';
import { definitionAt } from '../../../server/src/service/definition.ts';
import { readMarkedFiles } from './marked-files.ts';

/** Without any mark there must be no definition. `whole`: the entry that is revealed with it, from its first to its last line. */
export async function checkDefinition(
  source: string | Readonly<Record<string, string>>,
  { on, whole }: { readonly on?: string; readonly whole?: string } = {},
): Promise<void> {
  const { analysis, cursor, analyses, marked, show } = await readMarkedFiles(source);
  const found = definitionAt(analysis, cursor, analyses);
  const file = analyses.find((candidate) => candidate.file.id === found?.file)?.file;
  assert.deepEqual(found && file ? [show(found.file, file.lines.span(found.selection))] : [], marked);
  if (found === undefined || file === undefined) return;
  const { lines, text } = analysis.file;
  const origin = lines.span(found.origin);
  if (on !== undefined) assert.equal(text.slice(origin.start, origin.end), on);
  const range = file.lines.span(found.range);
  const selection = file.lines.span(found.selection);
  assert.ok(range.start <= selection.start && selection.end <= range.end, 'the entry holds its name');
  if (whole !== undefined) assert.equal(file.text.slice(range.start, range.end), whole);
}
