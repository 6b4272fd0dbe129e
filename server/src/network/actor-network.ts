// The actor network (classifier.md section 7): organizations that are not external, and bodies; an edge joins the ends of a link of any type,
// and a body with everyone who has a seat in it. Undirected and simple. Built on graphology; the measures are in metrics.ts.
//
// The class is imported by its own name: what the package exports as default is the class under Node's ES modules, but a namespace by the
// package's declarations.
import { UndirectedGraph } from 'graphology';
import { connectedComponents } from 'graphology-components';
import type { Actor, DirectedTie, Plan } from '../workspace/plan.ts';

export type ActorGraph = UndirectedGraph<{ actor: Actor }>;

export interface ActorNetwork {
  /** Nodes by actor id, in the plan's order; attribute `actor`. */
  readonly graph: ActorGraph;
  /** The actors that are nodes, in the plan's order. */
  readonly actors: readonly Actor[];
  /** The directed ties between nodes, each (from, to, type) once. */
  readonly ties: readonly DirectedTie[];
}

export function createActorNetwork(plan: Plan): ActorNetwork {
  const actors: readonly Actor[] = [...plan.organizations.filter((organization) => !organization.external), ...plan.bodies];
  const graph: ActorGraph = new UndirectedGraph({ allowSelfLoops: false });
  for (const actor of actors) graph.addNode(actor.id, { actor });
  const join = (a: Actor, b: Actor): void => {
    if (graph.hasNode(a.id) && graph.hasNode(b.id)) graph.mergeUndirectedEdge(a.id, b.id);
  };
  const ties = plan.ties.filter(({ from, to }) => graph.hasNode(from.id) && graph.hasNode(to.id));
  for (const { from, to } of ties) join(from, to);
  for (const body of plan.bodies) for (const { holder } of body.seats) join(body, holder);
  return { graph, actors, ties };
}

/** The actors that reach one another, component by component. */
export function componentsOf({ graph }: ActorNetwork): readonly (readonly Actor[])[] {
  return connectedComponents(graph).map((ids) => ids.map((id) => graph.getNodeAttribute(id, 'actor')));
}
