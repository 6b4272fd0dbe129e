// The difference of two texts: the edits give exactly the new text, and leave alone what both have.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { editsBetween } from '../../server/src/text/difference.ts';
import { applyEdits } from '../../server/src/text/edit.ts';

function check(before: string, after: string, expected: readonly string[]): void {
  const edits = editsBetween(before, after);
  assert.equal(applyEdits(before, edits).text, after);
  assert.deepEqual(
    edits.map(({ span, newText }) => `${JSON.stringify(before.slice(span.start, span.end))} → ${JSON.stringify(newText)}`),
    expected,
  );
}

test('what is the same needs no edit', () => check('a\nb\n', 'a\nb\n', []));

test('each changed piece is one edit, as small as it can be', () => {
  check('a\nb\nc\nd\n', 'a\nB\nc\nd2\n', ['"b" → "B"', '"" → "2"']);
  check('a\nb\n', 'a\nx\nb\n', ['"" → "x\\n"']);
  check('a\nx\nb\n', 'a\nb\n', ['"x\\n" → ""']);
  check('', 'a', ['"" → "a"']);
  check('a\n', '', ['"a\\n" → ""']);
});

test('characters and line breaks stay whole', () => {
  check('x: 𠮷\r\n', 'x: 𠮸\r\n', ['"𠮷" → "𠮸"']);
  check('x\r\n', 'x\n', ['"\\r\\n" → "\\n"']);
});

test('any two texts', () => {
  const text = fc.array(fc.constantFrom('a', 'b', '', '市', '🚣'), { maxLength: 12 }).map((lines) => lines.join('\n'));
  fc.assert(
    fc.property(text, text, (before, after) => {
      assert.equal(applyEdits(before, editsBetween(before, after)).text, after);
    }),
  );
});

test('texts that have nothing in common are replaced as a whole', () => {
  const lines = (letter: string): string => Array.from({ length: 300 }, (_, index) => `${letter}${index}\n`).join('');
  assert.equal(editsBetween(lines('a'), lines('b')).length, 1);
});
