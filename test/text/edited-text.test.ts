// The text of a document that is being edited says what a string says that has been edited likewise.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { type EditedText, editedText } from '../../server/src/text/edited-text.ts';
import { createLineIndex } from '../../server/src/text/line-index.ts';

const units = fc.constantFrom('a', '𠮷', '\n', '\r', '\r\n');
/** Short ones, and some that need several chunks: with lines, without, and with breaks of two characters that a cut might part. */
const piece = fc.oneof(
  { weight: 4, arbitrary: fc.string({ unit: units, maxLength: 20 }) },
  fc
    .tuple(fc.constantFrom('line\n', 'xy', 'a\r\n', '\r\n', '\r', '水'), fc.nat(20_000))
    .map(([unit, length]) => unit.repeat(length / unit.length)),
);
const edits = fc.array(fc.tuple(fc.nat(), fc.nat(), piece, fc.boolean()), { maxLength: 8 });

function assertSame(edited: EditedText, text: string): void {
  const index = createLineIndex(text);
  assert.equal(edited.length, text.length);
  assert.equal(edited.lineCount, index.lineCount);
  const line = Math.floor(index.lineCount * 0.7);
  for (const at of [-1, 0, 1, line, line + 1, index.lineCount - 1, index.lineCount, index.lineCount + 1]) {
    assert.deepEqual([edited.lineStart(at), edited.lineEnd(at)], [index.lineStart(at), index.lineEnd(at)], `line ${at}`);
    assert.equal(edited.offset({ line: at, character: 3 }), index.offset({ line: at, character: 3 }));
  }
  const middle = Math.floor(text.length * 0.6);
  for (const at of [-1, 0, 8191, 8192, 8193, middle, middle + 1, text.length - 1, text.length, text.length + 1])
    assert.deepEqual(edited.position(at), index.position(at), `offset ${at}`);
  assert.equal(edited.slice(middle), text.slice(middle));
  assert.equal(edited.slice(8190, 8200), text.slice(8190, 8200));
  assert.equal(edited.slice(0, middle), text.slice(0, middle));
}

test('edits of a text, its lines, and what they changed', () => {
  fc.assert(
    fc.property(piece, edits, (first, list) => {
      let text = first;
      let edited = editedText(text);
      for (const [at, length, by, isJoined] of list) {
        const start = at % (text.length + 1);
        const end = Math.min(text.length, start + (length % 12_000));
        const [before, beforeText] = [edited, text];
        edited = edited.with(start, end, by);
        text = text.slice(0, start) + by + text.slice(end);
        assertSame(edited, text);
        const change = before.changeTo(edited);
        if (change === undefined) assert.equal(text, beforeText);
        else
          assert.equal(text, beforeText.slice(0, change.start) + text.slice(change.start, change.newEnd) + beforeText.slice(change.oldEnd));
        if (change)
          assert.ok(change.newEnd - change.start <= by.length && change.oldEnd - change.start <= end - start, 'no more than was edited');
        if (isJoined) assert.equal(edited.toString(), text);
      }
      assert.equal(edited.toString(), text);
      assertSame(edited, text);
    }),
    { numRuns: 300 },
  );
});

test('a keystroke in a long text makes a few thousand characters anew', () => {
  const long = editedText('a line of a plan\n'.repeat(100_000));
  const edited = long.with(800_000, 800_000, 'x');
  assert.deepEqual(long.changeTo(edited), { start: 800_000, oldEnd: 800_000, newEnd: 800_001 });
  assert.deepEqual(edited.position(800_001), { line: 47_058, character: 15 });
});
