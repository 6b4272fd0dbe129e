// Who sits together in the bodies of a plan, counted and never listed: for each organization of S, how many actors of G sit in any of its bodies.
// It is the same in every phase, and found once. Organizations that sit in the same bodies share one answer, and what one body alone brings
// together is counted for all bodies at once.
import { append } from '../text/append.ts';
import { late } from '../text/late.ts';
import type { Actor, BodyActor, OrganizationActor } from '../workspace/plan.ts';
import type { Sign } from './dyads.ts';
import { seatsTogether, votingSeats } from './seats.ts';
import { createUnions } from './unions.ts';

/** The voters of a body, by side; there are some of both. */
export interface Bench {
  readonly government: ReadonlySet<Actor>;
  readonly society: ReadonlySet<OrganizationActor>;
  /** Its place among all benches. */
  readonly index: number;
}

export interface Seating {
  /** By body; none for one whose seats tie nobody, unless somebody asked for it. */
  readonly benches: ReadonlyMap<BodyActor, Bench>;
  /** By organization of S, those on which it sits: at least one. */
  readonly benchesOf: ReadonlyMap<OrganizationActor, readonly Bench[]>;
  /** The bench of a body, though there be voters of one side alone; undefined for one of a kind that ties nobody. */
  benchOf(body: BodyActor): Bench | undefined;
  /** On how many benches of an organization an actor of G sits too. */
  shared(society: OrganizationActor, government: Actor, away: ReadonlySet<Bench>): number;
  /** The pairs of an organization of S and an actor of G that sit together somewhere, without the benches that are thought away. */
  pairs(away: ReadonlySet<Bench>): number;
  /** An organization sits down on the benches of some bodies (1), or leaves them (-1). Until all is as it was, none is thought away. */
  votes(organization: OrganizationActor, bodies: readonly BodyActor[], sign: Sign): void;
}

/** S and G. */
export interface TwoSides {
  readonly society: ReadonlySet<OrganizationActor>;
  readonly government: ReadonlySet<Actor>;
}

export function createSeating(bodies: readonly BodyActor[], sides: TwoSides): Seating {
  const benches = new Map<BodyActor, ChangingBench>();
  const ofSociety = new Map<OrganizationActor, ChangingBench[]>();
  const ofGovernment = new Map<Actor, ChangingBench[]>();
  const put = (body: BodyActor, government: readonly OrganizationActor[], society: readonly OrganizationActor[]): Bench => {
    const bench = { government: new Set<Actor>(government), society: new Set(society), index: benches.size };
    benches.set(body, bench);
    for (const actor of society) append(ofSociety, actor, bench);
    for (const actor of government) append(ofGovernment, actor, bench);
    return bench;
  };
  for (const body of bodies) {
    if (!seatsTogether(body)) continue;
    const voters = votingSeats(body);
    const government = voters.filter((actor) => sides.government.has(actor));
    const society = government.length > 0 ? voters.filter((actor) => sides.society.has(actor)) : [];
    if (society.length > 0) put(body, government, society);
  }
  const count = (away: ReadonlySet<Bench>): Counts =>
    countPairs(groupsOf(ofSociety.values(), away), [...benches.values()], ofGovernment.keys());
  const whole = late(() => count(new Set()));
  /** The pairs that came since these were counted. */
  let come = 0;

  /** With how many of the other side an organization sits. */
  const partners = (organization: OrganizationActor): number => {
    const isSociety = sides.society.has(organization);
    const everyone = isSociety ? ofGovernment.size : ofSociety.size;
    const met = new Set<Actor>();
    for (const bench of (isSociety ? ofSociety : ofGovernment).get(organization) ?? []) {
      for (const other of isSociety ? bench.government : bench.society) met.add(other);
      if (met.size === everyone) break;
    }
    return met.size;
  };

  return {
    benches,
    benchesOf: ofSociety,
    benchOf(body) {
      if (benches.has(body) || !seatsTogether(body)) return benches.get(body);
      const voters = votingSeats(body);
      return put(
        body,
        voters.filter((actor) => sides.government.has(actor)),
        voters.filter((actor) => sides.society.has(actor)),
      );
    },
    shared(society, government, away) {
      const [on, others] = [ofSociety.get(society) ?? [], ofGovernment.get(government) ?? []];
      let seats = 0;
      if (on.length <= others.length) {
        for (const bench of on) if (bench.government.has(government) && !away.has(bench)) seats++;
      } else for (const bench of others) if (bench.society.has(society) && !away.has(bench)) seats++;
      return seats;
    },
    pairs(away) {
      if (away.size > 1) return count(away).pairs;
      let pairs = whole().pairs + come;
      for (const { index } of away) pairs -= whole().alone[index] ?? 0;
      return pairs;
    },
    votes(organization, bodies, sign) {
      whole();
      const changed = new Set(bodies.flatMap((body) => benches.get(body) ?? []));
      come -= partners(organization);
      if (sides.society.has(organization)) seat(organization, changed, sign, ofSociety, ({ society }) => society);
      else if (sides.government.has(organization)) seat(organization, changed, sign, ofGovernment, ({ government }) => government);
      come += partners(organization);
    },
  };
}

interface ChangingBench extends Bench {
  readonly government: Set<Actor>;
  readonly society: Set<OrganizationActor>;
}

function seat<A extends Actor>(
  actor: A,
  changed: ReadonlySet<ChangingBench>,
  sign: Sign,
  benchesOf: Map<A, ChangingBench[]>,
  sideOf: (bench: ChangingBench) => Set<A>,
): void {
  const others = (benchesOf.get(actor) ?? []).filter((bench) => !changed.has(bench));
  const now = sign === 1 ? [...others, ...changed] : others;
  if (now.length === 0) benchesOf.delete(actor);
  else benchesOf.set(actor, now);
  for (const bench of changed) {
    if (sign === 1) sideOf(bench).add(actor);
    else sideOf(bench).delete(actor);
  }
}

/** Organizations of S that sit on the same benches, given by index. */
interface Group {
  readonly places: readonly number[];
  size: number;
}

function groupsOf(seats: Iterable<readonly Bench[]>, away: ReadonlySet<Bench>): Iterable<Group> {
  const groups = new Map<string, Group>();
  for (const all of seats) {
    const places = all.filter((bench) => !away.has(bench)).map(({ index }) => index);
    const key = places.join();
    const group = groups.get(key);
    if (group) group.size++;
    else groups.set(key, { places, size: 1 });
  }
  return groups.values();
}

interface Counts {
  readonly pairs: number;
  /** By the index of a bench, how many of the pairs sit together nowhere else. */
  readonly alone: Float64Array;
}

function countPairs(groups: Iterable<Group>, benches: readonly Bench[], government: Iterable<Actor>): Counts {
  const numbers = new Map<Actor, number>();
  for (const actor of government) numbers.set(actor, numbers.size);
  const sets = benches.map((bench) => Array.from(bench.government, (actor) => numbers.get(actor) as number));
  const unions = createUnions(sets, numbers.size);
  const alone = new Float64Array(benches.length);
  let pairs = 0;
  for (const { places, size } of groups) {
    pairs +=
      size *
      unions.sizeAndAlone(places, (place, count) => {
        alone[place] = (alone[place] as number) + size * count;
      });
  }
  return { pairs, alone };
}
