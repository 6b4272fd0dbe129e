// What components fall into without one actor, found from one walk, against taking the actor out and looking.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { UndirectedGraph } from 'graphology';
import { connectedComponents } from 'graphology-components';
import { collectNeighbours } from '../../server/src/network/actor-network.ts';
import { createPieces, type Piece } from '../../server/src/network/pieces.ts';
import type { Actor } from '../../server/src/workspace/plan.ts';

const networks = fc.integer({ min: 1, max: 9 }).chain((size) => {
  const node = fc.nat(size - 1);
  const edges = fc.array(fc.tuple(node, node), { maxLength: 14 }).map((pairs) => pairs.filter(([one, other]) => one !== other));
  return fc.record({ size: fc.constant(size), edges, marked: fc.uniqueArray(node) });
});

/** The components by their places, those and the components in order. */
function componentsOf(size: number, edges: readonly (readonly [number, number])[], without?: number): readonly (readonly number[])[] {
  const graph = new UndirectedGraph();
  for (let place = 0; place < size; place++) graph.addNode(place);
  for (const [one, other] of edges) graph.mergeEdge(one, other);
  if (without !== undefined) graph.dropNode(without);
  return connectedComponents(graph)
    .map((ids) => ids.map(Number).sort((a, b) => a - b))
    .sort(([a], [b]) => (a as number) - (b as number));
}

test('one walk tells what is left of a component without each of its actors', () => {
  fc.assert(
    fc.property(networks, ({ size, edges, marked }) => {
      const actors = Array.from({ length: size }, (_, place) => ({ id: String(place) }) as Actor);
      const pieces = createPieces({ actors, neighbours: collectNeighbours(size, edges.flat()) }, (place) => marked.includes(place));
      const check = (found: readonly Piece[], expected: readonly (readonly number[])[]): void => {
        const sorted = [...found].sort((a, b) => a.first - b.first);
        assert.deepEqual(
          sorted.map((piece) => pieces.placesOf([piece])),
          expected,
        );
        for (const [index, { nodes, first, marked: count }] of sorted.entries()) {
          const places = expected[index] ?? [];
          assert.deepEqual([nodes, first, count], [places.length, places[0], places.filter((place) => marked.includes(place)).length]);
        }
      };
      const whole = componentsOf(size, edges);
      check(pieces.components, whole);
      for (let place = 0; place < size; place++) {
        const home = whole.find((places) => places.includes(place)) ?? [];
        check([pieces.home(place)], [home]);
        check(
          pieces.without(place),
          componentsOf(size, edges, place).filter(([first]) => home.includes(first as number)),
        );
      }
    }),
    { numRuns: 300 },
  );
});
