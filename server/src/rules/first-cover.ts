// Which of many stretches of a text is the first that holds an offset: thousands of exceptions and thousands of findings must not be tried one by
// one.
import { firstFrom } from '../text/halving.ts';
import { contains, type Span } from '../text/span.ts';

/** Up to here the items are tried one after the other. */
const FEW = 8;

/** Of the items whose spans hold an offset, the one that comes first in the list. */
export function createFirstCover<T>(items: readonly T[], spanOf: (item: T) => Span): (offset: number) => T | undefined {
  if (items.length <= FEW) return (offset) => items.find((item) => contains(spanOf(item), offset));
  const spans = items.map(spanOf);
  const borders = [...new Set(spans.flatMap(({ start, end }) => [start, end]))].sort((a, b) => a - b);
  const pieceOf = (offset: number): number => firstFrom(borders, (border) => border > offset) - 1;
  // Between two borders the answer is the same everywhere. Each piece is given away once, to the first item that covers it.
  const owners = new Array<T | undefined>(borders.length).fill(undefined);
  const next = borders.map((_, piece) => piece);
  const free = (piece: number): number => {
    let found = piece;
    while (found < borders.length && (next[found] as number) !== found) found = next[found] as number;
    for (let at = piece; at < found; ) {
      const behind = next[at] as number;
      next[at] = found;
      at = behind;
    }
    return found;
  };
  spans.forEach(({ start, end }, index) => {
    const last = pieceOf(end);
    for (let piece = free(pieceOf(start)); piece < last; piece = free(piece)) {
      owners[piece] = items[index];
      next[piece] = piece + 1;
    }
  });
  return (offset) => owners[pieceOf(offset)];
}
