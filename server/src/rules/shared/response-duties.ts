// Who acts in the response: bearers of responsibilities of that phase, and the social rescue forces among them.
import type { Holdings } from '../../governance/holdings.ts';
import type { Actor, BorneResponsibility, OrganizationActor } from '../../workspace/plan.ts';

/** The responsibilities an actor bears in the phase `response`, those of bodies in which it decides among them. */
export function responseDutiesOf(actor: Actor, holdings: Holdings): readonly BorneResponsibility[] {
  return holdings.responsibilitiesOf(actor).filter(({ declaration }) => declaration.phases.some(({ value }) => value === 'response'));
}

/** The sectors that the law speaks of as social rescue forces (Emergency Response Law, articles 39 and 40). */
export function isRescueForce({ declaration: { sector } }: OrganizationActor): boolean {
  return sector?.value === 'social-organization' || sector?.value === 'volunteer-group';
}
