// Why a plan is where it is: each component of L and X with its weighted share and the elements that make it up (classifier.md section 6).
import type { Participation } from '../plan/shape.ts';
import { directiveTypes, type Phase } from '../plan/vocabulary.ts';
import { take } from '../text/take.ts';
import { type Actor, inPhase, type Plan } from '../workspace/plan.ts';
import type { YamlNode } from '../yaml/tree.ts';
import { type Components, interactionParts, locusParts, type StructureClassification } from './classification.ts';
import { decides } from './decision-rights.ts';
import type { DyadMeasure } from './dyads.ts';
import { type Elements, elementsOf } from './elements.ts';
import { rungOf, rungs } from './ladder.ts';
import { method } from './method.ts';
import { isVoting, leadSeats, seatsTogether, votingSeats } from './seats.ts';
import type { Sides } from './sides.ts';
import { tallyOf } from './structure.ts';

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
  /** What it is the mean of; of the dyads only the first 10,000. */
  readonly elements: readonly ContributingElement[];
}

export interface ContributingElement {
  /** Ids of what it is: one right, a pair of actors. */
  readonly name: string;
  readonly value: number;
  /** Where it stands in the text; undefined for what is missing. */
  readonly node: YamlNode | undefined;
}

/** How many dyads are listed: a council of thousands has millions, which nobody reads. */
const mostDyads = 10_000;

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
  const dyads = take(tally.dyads(), mostDyads);
  const society = [...sides.society];
  const nodeOf = createPairPlaces(elements);
  const entries = reachingEntries(elements);
  const pair = (dyad: DyadMeasure, value: number): ContributingElement => ({
    name: `${dyad.government.id} – ${dyad.society.id}`,
    value,
    node: nodeOf(dyad.government, dyad.society),
  });
  return {
    decision: elements.rights.flatMap((right) => {
      if (!decides(right.declaration)) return [];
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
    coverage: society.map((actor) => ({ name: actor.id, value: tally.isCovered(actor) ? 1 : 0, node: actor.idNode })),
    cooperativeness: dyads
      .filter(({ cooperative, directive }) => cooperative + directive > 0)
      .map((dyad) => pair(dyad, dyad.cooperative / (dyad.cooperative + dyad.directive))),
    reciprocity: dyads.map((dyad) => pair(dyad, dyad.reciprocal ? 1 : 0)),
    participation: society.map((actor) => ({
      name: actor.id,
      value: tally.rung(actor) / rungs.length,
      node: entries.find(({ reached, rung }) => rung === tally.rung(actor) && reached.has(actor))?.node ?? actor.idNode,
    })),
    openness: (phase === undefined ? plan.phases : [phase]).map((name) => ({
      name,
      value: tally.isOpen(name) ? 1 : 0,
      node: entries.find(({ declaration, reached }) => inPhase(declaration, name) && society.some((actor) => reached.has(actor)))?.node,
    })),
  };
}

function valued(name: string, value: number | undefined, node: YamlNode): readonly ContributingElement[] {
  return value === undefined ? [] : [{ name, value, node }];
}

interface ReachingEntry {
  readonly declaration: Participation;
  readonly node: YamlNode;
  /** Its step on the participation ladder, 1 … 5; 0 where the level could not be read. */
  readonly rung: number;
  readonly reached: ReadonlySet<Actor>;
}

/** The participation entries with everyone they reach: a body stands for those who vote in it. */
function reachingEntries({ participation }: Elements): readonly ReachingEntry[] {
  return participation.map(({ declaration, who }) => ({
    declaration,
    node: declaration.node,
    rung: rungOf(declaration.level?.value),
    reached: new Set(who.flatMap((actor): readonly Actor[] => (actor.kind === 'body' ? votingSeats(actor) : [actor]))),
  }));
}

/** Where a pair is tied: its first link that counts for X, else the seat of the society organization in a body that ties them. */
function createPairPlaces({ ties }: Elements): (government: Actor, society: Actor) => YamlNode | undefined {
  const links = new Map<string, YamlNode>();
  for (const { from, to, type, link } of ties) {
    if (type === 'fund' || type === 'train') continue;
    for (const key of [`${from.id}\n${to.id}`, `${to.id}\n${from.id}`]) if (!links.has(key)) links.set(key, link.declaration.node);
  }
  return (government, society) =>
    links.get(`${government.id}\n${society.id}`) ??
    society.seats.find(
      ({ kind, body }) =>
        isVoting(kind) && seatsTogether(body) && body.seats.some((other) => other.holder === government && isVoting(other.kind)),
    )?.node;
}
