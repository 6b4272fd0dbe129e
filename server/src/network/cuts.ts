// Articulation points of the actor network, and whom each cuts off: all of them from one depth-first walk.
import type { Actor, OrganizationActor } from '../workspace/plan.ts';
import type { ActorNetwork } from './actor-network.ts';
import { type Stretch, type Walk, walkDepthFirst } from './walk.ts';

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
export function findCuts({ neighbours, actors }: Pick<ActorNetwork, 'neighbours' | 'actors'>): readonly Cut[] {
  const walk = walkDepthFirst(neighbours, actors.length);
  const organizations = countOrganizations(walk.order, actors);
  const cuts: Cut[] = [];
  for (let node = 0; node < actors.length; node++) {
    const branches = walk.branches[node];
    const cut = branches && cutAt(node, branches, walk, organizations, actors);
    if (cut) cuts.push(cut);
  }
  return cuts;
}

interface OrganizationCount {
  /** The organizations in the order of the walk. */
  readonly list: readonly number[];
  /** How many of them stand before a place of that order. */
  readonly before: Int32Array;
}

function countOrganizations(order: Int32Array, actors: readonly Actor[]): OrganizationCount {
  const list: number[] = [];
  const before = new Int32Array(order.length + 1);
  for (let place = 0; place < order.length; place++) {
    const node = order[place] as number;
    if (actors[node]?.kind === 'organization') list.push(node);
    before[place + 1] = list.length;
  }
  return { list, before };
}

function cutAt(
  node: number,
  branches: readonly number[],
  { place, end, root, order }: Walk,
  { list, before }: OrganizationCount,
  actors: readonly Actor[],
): Cut | undefined {
  const countIn = (from: number, to: number): number => (before[to] as number) - (before[from] as number);
  const at = place[node] as number;
  const from = root[node] as number;
  const to = end[order[from] as number] as number;
  const organizations = countIn(from, to) - countIn(at, at + 1);

  // The piece above and beside the branches holds the first actor of the plan: among equal pieces it counts as the one that stays.
  const rest = { nodes: to - from - 1, organizations };
  for (const branch of branches) {
    rest.nodes -= (end[branch] as number) - (place[branch] as number);
    rest.organizations -= countIn(place[branch] as number, end[branch] as number);
  }
  if (branches.length + (rest.nodes > 0 ? 1 : 0) < 2) return undefined;
  let largest: number | undefined;
  let most = rest;
  for (const branch of branches) {
    const piece = {
      nodes: (end[branch] as number) - (place[branch] as number),
      organizations: countIn(place[branch] as number, end[branch] as number),
    };
    if (piece.nodes < most.nodes || (piece.nodes === most.nodes && piece.organizations <= most.organizations)) continue;
    largest = branch;
    most = piece;
  }

  const outside = (): readonly Stretch[] => {
    if (largest === undefined) return branches.map((branch) => ({ from: place[branch] as number, to: end[branch] as number }));
    return [
      { from, to: at },
      { from: at + 1, to: place[largest] as number },
      { from: end[largest] as number, to },
    ];
  };
  const sample = (count: number): readonly OrganizationActor[] => {
    const found: number[] = [];
    for (const stretch of outside()) {
      const first = before[stretch.from] as number;
      found.push(...list.slice(first, Math.min(before[stretch.to] as number, first + count - found.length)));
      if (found.length >= count) break;
    }
    return found.sort((a, b) => a - b).map((index) => actors[index] as OrganizationActor);
  };
  return { actor: actors[node] as Actor, cutOff: organizations - most.organizations, sample };
}
