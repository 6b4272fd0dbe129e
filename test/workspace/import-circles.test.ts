// Circles of imports, held to what walking from every file gives.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { findCircles } from '../../server/src/workspace/import-circles.ts';

test('two files are in one circle when each reaches the other, wherever one begins', () => {
  const graphs = fc.array(fc.array(fc.nat(7), { maxLength: 3 }), { minLength: 8, maxLength: 8 });
  fc.assert(
    fc.property(graphs, fc.shuffledSubarray([...'01234567'], { minLength: 8 }), (graph, starts) => {
      const targetsOf = (file: string): readonly string[] => (graph[Number(file)] ?? []).map(String);
      const known = new Map<string, number>();
      for (const start of starts) findCircles(start, targetsOf, known);
      const reached = new Map(starts.map((file) => [file, reachedFrom(file, targetsOf)]));
      for (const one of starts) {
        for (const other of starts) {
          const isCircle = one === other || (reached.get(one)?.has(other) && reached.get(other)?.has(one)) === true;
          assert.equal(known.get(one) === known.get(other), isCircle, `${one} and ${other} of ${JSON.stringify(graph)}`);
        }
      }
    }),
  );
});

test('a chain of 100,000 files overflows nothing', () => {
  const known = findCircles('0', (file) => (file === '99999' ? [] : [String(Number(file) + 1)]), new Map());
  assert.equal(new Set(known.values()).size, 100_000);
});

function reachedFrom(start: string, targetsOf: (file: string) => readonly string[]): ReadonlySet<string> {
  const reached = new Set<string>();
  const queue = [...targetsOf(start)];
  for (let file = queue.pop(); file !== undefined; file = queue.pop()) {
    if (reached.has(file)) continue;
    reached.add(file);
    queue.push(...targetsOf(file));
  }
  return reached;
}
