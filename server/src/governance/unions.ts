// Unions of sets of numbers: how many numbers are in any of some sets, and how many of each set in no other of them. Large sets are kept as bits,
// so that thirty-two numbers are looked at in one step: a thousand councils of five hundred are a hundred million looks one by one.

export interface Unions {
  /** The size of the union of some of the sets, given by place, each once, and of more numbers. */
  size(places: readonly number[], more: readonly number[]): number;
  /** The size of the union of some of the sets. Of each it tells how many of its numbers no other of them has. */
  sizeAndAlone(places: readonly number[], alone: (place: number, count: number) => void): number;
}

/** The sets hold numbers from 0 to below `size`, each once. */
export function createUnions(sets: readonly (readonly number[])[], size: number): Unions {
  const words = Math.ceil(size / 32);
  const masks = sets.map((numbers) => (numbers.length > words ? maskOf(numbers, words) : undefined));
  /** What any of the sets holds, and what more than one does; empty between two questions. */
  const [some, several] = [new Int32Array(words), new Int32Array(words)];

  const put = (word: number, bits: number): number => {
    const held = some[word] as number;
    several[word] = (several[word] as number) | (held & bits);
    some[word] = held | bits;
    return bitCount(bits & ~held);
  };
  const lone = (word: number, bits: number): number => bitCount(bits & ~(several[word] as number));
  const clear = (word: number): number => {
    some[word] = 0;
    several[word] = 0;
    return 0;
  };
  const sumOfEach = (numbers: readonly number[], of: (word: number, bits: number) => number): number => {
    let sum = 0;
    for (const number of numbers) sum += of(number >> 5, 1 << (number & 31));
    return sum;
  };
  const sumOver = (place: number, of: (word: number, bits: number) => number): number => {
    const mask = masks[place];
    if (mask === undefined) return sumOfEach(sets[place] ?? [], of);
    let sum = 0;
    for (let word = 0; word < words; word++) sum += of(word, mask[word] as number);
    return sum;
  };

  return {
    size(places, more) {
      let union = sumOfEach(more, put);
      for (const place of places) union += sumOver(place, put);
      for (const place of places) sumOver(place, clear);
      sumOfEach(more, clear);
      return union;
    },
    sizeAndAlone(places, alone) {
      let union = 0;
      for (const place of places) union += sumOver(place, put);
      for (const place of places) alone(place, sumOver(place, lone));
      for (const place of places) sumOver(place, clear);
      return union;
    },
  };
}

function maskOf(numbers: readonly number[], words: number): Int32Array {
  const mask = new Int32Array(words);
  for (const number of numbers) mask[number >> 5] = (mask[number >> 5] as number) | (1 << (number & 31));
  return mask;
}

function bitCount(bits: number): number {
  let count = 0;
  for (let left = bits; left !== 0; left &= left - 1) count++;
  return count;
}
