// Which way is up (rules.md): to an external actor, to one's parent, or to an actor of a higher level.
import type { JurisdictionLevel } from '../../plan/vocabulary.ts';
import type { Actor, OrganizationActor, Plan } from '../../workspace/plan.ts';
import { isAbove } from './level-order.ts';

/**
 * A body is as high as its chair, and is nobody's parent: a report to the headquarters of one's own superior stays in the plan. An actor of
 * the plan that states no level is taken to be of the plan's own.
 */
export function isUpward(from: Actor, to: Actor, plan: Plan): boolean {
  const [lower, upper] = [standingOf(from, plan), standingOf(to, plan)];
  if (upper?.external) return true;
  if (lower === undefined || upper === undefined) return false;
  return (upper === to && isAncestor(upper, lower)) || isHigher(upper, levelOf(lower) ?? plan.head.jurisdiction?.level?.value);
}

function standingOf(actor: Actor, plan: Plan): OrganizationActor | undefined {
  if (actor.kind === 'organization') return actor;
  const chair = actor.declaration.chair && plan.actors.get(actor.declaration.chair.id);
  return chair?.kind === 'organization' ? chair : undefined;
}

function levelOf({ declaration }: OrganizationActor): JurisdictionLevel | undefined {
  return declaration.level?.value;
}

function isHigher(upper: OrganizationActor, level: JurisdictionLevel | undefined): boolean {
  const own = levelOf(upper);
  return own !== undefined && level !== undefined && isAbove(own, level);
}

/** So far up superiors are looked for. Parents may lead in a circle, or on for as long as a file is. */
const mostSuperiors = 1000;

function isAncestor(upper: OrganizationActor, lower: OrganizationActor): boolean {
  let parent = lower.parent;
  for (let steps = 0; steps < mostSuperiors && parent !== undefined && parent !== lower; steps++) {
    if (parent === upper) return true;
    parent = parent.parent;
  }
  return false;
}
