// The actors that a plan writes down itself, in the order in which a fix should think of them.

import { sideOf } from '../../governance/sides.ts';
import type { Actor, Plan } from '../../workspace/plan.ts';
import type { YamlMap } from '../../yaml/tree.ts';
import { commandBodies } from './command-bodies.ts';

/** Who most likely acts for the plan as a whole: its command bodies, then its government-side organizations, then the others. */
export function actingActors(plan: Plan): readonly Actor[] {
  const inside = plan.organizations.filter(({ external }) => !external);
  const governing = inside.filter(({ declaration: { sector } }) => sector && sideOf(sector.value) === 'government');
  return [...new Set<Actor>([...commandBodies(plan), ...governing, ...inside])];
}

/** Where the plan's own document speaks of an actor: its declaration, or what the plan adds to an imported one. */
export function ownEntry(actor: Actor): YamlMap | undefined {
  if (!actor.imported) return actor.declaration.node;
  return actor.kind === 'organization' ? actor.addition?.node : undefined;
}
