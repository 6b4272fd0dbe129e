// The measures of the actor network that are shown with the classification and not scored (classifier.md section 7). Names and formulas as in
// the literature: Freeman, "Centrality in social networks: conceptual clarification", Social Networks 1, 1978, 215–239; Krackhardt and Stern,
// "Informal networks and organizational crises", Social Psychology Quarterly 51(2), 1988, 123–140.
import { undirectedDensity } from 'graphology-metrics/graph/density.js';
import type { Actor, OrganizationActor } from '../workspace/plan.ts';
import { type ActorGraph, type ActorNetwork, componentsOf } from './actor-network.ts';
import { findCuts } from './cuts.ts';

/** The sides a network is measured by. This layer only asks; who belongs where is decided in governance/sides.ts. */
export interface NetworkSides {
  /** Undefined for an actor that belongs to neither side: it is left out of the E-I index. */
  weight(actor: Actor): number | undefined;
  readonly government: ReadonlySet<Actor>;
  readonly society: ReadonlySet<OrganizationActor>;
}

export interface NetworkMetrics {
  readonly nodes: number;
  readonly edges: number;
  /** Share of the pairs that are joined; 0 for fewer than two nodes. */
  readonly density: number;
  /** Freeman's degree centralization, 0 (all alike) to 1 (a star); 0 for fewer than three nodes. */
  readonly centralization: number;
  readonly components: number;
  /** Share of the directed link arcs that are answered by one the other way, of whatever type; 0 where there is none. */
  readonly reciprocity: number;
  /** Ids of the actors whose removal splits a component, sorted by code unit. */
  readonly articulationPoints: readonly string[];
  /** (E − I)/(E + I) of the edges between (E) and within (I) government and the other weighted actors; undefined where there is no such edge. */
  readonly eiIndex: number | undefined;
  /** What the index would be if every pair of these actors were joined: group sizes alone; undefined for fewer than two actors. */
  readonly eiExpected: number | undefined;
  /** Share of the pairs of society organizations that are joined by a link; undefined for fewer than two. */
  readonly societyDensity: number | undefined;
}

export function measureNetwork(network: ActorNetwork, sides: NetworkSides): NetworkMetrics {
  const graph = network.graph();
  return {
    nodes: graph.order,
    edges: graph.size,
    density: undirectedDensity(graph),
    centralization: degreeCentralization(graph),
    components: componentsOf(network).length,
    reciprocity: reciprocity(network),
    articulationPoints: findCuts(network)
      .map(({ actor }) => actor.id)
      .sort(),
    eiIndex: eiIndex(graph, sides),
    eiExpected: expectedEiIndex(network, sides),
    societyDensity: societyDensity(graph, sides),
  };
}

/** How far the degrees fall behind the greatest one, over how far they do in a star of the same size (Freeman 1978). */
function degreeCentralization(graph: ActorGraph): number {
  const { order } = graph;
  if (order < 3) return 0;
  const degrees = graph.mapNodes((id) => graph.degree(id));
  const greatest = degrees.reduce((most, degree) => Math.max(most, degree), 0);
  const behind = degrees.reduce((total, degree) => total + greatest - degree, 0);
  return behind / ((order - 1) * (order - 2));
}

/** Links of several types from one actor to another are one arc. Seats have no direction and count neither way. */
function reciprocity({ ties }: ActorNetwork): number {
  const targets = new Map<Actor, Set<Actor>>();
  for (const { from, to } of ties) {
    const known = targets.get(from);
    if (known) known.add(to);
    else targets.set(from, new Set([to]));
  }
  let arcs = 0;
  let answered = 0;
  for (const [from, known] of targets) {
    arcs += known.size;
    for (const to of known) if (targets.get(to)?.has(from)) answered++;
  }
  return arcs === 0 ? 0 : answered / arcs;
}

function eiIndex(graph: ActorGraph, sides: NetworkSides): number | undefined {
  let external = 0;
  let internal = 0;
  graph.forEachEdge((_edge, _attributes, _source, _target, { actor: one }, { actor: other }) => {
    if (sides.weight(one) === undefined || sides.weight(other) === undefined) return;
    if (sides.government.has(one) === sides.government.has(other)) internal++;
    else external++;
  });
  return ratio(external - internal, external + internal);
}

function expectedEiIndex({ actors }: ActorNetwork, sides: NetworkSides): number | undefined {
  const weighted = actors.filter((actor) => sides.weight(actor) !== undefined);
  const government = weighted.filter((actor) => sides.government.has(actor)).length;
  const others = weighted.length - government;
  const external = government * others;
  const internal = pairsOf(government) + pairsOf(others);
  return ratio(external - internal, external + internal);
}

function societyDensity(graph: ActorGraph, { society }: NetworkSides): number | undefined {
  let joined = 0;
  // Only links join two organizations: an edge made by a seat has a body at one end.
  graph.forEachEdge((_edge, _attributes, _source, _target, { actor: one }, { actor: other }) => {
    if (society.has(one as OrganizationActor) && society.has(other as OrganizationActor)) joined++;
  });
  return ratio(joined, pairsOf(society.size));
}

function pairsOf(size: number): number {
  return (size * (size - 1)) / 2;
}

function ratio(part: number, whole: number): number | undefined {
  return whole === 0 ? undefined : part / whole;
}
