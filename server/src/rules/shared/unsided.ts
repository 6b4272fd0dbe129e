// Actors whose side cannot be told, for want of a readable sector: any of them may be the government or the society that a rule misses.
import type { Actor, Plan } from '../../workspace/plan.ts';

export interface Unsided {
  has(actor: Actor): boolean;
  /** Everybody who is tied to such an actor, by a link or by seats in one body. */
  readonly tied: ReadonlySet<Actor>;
}

export function createUnsided(plan: Plan): Unsided {
  const unsided = new Set<Actor>();
  for (const actor of plan.actors.values()) {
    if (actor.kind === 'organization' && actor.declaration.sector === undefined) unsided.add(actor);
  }
  if (unsided.size > 0) {
    for (const actor of plan.actors.values()) {
      if (actor.kind === 'body' && actor.deciders.some((decider) => unsided.has(decider))) unsided.add(actor);
    }
  }
  return {
    has: (actor) => unsided.has(actor),
    tied: unsided.size === 0 ? unsided : findTied(plan, unsided),
  };
}

function findTied({ ties, bodies }: Plan, unsided: ReadonlySet<Actor>): ReadonlySet<Actor> {
  const tied = new Set<Actor>();
  for (const { from, to } of ties) {
    if (unsided.has(from)) tied.add(to);
    if (unsided.has(to)) tied.add(from);
  }
  for (const { seats } of bodies) {
    if (seats.some(({ holder }) => unsided.has(holder))) for (const { holder } of seats) tied.add(holder);
  }
  return tied;
}
