// Seeing what was worked out from which values: when one of them is rewritten, that must be worked out again, and nothing else.
import type { Written } from './written.ts';

/** What somebody has looked at while working something out. */
export interface Taken {
  readonly values: Set<Written>;
  /** What others had worked out before, by what these had looked at. */
  readonly from: Set<Taken>;
  /** Whether it was the text of the file itself, of which any edit makes another. */
  isAll: boolean;
}

/** One for all files of a session. */
export interface ValueReads {
  /** Gets what is looked at, while it is set. */
  taken: Taken | undefined;
}

export function createValueReads(): ValueReads {
  return { taken: undefined };
}

/** Works something out and says from what. Who is working something else out by it has looked at the same. */
export function takingNote<T>(reads: ValueReads, work: () => T): { readonly value: T; readonly taken: Taken } {
  const outer = reads.taken;
  const taken: Taken = { values: new Set(), from: new Set(), isAll: false };
  reads.taken = taken;
  try {
    return { value: work(), taken };
  } finally {
    reads.taken = outer;
    outer?.from.add(taken);
  }
}

/** Whether one of some values, rewritten meanwhile, was among what was looked at. */
export function isOutdated(taken: Taken, rewritten: ReadonlySet<Written>): boolean {
  if (taken.isAll) return true;
  for (const value of rewritten) if (taken.values.has(value)) return true;
  for (const earlier of taken.from) if (isOutdated(earlier, rewritten)) return true;
  return false;
}
