// The government–society dyads behind coverage, cooperativeness and reciprocity (classifier.md section 4), kept so that a link or a body can be
// put in and taken out at its own cost. Those who sit together are never listed pair by pair: a council of thousands has millions of pairs that
// are all alike, and they are counted.
import type { Actor, BodyActor, OrganizationActor } from '../workspace/plan.ts';
import type { Sides } from './sides.ts';

/** 1 puts something in, -1 takes it out. */
export type Sign = 1 | -1;

export interface Dyads {
  /** One directed tie by a link, of any type that makes a dyad. */
  link(government: Actor, society: OrganizationActor, kind: LinkTieKind, sign: Sign): void;
  /** A body in which its voters sit together. */
  body(body: BodyActor, voters: readonly OrganizationActor[], sign: Sign): void;
  readonly totals: Readonly<Totals>;
  /** Whether an organization has a cooperative tie to an actor of government. */
  isCovered(society: OrganizationActor): boolean;
  /** Every dyad, one by one. */
  list(): Iterable<DyadMeasure>;
}

export type LinkTieKind = 'fromGovernment' | 'fromSociety' | 'directive' | 'other';

export interface DyadMeasure {
  readonly government: Actor;
  readonly society: OrganizationActor;
  /** Cooperative directed ties; a shared seat counts as two. */
  readonly cooperative: number;
  readonly directive: number;
  /** Cooperative ties in both directions. */
  readonly reciprocal: boolean;
}

interface Totals {
  dyads: number;
  /** Dyads with cooperative or directive ties, and the sum of their shares c/(c + d). */
  judged: number;
  shares: number;
  reciprocal: number;
  /** Organizations of S with a cooperative tie to G. */
  covered: number;
}

/** What links tie a pair by; seats come on top. */
type LinkTies = Record<LinkTieKind, number>;

interface Bench {
  readonly index: number;
  readonly government: ReadonlySet<Actor>;
  readonly society: readonly OrganizationActor[];
}

/** An organization of S with its partners. */
interface Partners {
  readonly linked: Map<Actor, LinkTies>;
  readonly benches: Set<Bench>;
  /** How many actors of G it sits with. */
  seatedWith: number;
  /** How many of the linked ones it cooperates with by a link. */
  cooperating: number;
}

export function createDyads(sides: Sides): Dyads {
  const totals: Totals = { dyads: 0, judged: 0, shares: 0, reciprocal: 0, covered: 0 };
  const partnersOf = new Map<OrganizationActor, Partners>();
  const benches = new Map<BodyActor, Bench>();
  const unions = new Map<string, number>();

  const partners = (society: OrganizationActor): Partners => {
    const known = partnersOf.get(society);
    if (known) return known;
    const created: Partners = { linked: new Map(), benches: new Set(), seatedWith: 0, cooperating: 0 };
    partnersOf.set(society, created);
    return created;
  };
  /** What a linked pair adds to the totals beside its seat, which counts as a dyad wholly cooperative and reciprocal. */
  const countLinked = (held: Partners, government: Actor, sign: Sign): void => {
    const ties = held.linked.get(government);
    if (ties === undefined) return;
    const seats = sharedSeats(held, government);
    const { cooperative, directive, reciprocal } = measureOf(ties, seats);
    if (seats > 0) totals.shares += sign * (cooperative / (cooperative + directive) - 1);
    else {
      totals.dyads += sign;
      if (cooperative + directive > 0) {
        totals.judged += sign;
        totals.shares += (sign * cooperative) / (cooperative + directive);
      }
      if (reciprocal) totals.reciprocal += sign;
    }
  };
  const countSeated = (held: Partners, sign: Sign): void => {
    totals.dyads += sign * held.seatedWith;
    totals.judged += sign * held.seatedWith;
    totals.shares += sign * held.seatedWith;
    totals.reciprocal += sign * held.seatedWith;
  };
  const isCovered = (held: Partners): boolean => held.seatedWith > 0 || held.cooperating > 0;
  /** How many actors of G sit on any of these benches; organizations that sit on the same ones share the answer. */
  const seatedWith = (on: ReadonlySet<Bench>): number => {
    const [first, ...more] = on;
    if (first === undefined || more.length === 0) return first?.government.size ?? 0;
    const key = [...on]
      .map(({ index }) => index)
      .sort((a, b) => a - b)
      .join();
    const known = unions.get(key);
    if (known !== undefined) return known;
    const all = new Set(first.government);
    for (const { government } of more) for (const actor of government) all.add(actor);
    unions.set(key, all.size);
    return all.size;
  };
  const benchOf = (body: BodyActor, voters: readonly OrganizationActor[]): Bench => {
    const known = benches.get(body);
    if (known) return known;
    const [government, society] = [
      voters.filter((actor) => sides.government.has(actor)),
      voters.filter((actor) => sides.society.has(actor)),
    ];
    const bench: Bench = { index: benches.size, government: new Set(government), society };
    benches.set(body, bench);
    return bench;
  };

  return {
    totals,
    link(government, society, kind, sign) {
      const held = partners(society);
      const before = isCovered(held);
      countLinked(held, government, -1);
      const ties = held.linked.get(government) ?? { fromGovernment: 0, fromSociety: 0, directive: 0, other: 0 };
      const cooperated = cooperates(ties);
      ties[kind] += sign;
      held.cooperating += Number(cooperates(ties)) - Number(cooperated);
      if (isEmpty(ties)) held.linked.delete(government);
      else held.linked.set(government, ties);
      countLinked(held, government, 1);
      totals.covered += Number(isCovered(held)) - Number(before);
    },
    body(body, voters, sign) {
      const bench = benchOf(body, voters);
      if (bench.government.size === 0) return;
      for (const society of bench.society) {
        const held = partners(society);
        const touched = [...held.linked.keys()].filter((actor) => bench.government.has(actor));
        const before = isCovered(held);
        for (const actor of touched) countLinked(held, actor, -1);
        countSeated(held, -1);
        if (sign === 1) held.benches.add(bench);
        else held.benches.delete(bench);
        held.seatedWith = seatedWith(held.benches);
        countSeated(held, 1);
        for (const actor of touched) countLinked(held, actor, 1);
        totals.covered += Number(isCovered(held)) - Number(before);
      }
    },
    isCovered: (society) => {
      const held = partnersOf.get(society);
      return held !== undefined && isCovered(held);
    },
    *list() {
      for (const [society, held] of partnersOf) {
        const met = new Set<Actor>();
        for (const actors of [...[...held.benches].map(({ government }) => government), held.linked.keys()]) {
          for (const government of actors) {
            if (met.has(government)) continue;
            met.add(government);
            yield { government, society, ...measureOf(held.linked.get(government), sharedSeats(held, government)) };
          }
        }
      }
    },
  };
}

function cooperates({ fromGovernment, fromSociety }: LinkTies): boolean {
  return fromGovernment + fromSociety > 0;
}

function isEmpty({ fromGovernment, fromSociety, directive, other }: LinkTies): boolean {
  return fromGovernment + fromSociety + directive + other === 0;
}

function sharedSeats({ benches }: Partners, government: Actor): number {
  let seats = 0;
  for (const bench of benches) if (bench.government.has(government)) seats++;
  return seats;
}

function measureOf(ties: LinkTies | undefined, seats: number): Pick<DyadMeasure, 'cooperative' | 'directive' | 'reciprocal'> {
  const [out, back] = [ties?.fromGovernment ?? 0, ties?.fromSociety ?? 0];
  return { cooperative: out + back + 2 * seats, directive: ties?.directive ?? 0, reciprocal: seats > 0 || (out > 0 && back > 0) };
}
