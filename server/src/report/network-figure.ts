// What the picture of a network shows: the actors with side, sector and marks, and the ties between them as strokes. Bounded: of a very large plan
// the actors with the most ties are shown.
import { sideOf } from '../governance/sides.ts';
import { findCuts } from '../network/cuts.ts';
import { measureNetwork, type NetworkMetrics } from '../network/metrics.ts';
import { cooperativeTypes, directiveTypes, type LinkType, type Sector } from '../plan/vocabulary.ts';
import type { RuleContext } from '../rules/rule.ts';
import type { Actor, BodyActor, Seat } from '../workspace/plan.ts';
import type { YamlNode } from '../yaml/tree.ts';

export type FigureSide = 'government' | 'society' | 'half' | 'outside';
export type TieFamily = 'directive' | 'cooperative' | 'other' | 'seat';

export interface NetworkFigure {
  readonly nodes: readonly FigureNode[];
  readonly strokes: readonly Stroke[];
  /** Whether there are more actors or ties than are shown. */
  readonly isPart: boolean;
  readonly metrics: NetworkMetrics;
  /** The single points, in the plan's order, each with the organizations that are cut off without it. */
  readonly cuts: readonly { readonly actor: Actor; readonly cutOff: readonly Actor[] }[];
}

export interface FigureNode {
  readonly actor: Actor;
  readonly side: FigureSide;
  readonly sector: Sector | undefined;
  readonly isExternal: boolean;
  readonly isUnlinked: boolean;
  /** Without it the network falls apart. */
  readonly isSinglePoint: boolean;
}

/** All ties of one type between two actors; a seat joins a body and who sits in it. */
export interface Stroke {
  readonly from: Actor;
  readonly to: Actor;
  readonly type: LinkType | 'seat';
  readonly isMutual: boolean;
  /** What says it first. */
  readonly node: YamlNode;
}

const mostNodes = 150;
const mostStrokes = 1500;

export function networkFigure({ plan, sides, ties, network }: RuleContext): NetworkFigure {
  const metrics = measureNetwork(network, sides);
  const points = new Set(metrics.articulationPoints);
  const cuts = findCuts(network).map(({ actor, sample }) => ({ actor, cutOff: sample(mostNodes) }));
  const actors: readonly Actor[] = [...plan.organizations, ...plan.bodies];
  const weightOf = (actor: Actor): number => ties.linksOf(actor).length + actor.seats.length;
  const busiest = new Set([...actors].sort((a, b) => weightOf(b) - weightOf(a)).slice(0, mostNodes));
  const nodes = actors
    .filter((actor) => busiest.has(actor))
    .map(
      (actor): FigureNode => ({
        actor,
        side: figureSide(actor, sides.weight(actor)),
        sector: actor.kind === 'organization' ? actor.declaration.sector?.value : undefined,
        isExternal: actor.kind === 'organization' && actor.external,
        isUnlinked: !ties.hasTie(actor),
        isSinglePoint: points.has(actor.id),
      }),
    );
  const strokes = strokesOf({ plan }).filter(({ from, to }) => busiest.has(from) && busiest.has(to));
  const isPart = actors.length > nodes.length || strokes.length > mostStrokes;
  return { nodes, strokes: strokes.slice(0, mostStrokes), isPart, metrics, cuts };
}

export function familyOf(type: LinkType | 'seat'): TieFamily {
  if (type === 'seat') return 'seat';
  if (directiveTypes.has(type)) return 'directive';
  return cooperativeTypes.has(type) ? 'cooperative' : 'other';
}

/** Seats first, so that links are drawn over them. */
function strokesOf({ plan }: Pick<RuleContext, 'plan'>): readonly Stroke[] {
  const key = (from: Actor, type: LinkType, to: Actor): string => `${from.id}\n${type}\n${to.id}`;
  const there = new Set(plan.ties.map(({ from, type, to }) => key(from, type, to)));
  const drawn = new Set<string>();
  const links = plan.ties.flatMap(({ from, type, to, link }): readonly Stroke[] => {
    if (drawn.has(key(to, type, from))) return [];
    drawn.add(key(from, type, to));
    return [{ from, to, type, isMutual: there.has(key(to, type, from)), node: link.declaration.node }];
  });
  const seats = plan.bodies.flatMap((body) =>
    [...firstSeats(body)].map(([holder, { node }]): Stroke => ({ from: body, to: holder, type: 'seat', isMutual: false, node })),
  );
  return [...seats, ...links];
}

function firstSeats({ seats }: BodyActor): ReadonlyMap<Actor, Seat> {
  const first = new Map<Actor, Seat>();
  for (const seat of seats) if (!first.has(seat.holder)) first.set(seat.holder, seat);
  return first;
}

/** A body stands on the side of those who decide in it. */
function figureSide(actor: Actor, weight: number | undefined): FigureSide {
  if (weight === undefined) return 'outside';
  if (actor.kind === 'body') return weight >= 0.5 ? 'government' : 'society';
  const { sector, autonomy } = actor.declaration;
  const side = sector && sideOf(sector.value);
  if (side === 'half' || (side === 'society' && autonomy?.value === 'affiliated')) return 'half';
  return side === 'government' || side === 'society' ? side : 'outside';
}
