// The order in which files are told of, the same on every machine: by path, in UTF-16 units; the documents of a file as they stand in it.

interface Placed {
  readonly path: string;
  /** From 0, in a file of several documents. */
  readonly document?: number | undefined;
}

/** Compares for a sort. */
export function inPathOrder(a: Placed, b: Placed): number {
  return a.path < b.path ? -1 : a.path > b.path ? 1 : (a.document ?? 0) - (b.document ?? 0);
}
