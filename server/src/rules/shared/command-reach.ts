// Whom a command body reaches: holders of its seats, and those at the end of a chain of directive links that begins at the body itself.
import { directiveTypes } from '../../plan/vocabulary.ts';
import { append } from '../../text/append.ts';
import type { Actor, BodyActor, Plan } from '../../workspace/plan.ts';

/**
 * A link to or from a body is a tie of the body alone (classifier.md section 2): what a member directs in its own name is no direction by
 * the body, unless the body directs that member. Seats do not lengthen a chain.
 */
export function reachedByCommand(plan: Plan, commands: readonly BodyActor[]): ReadonlySet<Actor> {
  const directed = new Map<Actor, Actor[]>();
  for (const { from, to, type } of plan.ties) {
    if (directiveTypes.has(type)) append(directed, from, to);
  }
  const reached = new Set<Actor>();
  const queue: Actor[] = [...commands];
  for (let actor = queue.pop(); actor !== undefined; actor = queue.pop()) {
    for (const next of directed.get(actor) ?? []) {
      if (reached.has(next)) continue;
      reached.add(next);
      queue.push(next);
    }
  }
  for (const { seats } of commands) for (const { holder } of seats) reached.add(holder);
  return reached;
}
