// Many changes in one notification make the text that they make one after the other.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { Range, TextDocumentContentChangeEvent } from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { documentTexts } from '../../server/src/lsp/many-changes.ts';

function checkChanges(text: string, changes: readonly TextDocumentContentChangeEvent[]): void {
  const open = (): TextDocument => TextDocument.create('file:///a', 'yaml', 1, text);
  const single = TextDocument.update(open(), [...changes], 2);
  const many = documentTexts.update(open(), [...changes], 2);
  assert.equal(many.getText(), single.getText());
  assert.equal(many.version, 2);
}

const position = fc.record({ line: fc.nat(8), character: fc.nat(6) });
const change: fc.Arbitrary<TextDocumentContentChangeEvent> = fc.oneof(
  {
    weight: 20,
    arbitrary: fc.record({ range: fc.record({ start: position, end: position }), text: fc.constantFrom('', 'x', 'long', '\n', '甲') }),
  },
  { weight: 1, arbitrary: fc.record({ text: fc.constantFrom('', 'new\ntext') }) },
);
const text = fc.string({ unit: fc.constantFrom('a', 'b', '\n', '\r\n'), maxLength: 40 });

test('any changes', () => {
  fc.assert(
    fc.property(text, fc.array(change, { minLength: 9, maxLength: 14 }), (before, changes) => checkChanges(before, changes)),
    { numRuns: 500 },
  );
});

test('what is typed at the end of a line and taken back at once', () => {
  const typed = [...'name: "a: b"'].map((text, index) => ({ range: at(3 + index, 3 + index), text }));
  const takenBack = typed.map(({ range }) => ({ range: at(range.start.character, range.end.character + 1), text: '' })).toReversed();
  for (const before of ['abc', 'abc\nd', 'abc\r\nd']) checkChanges(before, [...typed, ...takenBack]);
  const inFront = ['long', 'er', 'and', 'then', 'more', 'of', 'it', 'all', '!'].map((text, index) => ({ range: at(index, index), text }));
  checkChanges('abc', inFront);
});

function at(start: number, end: number): Range {
  return { start: { line: 0, character: start }, end: { line: 0, character: end } };
}

test('a rename, from the first place to the last and the other way round', () => {
  const line = 'who: old, with: [old, other, old]\n';
  const places = [5, 17, 29];
  const rename = (by: string, isForward: boolean): TextDocumentContentChangeEvent[] => {
    const changes: TextDocumentContentChangeEvent[] = [];
    for (let at = 0; at < 10; at++) {
      for (const [index, place] of places.entries()) {
        const shift = isForward ? index * (by.length - 3) : 0;
        const range = { start: { line: at, character: place + shift }, end: { line: at, character: place + shift + 3 } };
        changes.push({ range, text: by });
      }
    }
    return isForward ? changes : changes.reverse();
  };
  for (const by of ['a-new-name', 'x', '']) {
    for (const isForward of [true, false]) {
      checkChanges(line.repeat(10), rename(by, isForward));
      const renamed = documentTexts.update(TextDocument.create('file:///a', 'yaml', 1, line.repeat(10)), rename(by, isForward), 2);
      assert.equal(renamed.getText(), line.replaceAll('old', by).repeat(10));
    }
  }
});
