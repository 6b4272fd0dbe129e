// The sums behind L, X and B, kept so that one element can be taken out and put back at the cost of that element alone:
// stability asks for hundreds of deletions (classifier.md section 5).
import { cooperativeTypes, directiveTypes, type Phase } from '../plan/vocabulary.ts';
import {
  type Actor,
  type BodyActor,
  type BorneResponsibility,
  type DirectedTie,
  type HeldRight,
  inPhase,
  type LinkedFunction,
  type OrganizationActor,
} from '../workspace/plan.ts';
import type { Components } from './classification.ts';
import { decides, isShared } from './decision-rights.ts';
import { createDyads, type DyadMeasure, type Sign } from './dyads.ts';
import { withDeciders } from './holdings.ts';
import { createLadder, rungOf, rungs } from './ladder.ts';
import { method } from './method.ts';
import type { LinkedChannel, LinkedParticipation } from './participation.ts';
import { leadSeats } from './seats.ts';
import type { Sides } from './sides.ts';
import { atMost, type Conditions } from './verdict.ts';

/** Every operation takes an optional actor that is to be thought away: it leaves holders, roles and participants. */
export interface Tally {
  right(right: HeldRight, sign: Sign, without?: Actor): void;
  responsibility(responsibility: BorneResponsibility, sign: Sign, without?: Actor): void;
  body(body: BodyActor, sign: Sign): void;
  /** A body as who leads it and decides in it, without those who sit together in it. */
  lead(body: BodyActor, sign: Sign): void;
  planFunction(planFunction: LinkedFunction, sign: Sign, without?: Actor): void;
  tie(tie: Pick<DirectedTie, 'from' | 'to' | 'type'>, sign: Sign): void;
  participation(entry: LinkedParticipation, sign: Sign, without?: Actor): void;
  channel(channel: LinkedChannel, sign: Sign, without?: Actor): void;
  /** An organization as one of those that are counted. */
  organization(organization: OrganizationActor, sign: Sign): void;
  /** The votes of an organization in some bodies, which the plan has from the beginning. None of its ties may be counted then. */
  votes(organization: OrganizationActor, bodies: readonly BodyActor[], sign: Sign): void;
  measure(): Measure;
  /** The government–society dyads with at least one tie, for the explanation. */
  dyads(): Iterable<DyadMeasure>;
  /** Whether an organization of S has a cooperative tie to G. */
  isCovered(organization: OrganizationActor): boolean;
  /** The highest rung of the participation ladder an organization reaches, 0 … 5. */
  rung(organization: OrganizationActor): number;
  /** Whether a participation entry of a phase names an organization of S. */
  isOpen(phase: Phase): boolean;
}

export interface Measure {
  readonly L: number | undefined;
  readonly X: number;
  readonly B: number;
  readonly components: Components;
  /** The sum of the weights present in L. */
  readonly evidence: number;
  readonly gate: EvidenceGate;
  /** Whether the gate is passed. */
  readonly sufficient: boolean;
  readonly conditions: Conditions;
}

/** How much of what the evidence gate asks for there is (classifier.md section 5). */
export interface EvidenceGate {
  readonly organizations: number;
  readonly linksOrBodies: number;
  readonly leadRoles: number;
  readonly decisionRights: number;
}

interface Mean {
  sum: number;
  count: number;
}

