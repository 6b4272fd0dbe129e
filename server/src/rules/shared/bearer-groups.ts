// Who bears a responsibility, when a body does: the body and those who decide in it. Thousands may, of thousands of responsibilities, so what is
// asked of a body's group is answered once.
import type { Actor } from '../../workspace/plan.ts';

/** Whether a test holds for an actor or, of a body, for anyone who decides in it. */
export function anyInGroup(test: (actor: Actor) => boolean): (actor: Actor) => boolean {
  const answers = new Map<Actor, boolean>();
  return (actor) => {
    if (actor.kind === 'organization') return test(actor);
    const answer = answers.get(actor) ?? (test(actor) || actor.deciders.some(test));
    answers.set(actor, answer);
    return answer;
  };
}
