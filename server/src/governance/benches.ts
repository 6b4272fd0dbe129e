// Who sits with whom, counted and never listed: for each organization of S, how many actors of G sit in any of its bodies. Organizations that sit
// in the same bodies share one answer, and taking one body away costs a look at its own seats alone.
import type { Actor, BodyActor, OrganizationActor } from '../workspace/plan.ts';
import type { Sides } from './sides.ts';

/** The voters of a body, by side. */
export interface Bench<S extends Sitter> {
  readonly index: number;
  readonly government: ReadonlySet<Actor>;
  /** The same actors by number. */
  readonly numbers: Int32Array;
  /** The organizations of S, where there is any actor of G for them to sit with. */
  readonly sitters: readonly S[];
}

/** An organization of S with the benches on which it sits now; undefined for one that never sat on any. */
export interface Sitter {
  benches: Set<Bench<Sitter>> | undefined;
  /** Those who sat on the same benches when all were counted. */
  group: BenchGroup | undefined;
}

export interface BenchGroup {
  readonly benches: readonly Bench<Sitter>[];
  /** How many actors of G sit on any of the benches. */
  readonly size: number;
  /** How many of them sit on this one of the benches only; counted when first asked for. */
  sole: ReadonlyMap<Bench<Sitter>, number> | undefined;
}

export interface Benches<S extends Sitter> {
  of(body: BodyActor, voters: readonly OrganizationActor[]): Bench<S>;
  /** To be called when all sitters of a bench have taken their seats on it (1), or left them (-1). */
  changed(bench: Bench<S>, sign: 1 | -1): void;
  /** On how many of its benches an actor of G sits too. */
  shared(sitter: S, government: Actor): number;
  /** The pairs of an organization of S and an actor of G that sit together somewhere. */
  pairs(): number;
}

export function createBenches<S extends Sitter>(sides: Sides, sitterOf: (society: OrganizationActor) => S): Benches<S> {
  const benches = new Map<BodyActor, Bench<S>>();
  const benchesOf = new Map<Actor, Bench<Sitter>[]>();
  const numbers = new Map<Actor, number>();
  /** Of those that were there when all was counted, the benches that are not now. */
  const away = new Set<Bench<S>>();
  let counted: number | undefined;
  let now: number | undefined;

  const numberOf = (actor: Actor): number => {
    const number = numbers.get(actor) ?? numbers.size;
    numbers.set(actor, number);
    return number;
  };
  const create = (voters: readonly OrganizationActor[]): Bench<S> => {
    const government = new Set<Actor>(voters.filter((actor) => sides.government.has(actor)));
    const society = government.size > 0 ? voters.filter((actor) => sides.society.has(actor)) : [];
    const bench: Bench<S> = {
      index: benches.size,
      government,
      numbers: Int32Array.from(society.length > 0 ? government : [], numberOf),
      sitters: society.map(sitterOf),
    };
    for (const actor of society.length > 0 ? government : []) {
      const others = benchesOf.get(actor);
      if (others) others.push(bench);
      else benchesOf.set(actor, [bench]);
    }
    return bench;
  };

  /** Forms the groups of those who sit on the same benches, and adds up what they count. */
  const count = (): number => {
    const groups = new Map<string, BenchGroup>();
    const marks = new Int32Array(numbers.size).fill(-1);
    const sitters = new Set<S>();
    for (const bench of benches.values()) for (const sitter of bench.sitters) sitters.add(sitter);
    let total = 0;
    for (const sitter of sitters) {
      const on = [...(sitter.benches ?? [])].sort((a, b) => a.index - b.index);
      const key = on.map(({ index }) => index).join();
      const group = groups.get(key) ?? { benches: on, size: countAny(on, marks, groups.size), sole: undefined };
      groups.set(key, group);
      sitter.group = group;
      total += group.size;
    }
    away.clear();
    return total;
  };
  /** How many pairs there are less without a bench. */
  const lostWith = (bench: Bench<S>): number => {
    const counts = new Int32Array(numbers.size);
    let lost = 0;
    for (const { group } of bench.sitters) {
      if (group === undefined) continue;
      group.sole ??= countSole(group.benches, counts);
      lost += group.sole.get(bench) ?? 0;
    }
    return lost;
  };

  return {
    of(body, voters) {
      const bench = benches.get(body) ?? create(voters);
      benches.set(body, bench);
      return bench;
    },
    changed(bench, sign) {
      now = undefined;
      if (sign === -1) away.add(bench);
      else if (!away.delete(bench)) counted = undefined;
    },
    shared({ benches: on }, government) {
      if (on === undefined || on.size === 0) return 0;
      const others = benchesOf.get(government) ?? [];
      let seats = 0;
      if (on.size <= others.length) {
        for (const bench of on) if (bench.government.has(government)) seats++;
      } else for (const bench of others) if (on.has(bench)) seats++;
      return seats;
    },
    pairs() {
      if (now !== undefined) return now;
      if (counted === undefined || away.size > 1) counted = count();
      now = counted;
      for (const bench of away) now -= lostWith(bench);
      return now;
    },
  };
}

/** How many actors sit on any of the benches. `marks` holds for each of them a number that is not `mark`. */
function countAny(benches: readonly Bench<Sitter>[], marks: Int32Array, mark: number): number {
  const [first] = benches;
  if (first === undefined || benches.length === 1) return first?.government.size ?? 0;
  let size = 0;
  for (const { numbers } of benches) {
    for (const number of numbers) {
      if (marks[number] === mark) continue;
      marks[number] = mark;
      size++;
    }
  }
  return size;
}

/** For each bench how many actors sit on no other of them. `counts` holds a zero for each actor, before and after. */
function countSole(benches: readonly Bench<Sitter>[], counts: Int32Array): ReadonlyMap<Bench<Sitter>, number> {
  for (const { numbers } of benches) for (const number of numbers) counts[number] = (counts[number] as number) + 1;
  const sole = new Map<Bench<Sitter>, number>();
  for (const bench of benches) {
    let alone = 0;
    for (const number of bench.numbers) if (counts[number] === 1) alone++;
    sole.set(bench, alone);
  }
  for (const { numbers } of benches) for (const number of numbers) counts[number] = 0;
  return sole;
}
