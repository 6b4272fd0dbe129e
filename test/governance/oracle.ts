// A second, independent classifier: classifier.md §1–5 word by word, on plain parsed YAML. Everything is recomputed from the start for every
// deletion and every sensitivity case: quadratic, and easy to check against the text.

import { type Data, deletions, type Facts, inPhase, list, type OracleBody, type OracleOrg, readFacts, without } from './oracle-facts.ts';

export interface OracleStructure {
  /** A mode, an off-model name, or `insufficient-evidence`. */
  readonly verdict: string;
  readonly L: number | undefined;
  readonly X: number;
  readonly B: number;
  readonly components: Readonly<Record<string, number | undefined>>;
  readonly evidence: number;
  /** Modes with their distances: equal distances may come in either order. */
  readonly nearest: readonly Neighbour[] | undefined;
  readonly margin: number | undefined;
  readonly stability: number | undefined;
  readonly confidence: number | undefined;
  readonly borderline: boolean;
  readonly alternatives: readonly Neighbour[] | undefined;
  readonly sensitivity: { readonly at0: string; readonly at1: string };
  readonly sensitive: boolean;
}

export interface Neighbour {
  readonly verdict: string;
  readonly distance: number;
}

export interface OracleContext {
  readonly mode: string | undefined;
  readonly governmentCapacity: number | undefined;
  readonly socialDevelopment: number | undefined;
  readonly borderline: boolean;
}

export interface OracleResult {
  readonly facts: Facts;
  readonly context: OracleContext;
  readonly structure: OracleStructure;
  readonly phases: Readonly<Record<string, OracleStructure>>;
}

const MODES = ['government-control', 'social-autonomy', 'collaborative-governance', 'equal-cooperation'];
const GOVERNMENT = ['party', 'government', 'military', 'public-institution'];
const SOCIETY = ['social-organization', 'volunteer-group', 'community', 'private-enterprise', 'media', 'academia'];
const HALF = ['mass-organization', 'state-enterprise'];
const DECISION_KINDS = [
  ...['decide', 'command', 'activate', 'terminate', 'allocate', 'requisition', 'approve', 'issue-warning'],
  ...['release-information', 'enforce'],
];
const DIRECTIVE = ['command', 'task', 'supervise'];
const COOPERATIVE = ['coordinate', 'share-information', 'supply', 'mutual-aid'];
const LADDER = ['inform', 'consult', 'involve', 'collaborate', 'empower'];
const PLATFORMS = ['coordination-platform', 'council', 'working-group'];
const EPSILON = 1e-9;

const atLeast = (value: number, threshold: number) => value >= threshold - EPSILON;
const atMost = (value: number, threshold: number) => value <= threshold + EPSILON;
const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);
const mean = (values: readonly number[]) => (values.length === 0 ? undefined : sum(values) / values.length);
const isNumber = (value: number | undefined): value is number => value !== undefined;

export function classifyByOracle(main: Data, files: ReadonlyMap<string, Data> = new Map()): OracleResult {
  const facts = readFacts(main, files);
  return {
    facts,
    context: contextOf(main.context ?? {}),
    structure: judge(facts),
    phases: Object.fromEntries(facts.scope.map((phase) => [phase, judge(inPhase(facts, phase))])),
  };
}

// §2

/** `half`: what affiliated and half-and-half organizations weigh; ½ but for the sensitivity cases. */
export function orgWeight(org: OracleOrg, half = 0.5): number | undefined {
  if (org.sector === undefined) return undefined;
  if (GOVERNMENT.includes(org.sector)) return 1;
  if (HALF.includes(org.sector)) return half;
  if (SOCIETY.includes(org.sector)) return org.affiliated ? half : 0;
  return undefined;
}

function deciders(body: OracleBody): string[] {
  const leaders = [...body.chair, ...body.coChairs];
  return [...new Set(body.decisionRule === 'chair-decides' ? leaders : [...leaders, ...body.members])];
}

