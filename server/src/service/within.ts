// What lies in a part of the text, found without looking at the rest.
import { firstFrom } from '../text/halving.ts';
import type { Span } from '../text/span.ts';

/** Those of some spans that touch a part. They are in the order of the text, and none overlaps another. */
export function within<T extends Span>(spans: readonly T[], { start, end }: Span): readonly T[] {
  const from = firstFrom(spans, (one) => one.end >= start);
  const to = firstFrom(spans, (one) => one.start > end);
  return from === 0 && to === spans.length ? spans : spans.slice(from, Math.max(from, to));
}
