// What a component of the actor network falls into without one of its actors: for one actor after another, all from one walk.
import type { ActorNetwork } from './actor-network.ts';
import { type Stretch, type Walk, walkDepthFirst } from './walk.ts';

/** Actors that reach one another. */
export interface Piece {
  readonly nodes: number;
  /** How many of them are marked. */
  readonly marked: number;
  /** The place of the first of them in the plan's order. */
  readonly first: number;
  /** Where they stand in the walk. */
  readonly stretches: readonly Stretch[];
}

export interface Pieces {
  /** In the plan's order. */
  readonly components: readonly Piece[];
  /** The component of the actor at a place. */
  home(place: number): Piece;
  /** What is left of this component without the actor; nothing where it stands alone. */
  without(place: number): readonly Piece[];
  /** The places of the actors of some pieces, in the plan's order. */
  placesOf(pieces: readonly Piece[]): readonly number[];
}

export function createPieces(
  { neighbours, actors }: Pick<ActorNetwork, 'neighbours' | 'actors'>,
  isMarked: (place: number) => boolean,
): Pieces {
  const walk = walkDepthFirst(neighbours, actors.length);
  const { order, place: placeOf, end, root, branches } = walk;
  const marks = countMarks(order, isMarked);
  const firsts = firstBelow(walk);
  const stretch = (from: number, to: number, first: number): Piece => ({
    nodes: to - from,
    marked: (marks[to] as number) - (marks[from] as number),
    first,
    stretches: [{ from, to }],
  });
  /** Everything that was reached through a node. */
  const below = (node: number): Piece => stretch(placeOf[node] as number, end[node] as number, firsts[node] as number);

  const components = new Map<number, Piece>();
  for (let at = 0; at < order.length; at = end[order[at] as number] as number) components.set(at, below(order[at] as number));
  const home = (node: number): Piece => components.get(root[node] as number) as Piece;

  return {
    components: [...components.values()],
    home,
    without(node) {
      const cut = (branches[node] ?? []).map(below);
      const rest = cutOut(home(node), [stretch(placeOf[node] as number, (placeOf[node] as number) + 1, node), ...cut]);
      return rest.nodes === 0 ? cut : [rest, ...cut];
    },
    placesOf: (pieces) =>
      pieces
        .flatMap(({ stretches }) => stretches.flatMap(({ from, to }) => [...order.subarray(from, to)]))
        .sort((one, other) => one - other),
  };
}

/** A whole without parts that stand in it one behind the other; they hold its first actor only where nothing is left. */
function cutOut(whole: Piece, parts: readonly Piece[]): Piece {
  const left = { nodes: whole.nodes, marked: whole.marked };
  const stretches: Stretch[] = [];
  let [{ from, to }] = whole.stretches as [Stretch];
  for (const { nodes, marked, stretches: taken } of parts) {
    left.nodes -= nodes;
    left.marked -= marked;
    for (const part of taken) {
      if (part.from > from) stretches.push({ from, to: part.from });
      from = part.to;
    }
  }
  if (to > from) stretches.push({ from, to });
  return { ...left, first: whole.first, stretches };
}

/** How many marked nodes stand before each place of the order. */
function countMarks(order: Int32Array, isMarked: (place: number) => boolean): Int32Array {
  const before = new Int32Array(order.length + 1);
  for (let at = 0; at < order.length; at++) before[at + 1] = (before[at] as number) + (isMarked(order[at] as number) ? 1 : 0);
  return before;
}

/** For each node, the first in the plan's order of what was reached through it. */
function firstBelow({ order, parent }: Walk): Int32Array {
  const first = Int32Array.from(order.keys());
  for (let at = order.length - 1; at >= 0; at--) {
    const node = order[at] as number;
    const above = parent[node] as number;
    if (above !== -1 && (first[node] as number) < (first[above] as number)) first[above] = first[node] as number;
  }
  return first;
}