/** Every actor's weight, and the sides S and G. */
export function sidesOf(facts: Facts, half = 0.5) {
  const weights = new Map<string, number | undefined>(facts.orgs.map((org) => [org.id, orgWeight(org, half)]));
  const meanOf = (ids: readonly string[]) => mean([...new Set(ids)].map((id) => weights.get(id)).filter(isNumber));
  const bodyWeights = facts.bodies.map((body) => [body.id, meanOf(deciders(body))] as const);
  for (const [id, weight] of bodyWeights) weights.set(id, weight);
  const S = facts.orgs.filter((org) => !org.external && (weights.get(org.id) ?? 1) < 1).map((org) => org.id);
  const G = [
    ...facts.orgs.filter((org) => weights.get(org.id) === 1).map((org) => org.id),
    ...bodyWeights.filter(([, weight]) => weight !== undefined && atLeast(weight, 0.5)).map(([id]) => id),
  ];
  return { weights, meanOf, S, G };
}

// §3 and §4

interface Measures {
  readonly L: number | undefined;
  readonly X: number;
  readonly B: number;
  readonly components: Record<string, number | undefined>;
  readonly evidence: number;
  readonly enough: boolean;
  /** A participation entry or channel reaches S, and B > 0. */
  readonly collaborates: boolean;
  readonly decidesJointly: boolean;
}

function measure(facts: Facts, half: number): Measures {
  const { weights, meanOf, S, G } = sidesOf(facts, half);
  const counted = facts.rights.filter((right) => DECISION_KINDS.includes(right.kind) && right.rule !== 'advisory');
  const decisions = counted.map((right) => meanOf(right.holders)).filter(isNumber);
  const leads = [
    ...facts.bodies.map((body) => meanOf([...body.chair, ...body.coChairs])),
    ...facts.functions.flatMap((each) => [meanOf(each.coordinator), meanOf(each.primary)]),
  ].filter(isNumber);
  const arcs = distinct(facts.links);
  const commands = arcs
    .filter((link) => DIRECTIVE.includes(link.type))
    .map((link) => weights.get(link.from))
    .filter(isNumber);

  const parts = [
    [0.5, mean(decisions)],
    [0.3, mean(leads)],
    [0.2, mean(commands)],
  ] as const;
  const present = parts.filter(([, value]) => value !== undefined);
  const evidence = sum(present.map(([weight]) => weight));
  const L = present.length === 0 ? undefined : sum(present.map(([weight, value]) => weight * (value ?? 0))) / evidence;

  const dyads = G.flatMap((g) => S.map((s) => dyad(facts, arcs, g, s))).filter((each) => each.tied);
  const coverage = mean(S.map((s) => (dyads.some((each) => each.s === s && each.c > 0) ? 1 : 0))) ?? 0;
  const cooperativeness = mean(dyads.filter((each) => each.c + each.d > 0).map((each) => each.c / (each.c + each.d))) ?? 0;
  const reciprocity = mean(dyads.map((each) => (each.both ? 1 : 0))) ?? 0;
  const ladder = (s: string) =>
    Math.max(
      0,
      ...facts.participation.filter((entry) => stoodFor(facts, entry.who).includes(s)).map((entry) => LADDER.indexOf(entry.level) + 1),
    );
  const participation = mean(S.map((s) => ladder(s) / 5)) ?? 0;
  const reaches = (ids: readonly string[]) => stoodFor(facts, ids).some((id) => S.includes(id));
  const openness = mean(
    facts.scope.map((phase) => (inPhase(facts, phase).participation.some((entry) => reaches(entry.who)) ? 1 : 0)),
  ) as number;
  const X = 0.3 * coverage + 0.2 * cooperativeness + 0.2 * reciprocity + 0.2 * participation + 0.1 * openness;

  const burdens = facts.responsibilities
    .map((each) => meanOf(each.holders))
    .filter(isNumber)
    .map((g) => 1 - g);
  const B = mean(burdens) ?? 0;

  const includesBoth = (ids: readonly string[]) => ids.some((id) => G.includes(id)) && ids.some((id) => S.includes(id));
  const jointRight = facts.rights
    .filter((right) => DECISION_KINDS.includes(right.kind) && ['joint', 'consensus'].includes(right.rule))
    .some((right) => includesBoth([...right.holders, ...facts.bodies.filter((body) => right.holders.includes(body.id)).flatMap(deciders)]));
  const jointBody = facts.bodies.some((body) => body.decisionRule !== 'chair-decides' && includesBoth(deciders(body)));

  const weighted = facts.orgs.filter((org) => !org.external && weights.get(org.id) !== undefined);
  return {
    L,
    X,
    B,
    components: {
      decision: mean(decisions),
      lead: mean(leads),
      command: mean(commands),
      coverage,
      cooperativeness,
      reciprocity,
      participation,
      openness,
    },
    evidence,
    enough:
      weighted.length >= 2 &&
      (arcs.length > 0 || facts.bodies.length > 0) &&
      (leads.length >= 1 || decisions.length >= 3) &&
      L !== undefined,
    collaborates: (facts.participation.some((entry) => reaches(entry.who)) || facts.channels.some(reaches)) && !atMost(B, 0),
    decidesJointly: jointRight || jointBody,
  };
}

