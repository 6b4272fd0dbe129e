// Where two texts differ, as one stretch: found by comparing long pieces at once, so that it costs next to nothing in a long text.

/** The stretch from `start` to `oldEnd` of a text was replaced by what is now from `start` to `newEnd`. */
export interface TextChange {
  readonly start: number;
  readonly oldEnd: number;
  readonly newEnd: number;
}

/** Undefined where both are the same. */
export function changeBetween(before: string, after: string): TextChange | undefined {
  if (before === after) return undefined;
  const shorter = Math.min(before.length, after.length);
  const start = longest(shorter, (length, from) => before.slice(from, from + length) === after.slice(from, from + length));
  const [oldLast, newLast] = [before.length, after.length];
  const behind = longest(
    shorter - start,
    (length, from) => before.slice(oldLast - from - length, oldLast - from) === after.slice(newLast - from - length, newLast - from),
  );
  return { start, oldEnd: oldLast - behind, newEnd: newLast - behind };
}

/** The greatest length up to a limit in which something agrees; `agrees` says whether a piece does, when all before it does. */
function longest(limit: number, agrees: (length: number, from: number) => boolean): number {
  let agreed = 0;
  for (let piece = limit; piece > 0; ) {
    if (agreed + piece <= limit && agrees(piece, agreed)) agreed += piece;
    else piece >>= 1;
  }
  return agreed;
}
