// The actor network (classifier.md section 7): organizations that are not external, and bodies; an edge joins the ends of a link of any type,
// and a body with everyone who has a seat in it. Undirected and simple. What every lint asks of it is answered from lists of numbers; the
// measures in metrics.ts ask graphology, whose graph is built when it is first asked for.
//
// The class is imported by its own name: what the package exports as default is the class under Node's ES modules, but a namespace by the
// package's declarations.
import { UndirectedGraph } from 'graphology';
import { late } from '../text/late.ts';
import type { Actor, DirectedTie, Plan } from '../workspace/plan.ts';

export type ActorGraph = UndirectedGraph<{ actor: Actor }>;

export interface ActorNetwork {
  /** Nodes by actor id, in the plan's order; attribute `actor`. */
  graph(): ActorGraph;
  /** The actors that are nodes, in the plan's order. */
  readonly actors: readonly Actor[];
  /** The directed ties between nodes, each (from, to, type) once. */
  readonly ties: readonly DirectedTie[];
  readonly neighbours: Neighbours;
  /** The place of an actor in `actors`; undefined for one that is no node. */
  placeOf(actor: Actor): number | undefined;
}

/** For the actor at a place, the places of its neighbours, each once: those of `list` from `start[place]` to before `end[place]`. */
export interface Neighbours {
  readonly start: Int32Array;
  readonly end: Int32Array;
  readonly list: Int32Array;
}

export function createActorNetwork(plan: Plan): ActorNetwork {
  const actors: Actor[] = [];
  for (const organization of plan.organizations) if (!organization.external) actors.push(organization);
  for (const body of plan.bodies) actors.push(body);
  const places = new Map<Actor, number>();
  for (let place = 0; place < actors.length; place++) places.set(actors[place] as Actor, place);

  const edges = { ends: new Int32Array(2 * (plan.ties.length + plan.bodies.reduce((sum, { seats }) => sum + seats.length, 0))), size: 0 };
  const join = (one: number | undefined, other: number | undefined): boolean => {
    if (one === undefined || other === undefined) return false;
    edges.ends[edges.size++] = one;
    edges.ends[edges.size++] = other;
    return true;
  };
  const ties = plan.ties.filter(({ from, to }) => join(places.get(from), places.get(to)));
  for (const body of plan.bodies) {
    const at = places.get(body);
    for (const { holder } of body.seats) join(at, places.get(holder));
  }
  const neighbours = collectNeighbours(actors.length, edges.ends.subarray(0, edges.size));
  return {
    actors,
    ties,
    neighbours,
    placeOf: (actor) => places.get(actor),
    graph: late(() => buildGraph(actors, neighbours)),
  };
}

/** The actors that reach one another, component by component; the components and the actors in each in the plan's order. */
export function componentsOf({ actors, neighbours }: ActorNetwork): readonly (readonly Actor[])[] {
  const { start, end, list } = neighbours;
  const component = new Int32Array(actors.length).fill(-1);
  const components: Actor[][] = [];
  const reached: number[] = [];
  for (let first = 0; first < actors.length; first++) {
    if (component[first] === -1) {
      const number = components.length;
      components.push([]);
      component[first] = number;
      reached.push(first);
      for (let place = reached.pop(); place !== undefined; place = reached.pop()) {
        for (let at = start[place] as number; at < (end[place] as number); at++) {
          const other = list[at] as number;
          if (component[other] !== -1) continue;
          component[other] = number;
          reached.push(other);
        }
      }
    }
    (components[component[first] as number] as Actor[]).push(actors[first] as Actor);
  }
  return components;
}

/** `ends` are the places of the two ends of each edge, one behind the other; an edge may be there several times. */
export function collectNeighbours(size: number, ends: ArrayLike<number>): Neighbours {
  const start = new Int32Array(size + 1);
  for (let at = 0; at < ends.length; at++) {
    const behind = (ends[at] as number) + 1;
    start[behind] = (start[behind] as number) + 1;
  }
  for (let place = 0; place < size; place++) start[place + 1] = (start[place + 1] as number) + (start[place] as number);
  const end = start.slice(0, size);
  const list = new Int32Array(ends.length);
  const put = (place: number, other: number): void => {
    const at = end[place] as number;
    list[at] = other;
    end[place] = at + 1;
  };
  for (let at = 0; at < ends.length; at += 2) {
    const one = ends[at] as number;
    const other = ends[at + 1] as number;
    put(one, other);
    put(other, one);
  }
  const seen = new Int32Array(size).fill(-1);
  for (let place = 0; place < size; place++) {
    let kept = start[place] as number;
    for (let at = kept; at < (end[place] as number); at++) {
      const other = list[at] as number;
      if (seen[other] === place) continue;
      seen[other] = place;
      list[kept++] = other;
    }
    end[place] = kept;
  }
  return { start: start.subarray(0, size), end, list };
}

function buildGraph(actors: readonly Actor[], { start, end, list }: Neighbours): ActorGraph {
  const graph: ActorGraph = new UndirectedGraph({ allowSelfLoops: false });
  // Named by their places: to graphology an id such as `constructor` is there before it was added.
  for (const [place, actor] of actors.entries()) graph.addNode(place, { actor });
  for (let place = 0; place < actors.length; place++) {
    for (let at = start[place] as number; at < (end[place] as number); at++) {
      // Each edge from the first of its ends alone, under a name that it need not look for.
      if ((list[at] as number) > place) graph.addUndirectedEdgeWithKey(at, place, list[at]);
    }
  }
  return graph;
}
