// Who is reached: the organizations that are tied, by whatever steps, to a command body or a lead of a function.
import { componentsOf, createActorNetwork } from '../network/actor-network.ts';
import { createPieces, type Piece } from '../network/pieces.ts';
import type { Actor, OrganizationActor, Plan } from '../workspace/plan.ts';

/**
 * The ids of the actors that are in one component with a command body or a lead of a function. Where there is neither, those of the largest
 * component: then it is what holds together that counts.
 */
export function reached(plan: Plan): ReadonlySet<string> {
  const components = componentsOf(createActorNetwork(plan));
  const anchors = anchorsOf(plan);
  const anchored = components.filter((actors) => actors.some((actor) => anchors.has(actor)));
  const largest = components.toSorted((a, b) => b.length - a.length).slice(0, 1);
  return new Set((anchored.length > 0 ? anchored : largest).flatMap((actors) => actors.map(({ id }) => id)));
}

/** Finds, for one actor of a plan after another, the organizations that are reached, and would not be without it. In the plan's order. */
export function createCutOff(plan: Plan): (actor: Actor) => readonly OrganizationActor[] {
  const network = createActorNetwork(plan);
  const anchors = anchorsOf(plan);
  const pieces = createPieces(network, (place) => anchors.has(network.actors[place] as Actor));
  const anchored = pieces.components.reduce((sum, { marked }) => sum + marked, 0);
  // Two are enough: without the largest, or a part of it, it is the next one that may hold together most.
  const [largest, second] = pieces.components.toSorted(bySize);

  const lostWith = (place: number, home: Piece): readonly Piece[] => {
    const left = pieces.without(place);
    if (anchored > (anchors.has(network.actors[place] as Actor) ? 1 : 0)) return left.filter(({ marked }) => marked === 0);
    const other = home === largest ? second : largest;
    const [most] = [...left, ...(other ? [other] : [])].sort(bySize);
    return left.filter((piece) => piece !== most);
  };
  return (actor) => {
    const place = network.placeOf(actor);
    if (place === undefined) return [];
    const home = pieces.home(place);
    if (anchored > 0 ? home.marked === 0 : home !== largest) return [];
    const lost = pieces.placesOf(lostWith(place, home)).map((at) => network.actors[at] as Actor);
    return lost.filter((each) => each.kind === 'organization');
  };
}

/** The largest first; of those of one size the one that stands first in the plan. */
function bySize(one: Piece, other: Piece): number {
  return other.nodes - one.nodes || one.first - other.first;
}

function anchorsOf({ bodies, functions }: Plan): ReadonlySet<Actor> {
  const command = bodies.filter(({ declaration }) => /^(?:command-headquarters|on-scene-command)$/.test(declaration.kind?.value ?? ''));
  return new Set<Actor>([...command, ...functions.flatMap(({ coordinator, primary }) => [...coordinator, ...primary])]);
}
