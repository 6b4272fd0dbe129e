// Ties, as the rules mean them: an expanded link of any type between two actors; a seat ties its holder to the body and to every other
// holder of a seat in it (rules.md). A body's seats are never expanded to pairs, so a body of a thousand members costs a thousand steps.
import type { Actor, BodyActor, DirectedTie, Plan } from '../workspace/plan.ts';

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
  const neighbours = new Map<Actor, Set<Actor>>();
  const links = new Map<Actor, DirectedTie[]>();
  for (const tie of plan.ties) {
    for (const [one, other] of [
      [tie.from, tie.to],
      [tie.to, tie.from],
    ] as const) {
      const set = neighbours.get(one);
      if (set) set.add(other);
      else neighbours.set(one, new Set([other]));
      const list = links.get(one);
      if (list) list.push(tie);
      else links.set(one, [tie]);
    }
  }
  const seated = new Map<BodyActor, ReadonlySet<Actor>>();
  for (const body of plan.bodies) seated.set(body, new Set<Actor>([body, ...body.seats.map(({ holder }) => holder)]));

  const linked = (a: Actor, b: Actor): boolean => neighbours.get(a)?.has(b) === true;
  /** Two bodies are never tied by seats, whoever sits in both. */
  const sitTogether = (a: Actor, b: Actor): boolean =>
    a.kind === 'organization' ? a.seats.some(({ body }) => seated.get(body)?.has(b)) : b.kind === 'organization' && sitTogether(b, a);

  return {
    tied: (a, b) => a !== b && (linked(a, b) || sitTogether(a, b)),
    linked,
    hasTie: (actor) => neighbours.has(actor) || actor.seats.length > 0,
    linksOf: (actor) => links.get(actor) ?? [],
  };
}
