// Ties, as the rules mean them: an expanded link of any type between two actors; a seat ties its holder to the body and to every other
// holder of a seat in it (rules.md). A body's seats are never expanded to pairs, so a body of a thousand members costs a thousand steps.
import { append } from '../text/append.ts';
import { intersects } from '../text/intersects.ts';
import { remembered } from '../text/remembered.ts';
import type { Actor, DirectedTie, OrganizationActor, Plan } from '../workspace/plan.ts';

export interface Ties {
  /** Whether two actors are tied, by a link in either direction or by seats. */
  tied(a: Actor, b: Actor): boolean;
  /** Whether a link joins two actors, in either direction. */
  linked(a: Actor, b: Actor): boolean;
  /** Whether an actor is tied to anyone. */
  hasTie(actor: Actor): boolean;
  /** The ties by link that start or end at an actor. */
  linksOf(actor: Actor): readonly DirectedTie[];
}

export function createTies(plan: Plan): Ties {
  const links = new Map<Actor, DirectedTie[]>();
  for (const tie of plan.ties) {
    append(links, tie.from, tie);
    append(links, tie.to, tie);
  }
  const linksOf = (actor: Actor): readonly DirectedTie[] => links.get(actor) ?? [];
  const partnersOf = remembered((actor: Actor) => new Set(linksOf(actor).map(({ from, to }) => (from === actor ? to : from))));
  const linked = (a: Actor, b: Actor): boolean => partnersOf(a).has(b);

  const bodiesOf = remembered(({ seats }: OrganizationActor) => new Set(seats.map(({ body }) => body)));
  // Two that have many seats each meet in many questions.
  const meet = remembered((one: OrganizationActor) => remembered((other: OrganizationActor) => intersects(bodiesOf(one), bodiesOf(other))));
  /** Whether a body seats both, or is one of them and seats the other. Two bodies are never tied by seats, whoever sits in both. */
  const seatedTogether = (a: Actor, b: Actor): boolean => {
    if (a.kind === 'body') return b.kind === 'organization' && bodiesOf(b).has(a);
    return b.kind === 'body' ? bodiesOf(a).has(b) : meet(a)(b);
  };

  return {
    tied: (a, b) => a !== b && (linked(a, b) || seatedTogether(a, b)),
    linked,
    hasTie: (actor) => links.has(actor) || actor.seats.length > 0,
    linksOf,
  };
}
