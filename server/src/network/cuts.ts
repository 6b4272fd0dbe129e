// Articulation points of the actor network, and whom each cuts off. Hopcroft and Tarjan's low points (Communications of the ACM 16(6), 1973,
// 372–378), without recursion: one depth-first walk, linear in nodes and edges, safe on a chain of 100,000 actors.
import type { Actor, OrganizationActor } from '../workspace/plan.ts';
import type { ActorNetwork } from './actor-network.ts';

/** An actor whose removal splits the component it stands in. */
export interface Cut {
  readonly actor: Actor;
  /**
   * How many organizations of the component end outside its largest remaining piece: the one of most nodes, and among equally large ones
   * the one of most organizations. Who was in another component before is not counted: the removal did not cut it off.
   */
  readonly cutOff: number;
  /** At most so many of these organizations, in the plan's order. */
  sample(most: number): readonly OrganizationActor[];
}

/** The articulation points, in the plan's order. */
export function findCuts({ graph, actors }: ActorNetwork): readonly Cut[] {
  const indexOf = new Map(actors.map((actor, index) => [actor.id, index]));
  const neighbours = actors.map((actor) => graph.mapNeighbors(actor.id, (id) => indexOf.get(id) as number));
  const walk = walkDepthFirst(neighbours);
  const organizations = countOrganizations(walk.order, actors);
  return actors.flatMap((_, node) => cutAt(node, walk, organizations, actors) ?? []);
}

/** Nodes by number. A node and all that was reached through it stand side by side in `order`. */
interface Walk {
  /** The nodes as they were first reached. */
  readonly order: readonly number[];
  /** For each node: its place in `order`. */
  readonly place: readonly number[];
  /** For each node: the end (exclusive) in `order` of what was reached through it. */
  readonly end: readonly number[];
  /** For each node: the place in `order` where its component begins. */
  readonly root: readonly number[];
  /** For each node: those reached from it whose branch has no other way back above it. */
  readonly branches: readonly (readonly number[])[];
}

function walkDepthFirst(neighbours: readonly (readonly number[])[]): Walk {
  const size = neighbours.length;
  const order: number[] = [];
  const place = new Array<number>(size).fill(-1);
  const end = new Array<number>(size).fill(0);
  const root = new Array<number>(size).fill(0);
  const low = new Array<number>(size).fill(0);
  const parent = new Array<number>(size).fill(-1);
  const next = new Array<number>(size).fill(0);
  const branches: number[][] = Array.from({ length: size }, () => []);

  const reach = (node: number, start: number): void => {
    place[node] = order.length;
    low[node] = order.length;
    root[node] = start;
    order.push(node);
  };
  /** Moves on from a node: to the next one reached from it, or back where none is left. */
  const step = (node: number): number => {
    const around = neighbours[node] as readonly number[];
    const at = next[node] as number;
    const other = around[at];
    const above = parent[node] as number;
    if (other === undefined) {
      end[node] = order.length;
      if (above === -1) return -1;
      low[above] = Math.min(low[above] as number, low[node] as number);
      if ((low[node] as number) >= (place[above] as number)) branches[above]?.push(node);
      return above;
    }
    next[node] = at + 1;
    if (place[other] === -1) {
      parent[other] = node;
      reach(other, root[node] as number);
      return other;
    }
    if (other !== above) low[node] = Math.min(low[node] as number, place[other] as number);
    return node;
  };

  for (let start = 0; start < size; start++) {
    if (place[start] !== -1) continue;
    reach(start, order.length);
    for (let node = start; node !== -1; ) node = step(node);
  }
  return { order, place, end, root, branches };
}

interface OrganizationCount {
  /** The organizations in the order of the walk. */
  readonly list: readonly number[];
  /** How many of them stand before a place of that order. */
  readonly before: readonly number[];
}

function countOrganizations(order: readonly number[], actors: readonly Actor[]): OrganizationCount {
  const list: number[] = [];
  const before = [0];
  for (const node of order) {
    if (actors[node]?.kind === 'organization') list.push(node);
    before.push(list.length);
  }
  return { list, before };
}

/** A stretch of the walk, its end exclusive. */
interface Stretch {
  readonly from: number;
  readonly to: number;
}

interface Piece {
  readonly nodes: number;
  readonly organizations: number;
  /** Where it stands in the walk; undefined for what is left above and beside the branches. */
  readonly stretch: Stretch | undefined;
}

function cutAt(node: number, walk: Walk, { list, before }: OrganizationCount, actors: readonly Actor[]): Cut | undefined {
  const { place, end, root, order } = walk;
  const at = place[node] as number;
  const start = root[node] as number;
  const whole: Stretch = { from: start, to: end[order[start] as number] as number };
  const countIn = ({ from, to }: Stretch): number => (before[to] as number) - (before[from] as number);
  const branches = (walk.branches[node] as readonly number[]).map(
    (child): Stretch => ({ from: place[child] as number, to: end[child] as number }),
  );
  const below = branches.map((stretch): Piece => ({ nodes: stretch.to - stretch.from, organizations: countIn(stretch), stretch }));
  const self: Stretch = { from: at, to: at + 1 };
  const organizations = countIn(whole) - countIn(self);
  const above: Piece = {
    nodes: whole.to - whole.from - 1 - sum(below.map((piece) => piece.nodes)),
    organizations: organizations - sum(below.map((piece) => piece.organizations)),
    stretch: undefined,
  };
  // What is left above holds the first actor of the plan: among equal pieces it counts as the one that stays.
  const pieces = above.nodes > 0 ? [above, ...below] : below;
  if (pieces.length < 2) return undefined;

  const largest = pieces.reduce((best, piece) => (isLarger(piece, best) ? piece : best));
  const outside = largest.stretch ? without(whole, [self, largest.stretch]) : branches;
  const sample = (most: number): readonly OrganizationActor[] => {
    const found: number[] = [];
    for (const { from, to } of outside)
      found.push(...list.slice(before[from], Math.min(before[to] as number, (before[from] as number) + most - found.length)));
    return found.sort((a, b) => a - b).flatMap((index) => organizationAt(actors, index));
  };
  return { actor: actors[node] as Actor, cutOff: organizations - largest.organizations, sample };
}

function isLarger(piece: Piece, best: Piece): boolean {
  return piece.nodes > best.nodes || (piece.nodes === best.nodes && piece.organizations > best.organizations);
}

/** What is left of a stretch when others within it, from left to right, are taken out. */
function without(whole: Stretch, gaps: readonly Stretch[]): readonly Stretch[] {
  let { from } = whole;
  const left: Stretch[] = [];
  for (const gap of gaps) {
    left.push({ from, to: gap.from });
    from = gap.to;
  }
  return [...left, { from, to: whole.to }];
}

function organizationAt(actors: readonly Actor[], index: number): readonly OrganizationActor[] {
  const actor = actors[index];
  return actor?.kind === 'organization' ? [actor] : [];
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
