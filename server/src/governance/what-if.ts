// What fails when an actor or a link does: responsibilities that nobody bears any more, rights that nobody holds, bodies that nobody leads,
// organizations that the command does not reach, and the mode that is left (cli.md, `what-if`).
import type { Actor, OrganizationActor, Plan } from '../workspace/plan.ts';
import { createFailing, type Failures } from './failing.ts';
import { type Outage, planAfter } from './outage.ts';
import { reached } from './reach.ts';
import { isLed } from './seats.ts';
import { createSides } from './sides.ts';
import { measureStructure, verdictFrom } from './structure.ts';
import type { Measure } from './tally.ts';

export interface Consequences extends Failures {
  readonly measure: Measure;
  /** The plan that is left. */
  readonly left: Plan;
}

/** Of any outage, measured anew; of one actor after another `createFailing` finds the failures for less. */
export function consequencesOf(plan: Plan, outage: Outage): Consequences {
  const left = planAfter(plan, outage);
  const leaderless = plan.bodies.filter((body) => !outage.actors.has(body) && isLed(body) && !isLed(body, outage.actors));
  const idle = new Set<Actor>(leaderless);
  const isLost = (actors: readonly Actor[]): boolean => actors.every((actor) => outage.actors.has(actor) || idle.has(actor));
  const measure = measureStructure(left, createSides(left));
  return {
    uncovered: plan.responsibilities.filter(({ bearers }) => isLost(bearers)),
    lostRights: plan.rights.filter(({ holders }) => isLost(holders)),
    leaderless,
    unreachable: cutOff(plan, left),
    before: verdictFrom(measureStructure(plan, createSides(plan))),
    after: verdictFrom(measure),
    measure,
    left,
  };
}

function cutOff(plan: Plan, left: Plan): readonly OrganizationActor[] {
  const [before, after] = [reached(plan), reached(left)];
  const there = new Set(left.organizations.map(({ id }) => id));
  return plan.organizations.filter(({ id }) => before.has(id) && there.has(id) && !after.has(id));
}

export interface Rank {
  readonly actor: Actor;
  readonly consequences: Failures;
  /** How many things fail with it: responsibilities, rights, bodies, organizations, and one for the mode where it changes. */
  readonly impact: number;
}

/** Every actor of the plan's own system by what fails with it, the gravest first; equal ones by id. */
export function rankActors(plan: Plan): readonly Rank[] {
  const actors: readonly Actor[] = [...plan.organizations.filter(({ external }) => !external), ...plan.bodies];
  const failing = createFailing(plan);
  const ranks = actors.map((actor): Rank => {
    const consequences = failing(actor);
    return { actor, consequences, impact: impactOf(consequences) };
  });
  return ranks.sort((a, b) => b.impact - a.impact || (a.actor.id < b.actor.id ? -1 : 1));
}

export function impactOf({ uncovered, lostRights, leaderless, unreachable, before, after }: Failures): number {
  return uncovered.length + lostRights.length + leaderless.length + unreachable.length + (before === after ? 0 : 1);
}
