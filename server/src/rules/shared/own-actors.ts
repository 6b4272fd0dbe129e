// The actors of a plan in the order in which a fix should think of them.
import { sideOf } from '../../governance/sides.ts';
import type { Actor, OrganizationActor, Plan } from '../../workspace/plan.ts';
import type { YamlMap } from '../../yaml/tree.ts';
import { commandBodies } from './command-bodies.ts';

/** Who most likely acts for the plan as a whole: its command bodies, then its government-side organizations, then the others. */
export function* actingActors(plan: Plan): Iterable<Actor> {
  const governs = ({ declaration: { sector } }: OrganizationActor): boolean =>
    sector !== undefined && sideOf(sector.value) === 'government';
  yield* commandBodies(plan);
  for (const organization of plan.organizations) if (!organization.external && governs(organization)) yield organization;
  for (const organization of plan.organizations) if (!organization.external && !governs(organization)) yield organization;
}

export function firstOrganization(plan: Plan): OrganizationActor | undefined {
  for (const actor of actingActors(plan)) if (actor.kind === 'organization') return actor;
  return undefined;
}

/** The first of them that the plan's own document speaks of, and where it does. */
export function firstWritten(plan: Plan): { readonly actor: Actor; readonly entry: YamlMap } | undefined {
  for (const actor of actingActors(plan)) {
    const entry = ownEntry(actor);
    if (entry) return { actor, entry };
  }
  return undefined;
}

/** Where the plan's own document speaks of an actor: its declaration, or what the plan adds to an imported one. */
export function ownEntry(actor: Actor): YamlMap | undefined {
  if (!actor.imported) return actor.declaration.node;
  return actor.kind === 'organization' ? actor.addition?.node : undefined;
}
