// A server that runs all day keeps nothing of documents that are closed: what `npm run bench:memory` shows at length, in a few rounds.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { measureMemory } from '../bench/memory.ts';

test('memory stays flat while a plan of 5,000 lines is opened and closed', async () => {
  const heaps = await measureMemory({ lines: 5000, rounds: 10 });
  const [second = 0, last = 0] = [heaps[1], heaps.at(-1)];
  // A plan that is open takes about as much as all the rest of the server: were only one of them kept, this would be twice as much.
  assert.ok(last < 1.25 * second, heaps.join(' '));
});
