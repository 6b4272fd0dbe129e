// Every feature answers on texts that are cut off, torn or typed into at random: it never throws, and never points outside of the text.
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { test } from 'node:test';
import fc from 'fast-check';
import type { Bilingual } from '../../server/src/plan/field.ts';
import { callsOf, hierarchyAt } from '../../server/src/service/call-hierarchy.ts';
import { cursorAt } from '../../server/src/service/cursor.ts';
import { definitionAt } from '../../server/src/service/definition.ts';
import { linksOf } from '../../server/src/service/document-links.ts';
import { type OutlineItem, outlineOf } from '../../server/src/service/document-symbols.ts';
import { foldingOf } from '../../server/src/service/folding.ts';
import { formatLines, formatText } from '../../server/src/service/formatting.ts';
import { highlightsAt } from '../../server/src/service/highlight.ts';
import { referencesTo } from '../../server/src/service/references.ts';
import { prepareRename } from '../../server/src/service/rename.ts';
import { selectionsAt } from '../../server/src/service/selection-ranges.ts';
import type { Analysis } from '../../server/src/service/session.ts';
import { symbolAt } from '../../server/src/service/symbols.ts';
import { findSymbols, symbolsOf } from '../../server/src/service/workspace-symbols.ts';
import type { Range } from '../../server/src/text/line-index.ts';
import { analyseFiles } from './support/marked-files.ts';
import { rename } from './support/rename.ts';

const runs = { numRuns: Number(process.env.RUNS ?? 60) };
const sample = await readFile(new URL('../../samples/cn/linhe-county-earthquake.plan.yaml', import.meta.url), 'utf8');
const extract = `${sample.slice(0, 6000)}\n`;
const options = { language: 'zh' as keyof Bilingual, shown: (file: string) => file };
const typed = fc.constantFrom(
  '',
  ' ',
  '\n',
  ':',
  '- ',
  '{',
  '}',
  '[',
  '"',
  "'",
  '|',
  '&a ',
  '*a',
  '<<: ',
  '#',
  'a: ',
  '\t',
  '𠮷',
  '\n---\n',
  '\r',
  '? ',
  'imports: [x.plan.yaml]\n',
);

/** A text with a stretch torn out, and something typed in its place. */
const torn = fc
  .tuple(fc.nat({ max: extract.length }), fc.nat({ max: 40 }), typed, fc.boolean())
  .map(([at, length, text, isCut]) => extract.slice(0, at) + text + (isCut ? '' : extract.slice(at + length)));

async function rangesOf(analysis: Analysis, offset: number): Promise<readonly Range[]> {
  const name = 'new-id';
  const symbol = symbolAt(analysis, offset);
  const item = hierarchyAt(analysis, offset, 'en');
  const calls = item ? [...callsOf(analysis, item.key, 'incoming', 'en'), ...callsOf(analysis, item.key, 'outgoing', 'en')] : [];
  const definition = definitionAt(analysis, offset);
  const prepared = prepareRename(analysis, offset, [], options);
  const renamed = rename(analysis, offset, name, [], options);
  const outline = (each: OutlineItem): readonly Range[] => [each.range, each.selection, ...each.children.flatMap(outline)];
  cursorAt(analysis, offset);
  return [
    ...(definition ? [definition.origin, definition.range, definition.selection] : []),
    ...(symbol ? referencesTo(symbol.symbol, analysis, [], { includeDeclaration: true }).map(({ range }) => range) : []),
    ...highlightsAt(analysis, offset).map(({ range }) => range),
    ...('range' in prepared ? [prepared.range] : []),
    ...('refusal' in renamed ? [] : [...renamed.values()].flatMap(({ file, edits }) => edits.map(({ span }) => file.lines.range(span)))),
    ...linksOf(analysis).map(({ range }) => range),
    ...(await outlineOf(analysis, 'en', async () => undefined)).flatMap(outline),
    ...foldingOf(analysis).map(({ startLine, endLine }) => ({
      start: { line: startLine, character: 0 },
      end: { line: endLine, character: 0 },
    })),
    ...selectionsAt(analysis, offset),
    ...calls.flatMap(({ item: other, places }) => [other.range, other.selection, ...places]),
    ...findSymbols(symbolsOf(analysis.file, 'en', String), 'a').map(({ range }) => range),
    ...[...formatText(analysis.file), ...formatLines(analysis.file, { start: offset, end: offset })].map(({ span }) =>
      analysis.file.lines.range(span),
    ),
  ];
}

test('no feature fails on a torn text', async () => {
  await fc.assert(
    fc.asyncProperty(torn, fc.double({ min: 0, max: 1, noNaN: true }), async (text, share) => {
      const [analysis] = await analyseFiles({ 'test.plan.yaml': text });
      assert.ok(analysis);
      const offset = Math.round(share * text.length);
      const { lines } = analysis.file;
      const end = lines.position(text.length);
      for (const range of await rangesOf(analysis, offset)) {
        assert.ok(
          range.start.line >= 0 && range.start.character >= 0 && lines.offset(range.start) <= lines.offset(range.end),
          JSON.stringify(range),
        );
        assert.ok(
          range.end.line < end.line || (range.end.line === end.line && range.end.character <= end.character),
          JSON.stringify(range),
        );
      }
    }),
    runs,
  );
});
