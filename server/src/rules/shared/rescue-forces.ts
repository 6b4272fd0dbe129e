// The organizations that the law speaks of as social rescue forces (Emergency Response Law, articles 39 and 40).
import type { OrganizationActor, Plan } from '../../workspace/plan.ts';

export function rescueForces({ organizations }: Plan): readonly OrganizationActor[] {
  return organizations.filter(({ external, declaration: { sector } }) => {
    return !external && (sector?.value === 'social-organization' || sector?.value === 'volunteer-group');
  });
}
