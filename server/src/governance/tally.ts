// The sums behind L, X and B, kept so that one element can be taken out and put back at the cost of that element alone:
// stability asks for hundreds of deletions (classifier.md section 5).
import type { Participation } from '../plan/shape.ts';
import { cooperativeTypes, decisionKinds, directiveTypes, type Phase } from '../plan/vocabulary.ts';
import type {
  Actor,
  BodyActor,
  BorneResponsibility,
  DirectedTie,
  HeldRight,
  LinkedFunction,
  OrganizationActor,
} from '../workspace/plan.ts';
import type { Components } from './classification.ts';
import { createDyads, type DyadMeasure, type LinkTieKind, type Sign } from './dyads.ts';
import { withDeciders } from './holdings.ts';
import { method } from './method.ts';
import type { LinkedChannel, LinkedParticipation } from './participation.ts';
import type { Sides } from './sides.ts';
import { atMost, type Conditions } from './verdict.ts';

/** Every operation takes an optional body that is to be thought away: it leaves holders, roles and participants. */
export interface Tally {
  right(right: HeldRight, sign: Sign, without?: BodyActor): void;
  responsibility(responsibility: BorneResponsibility, sign: Sign, without?: BodyActor): void;
  body(body: BodyActor, sign: Sign): void;
  planFunction(planFunction: LinkedFunction, sign: Sign, without?: BodyActor): void;
  tie(tie: Pick<DirectedTie, 'from' | 'to' | 'type'>, sign: Sign): void;
  participation(entry: LinkedParticipation, sign: Sign, without?: BodyActor): void;
  channel(channel: LinkedChannel, sign: Sign, without?: BodyActor): void;
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
  /** Whether the evidence gate is passed. */
  readonly sufficient: boolean;
  readonly conditions: Conditions;
}

interface Mean {
  sum: number;
  count: number;
}

/** Kinds of body whose seats tie those who sit together. */
export const seatingKinds: ReadonlySet<string> = new Set(['coordination-platform', 'council', 'working-group']);
const ladder = ['inform', 'consult', 'involve', 'collaborate', 'empower'] as const;

