// Who acts in the response: bearers of responsibilities of that phase, and the social rescue forces among them.
import type { Holdings } from '../../governance/holdings.ts';
import type { Actor, BorneResponsibility, OrganizationActor } from '../../workspace/plan.ts';

/** The first responsibility an actor bears in the phase `response`, those of bodies in which it decides among them. */
export function responseDutyOf(actor: Actor, holdings: Holdings): BorneResponsibility | undefined {
  return holdings.firstDutyOf(actor, 'response');
}

/** The sectors that the law speaks of as social rescue forces (Emergency Response Law, articles 39 and 40). */
export function isRescueForce({ declaration: { sector } }: OrganizationActor): boolean {
  return sector?.value === 'social-organization' || sector?.value === 'volunteer-group';
}
