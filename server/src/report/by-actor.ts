// Who has what: a report asks it for every actor, and there may be thousands of both.
import { append } from '../text/append.ts';
import type { Actor } from '../workspace/plan.ts';

/** Gives the items of an actor, in their order. */
export function byActor<T>(items: readonly T[], actorsOf: (item: T) => Iterable<Actor>): (actor: Actor) => readonly T[] {
  const found = new Map<Actor, T[]>();
  for (const item of items) for (const actor of new Set(actorsOf(item))) append(found, actor, item);
  return (actor) => found.get(actor) ?? [];
}