/** `phases` are those whose openness counts; `organizations` the number of organizations with a weight that are not external. */
export function createTally(sides: Sides, phases: readonly Phase[], organizations: number): Tally {
  const decision: Mean = { sum: 0, count: 0 };
  const lead: Mean = { sum: 0, count: 0 };
  const command: Mean = { sum: 0, count: 0 };
  const burden: Mean = { sum: 0, count: 0 };
  const counts = { rungs: 0, open: 0, joint: 0, reaching: 0, linksAndBodies: 0 };
  const dyads = createDyads(sides);
  const rungsOf = new Map<OrganizationActor, number[]>();
  const openings = new Map<Phase, number>(phases.map((phase) => [phase, 0]));

  const add = (mean: Mean, value: number | undefined, sign: Sign): void => {
    if (value === undefined) return;
    mean.sum += sign * value;
    mean.count += sign;
  };
  const without = (actors: readonly Actor[], absent: BodyActor | undefined): readonly Actor[] =>
    absent === undefined ? actors : actors.filter((actor) => actor !== absent);
  const spans = (actors: Iterable<Actor>): boolean => {
    let government = false;
    let society = false;
    for (const actor of actors) {
      government ||= sides.government.has(actor);
      society ||= actor.kind === 'organization' && sides.society.has(actor);
    }
    return government && society;
  };
  const societyAmong = (actors: readonly Actor[], absent: BodyActor | undefined): ReadonlySet<OrganizationActor> => {
    const found = new Set<OrganizationActor>();
    for (const actor of without(actors, absent)) {
      for (const member of actor.kind === 'body' ? votingSeats(actor) : [actor]) if (sides.society.has(member)) found.add(member);
    }
    return found;
  };

  return {
    right(right, sign, absent) {
      const { kind, rule } = right.declaration;
      if (kind === undefined || !decisionKinds.has(kind.value) || rule?.value === 'advisory') return;
      const holders = without(right.holders, absent);
      add(decision, sides.meanWeight(holders), sign);
      if ((rule?.value === 'joint' || rule?.value === 'consensus') && spans(withDeciders(holders))) counts.joint += sign;
    },
    responsibility(responsibility, sign, absent) {
      const mean = sides.meanWeight(without(responsibility.bearers, absent));
      add(burden, mean === undefined ? undefined : 1 - mean, sign);
    },
    body(body, sign) {
      counts.linksAndBodies += sign;
      add(lead, sides.meanWeight(leadSeats(body)), sign);
      const rule = body.declaration.decisionRule?.value;
      if (rule !== undefined && rule !== 'chair-decides' && spans(body.deciders)) counts.joint += sign;
      if (seatingKinds.has(body.declaration.kind?.value ?? '')) dyads.body(body, votingSeats(body), sign);
    },
    planFunction({ coordinator, primary }, sign, absent) {
      add(lead, sides.meanWeight(without(coordinator, absent)), sign);
      add(lead, sides.meanWeight(without(primary, absent)), sign);
    },
    tie({ from, to, type }, sign) {
      counts.linksAndBodies += sign;
      const directive = directiveTypes.has(type);
      if (directive) add(command, sides.weight(from), sign);
      if (type === 'fund' || type === 'train') return;
      const cooperative = cooperativeTypes.has(type);
      const kind = (from: LinkTieKind): LinkTieKind => (cooperative ? from : directive ? 'directive' : 'other');
      if (to.kind === 'organization' && sides.society.has(to) && sides.government.has(from))
        dyads.link(from, to, kind('fromGovernment'), sign);
      else if (from.kind === 'organization' && sides.society.has(from) && sides.government.has(to))
        dyads.link(to, from, kind('fromSociety'), sign);
    },
    participation({ declaration, who }, sign, absent) {
      const named = societyAmong(who, absent);
      if (named.size === 0) return;
      counts.reaching += sign;
      for (const phase of phases) {
        if (declaration.phases.length > 0 && !declaration.phases.some(({ value }) => value === phase)) continue;
        const before = openings.get(phase) ?? 0;
        openings.set(phase, before + sign);
        if (before === (sign === 1 ? 0 : 1)) counts.open += sign;
      }
      const rung = rungOf(declaration);
      if (rung === 0) return;
      for (const organization of named) {
        const rungs = kept(rungsOf, organization, () => [0, 0, 0, 0, 0, 0]);
        counts.rungs -= highestRung(rungs);
        rungs[rung] = (rungs[rung] ?? 0) + sign;
        counts.rungs += highestRung(rungs);
      }
    },
    channel({ serves }, sign, absent) {
      if (societyAmong(serves, absent).size > 0) counts.reaching += sign;
    },
    dyads: () => dyads.list(),
    isCovered: dyads.isCovered,
    rung: (organization) => highestRung(rungsOf.get(organization) ?? []),
    isOpen: (phase) => (openings.get(phase) ?? 0) > 0,
    measure() {
      const share = (part: number, whole: number): number => (whole === 0 ? 0 : part / whole);
      const mean = ({ sum, count }: Mean): number | undefined => (count === 0 ? undefined : sum / count);
      const B = mean(burden) ?? 0;
      const components: Components = {
        decision: mean(decision),
        lead: mean(lead),
        command: mean(command),
        coverage: share(dyads.totals.covered, sides.society.size),
        cooperativeness: share(dyads.totals.shares, dyads.totals.judged),
        reciprocity: share(dyads.totals.reciprocal, dyads.totals.dyads),
        participation: share(counts.rungs, ladder.length * sides.society.size),
        openness: share(counts.open, phases.length),
      };
      const { L, evidence } = locus(components);
      const { evidence: gate } = method;
      const sufficient =
        organizations >= gate.organizations &&
        counts.linksAndBodies >= gate.linksOrBodies &&
        (lead.count >= gate.leadRoles || decision.count >= gate.decisionRights) &&
        L !== undefined;
      const conditions = { reachesSociety: counts.reaching > 0, sharesBurden: !atMost(B, 0), decidesJointly: counts.joint > 0 };
      return { L, X: interaction(components), B, components, evidence, sufficient, conditions };
    },
  };
}

/** Chair, co-chairs and members, each once: who is seated together, and whom a body stands for in participation. */
export function votingSeats(body: BodyActor): readonly OrganizationActor[] {
  return holdersOf(body, (kind) => kind === 'chair' || kind === 'co-chair' || kind === 'member');
}

/** The step of a participation entry on the ladder, from 1 (inform) to 5 (empower); 0 where its level is missing or could not be read. */
export function rungOf({ level }: Participation): number {
  return level === undefined ? 0 : ladder.indexOf(level.value) + 1;
}

/** Chair and co-chairs: the lead role of a body. */
export function leadSeats(body: BodyActor): readonly OrganizationActor[] {
  return holdersOf(body, (kind) => kind === 'chair' || kind === 'co-chair');
}

function holdersOf(body: BodyActor, keep: (kind: BodyActor['seats'][number]['kind']) => boolean): readonly OrganizationActor[] {
  return [...new Set(body.seats.filter(({ kind }) => keep(kind)).map(({ holder }) => holder))];
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

/** The value of a key, made and kept when first asked for. */
function kept<K, V>(map: Map<K, V>, key: K, make: () => V): V {
  const value = map.get(key) ?? make();
  map.set(key, value);
  return value;
}

function highestRung(rungs: readonly number[]): number {
  for (let rung = rungs.length - 1; rung > 0; rung--) if ((rungs[rung] ?? 0) > 0) return rung;
  return 0;
}
