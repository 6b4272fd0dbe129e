// What is worked out when it is first asked for, then kept: what no rule asks for is never made.
//
// Whoever has parts reads them through accessors of its class. An accessor that is defined on a single object the engine counts as old from
// the beginning, and all that it can see outlives every small collection: a whole plan, of each file that is linted.
import { isOutdated, type Taken, takingNote, type ValueReads } from '../../plan/value-reads.ts';
import type { Written } from '../../plan/written.ts';

export interface Parts {
  /** The part of that name; the first time, what `make` returns. */
  once<T>(name: string, make: () => T): T;
  /**
   * What is found in each of many items, in their order. They are gone through piece by piece: of a long list with a value rewritten, only the
   * piece around it is gone through again. The items are the same every time, and `find` depends on nothing but its item and its values.
   */
  inEach<T, F>(name: string, items: readonly T[], find: (item: T) => readonly F[]): readonly F[];
  /** Lets go of what was made of values that have been rewritten; where nobody saw who looked at what, of everything. */
  forget(rewritten: ReadonlySet<Written>): void;
}

/** With `reads` it is known later which part looked at which value. */
export function createParts(reads: ValueReads | undefined): Parts {
  return reads ? new WatchedParts(reads) : new PlainParts();
}

class PlainParts implements Parts {
  private readonly made = new Map<string, unknown>();

  inEach<T, F>(_: string, items: readonly T[], find: (item: T) => readonly F[]): readonly F[] {
    return items.flatMap(find);
  }

  once<T>(name: string, make: () => T): T {
    if (!this.made.has(name)) this.made.set(name, make());
    return this.made.get(name) as T;
  }

  forget(): void {
    this.made.clear();
  }
}

/** Of ten thousand items there are a hundred pieces of a hundred: what a piece costs and what all of them do is about the same. */
const pieceLength = 100;

interface Made {
  readonly value: unknown;
  readonly taken: Taken;
}

class WatchedParts implements Parts {
  private readonly made = new Map<string, Made>();
  private readonly reads: ValueReads;

  constructor(reads: ValueReads) {
    this.reads = reads;
  }

  once<T>(name: string, make: () => T): T {
    const known = this.made.get(name);
    if (known) {
      this.reads.taken?.from.add(known.taken);
      return known.value as T;
    }
    const making = takingNote(this.reads, make);
    this.made.set(name, making);
    return making.value;
  }

  inEach<T, F>(name: string, items: readonly T[], find: (item: T) => readonly F[]): readonly F[] {
    const found: F[] = [];
    for (let from = 0; from < items.length; from += pieceLength) {
      const piece = this.once(`${name} ${from}`, () => items.slice(from, from + pieceLength).flatMap(find));
      for (const each of piece) found.push(each);
    }
    return found;
  }

  forget(rewritten: ReadonlySet<Written>): void {
    const outdated = [...this.made].filter(([, { taken }]) => isOutdated(taken, rewritten));
    for (const [name] of outdated) this.made.delete(name);
  }
}
