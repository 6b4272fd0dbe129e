// Lines and positions.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createLineIndex } from '../../server/src/text/line-index.ts';

test('CR, LF and CRLF end a line', () => {
  const index = createLineIndex('a\rb\nc\r\nd');
  assert.equal(index.lineCount, 4);
  assert.deepEqual(
    [0, 1, 2, 3, 4].map((line) => index.lineStart(line)),
    [0, 2, 4, 7, 8],
  );
  assert.deepEqual(
    [0, 1, 2, 3].map((line) => index.lineEnd(line)),
    [1, 3, 5, 8],
  );
});
