// Government weight g of every actor, and the two sides it makes: S, the society organizations, and G, the government actors
// (classifier.md section 2).
import type { Sector } from '../plan/vocabulary.ts';
import { late } from '../text/late.ts';
import { remembered } from '../text/remembered.ts';
import type { Actor, BodyActor, OrganizationActor, Plan } from '../workspace/plan.ts';
import type { Sign } from './dyads.ts';
import { method } from './method.ts';
import { createSeating, type Seating, type TwoSides } from './seating.ts';

export interface Sides extends TwoSides {
  /** g: 1 government, 0 society; undefined for an actor outside the split, which every mean leaves out. */
  weight(actor: Actor): number | undefined;
  /** Mean g of the actors that have one; undefined where none has. */
  meanWeight(actors: Iterable<Actor>): number | undefined;
  /** S: organizations that take part, not external, with g < 1. */
  readonly society: ReadonlySet<OrganizationActor>;
  /** G: organizations with g = 1, external ones too, and bodies with g ≥ 0.5. */
  readonly government: ReadonlySet<Actor>;
  /** Which of the two sit together. Found when first asked for. */
  seating(): Seating;
}

/** Sides that an organization may leave: then it is on neither, and has no weight, so that every mean leaves it out. */
export interface ChangingSides extends Sides {
  /** An organization leaves (-1), or is back (1). */
  organization(organization: OrganizationActor, sign: Sign): void;
  /** A body has another weight, for its deciders are others. */
  reweigh(body: BodyActor, weight: number | undefined): void;
}

/** `sponsored` is the weight of affiliated and half-and-half organizations: 0.5, and for the sensitivity 0 or 1. */
export function createSides(plan: Plan, sponsored: number = method.weights.sponsored): ChangingSides {
  const weights = new Map<Actor, number | undefined>();
  const weight: Sides['weight'] = remembered(
    (actor) => (actor.kind === 'body' ? meanWeight(actor.deciders) : organizationWeight(actor, sponsored)),
    weights,
  );
  const meanWeight = (actors: Iterable<Actor>): number | undefined => {
    let sum = 0;
    let count = 0;
    for (const actor of actors) {
      const g = weight(actor);
      if (g === undefined) continue;
      sum += g;
      count++;
    }
    return count === 0 ? undefined : sum / count;
  };

  const society = new Set<OrganizationActor>();
  const government = new Set<Actor>();
  const addOrganization = (organization: OrganizationActor): void => {
    const g = weight(organization);
    if (g === undefined) return;
    if (g >= 1 - method.tolerance) government.add(organization);
    else if (!organization.external) society.add(organization);
  };
  const addBody = (body: BodyActor): void => {
    if ((weight(body) ?? 0) >= method.thresholds.governmentBody - method.tolerance) government.add(body);
  };
  plan.organizations.forEach(addOrganization);
  plan.bodies.forEach(addBody);
  const { bodies } = plan;
  return {
    weight,
    meanWeight,
    society,
    government,
    seating: late(() => createSeating(bodies, { society, government })),
    organization(organization, sign) {
      society.delete(organization);
      government.delete(organization);
      if (sign === -1) weights.set(organization, undefined);
      else {
        weights.delete(organization);
        addOrganization(organization);
      }
    },
    reweigh(body, g) {
      weights.set(body, g);
      government.delete(body);
      addBody(body);
    },
  };
}

/** Whether it matters to a plan how much sponsored organizations count. */
export function hasSponsored(plan: Plan): boolean {
  for (const actor of plan.actors.values()) {
    if (actor.kind === 'organization' && organizationWeight(actor, 0) !== organizationWeight(actor, 1)) return true;
  }
  return false;
}

function organizationWeight(organization: OrganizationActor, sponsored: number): number | undefined {
  const { sector, autonomy } = organization.declaration;
  switch (sector && sideOf(sector.value)) {
    case 'government':
      return 1;
    case 'society':
      return autonomy?.value === 'affiliated' ? sponsored : 0;
    case 'half':
      return sponsored;
    case 'none':
    case undefined:
      return undefined;
  }
}

/** The side of a sector (format.md section 4.4). */
export function sideOf(sector: Sector): 'government' | 'society' | 'half' | 'none' {
  switch (sector) {
    case 'party':
    case 'government':
    case 'military':
    case 'public-institution':
      return 'government';
    case 'social-organization':
    case 'volunteer-group':
    case 'community':
    case 'private-enterprise':
    case 'media':
    case 'academia':
      return 'society';
    case 'mass-organization':
    case 'state-enterprise':
      return 'half';
    case 'expert':
    case 'international':
      return 'none';
  }
}
