// The places of a network: nothing on top of anything, everything in the picture, always the same.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type Layout, type LayoutNode, layOut } from '../../server/src/report/network-layout.ts';

const width = 1080;

/** A hub with a ring of actors of three columns, each tied to the hub and to the next. */
function network(size: number): { readonly nodes: readonly LayoutNode[]; readonly edges: readonly (readonly [string, string])[] } {
  const nodes = Array.from({ length: size }, (_, i) => ({
    id: `n${i}`,
    column: [0.5, 0.16, 0.86][i % 3] ?? 0.5,
    width: 60 + ((i * 37) % 80),
    height: 50 + ((i * 13) % 20),
    radius: 13,
  }));
  const ring = nodes.slice(1).flatMap(({ id }, i): (readonly [string, string])[] =>
    i === 0
      ? [['n0', id]]
      : [
          ['n0', id],
          [`n${i}`, id],
        ],
  );
  return { nodes, edges: ring };
}

function overlaps(nodes: readonly LayoutNode[], { places }: Layout): readonly string[] {
  const boxes = nodes.map((node) => {
    const { x, y } = places.get(node.id) ?? { x: Number.NaN, y: Number.NaN };
    return { ...node, left: x - node.width / 2, top: y - node.radius };
  });
  return boxes.flatMap((a, i) =>
    boxes.slice(i + 1).flatMap((b) => {
      const overX = Math.min(a.left + a.width, b.left + b.width) - Math.max(a.left, b.left);
      const overY = Math.min(a.top + a.height, b.top + b.height) - Math.max(a.top, b.top);
      return overX > 1 && overY > 1 ? [`${a.id} and ${b.id}`] : [];
    }),
  );
}

for (const size of [1, 5, 80, 150]) {
  test(`${size} actors stand apart and inside the picture`, () => {
    const { nodes, edges } = network(size);
    const layout = layOut(nodes, edges, width);
    assert.deepEqual(overlaps(nodes, layout), []);
    for (const { id, width: own, height, radius } of nodes) {
      const { x, y } = layout.places.get(id) ?? { x: Number.NaN, y: Number.NaN };
      assert.ok(x - own / 2 >= -0.5 && x + own / 2 <= width + 0.5, `${id} at ${x}`);
      assert.ok(y - radius >= 0 && y - radius + height <= layout.height, `${id} at ${y}`);
    }
  });
}

test('the same network has the same places', () => {
  const { nodes, edges } = network(40);
  assert.deepEqual(layOut(nodes, edges, width), layOut(nodes, edges, width));
});

test('sides stand on their sides', () => {
  const { nodes, edges } = network(30);
  const { places } = layOut(nodes, edges, width);
  const mean = (column: number): number => {
    const own = nodes.filter((node) => node.column === column).map(({ id }) => places.get(id)?.x ?? Number.NaN);
    return own.reduce((sum, x) => sum + x, 0) / own.length;
  };
  assert.ok(mean(0.16) < mean(0.5) && mean(0.5) < mean(0.86));
});

test('no actors need no room', () => assert.equal(layOut([], [], width).height, 0));
