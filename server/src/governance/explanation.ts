// Why a plan is where it is: each component of L and X with its weighted share and the elements that make it up (classifier.md section 6).
import { decisionKinds, directiveTypes, type Phase, type phases } from '../plan/vocabulary.ts';
import type { Actor, Plan } from '../workspace/plan.ts';
import type { YamlNode } from '../yaml/tree.ts';
import type { Components, StructureClassification } from './classification.ts';
import { elementsOf } from './elements.ts';
import { method } from './method.ts';
import type { Sides } from './sides.ts';
import { tallyOf } from './structure.ts';
import { type DyadMeasure, leadSeats, type Tally } from './tally.ts';

export type ComponentName = keyof Components;

export interface Contribution {
  readonly component: ComponentName;
  readonly axis: 'L' | 'X';
  readonly value: number;
  /** Its part of the axis: weights of the parts of L that exist are scaled to a sum of 1. */
  readonly weight: number;
  /** weight · value: the contributions of an axis add up to it. */
  readonly share: number;
  /** How far it moves the axis from its middle (L) or from the interaction threshold (X); its size ranks the drivers. */
  readonly pull: number;
  readonly elements: readonly ContributingElement[];
}

export interface ContributingElement {
  /** Ids of what it is: one right, a pair of actors. */
  readonly name: string;
  readonly value: number;
  /** Where it stands in the text; undefined for what is missing. */
  readonly node: YamlNode | undefined;
}

const locusParts = ['decision', 'lead', 'command'] as const;
const interactionParts = ['coverage', 'cooperativeness', 'reciprocity', 'participation', 'openness'] as const;

/** The contributions of every component that exists, those of L first, in the order of the method. */
export function explain(plan: Plan, sides: Sides, structure: StructureClassification, phase?: Phase): readonly Contribution[] {
  const elements = collectElements(plan, sides, phase);
  const { components } = structure;
  const { locus, interaction } = method.weights;
  const present = locusParts.filter((part) => components[part] !== undefined);
  const total = present.reduce((sum, part) => sum + locus[part], 0);
  const contribution = (component: ComponentName, axis: 'L' | 'X', value: number, weight: number, middle: number): Contribution => ({
    component,
    axis,
    value,
    weight,
    share: weight * value,
    pull: weight * (value - middle),
    elements: elements[component],
  });
  return [
    ...present.map((part) => contribution(part, 'L', components[part] ?? 0, locus[part] / total, method.thresholds.fallbackLocus)),
    ...interactionParts.map((part) => contribution(part, 'X', components[part], interaction[part], method.thresholds.interaction)),
  ];
}

/** The strongest contributions, by the size of their pull; equal ones in the order of the method. */
export function strongestDrivers(contributions: readonly Contribution[], count: number): readonly Contribution[] {
  return [...contributions].sort((a, b) => Math.abs(b.pull) - Math.abs(a.pull)).slice(0, count);
}

function collectElements(
  plan: Plan,
  sides: Sides,
  phase: Phase | undefined,
): Readonly<Record<ComponentName, readonly ContributingElement[]>> {
  const elements = elementsOf(plan, phase);
  const tally = tallyOf(plan, elements, sides, phase);
  const dyads = [...tally.dyads()];
  const society = [...sides.society];
  const cooperating = new Set(dyads.flatMap((dyad) => (dyad.cooperative > 0 ? [dyad.society] : [])));
  const nodeOf = createPairPlaces(plan);
  const pair = (dyad: DyadMeasure, value: number): ContributingElement => ({
    name: `${dyad.government.id} – ${dyad.society.id}`,
    value,
    node: nodeOf(dyad.government, dyad.society),
  });
  return {
    decision: elements.rights.flatMap((right) => {
      const { kind, rule } = right.declaration;
      if (kind === undefined || !decisionKinds.has(kind.value) || rule?.value === 'advisory') return [];
      return valued(right.id, sides.meanWeight(right.holders), right.declaration.idNode);
    }),
    lead: [
      ...elements.bodies.flatMap((body) => valued(body.id, sides.meanWeight(leadSeats(body)), body.idNode)),
      ...elements.functions.flatMap(({ id, coordinator, primary, declaration }) => [
        ...valued(id, sides.meanWeight(coordinator), declaration.idNode),
        ...valued(id, sides.meanWeight(primary), declaration.idNode),
      ]),
    ],
    command: elements.ties
      .filter(({ type }) => directiveTypes.has(type))
      .flatMap(({ from, to, link }) => valued(`${from.id} → ${to.id}`, sides.weight(from), link.declaration.node)),
    coverage: society.map((actor) => ({ name: actor.id, value: cooperating.has(actor) ? 1 : 0, node: actor.idNode })),
    cooperativeness: dyads
      .filter(({ cooperative, directive }) => cooperative + directive > 0)
      .map((dyad) => pair(dyad, dyad.cooperative / (dyad.cooperative + dyad.directive))),
    reciprocity: dyads.map((dyad) => pair(dyad, dyad.reciprocal ? 1 : 0)),
    participation: society.map((actor) => ({ name: actor.id, value: tally.rung(actor) / 5, node: actor.idNode })),
    openness: (phase === undefined ? plan.phases : [phase]).map((name) => openness(name, tally, plan)),
  };
}

function valued(name: string, value: number | undefined, node: YamlNode): readonly ContributingElement[] {
  return value === undefined ? [] : [{ name, value, node }];
}

function openness(phase: keyof typeof phases, tally: Tally, plan: Plan): ContributingElement {
  const entry = plan.content.participation.find(({ phases: named }) => named.some(({ value }) => value === phase));
  return { name: phase, value: tally.isOpen(phase) ? 1 : 0, node: entry?.node };
}

/** Where a pair is tied: its first link, else the seat of the society organization in a body they share. */
function createPairPlaces(plan: Plan): (government: Actor, society: Actor) => YamlNode | undefined {
  const links = new Map<string, YamlNode>();
  for (const { from, to, link } of plan.ties) {
    for (const key of [`${from.id}\n${to.id}`, `${to.id}\n${from.id}`]) if (!links.has(key)) links.set(key, link.declaration.node);
  }
  return (government, society) =>
    links.get(`${government.id}\n${society.id}`) ??
    society.seats.find((seat) => seat.body.seats.some(({ holder }) => holder === government))?.node;
}
