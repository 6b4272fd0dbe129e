// What is found once for all files of a run, held to what is found by looking at each for itself.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { createImportGraph, type FilePaths, importDepthLimit } from '../../server/src/workspace/import-graph.ts';

const pathsOf = (imports: readonly string[], parents: readonly string[] = []): FilePaths => ({
  imports,
  parents,
  all: [...imports, ...parents],
  complete: true,
});

const targets = fc.array(fc.array(fc.nat(7), { maxLength: 3 }), { minLength: 8, maxLength: 8 });

test('a file is as deep as the farthest that it reaches, and two are in one circle of parents when each reaches the other', () => {
  fc.assert(
    fc.property(targets, targets, (imports, parents) => {
      const graph = createImportGraph(new Map(imports.map((to, file) => [`${file}`, pathsOf(to.map(String), parents[file]?.map(String))])));
      for (let file = 0; file < 8; file++) {
        const distances = distancesFrom(file, imports);
        assert.equal(graph.depthOf(`${file}`), 1 + Math.max(...distances.values()));
        const circles = graph.parentCircles(`${file}`);
        for (const other of distancesFrom(file, parents).keys()) {
          assert.equal(circles.get(`${other}`) === circles.get(`${file}`), distancesFrom(other, parents).has(file));
        }
      }
    }),
  );
});

test('how deep a file is is looked for once, and no deeper than the limit', () => {
  let asked = 0;
  const chain = (file: string): FilePaths => {
    asked++;
    return pathsOf([`${Number(file) + 1}`]);
  };
  const graph = createImportGraph({ get: chain });
  assert.equal(graph.depthOf('0'), importDepthLimit + 1);
  assert.equal(graph.depthOf('0'), importDepthLimit + 1);
  assert.equal(asked, importDepthLimit + 1);
});

/** By file that is reached, itself among them, how many steps away it is. */
function distancesFrom(start: number, graph: readonly (readonly number[])[]): ReadonlyMap<number, number> {
  const distances = new Map([[start, 0]]);
  for (const [file, distance] of distances)
    for (const target of graph[file] ?? []) if (!distances.has(target)) distances.set(target, distance + 1);
  return distances;
}
