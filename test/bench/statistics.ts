// The arithmetic of the bench: how rounds are interleaved, and what is said of the figures that they give.

/** What one contestant needed, by round; a round may time several things of the same kind. In milliseconds, or bytes. */
export type Series = readonly (readonly number[])[];

/**
 * Lets every contestant have its turn in every round, so that what disturbs the machine for a while disturbs all of them. Whoever was first
 * in one round is last in the next: nobody always follows the same one.
 */
export async function interleave<C>(
  contestants: readonly C[],
  rounds: number,
  measure: (contestant: C, round: number) => Promise<readonly number[]>,
): Promise<ReadonlyMap<C, Series>> {
  const series = new Map<C, (readonly number[])[]>(contestants.map((contestant) => [contestant, []]));
  for (let round = 0; round < rounds; round++) {
    for (let turn = 0; turn < contestants.length; turn++) {
      const contestant = contestants[(turn + round) % contestants.length] as C;
      series.get(contestant)?.push(await measure(contestant, round));
    }
  }
  return series;
}

/** The middle value; between two, their mean. Not a number where there is none. */
export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = sorted.length / 2;
  const [below, above] = [sorted[Math.ceil(middle) - 1], sorted[Math.floor(middle)]];
  return below === undefined || above === undefined ? Number.NaN : (below + above) / 2;
}

/** The smallest value that at least 95 of 100 values do not exceed (nearest rank): of few values, the greatest. */
export function p95(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.ceil(sorted.length * 0.95) - 1] ?? Number.NaN;
}

export interface Summary {
  readonly median: number;
  readonly p95: number;
}

export function summarize(series: Series): Summary {
  const values = series.flat();
  return { median: median(values), p95: p95(values) };
}

/**
 * How many times `series` is of `base`: the median over the rounds, each compared within itself. A round without a figure of both tells nothing:
 * a process may be gone before its memory was read.
 */
export function ratio(series: Series, base: Series): number {
  const rounds = series.slice(0, base.length).map((round, index) => median(round) / median(base[index] ?? []));
  return median(rounds.filter((value) => !Number.isNaN(value)));
}
