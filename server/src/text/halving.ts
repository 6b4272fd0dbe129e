// Looking for a place in what is in order, by halving it: there may be thousands of items, and of questions.

/** The index of the first item of which something is true, as it is of all behind it and of none before it; their number where it is of none. */
export function firstFrom<T>(items: readonly T[], isTrue: (item: T) => boolean): number {
  let low = 0;
  let high = items.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (isTrue(items[middle] as T)) high = middle;
    else low = middle + 1;
  }
  return low;
}
