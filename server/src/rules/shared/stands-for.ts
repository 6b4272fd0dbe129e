// Who is meant where an exercise, a training or another support names an actor.
import { votingSeats } from '../../governance/seats.ts';
import type { Reference } from '../../plan/field.ts';
import type { Actor, Plan } from '../../workspace/plan.ts';

/** The actors named, and for a body among them its chair, co-chairs and members too, as in participation (classifier.md section 4). */
export function standFor(plan: Plan, references: readonly (Reference | undefined)[]): ReadonlySet<Actor> {
  const meant = new Set<Actor>();
  addMeant(plan, references, meant);
  return meant;
}

/** Adds them to those who are meant already. What a body stands for is added with it, once. */
export function addMeant(plan: Plan, references: readonly (Reference | undefined)[], meant: Set<Actor>): void {
  for (const reference of references) {
    const actor = reference && plan.actors.get(reference.id);
    if (actor === undefined || meant.has(actor)) continue;
    meant.add(actor);
    if (actor.kind === 'body') for (const holder of votingSeats(actor)) meant.add(holder);
  }
}
