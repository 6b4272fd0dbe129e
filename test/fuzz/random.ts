// Chance that can be had again: the same seed gives the same sequence on every machine.

export interface Random {
  /** A whole number from 0 up to, not including, a bound; 0 where the bound is none. */
  below(bound: number): number;
  /** True in so many cases of a hundred. */
  percent(share: number): boolean;
  /** Throws where there is nothing to choose from. */
  pick<T>(choices: readonly T[]): T;
}

/** What `part` is named, of all that a seed stands for: its own sequence, whatever the others took. */
export function createRandom(seed: number, part = 0): Random {
  let state = mixed(mixed(seed | 0) ^ Math.imul(part + 1, 0x9e3779b9));
  const below = (bound: number): number => {
    state = (state + 0x6d2b79f5) | 0;
    return Math.floor((mixed(state) / 2 ** 32) * bound);
  };
  return {
    below,
    percent: (share) => below(100) < share,
    pick: (choices) => {
      if (choices.length === 0) throw new Error('nothing to choose from');
      return choices[below(choices.length)] as (typeof choices)[number];
    },
  };
}

/** Spreads what differs in one bit over all 32; not negative. */
function mixed(value: number): number {
  let bits = value;
  bits = Math.imul(bits ^ (bits >>> 16), 0x85ebca6b);
  bits = Math.imul(bits ^ (bits >>> 13), 0xc2b2ae35);
  return (bits ^ (bits >>> 16)) >>> 0;
}
