// Who is meant where an exercise, a training or another support names an actor.
import { votingSeats } from '../../governance/tally.ts';
import type { Reference } from '../../plan/field.ts';
import type { Actor, Plan } from '../../workspace/plan.ts';

/** The actors named, and for a body among them its chair, co-chairs and members too, as in participation (classifier.md section 4). */
export function standFor(plan: Plan, references: readonly (Reference | undefined)[]): ReadonlySet<Actor> {
  const meant = new Set<Actor>();
  for (const reference of references) {
    const actor = reference && plan.actors.get(reference.id);
    if (actor === undefined) continue;
    meant.add(actor);
    if (actor.kind === 'body') for (const holder of votingSeats(actor)) meant.add(holder);
  }
  return meant;
}
