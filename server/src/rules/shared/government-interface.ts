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
  const links = plan.ties.filter((tie) => societyEnd(tie, sides) !== undefined);
  const meeting = plan.bodies.filter((body) => sides.government.has(body) || body.seats.some(({ holder }) => sides.government.has(holder)));
  const seated = new Set(meeting.flatMap(({ seats }) => seats.flatMap(({ holder }) => (sides.society.has(holder) ? [holder] : []))));
  const reached = new Set([...seated, ...links.flatMap((tie) => societyEnd(tie, sides) ?? [])]);
  return { links, seated, reached };
}

/** The society organization of a tie between the two sides; undefined for any other tie. */
export function societyEnd({ from, to }: DirectedTie, { government, society }: Sides): OrganizationActor | undefined {
  const [one, other] = government.has(from) ? [from, to] : [to, from];
  return government.has(one) && isIn(other, society) ? other : undefined;
}

function isIn(actor: Actor, organizations: ReadonlySet<OrganizationActor>): actor is OrganizationActor {
  return actor.kind === 'organization' && organizations.has(actor);
}
