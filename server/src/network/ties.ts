// Ties, as the rules mean them: an expanded link of any type between two actors; a seat ties its holder to the body and to every other
// holder of a seat in it (rules.md). A body's seats are never expanded to pairs, so a body of a thousand members costs a thousand steps.
import type { Actor, DirectedTie, Plan } from '../workspace/plan.ts';

export interface Ties {
  /** Whether two actors are tied, by a link in either direction or by seats. */
  tied(a: Actor, b: Actor): boolean;
  /** Whether an actor is tied to anyone. */
  hasTie(actor: Actor): boolean;
  /** The ties by link that start or end at an actor. */
  linksOf(actor: Actor): readonly DirectedTie[];
  /** Every actor tied to this one, each once: by link, then by seats. */
  neighbours(actor: Actor): ReadonlySet<Actor>;
}

export function createTies(plan: Plan): Ties {
  const linked = new Map<Actor, Set<Actor>>();
  const links = new Map<Actor, DirectedTie[]>();
  for (const tie of plan.ties) {
    for (const [one, other] of [
      [tie.from, tie.to],
      [tie.to, tie.from],
    ] as const) {
      const set = linked.get(one);
      if (set) set.add(other);
      else linked.set(one, new Set([other]));
      const list = links.get(one);
      if (list) list.push(tie);
      else links.set(one, [tie]);
    }
  }
  const seated = (a: Actor, b: Actor): boolean =>
    a.seats.some((seat) => (b.kind === 'body' ? seat.body === b : seat.body.seats.some((other) => other.holder === b)));

  return {
    tied: (a, b) =>
      a !== b && (linked.get(a)?.has(b) === true || (a.kind === 'organization' ? seated(a, b) : b.kind === 'organization' && seated(b, a))),
    hasTie: (actor) => linked.has(actor) || actor.seats.length > 0,
    linksOf: (actor) => links.get(actor) ?? [],
    neighbours: (actor) => {
      const found = new Set(linked.get(actor));
      for (const seat of actor.seats) {
        found.add(seat.body);
        for (const other of seat.body.seats) found.add(other.holder);
      }
      found.delete(actor);
      return found;
    },
  };
}
