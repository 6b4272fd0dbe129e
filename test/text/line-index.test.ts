// Lines and positions: the index of a text after a change is that of the text made anew.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { changeBetween } from '../../server/src/text/change.ts';
import { createLineIndex } from '../../server/src/text/line-index.ts';

const text = fc.string({ unit: fc.constantFrom('a', '𠮷', '\n', '\r', '\r\n'), maxLength: 20 });

test('CR, LF and CRLF end a line', () => {
  const index = createLineIndex('a\rb\nc\r\nd');
  assert.equal(index.lineCount, 4);
  assert.deepEqual([0, 1, 2, 3, 4].map(index.lineStart), [0, 2, 4, 7, 8]);
  assert.deepEqual([0, 1, 2, 3].map(index.lineEnd), [1, 3, 5, 8]);
});

test('an index after a change', () => {
  fc.assert(
    fc.property(text, text, text, text, (head, before, now, tail) => {
      const [old, changed] = [head + before + tail, head + now + tail];
      const change = changeBetween(old, changed);
      if (change === undefined) return;
      const [after, fresh] = [createLineIndex(old).after(change, changed), createLineIndex(changed)];
      assert.equal(after.lineCount, fresh.lineCount);
      for (let line = 0; line <= fresh.lineCount; line++) {
        assert.deepEqual([after.lineStart(line), after.lineEnd(line)], [fresh.lineStart(line), fresh.lineEnd(line)]);
      }
    }),
    { numRuns: 2000 },
  );
});
