// Changes make of an open document what they make of one that is a single string: one after the other, and many in one notification.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { Range, TextDocumentContentChangeEvent } from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { openDocuments } from '../../server/src/lsp/open-documents.ts';

function checkChanges(before: string, changes: readonly TextDocumentContentChangeEvent[]): void {
  // Of a place behind the end of a text the package keeps wrong lines: each change gets a document of its own.
  const changed = (text: string, change: TextDocumentContentChangeEvent): string =>
    TextDocument.update(TextDocument.create('file:///a', 'yaml', 1, text), [change], 2).getText();
  const { text, version } = updated(before, changes);
  assert.equal(text, changes.reduce(changed, before));
  assert.equal(version, 2);
}

function updated(text: string, changes: readonly TextDocumentContentChangeEvent[]): { readonly text: string; readonly version: number } {
  const document = openDocuments.update(openDocuments.create('file:///a', 'yaml', 1, text), [...changes], 2);
  return { text: String(document.text), version: document.version };
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
    fc.property(text, fc.array(change, { minLength: 1, maxLength: 14 }), (before, changes) => checkChanges(before, changes)),
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
      assert.equal(updated(line.repeat(10), rename(by, isForward)).text, line.replaceAll('old', by).repeat(10));
    }
  }
});