function distinct<T extends { readonly from: string; readonly to: string; readonly type: string }>(links: readonly T[]): T[] {
  return links.filter(
    (link, i) => links.findIndex((each) => each.from === link.from && each.to === link.to && each.type === link.type) === i,
  );
}

function dyad(facts: Facts, arcs: Facts['links'], g: string, s: string) {
  const between = arcs.filter((link) => (link.from === g && link.to === s) || (link.from === s && link.to === g));
  const seats = facts.bodies.filter((body) => {
    const seated = [...body.chair, ...body.coChairs, ...body.members];
    return PLATFORMS.includes(body.kind) && seated.includes(g) && seated.includes(s);
  }).length;
  const cooperative = between.filter((link) => COOPERATIVE.includes(link.type));
  return {
    s,
    tied: seats > 0 || between.some((link) => !['fund', 'train'].includes(link.type)),
    c: cooperative.length + 2 * seats,
    d: between.filter((link) => DIRECTIVE.includes(link.type)).length,
    both: seats > 0 || (cooperative.some((link) => link.from === g) && cooperative.some((link) => link.from === s)),
  };
}

/** A body in `who` or `serves` stands for its chair, co-chairs and members. */
function stoodFor(facts: Facts, ids: readonly string[]): string[] {
  return ids.flatMap((id) => {
    const body = facts.bodies.find((each) => each.id === id);
    return body ? [...body.chair, ...body.coChairs, ...body.members] : [id];
  });
}

// §5

function verdictAt(L: number, X: number, measures: Measures): string {
  if (!measures.enough) return 'insufficient-evidence';
  const high = atLeast(X, 0.4);
  if (atLeast(L, 0.7)) return high && measures.collaborates ? 'collaborative-governance' : 'government-control';
  if (atMost(L, 0.3)) return high ? 'society-led-partnership' : 'social-autonomy';
  if (!high) return 'parallel';
  if (measures.decidesJointly) return 'equal-cooperation';
  return atLeast(L, 0.5) && measures.collaborates ? 'collaborative-governance' : 'unshared-partnership';
}

export function verdictOf(facts: Facts, half = 0.5): string {
  const measures = measure(facts, half);
  return verdictAt(measures.L ?? Number.NaN, measures.X, measures);
}

function judge(facts: Facts): OracleStructure {
  const measures = measure(facts, 0.5);
  const { L, X, B, components, evidence } = measures;
  const verdict = verdictAt(L ?? Number.NaN, X, measures);
  const sensitivity = { at0: verdictOf(facts, 0), at1: verdictOf(facts, 1) };
  const common = {
    verdict,
    L,
    X,
    B,
    components,
    evidence,
    sensitivity,
    sensitive: sensitivity.at0 !== verdict || sensitivity.at1 !== verdict,
  };
  const nothing = { nearest: undefined, margin: undefined, stability: undefined, confidence: undefined, alternatives: undefined };
  if (verdict === 'insufficient-evidence' || L === undefined) return { ...common, ...nothing, borderline: false };

  const across = neighbours(L, X, measures);
  const margin = Math.min(...across.map((each) => each.distance));
  const borderline = !atLeast(margin, 0.05);
  const stability = stabilityOf(facts, verdict);
  const modesAcross = across.filter((each) => MODES.includes(each.verdict));
  const first = verdict === 'unshared-partnership' ? [{ verdict: 'equal-cooperation', distance: 0 }] : [];
  return {
    ...common,
    nearest: MODES.includes(verdict) ? undefined : distinctVerdicts([...first, ...modesAcross]),
    margin,
    stability,
    confidence: Math.min(1, margin / 0.15, stability, evidence),
    borderline,
    alternatives: borderline
      ? distinctVerdicts(across.filter((each) => !atLeast(each.distance, 0.05) && each.verdict !== verdict))
      : undefined,
  };
}

