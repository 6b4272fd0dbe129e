// Seeing what was worked out from which texts: when one of them is reworded, that must be worked out again, and nothing else.
import type { TextValue } from './field.ts';

/** What somebody has looked at while working something out. */
export interface Taken {
  readonly texts: Set<TextValue>;
  /** What others had worked out before, by what these had looked at. */
  readonly from: Set<Taken>;
  /** Whether it was the text of the file itself, of which any edit makes another. */
  isAll: boolean;
}

/** One for all files of a session. */
export interface TextReads {
  /** Gets what is looked at, while it is set. */
  taken: Taken | undefined;
}

export function createTextReads(): TextReads {
  return { taken: undefined };
}

/** Works something out and says from what. Who is working something else out by it has looked at the same. */
export function takingNote<T>(reads: TextReads, work: () => T): { readonly value: T; readonly taken: Taken } {
  const outer = reads.taken;
  const taken: Taken = { texts: new Set(), from: new Set(), isAll: false };
  reads.taken = taken;
  try {
    return { value: work(), taken };
  } finally {
    reads.taken = outer;
    outer?.from.add(taken);
  }
}

/** Whether one of some texts, reworded meanwhile, was among what was looked at. */
export function isOutdated(taken: Taken, reworded: ReadonlySet<TextValue>): boolean {
  if (taken.isAll) return true;
  for (const text of reworded) if (taken.texts.has(text)) return true;
  for (const earlier of taken.from) if (isOutdated(earlier, reworded)) return true;
  return false;
}
