// The beginning of what may be long, or made as it is asked for.

/** The first items, at most so many. */
export function take<T>(items: Iterable<T>, most: number): readonly T[] {
  const taken: T[] = [];
  for (const item of items) {
    if (taken.length === most) break;
    taken.push(item);
  }
  return taken;
}
