// What lies in a part of the text, found without looking at the rest.
import type { Span } from '../text/span.ts';

/** Those of some spans that touch a part. They are in the order of the text, and none overlaps another. */
export function within<T extends Span>(spans: readonly T[], { start, end }: Span): readonly T[] {
  const from = firstFrom(spans, (one) => one.end >= start);
  const to = firstFrom(spans, (one) => one.start > end);
  return from === 0 && to === spans.length ? spans : spans.slice(from, Math.max(from, to));
}

/** The index of the first of some items that has come so far; none before it has, and all behind it have. Their number where none has. */
export function firstFrom<T>(items: readonly T[], hasCome: (item: T) => boolean): number {
  let low = 0;
  let high = items.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (hasCome(items[middle] as T)) high = middle;
    else low = middle + 1;
  }
  return low;
}