/** What lies just across each threshold that bounds the cell, the conditions unchanged; nearest first. */
function neighbours(L: number, X: number, measures: Measures): Neighbour[] {
  const step = 1e-6;
  const other = (value: number, threshold: number, inUpper: boolean) => (inUpper ? threshold - step : threshold + step) + 0 * value;
  const found: Neighbour[] = [];
  const crossL = (threshold: number, inUpper: boolean) =>
    found.push({ verdict: verdictAt(other(L, threshold, inUpper), X, measures), distance: Math.abs(L - threshold) });
  const governmentSide = atLeast(L, 0.7);
  const societySide = atMost(L, 0.3);
  if (!societySide) crossL(0.7, governmentSide);
  if (!governmentSide) crossL(0.3, !societySide);
  found.push({ verdict: verdictAt(L, other(X, 0.4, atLeast(X, 0.4)), measures), distance: Math.abs(X - 0.4) });
  const fallback = !governmentSide && !societySide && atLeast(X, 0.4) && !measures.decidesJointly && measures.collaborates;
  if (fallback) crossL(0.5, atLeast(L, 0.5));
  return found.sort((a, b) => a.distance - b.distance);
}

function distinctVerdicts(found: readonly Neighbour[]): Neighbour[] {
  return found.filter((each, i) => found.findIndex((other) => other.verdict === each.verdict) === i);
}

function stabilityOf(facts: Facts, verdict: string): number {
  const all = deletions(facts);
  const n = all.length;
  const tried = n <= 400 ? all : Array.from({ length: 400 }, (_, i) => all[Math.floor((i * n) / 400)] as (typeof all)[number]);
  return mean(tried.map((deletion) => (verdictOf(without(facts, deletion)) === verdict ? 1 : 0))) ?? 1;
}

// §1

const REGISTRY: Readonly<Record<string, { axis: string; unit: string; min: number; max: number } | 'not scored'>> = {
  ...Object.fromEntries(
    ['government-effectiveness', 'political-stability', 'regulatory-quality', 'rule-of-law', 'control-of-corruption'].map((name) => [
      `wgi-${name}`,
      { axis: 'government-capacity', unit: 'percentile', min: 0, max: 100 },
    ]),
  ),
  'wgi-voice-and-accountability': { axis: 'social-development', unit: 'percentile', min: 0, max: 100 },
  'social-organizations-density': { axis: 'social-development', unit: 'per-10k-population', min: 0, max: 50 },
  'emergency-social-organizations-share': 'not scored',
};

function contextOf(context: Data): OracleContext {
  const governmentCapacity = axisScore(context, 'government-capacity');
  const socialDevelopment = axisScore(context, 'social-development');
  const scores = [governmentCapacity, socialDevelopment].filter(isNumber);
  const borderline = scores.some((score) => atMost(Math.abs(score - 0.5), 0.1));
  if (governmentCapacity === undefined || socialDevelopment === undefined) {
    return { mode: undefined, governmentCapacity, socialDevelopment, borderline };
  }
  const capable = atLeast(governmentCapacity, 0.5);
  const developed = atLeast(socialDevelopment, 0.5);
  const mode = capable
    ? developed
      ? 'equal-cooperation'
      : 'collaborative-governance'
    : developed
      ? 'social-autonomy'
      : 'government-control';
  return { mode, governmentCapacity, socialDevelopment, borderline };
}

function axisScore(context: Data, axis: string): number | undefined {
  if (context[axis] === 'high') return 1;
  if (context[axis] === 'low') return 0;
  // An entry without a year is older than any that has one.
  const scored: Data[] = list(context.indicators).filter((entry) => normalised(entry) !== undefined);
  const newest = scored.filter((entry) => !scored.some((other) => other.id === entry.id && (other.year ?? -1e9) > (entry.year ?? -1e9)));
  return mean(newest.map((entry) => normalised(entry)).flatMap((scale) => (scale?.axis === axis ? [scale.value] : [])));
}

function normalised(entry: Data): { readonly axis: string; readonly value: number } | undefined {
  const known = REGISTRY[entry.id];
  if (known === 'not scored' || (known !== undefined && known.unit !== entry.unit)) return undefined;
  const scale = known ?? entry;
  if (!['government-capacity', 'social-development'].includes(scale.axis)) return undefined;
  if (![entry.value, scale.min, scale.max].every((number) => typeof number === 'number') || scale.min === scale.max) return undefined;
  return { axis: scale.axis, value: Math.min(1, Math.max(0, (entry.value - scale.min) / (scale.max - scale.min))) };
}
