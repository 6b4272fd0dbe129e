// The small changes that are open to a plan's authors: every move of classifier.md section 6 that can change a measure. Only the plan's own text
// is changed, never what it imports. Where several actors would do the same for every measure, one stands for them.
import { cooperativeTypes, decisionKinds, directiveTypes } from '../plan/vocabulary.ts';
import { append } from '../text/append.ts';
import { take } from '../text/take.ts';
import type { Actor, BodyActor, LinkedLink, OrganizationActor, Plan } from '../workspace/plan.ts';
import type { Change, RaisedLevel } from './change.ts';
import { isShared } from './decision-rights.ts';
import { rungOf } from './ladder.ts';
import { linkedChannels, linkedParticipation } from './participation.ts';
import { leadSeats, seatsTogether, votingSeats } from './seats.ts';
import type { Sides } from './sides.ts';

/** How many changes of a kind are open: on a plan with more, the first of them, which no three changes could turn anyway. */
const mostOfAKind = 150;
/** A set has at most three changes, so no more than three actors of one sort are ever needed side by side. */
const alike = 3;

/**
 * Kind by kind, of two sets of one size the earlier is offered: in the order of classifier.md section 6, but towards the end the seats that shift
 * who leads, and last of all the instructions that would go both ways, which few authors want; within a kind in document order.
 */
export function openChanges(plan: Plan, sides: Sides): readonly Change[] {
  const kinds = [
    memberSeats,
    jointDecisions,
    mutualLinks,
    cooperativeLinks,
    participationEntries,
    participationLevels,
    linkRemovals,
    coChairSeats,
    mutualInstructions,
  ];
  return kinds.flatMap((kind) => take(kind(plan, sides), mostOfAKind));
}

function* memberSeats(plan: Plan, sides: Sides): Generator<Change> {
  const named = new Set<Actor>([
    ...linkedParticipation(plan).flatMap(({ who }) => who),
    ...linkedChannels(plan).flatMap(({ serves }) => serves),
  ]);
  for (const body of plan.bodies) {
    if (body.imported || !(named.has(body) || memberCounts(body))) continue;
    const seated = new Set(votingSeats(body));
    for (const organization of sides.society) if (!seated.has(organization)) yield { kind: 'seat', organization, body, seat: 'member' };
  }
}

function* coChairSeats(plan: Plan, sides: Sides): Generator<Change> {
  for (const body of plan.bodies) {
    if (body.imported) continue;
    const seated = new Set(leadSeats(body));
    for (const organization of sides.society) if (!seated.has(organization)) yield { kind: 'seat', organization, body, seat: 'co-chair' };
  }
}

/** Whether a member's seat is a tie or a vote. */
function memberCounts(body: BodyActor): boolean {
  const { decisionRule } = body.declaration;
  return seatsTogether(body) || (decisionRule !== undefined && decisionRule.value !== 'chair-decides');
}

function* jointDecisions(plan: Plan, sides: Sides): Generator<Change> {
  const byWeight = new Map<number, OrganizationActor[]>();
  for (const organization of sides.society) append(byWeight, sides.weight(organization) ?? 0, organization);
  for (const right of plan.rights) {
    const { kind } = right.declaration;
    if (right.imported || kind === undefined || !decisionKinds.has(kind.value)) continue;
    const shared = isShared(right.declaration);
    for (const organizations of byWeight.values()) {
      // One that holds the right already changes something only where the right is not yet decided together.
      const holding = shared ? [] : organizations.filter((organization) => right.holders.includes(organization)).slice(0, 1);
      const joining = organizations.filter((organization) => !right.holders.includes(organization)).slice(0, alike);
      for (const organization of [...holding, ...joining]) yield { kind: 'joint-decision', right, organization };
    }
  }
}

function* mutualLinks(plan: Plan, sides: Sides): Generator<Change> {
  for (const link of plan.links) {
    const { type, mutual } = link.declaration;
    if (type !== undefined && cooperativeTypes.has(type.value) && mutual?.value !== true && crosses(link, sides))
      yield { kind: 'mutual', link };
  }
}

function* mutualInstructions(plan: Plan): Generator<Change> {
  for (const link of plan.links) {
    const { type, mutual } = link.declaration;
    if (type !== undefined && directiveTypes.has(type.value) && mutual?.value !== true) yield { kind: 'mutual', link };
  }
}

function* linkRemovals(plan: Plan): Generator<Change> {
  for (const link of plan.links) {
    const { type } = link.declaration;
    if (type !== undefined && directiveTypes.has(type.value)) yield { kind: 'remove-link', link };
  }
}

function crosses({ from, to }: LinkedLink, sides: Sides): boolean {
  const isSociety = (actor: Actor): boolean => actor.kind === 'organization' && sides.society.has(actor);
  const [government, society] = [(actor: Actor) => sides.government.has(actor), isSociety];
  return (from.some(government) && to.some(society)) || (from.some(society) && to.some(government));
}

/**
 * To one organization: by an actor of government it has no tie to, or by one whose tie could be better. To several at once: to all that have no
 * cooperative tie, and to all that have none to the same partner.
 */
function* cooperativeLinks(plan: Plan, sides: Sides): Generator<Change> {
  const isInside = (actor: Actor): boolean => actor.kind === 'organization' && !actor.external;
  const government = [...sides.government];
  const partners = [...government.filter(isInside), ...government.filter((actor) => !isInside(actor))];
  const tied = new Map<Actor, Set<Actor>>();
  const cooperating = new Set<Actor>();
  for (const { from, to, type } of plan.ties) {
    for (const [one, other] of [
      [from, to],
      [to, from],
    ] as const) {
      if (!sides.government.has(other)) continue;
      tied.set(one, (tied.get(one) ?? new Set()).add(other));
      if (cooperativeTypes.has(type)) cooperating.add(one);
    }
  }
  const society = [...sides.society];
  const link = (from: Actor, to: readonly OrganizationActor[]): Change => ({ kind: 'cooperative-link', from, to });
  for (const to of [...society.filter((actor) => !cooperating.has(actor)), ...society.filter((actor) => cooperating.has(actor))]) {
    const known = tied.get(to) ?? new Set();
    let strangers = 0;
    for (const from of partners) if (known.has(from) || strangers++ < alike) yield link(from, [to]);
  }
  for (const from of partners.slice(0, alike)) {
    const without = society.filter((actor) => !cooperating.has(actor));
    const apart = society.filter((actor) => !tied.get(actor)?.has(from));
    if (without.length > 1) yield link(from, without);
    if (apart.length > 1 && apart.length !== without.length) yield link(from, apart);
    if (society.length > 1 && society.length !== apart.length) yield link(from, society);
  }
}

function* participationEntries(plan: Plan, sides: Sides): Generator<Change> {
  const society = [...sides.society];
  const groups = [...society.map((organization) => [organization]), ...(society.length > 1 ? [society] : [])];
  for (const level of levels)
    for (const organizations of groups) yield { kind: 'participation-entry', organizations, phases: plan.phases, level };
}

function* participationLevels(plan: Plan): Generator<Change> {
  for (const level of levels) {
    for (const entry of plan.content.participation) {
      const rung = rungOf(entry.level?.value);
      if (rung > 0 && rung < rungOf(level)) yield { kind: 'participation-level', entry, level };
    }
  }
}

/** The milder one first: of two sets of one size, the earlier is offered. */
const levels: readonly RaisedLevel[] = ['collaborate', 'empower'];
