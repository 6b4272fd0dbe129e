// Which duties are the same as others that stand before them, and by which pair of them each such finding is told from the rest.
import { remembered } from '../../text/remembered.ts';
import { createSameDuties, type Duty } from './duties.ts';

export interface Overlap {
  readonly duty: Duty;
  /** Those before it that are the same, in their order. */
  readonly earlier: readonly [Duty, ...Duty[]];
  /** The duty and one that it overlaps, if only by way of others, by id: the same pairs come out whichever of several stands first. */
  readonly pair: readonly [Duty, Duty];
}

/** One for each duty that overlaps earlier ones, of which at most so many are given. */
export function overlapsAmong(duties: readonly Duty[], most: number): readonly Overlap[] {
  const met = [...eachWithEarlier(duties, most)];
  const leastOf = leastAmongOverlapping(met);
  return met.map(({ duty, earlier }) => {
    const least = leastOf(duty);
    return { duty, earlier, pair: least === duty ? [duty, earlier[0]] : byId(least, duty) };
  });
}

type Met = Pick<Overlap, 'duty' | 'earlier'>;

function* eachWithEarlier(duties: readonly Duty[], most: number): Iterable<Met> {
  const sameAs = remembered((_key: string) => createSameDuties());
  for (const duty of duties) {
    const found = new Set<Duty>();
    for (const key of duty.keys) {
      const same = sameAs(key);
      for (const other of same.overlapping(duty, most)) if (found.size < most) found.add(other);
      same.add(duty);
    }
    const [first, ...rest] = found;
    if (first) yield { duty, earlier: [first, ...rest] };
  }
}

/** Finds, of all that overlap a duty by whatever steps, itself among them, the one whose id comes first. */
function leastAmongOverlapping(met: readonly Met[]): (duty: Duty) => Duty {
  const lesser = new Map<Duty, Duty>();
  const leastOf = (duty: Duty): Duty => {
    let least = duty;
    for (let next = lesser.get(least); next; next = lesser.get(least)) least = next;
    // Kept, so that a long way is gone once.
    if (least !== duty) lesser.set(duty, least);
    return least;
  };
  for (const { duty, earlier } of met) {
    for (const other of earlier) {
      const [one, two] = byId(leastOf(duty), leastOf(other));
      if (one !== two) lesser.set(two, one);
    }
  }
  return leastOf;
}

function byId(one: Duty, other: Duty): readonly [Duty, Duty] {
  return one.declaration.id <= other.declaration.id ? [one, other] : [other, one];
}
