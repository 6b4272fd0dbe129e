import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { UndirectedGraph } from 'graphology';
import { connectedComponents } from 'graphology-components';
import { type ActorGraph, type ActorNetwork, collectNeighbours, createActorNetwork } from '../../server/src/network/actor-network.ts';
import { findCuts } from '../../server/src/network/cuts.ts';
import type { Actor } from '../../server/src/workspace/plan.ts';
import { planOf } from './plans.ts';

/** What the cuts say: `bureau cuts off 2: divers, anglers`. */
function describeCuts(network: ActorNetwork, most = 10): readonly string[] {
  return findCuts(network).map(({ actor, cutOff, sample }) => {
    const names = sample(most).map(({ id }) => id);
    return `${actor.id} cuts off ${cutOff}${names.length === 0 ? '' : `: ${names.join(', ')}`}`;
  });
}

function checkCuts(body: string, expected: readonly string[], most?: number): void {
  assert.deepEqual(describeCuts(createActorNetwork(planOf(body)), most), expected);
}

const organizations = `
organizations:
  mayor: {name: Mayor, sector: government}
  fire: {name: Fire, sector: government}
  police: {name: Police, sector: government}
  bureau: {name: Bureau, sector: government}
  divers: {name: Divers, sector: social-organization}
  anglers: {name: Anglers, sector: social-organization}
`;

test('an actor cuts off what hangs on it alone', () => {
  checkCuts(
    `${organizations}links:
  - {from: [mayor, fire, police, bureau], to: [mayor, fire, police, bureau], type: coordinate}
  - {from: bureau, to: [divers, anglers], type: task}
`,
    ['bureau cuts off 2: divers, anglers'],
  );
});

test('two ways to the rest and nobody is cut off', () => {
  checkCuts(
    `${organizations}links:
  - {from: mayor, to: [fire, police], type: command}
  - {from: [fire, police], to: [divers, anglers, bureau], type: task}
`,
    [],
  );
});

test('who stood apart before is not cut off', () => {
  checkCuts(`${organizations}links:\n  - {from: mayor, to: fire, type: command}\n  - {from: fire, to: police, type: command}\n`, [
    'fire cuts off 1: police',
  ]);
});

test('the largest piece is the one of most nodes, bodies too, and among equals the one of most organizations', () => {
  checkCuts(
    `${organizations}bodies:
  cell: {name: Cell, kind: working-group, chair: police}
links:
  - {from: mayor, to: [fire, divers, police], type: task}
  - {from: fire, to: bureau, type: command}
`,
    ['mayor cuts off 2: police, divers', 'fire cuts off 1: bureau', 'police cuts off 0'],
  );
});

test('a sample is bounded, and in the order of the plan', () => {
  checkCuts(
    `${organizations}links:\n  - {from: bureau, to: [divers, police, fire, anglers, mayor], type: task}\n`,
    ['bureau cuts off 4: police, divers'],
    2,
  );
});

interface Example {
  readonly organizations: readonly boolean[];
  readonly edges: readonly (readonly [number, number])[];
}

const examples: fc.Arbitrary<Example> = fc.integer({ min: 1, max: 9 }).chain((size) => {
  const node = fc.nat(size - 1);
  return fc.record({
    organizations: fc.array(fc.boolean(), { minLength: size, maxLength: size }),
    edges: fc.array(fc.tuple(node, node), { maxLength: 14 }),
  });
});

type WalkedNetwork = Pick<ActorNetwork, 'actors' | 'neighbours'> & { readonly graph: ActorGraph };

function networkOf({ organizations: isOrganization, edges }: Example): WalkedNetwork {
  const actors = isOrganization.map(
    (organization, index) => ({ id: String(index), kind: organization ? 'organization' : 'body' }) as unknown as Actor,
  );
  const graph: ActorGraph = new UndirectedGraph({ allowSelfLoops: false });
  for (const actor of actors) graph.addNode(actor.id, { actor });
  for (const [one, other] of edges) if (one !== other) graph.mergeUndirectedEdge(String(one), String(other));
  const ends = edges.flatMap(([one, other]) => (one === other ? [] : [one, other]));
  return { graph, actors, neighbours: collectNeighbours(actors.length, ends) };
}

/** The same by the definition: take the actor away, look at what its component falls into. */
function describeByRemoval({ graph, actors }: WalkedNetwork): readonly string[] {
  const whole = connectedComponents(graph);
  return actors.flatMap((actor) => {
    const own = new Set(whole.find((component) => component.includes(actor.id)));
    const rest = graph.copy() as ActorGraph;
    rest.dropNode(actor.id);
    const organizationsIn = (ids: readonly string[]): number =>
      ids.filter((id) => rest.getNodeAttribute(id, 'actor').kind === 'organization').length;
    const pieces = connectedComponents(rest).filter((component) => own.has(component[0] ?? ''));
    if (pieces.length < 2) return [];
    const counts = pieces.map((piece) => ({ nodes: piece.length, organizations: organizationsIn(piece) }));
    const [largest] = counts.sort((a, b) => b.nodes - a.nodes || b.organizations - a.organizations);
    const all = counts.reduce((total, { organizations: count }) => total + count, 0);
    return [`${actor.id} cuts off ${all - (largest?.organizations ?? 0)}`];
  });
}

test('one walk finds what removing every actor in turn finds', () => {
  fc.assert(
    fc.property(examples, (example) => {
      const network = networkOf(example);
      const found = findCuts(network);
      assert.deepEqual(
        found.map(({ actor, cutOff }) => `${actor.id} cuts off ${cutOff}`),
        describeByRemoval(network),
      );
      for (const { actor, cutOff, sample } of found) {
        const ids = sample(100).map(({ id }) => id);
        assert.equal(new Set(ids).size, cutOff);
        assert.ok(!ids.includes(actor.id));
      }
    }),
    { numRuns: 400 },
  );
});

test('a chain of 100,000 actors is walked without recursion', () => {
  const size = 100_000;
  const edges = Array.from({ length: size - 1 }, (_, index): [number, number] => [index, index + 1]);
  const cuts = findCuts(networkOf({ organizations: new Array(size).fill(true), edges }));
  assert.equal(cuts.length, size - 2);
  assert.equal(cuts[0]?.cutOff, 1);
  assert.equal(cuts[size / 2 - 2]?.cutOff, size / 2 - 1);
  assert.equal(cuts[size / 2 - 2]?.sample(3).length, 3);
});