/** `phases` are those whose openness counts. */
export function createTally(sides: Sides, phases: readonly Phase[]): Tally {
  const decision: Mean = { sum: 0, count: 0 };
  const lead: Mean = { sum: 0, count: 0 };
  const command: Mean = { sum: 0, count: 0 };
  const burden: Mean = { sum: 0, count: 0 };
  const counts = { organizations: 0, open: 0, joint: 0, reaching: 0, linksOrBodies: 0 };
  const dyads = createDyads(sides);
  const ladder = createLadder(sides);
  const openings = new Map<Phase, number>(phases.map((phase) => [phase, 0]));

  const add = (mean: Mean, value: number | undefined, sign: Sign): void => {
    if (value === undefined) return;
    mean.sum += sign * value;
    mean.count += sign;
  };
  const isSociety = (actor: Actor): actor is OrganizationActor => actor.kind === 'organization' && sides.society.has(actor);
  const spans = (actors: Iterable<Actor>): boolean => {
    let government = false;
    let society = false;
    for (const actor of actors) {
      government ||= sides.government.has(actor);
      society ||= isSociety(actor);
      if (government && society) return true;
    }
    return false;
  };
  const reachesSociety = (actors: readonly Actor[], absent: Actor | undefined): boolean =>
    actors.some((actor) => actor !== absent && (actor.kind === 'body' ? ladder.votersOf(actor).length > 0 : isSociety(actor)));

  const countLead = (body: BodyActor, sign: Sign): void => {
    add(lead, sides.meanWeight(leadSeats(body)), sign);
    const rule = body.declaration.decisionRule?.value;
    if (rule !== undefined && rule !== 'chair-decides' && spans(body.deciders)) counts.joint += sign;
  };

  return {
    right(right, sign, absent) {
      if (!decides(right.declaration)) return;
      const holders = without(right.holders, absent);
      add(decision, sides.meanWeight(holders), sign);
      if (isShared(right.declaration) && spans(withDeciders(holders))) counts.joint += sign;
    },
    responsibility(responsibility, sign, absent) {
      const mean = sides.meanWeight(without(responsibility.bearers, absent));
      add(burden, mean === undefined ? undefined : 1 - mean, sign);
    },
    body(body, sign) {
      counts.linksOrBodies += sign;
      countLead(body, sign);
      dyads.body(body, sign);
    },
    lead: countLead,
    planFunction({ coordinator, primary }, sign, absent) {
      add(lead, sides.meanWeight(without(coordinator, absent)), sign);
      add(lead, sides.meanWeight(without(primary, absent)), sign);
    },
    tie({ from, to, type }, sign) {
      counts.linksOrBodies += sign;
      const isDirective = directiveTypes.has(type);
      if (isDirective) add(command, sides.weight(from), sign);
      if (type === 'fund' || type === 'train') return;
      const isCooperative = cooperativeTypes.has(type);
      const other = isDirective ? 'directive' : 'other';
      if (isSociety(to) && sides.government.has(from)) dyads.link(from, to, isCooperative ? 'fromGovernment' : other, sign);
      else if (isSociety(from) && sides.government.has(to)) dyads.link(to, from, isCooperative ? 'fromSociety' : other, sign);
    },
    participation({ declaration, who }, sign, absent) {
      if (!reachesSociety(who, absent)) return;
      counts.reaching += sign;
      for (const phase of phases) {
        if (!inPhase(declaration, phase)) continue;
        const before = openings.get(phase) ?? 0;
        openings.set(phase, before + sign);
        if (before === (sign === 1 ? 0 : 1)) counts.open += sign;
      }
      const rung = rungOf(declaration.level?.value);
      if (rung > 0) for (const actor of who) if (actor !== absent) ladder.name(actor, rung, sign);
    },
    channel({ serves }, sign, absent) {
      if (reachesSociety(serves, absent)) counts.reaching += sign;
    },
    organization(organization, sign) {
      if (!organization.external && sides.weight(organization) !== undefined) counts.organizations += sign;
    },
    votes(organization, bodies, sign) {
      dyads.votes(organization, bodies, sign);
      ladder.votes(organization, bodies, sign);
    },
    dyads: () => dyads.list(),
    isCovered: dyads.isCovered,
    rung: ladder.rung,
    isOpen: (phase) => (openings.get(phase) ?? 0) > 0,
    measure() {
      const share = (part: number, whole: number): number => (whole === 0 ? 0 : part / whole);
      const mean = ({ sum, count }: Mean): number | undefined => (count === 0 ? undefined : sum / count);
      const B = mean(burden) ?? 0;
      const totals = dyads.totals();
      const components: Components = {
        decision: mean(decision),
        lead: mean(lead),
        command: mean(command),
        coverage: share(totals.covered, sides.society.size),
        cooperativeness: share(totals.shares, totals.judged),
        reciprocity: share(totals.reciprocal, totals.dyads),
        participation: share(ladder.sum(), rungs.length * sides.society.size),
        openness: share(counts.open, phases.length),
      };
      const { L, evidence } = locus(components);
      const gate = {
        organizations: counts.organizations,
        linksOrBodies: counts.linksOrBodies,
        leadRoles: lead.count,
        decisionRights: decision.count,
      };
      const sufficient =
        gate.organizations >= method.evidence.organizations &&
        gate.linksOrBodies >= method.evidence.linksOrBodies &&
        (gate.leadRoles >= method.evidence.leadRoles || gate.decisionRights >= method.evidence.decisionRights) &&
        L !== undefined;
      const conditions = { reachesSociety: counts.reaching > 0, sharesBurden: !atMost(B, 0), decidesJointly: counts.joint > 0 };
      return { L, X: interaction(components), B, components, evidence, gate, sufficient, conditions };
    },
  };
}

function without(actors: readonly Actor[], absent: Actor | undefined): readonly Actor[] {
  return absent === undefined ? actors : actors.filter((actor) => actor !== absent);
}

function locus({ decision, lead, command }: Components): { readonly L: number | undefined; readonly evidence: number } {
  const { locus: weights } = method.weights;
  let sum = 0;
  let evidence = 0;
  for (const [value, weight] of [
    [decision, weights.decision],
    [lead, weights.lead],
    [command, weights.command],
  ] as const) {
    if (value === undefined) continue;
    sum += weight * value;
    evidence += weight;
  }
  return { L: evidence === 0 ? undefined : sum / evidence, evidence };
}

function interaction(components: Components): number {
  const { interaction: weights } = method.weights;
  return (
    weights.coverage * components.coverage +
    weights.cooperativeness * components.cooperativeness +
    weights.reciprocity * components.reciprocity +
    weights.participation * components.participation +
    weights.openness * components.openness
  );
}
