// Actors whose side cannot be told, for want of a readable sector: any of them may be the government or the society that a rule misses.
import type { Actor, Plan } from '../../workspace/plan.ts';

export function isUnsided(actor: Actor): boolean {
  return actor.kind === 'body' ? actor.deciders.some(isUnsided) : actor.declaration.sector === undefined;
}

/** Everybody who is tied to such an actor, by a link or by seats in one body. */
export function tiedToUnsided({ ties, bodies }: Plan): ReadonlySet<Actor> {
  const tied = new Set<Actor>();
  for (const { from, to } of ties) {
    if (isUnsided(from)) tied.add(to);
    if (isUnsided(to)) tied.add(from);
  }
  for (const { seats } of bodies) {
    if (seats.some(({ holder }) => isUnsided(holder))) for (const { holder } of seats) tied.add(holder);
  }
  return tied;
}
