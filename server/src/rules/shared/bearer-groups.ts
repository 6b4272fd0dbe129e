// Who bears a responsibility, when a body does: the body and those who decide in it. Thousands may, of thousands of responsibilities, so what is
// asked of a body's group is answered once.
import { remembered } from '../../text/remembered.ts';
import type { Actor, BodyActor } from '../../workspace/plan.ts';

/** Whether a test holds for an actor or, of a body, for anyone who decides in it. */
export function anyInGroup(test: (actor: Actor) => boolean): (actor: Actor) => boolean {
  const inBody = remembered((body: BodyActor) => test(body) || body.deciders.some(test));
  return (actor) => (actor.kind === 'body' ? inBody(actor) : test(actor));
}
