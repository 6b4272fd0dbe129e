// The part of a scalar that is its content: without quotes.
import type { Span } from '../text/span.ts';
import type { YamlScalar } from './tree.ts';

/** Without the quotes around it; a block scalar is taken whole. */
export function contentSpan({ start, end, style }: YamlScalar): Span {
  const quote = style === 'single-quoted' || style === 'double-quoted' ? 1 : 0;
  return { start: start + quote, end: Math.max(start + quote, end - quote) };
}
