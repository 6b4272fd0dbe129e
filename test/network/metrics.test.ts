import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createSides } from '../../server/src/governance/sides.ts';
import { createActorNetwork } from '../../server/src/network/actor-network.ts';
import { measureNetwork, type NetworkMetrics } from '../../server/src/network/metrics.ts';
import type { Plan } from '../../server/src/workspace/plan.ts';
import { planOf, planOfEdges } from './plans.ts';

function measure(plan: Plan): NetworkMetrics {
  return measureNetwork(createActorNetwork(plan), createSides(plan));
}

function near(actual: number | undefined, expected: number): void {
  assert.ok(actual !== undefined && Math.abs(actual - expected) < 1e-9, `${actual} is not ${expected}`);
}

// Krackhardt, "Assessing the political landscape", Administrative Science Quarterly 35(2), 1990, 342–369: the kite, where the actor of most
// ties (Diane, 6), the broker (Heather) and the closest ones (Fernando, Garth) are different people.
test("Krackhardt's kite: Heather and Ike hold the tail", () => {
  const kite = measure(
    planOfEdges(`
      Andre: Beverly Carol Diane Fernando
      Beverly: Diane Ed Garth
      Carol: Diane Fernando
      Diane: Ed Fernando Garth
      Ed: Garth
      Fernando: Garth Heather
      Garth: Heather
      Heather: Ike
      Ike: Jane`),
  );
  assert.deepEqual([kite.nodes, kite.edges, kite.components], [10, 18, 1]);
  near(kite.density, 0.4);
  near(kite.centralization, 1 / 3);
  assert.deepEqual(kite.articulationPoints, ['Heather', 'Ike']);
});

// Zachary, "An information flow model for conflict and fission in small groups", Journal of Anthropological Research 33(4), 1977, 452–473.
// 34 members, 78 ties, density 0.139037 (also in the KONECT collection, code ZA), degree centralization 0.399621.
test("Zachary's karate club: everything of the faction hangs on the instructor", () => {
  const club = measure(
    planOfEdges(`
      1: 2 3 4 5 6 7 8 9 11 12 13 14 18 20 22 32
      2: 3 4 8 14 18 20 22 31
      3: 4 8 9 10 14 28 29 33
      4: 8 13 14
      5: 7 11
      6: 7 11 17
      7: 17
      9: 31 33 34
      10: 34
      14: 34
      15: 33 34
      16: 33 34
      19: 33 34
      20: 34
      21: 33 34
      23: 33 34
      24: 26 28 30 33 34
      25: 26 28 32
      26: 32
      27: 30 34
      28: 34
      29: 32 34
      30: 33 34
      31: 33 34
      32: 33 34
      33: 34`),
  );
  assert.deepEqual([club.nodes, club.edges, club.components], [34, 78, 1]);
  near(club.density, 78 / 561);
  near(club.centralization, (17 * 34 - 156) / (33 * 32));
  assert.equal(club.density.toFixed(6), '0.139037');
  assert.equal(club.centralization.toFixed(4), '0.3996');
  assert.deepEqual(club.articulationPoints, ['1']);
});

// Marriages of Florentine families: Padgett and Ansell, "Robust action and the rise of the Medici, 1400–1434", American Journal of Sociology
// 98(6), 1993, 1259–1319; Breiger and Pattison, Social Networks 8(3), 1986, 215–256. 16 families, 20 ties, the Pucci alone.
test('Florentine families: the Medici in the middle, the Pucci outside', () => {
  const families = measure(
    planOfEdges(`
      Acciaiuoli: Medici
      Albizzi: Ginori Guadagni Medici
      Barbadori: Castellani Medici
      Bischeri: Guadagni Peruzzi Strozzi
      Castellani: Peruzzi Strozzi
      Guadagni: Lamberteschi Tornabuoni
      Medici: Ridolfi Salviati Tornabuoni
      Pazzi: Salviati
      Peruzzi: Strozzi
      Pucci
      Ridolfi: Strozzi Tornabuoni`),
  );
  assert.deepEqual([families.nodes, families.edges, families.components], [16, 20, 2]);
  near(families.density, 1 / 6);
  near(families.centralization, 4 / 15);
  assert.deepEqual(families.articulationPoints, ['Albizzi', 'Guadagni', 'Medici', 'Salviati']);
});

