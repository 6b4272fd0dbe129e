// Actors whose side cannot be told, for want of a readable sector or of those who decide: any of them may be the government or the society
// that a rule misses.
import type { Actor, OrganizationActor, Plan } from '../../workspace/plan.ts';

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
  // Society's own are that whatever they say of their autonomy; but a body that they lead is the government's or not by it.
  const isOpen = (decider: OrganizationActor): boolean => unsided.has(decider) || decider.declaration.broken.has('autonomy');
  for (const actor of plan.actors.values()) {
    if (actor.kind === 'body' && (actor.declaration.broken.has('decision-rule') || actor.deciders.some(isOpen))) unsided.add(actor);
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
