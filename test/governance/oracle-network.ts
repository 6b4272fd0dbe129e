// The oracle's measures of the actor network (classifier.md §7), by definition: components by flooding, articulation points by taking each node
// out and counting again.

import { sidesOf } from './oracle.ts';
import type { Facts } from './oracle-facts.ts';

export interface OracleNetwork {
  readonly nodes: number;
  readonly edges: number;
  readonly density: number;
  readonly centralization: number;
  readonly reciprocity: number | undefined;
  readonly components: number;
  readonly articulationPoints: readonly string[];
  readonly eiIndex: number | undefined;
  readonly eiExpected: number | undefined;
  readonly societyDensity: number | undefined;
}

/** Shares over nothing are undefined here: the text names no value for them. */
export function networkByOracle(facts: Facts): OracleNetwork {
  const nodes = [...facts.orgs.filter((org) => !org.external), ...facts.bodies].map((each) => each.id);
  const n = nodes.length;
  const seats = facts.bodies.flatMap((body) =>
    [...body.chair, ...body.coChairs, ...body.members, ...body.others].map((org) => [body.id, org] as const),
  );
  const arcs = facts.links.map((link) => [link.from, link.to] as const).filter(([a, b]) => nodes.includes(a) && nodes.includes(b));
  const joined = (a: string, b: string, among: readonly (readonly [string, string])[]) =>
    among.some(([from, to]) => (from === a && to === b) || (from === b && to === a));
  const edges = pairs(nodes).filter(([a, b]) => joined(a, b, [...seats, ...arcs]));
  const degrees = nodes.map((node) => edges.filter((edge) => edge.includes(node)).length);
  const highest = Math.max(0, ...degrees);

  const distinctArcs = arcs.filter(([a, b], i) => arcs.findIndex(([c, d]) => a === c && b === d) === i);
  const answered = distinctArcs.filter(([a, b]) => arcs.some(([c, d]) => a === d && b === c));
  const components = countComponents(nodes, edges);
  const cuts = nodes.filter((node) => {
    const others = nodes.filter((other) => other !== node);
    const alone = edges.every((edge) => !edge.includes(node));
    return !alone && countComponents(others, edges) > components;
  });

  const { weights, S, G } = sidesOf(facts);
  const group = (node: string) => (weights.get(node) === undefined ? undefined : G.includes(node) ? 'G' : 'other');
  const grouped = nodes.filter((node) => group(node) !== undefined);
  const weighed = edges.filter(([a, b]) => grouped.includes(a) && grouped.includes(b));
  const external = weighed.filter(([a, b]) => group(a) !== group(b)).length;
  const n1 = grouped.filter((node) => group(node) === 'G').length;
  const n2 = grouped.length - n1;
  const within = (n1 * (n1 - 1)) / 2 + (n2 * (n2 - 1)) / 2;
  const societyPairs = pairs(S);
  return {
    nodes: n,
    edges: edges.length,
    density: n < 2 ? 0 : edges.length / ((n * (n - 1)) / 2),
    centralization: n < 3 ? 0 : degrees.reduce((total, degree) => total + highest - degree, 0) / ((n - 1) * (n - 2)),
    reciprocity: distinctArcs.length === 0 ? undefined : answered.length / distinctArcs.length,
    components,
    articulationPoints: cuts.sort(),
    eiIndex: weighed.length === 0 ? undefined : (external - (weighed.length - external)) / weighed.length,
    eiExpected: n1 * n2 + within === 0 ? undefined : (n1 * n2 - within) / (n1 * n2 + within),
    societyDensity:
      societyPairs.length === 0 ? undefined : societyPairs.filter(([a, b]) => joined(a, b, arcs)).length / societyPairs.length,
  };
}

function pairs(ids: readonly string[]): [string, string][] {
  return ids.flatMap((a, i) => ids.slice(i + 1).map((b): [string, string] => [a, b]));
}

function countComponents(nodes: readonly string[], edges: readonly (readonly [string, string])[]): number {
  const seen = new Set<string>();
  let count = 0;
  for (const start of nodes) {
    if (seen.has(start)) continue;
    count++;
    const waiting = [start];
    while (waiting.length > 0) {
      const node = waiting.pop() as string;
      if (seen.has(node)) continue;
      seen.add(node);
      for (const [a, b] of edges) {
        if (a === node && nodes.includes(b)) waiting.push(b);
        if (b === node && nodes.includes(a)) waiting.push(a);
      }
    }
  }
  return count;
}