test('a star is wholly centralized, a ring not at all, and two actors are neither', () => {
  near(measure(planOfEdges('hub: a b c d')).centralization, 1);
  near(measure(planOfEdges('a: b\nb: c\nc: d\nd: a')).centralization, 0);
  assert.equal(measure(planOfEdges('a: b')).centralization, 0);
  assert.equal(measure(planOfEdges('a')).density, 0);
});

test('a plan without actors has measures all the same', () => {
  assert.deepEqual(measure(planOf('')), {
    nodes: 0,
    edges: 0,
    density: 0,
    centralization: 0,
    components: 0,
    reciprocity: 0,
    articulationPoints: [],
    eiIndex: undefined,
    eiExpected: undefined,
    societyDensity: undefined,
  });
});

const town = `
organizations:
  mayor: {name: Mayor, sector: government}
  fire: {name: Fire, sector: government}
  red-cross: {name: Red Cross, sector: mass-organization}
  divers: {name: Divers, sector: social-organization}
  anglers: {name: Anglers, sector: social-organization}
  geologist: {name: Geologist, sector: expert}
  province: {name: Province, sector: government, external: true}
bodies:
  council: {name: Council, kind: council, chair: divers, members: [mayor, anglers], observers: province}
links:
  - {from: mayor, to: fire, type: command}
  - {from: fire, to: mayor, type: report}
  - {from: mayor, to: [red-cross, divers], type: task}
  - {from: mayor, to: red-cross, type: fund}
  - {from: divers, to: red-cross, type: coordinate, mutual: true}
  - {from: geologist, to: mayor, type: share-information}
  - {from: mayor, to: province, type: report}
`;

test('external actors are no nodes, links of several types are one edge, and a seat is an edge to the body', () => {
  const metrics = measure(planOf(town));
  assert.equal(metrics.nodes, 7);
  // mayor–fire, mayor–red-cross, mayor–divers, divers–red-cross, geologist–mayor, and the council with its three of the town.
  assert.equal(metrics.edges, 8);
  assert.equal(metrics.components, 1);
});

test('an arc is answered by a link of any type', () => {
  // Arcs: mayor→fire and back, mayor→red-cross, mayor→divers, divers→red-cross and back, geologist→mayor.
  near(measure(planOf(town)).reciprocity, 4 / 7);
});

test('the E-I index stands beside what group sizes alone would give', () => {
  const metrics = measure(planOf(town));
  // Government: mayor, fire. Others: red-cross, divers, anglers, and the council that a society organization chairs. The geologist has no side.
  // Across: mayor–red-cross, mayor–divers, mayor–council. Within: mayor–fire, divers–red-cross, divers–council, anglers–council.
  near(metrics.eiIndex, (3 - 4) / 7);
  near(metrics.eiExpected, (2 * 4 - (1 + 6)) / (2 * 4 + (1 + 6)));
});

test('only links join two society organizations', () => {
  // Of the pairs among red-cross, divers and anglers one is linked; divers and anglers only sit together.
  near(measure(planOf(town)).societyDensity, 1 / 3);
});

test('one society organization has no density, one weighted actor no expectation', () => {
  const metrics = measure(planOf('organizations:\n  divers: {name: Divers, sector: social-organization}\n'));
  assert.deepEqual([metrics.societyDensity, metrics.eiIndex, metrics.eiExpected], [undefined, undefined, undefined]);
});

test('an actor may be named as every object of JavaScript is', () => {
  const { nodes, edges, density } = measure(planOfEdges('constructor: toString valueOf\ntoString: valueOf'));
  assert.deepEqual([nodes, edges, density], [3, 3, 1]);
});
