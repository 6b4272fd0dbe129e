// What fails when an actor or a link does: responsibilities that nobody bears any more, rights that nobody holds, bodies that nobody leads,
// organizations that the command does not reach, and the mode that is left (cli.md, `what-if`).
import { componentsOf, createActorNetwork } from '../network/actor-network.ts';
import type { Actor, BodyActor, BorneResponsibility, HeldRight, OrganizationActor, Plan } from '../workspace/plan.ts';
import type { Verdict } from './classification.ts';
import { type Outage, planAfter } from './outage.ts';
import { createSides } from './sides.ts';
import { measureStructure, verdictFrom } from './structure.ts';
import type { Measure } from './tally.ts';

export interface Consequences extends Failures {
  readonly measure: Measure;
  /** The plan that is left. */
  readonly left: Plan;
}

/** What fails, and the mode before and after. */
export interface Failures {
  /** Nobody bears them any more, or only a body that nobody leads. */
  readonly uncovered: readonly BorneResponsibility[];
  readonly lostRights: readonly HeldRight[];
  /** Bodies without anybody left to lead them: no chair, co-chair, deputy or office, and no member who decides. */
  readonly leaderless: readonly BodyActor[];
  /** Organizations that were tied to a command body or a lead of a function, by whatever steps, and are not any more. */
  readonly unreachable: readonly OrganizationActor[];
  readonly before: Verdict;
  readonly after: Verdict;
}

/** What is so before anything fails: for whoever asks of one actor of a plan after another. */
export interface BeforeOutage {
  readonly verdict: Verdict;
  readonly reached: ReadonlySet<string>;
}

export function beforeOutage(plan: Plan): BeforeOutage {
  return { verdict: verdictFrom(measureStructure(plan, createSides(plan))), reached: reached(plan) };
}

export function consequencesOf(plan: Plan, outage: Outage, before: BeforeOutage = beforeOutage(plan)): Consequences {
  const left = planAfter(plan, outage);
  const survivors = new Map(left.bodies.map((body) => [body.id, body]));
  const leaderless = plan.bodies.filter((body) => {
    const now = survivors.get(body.id);
    return now !== undefined && canWork(body) && !canWork(now);
  });
  const idle = new Set<Actor>(leaderless);
  const isLost = (actors: readonly Actor[]): boolean => actors.every((actor) => outage.actors.has(actor) || idle.has(actor));
  const measure = measureStructure(left, createSides(left));
  return {
    uncovered: plan.responsibilities.filter(({ bearers }) => isLost(bearers)),
    lostRights: plan.rights.filter(({ holders }) => isLost(holders)),
    leaderless,
    unreachable: cutOff(plan, before.reached, left),
    before: before.verdict,
    after: verdictFrom(measure),
    measure,
    left,
  };
}

export interface Rank {
  readonly actor: Actor;
  /** Without the plan that is left: of thousands of actors these would be thousands of plans. */
  readonly consequences: Failures;
  /** How many things fail with it: responsibilities, rights, bodies, organizations, and one for the mode where it changes. */
  readonly impact: number;
}

/** Every actor of the plan's own system by what fails with it, the gravest first; equal ones by id. */
export function rankActors(plan: Plan): readonly Rank[] {
  const actors: readonly Actor[] = [...plan.organizations.filter(({ external }) => !external), ...plan.bodies];
  const before = beforeOutage(plan);
  const ranks = actors.map((actor): Rank => {
    const { left: _left, measure: _measure, ...consequences } = consequencesOf(plan, { actors: new Set([actor]), links: [] }, before);
    return { actor, consequences, impact: impactOf(consequences) };
  });
  return ranks.sort((a, b) => b.impact - a.impact || (a.actor.id < b.actor.id ? -1 : 1));
}

export function impactOf({ uncovered, lostRights, leaderless, unreachable, before, after }: Failures): number {
  return uncovered.length + lostRights.length + leaderless.length + unreachable.length + (before === after ? 0 : 1);
}

function canWork({ seats, deciders }: BodyActor): boolean {
  return deciders.length > 0 || seats.some(({ kind }) => kind === 'deputy' || kind === 'office');
}

function cutOff(plan: Plan, before: ReadonlySet<string>, left: Plan): readonly OrganizationActor[] {
  const after = reached(left);
  const there = new Set(left.organizations.map(({ id }) => id));
  return plan.organizations.filter(({ id }) => before.has(id) && there.has(id) && !after.has(id));
}

/**
 * The ids of the actors that are in one component with a command body or a lead of a function. Where there is neither, those of the largest
 * component: then it is what holds together that counts.
 */
function reached(plan: Plan): ReadonlySet<string> {
  const components = componentsOf(createActorNetwork(plan)).map((actors) => actors.map(({ id }) => id));
  const command = plan.bodies.filter(({ declaration }) =>
    /^(?:command-headquarters|on-scene-command)$/.test(declaration.kind?.value ?? ''),
  );
  const leads = plan.functions.flatMap(({ coordinator, primary }) => [...coordinator, ...primary]);
  const anchors = new Set([...command, ...leads].map(({ id }) => id));
  const anchored = components.filter((ids) => ids.some((id) => anchors.has(id)));
  const largest = components.toSorted((a, b) => b.length - a.length).slice(0, 1);
  return new Set((anchored.length > 0 ? anchored : largest).flat());
}
