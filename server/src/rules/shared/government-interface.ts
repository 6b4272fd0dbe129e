// Where government and society meet in a plan: the ties between an actor of G and an organization of S (classifier.md section 2).
import type { Sides } from '../../governance/sides.ts';
import type { Actor, DirectedTie, OrganizationActor, Plan } from '../../workspace/plan.ts';

export interface GovernmentInterface {
  /** The expanded links between the two, either way. */
  readonly links: readonly DirectedTie[];
  /** The society organizations that sit in a government body, or in one body with a government organization. */
  readonly seated: ReadonlySet<OrganizationActor>;
  /** The society organizations with a link or a seat of these. */
  readonly reached: ReadonlySet<OrganizationActor>;
}

export function createGovernmentInterface(plan: Plan, sides: Sides): GovernmentInterface {
  const seated = new Set<OrganizationActor>();
  for (const body of plan.bodies) {
    if (!sides.government.has(body) && !body.seats.some(({ holder }) => sides.government.has(holder))) continue;
    for (const { holder } of body.seats) if (sides.society.has(holder)) seated.add(holder);
  }
  const links: DirectedTie[] = [];
  const reached = new Set(seated);
  for (const tie of plan.ties) {
    const organization = societyEnd(tie, sides);
    if (organization === undefined) continue;
    links.push(tie);
    reached.add(organization);
  }
  return { links, seated, reached };
}

/** The society organization of a tie between the two sides; undefined for any other tie. */
export function societyEnd({ from, to }: DirectedTie, { government, society }: Sides): OrganizationActor | undefined {
  if (government.has(from)) return isIn(to, society) ? to : undefined;
  return government.has(to) && isIn(from, society) ? from : undefined;
}

function isIn(actor: Actor, organizations: ReadonlySet<OrganizationActor>): actor is OrganizationActor {
  return actor.kind === 'organization' && organizations.has(actor);
}
