// What is worked out when it is first asked for, then kept: what no rule asks for is never made.
//
// Whoever has parts reads them through accessors of its class. An accessor that is defined on a single object the engine counts as old from
// the beginning, and all that it can see outlives every small collection: a whole plan, of each file that is linted.
import type { TextValue } from '../../plan/field.ts';
import { isOutdated, type Taken, type TextReads, takingNote } from '../../plan/text-reads.ts';

/** How parts outlive a lint: those made for an earlier one are taken over, unless they were made of texts that have been reworded. */
export interface Renewal {
  readonly reads: TextReads;
  readonly reworded: ReadonlySet<TextValue>;
}

export interface Parts {
  /** The part of that name; the first time, what `make` returns. */
  once<T>(name: string, make: () => T): T;
}

/** `earlier` are parts that were made with a renewal, too. */
export function createParts(renewal: Renewal | undefined, earlier: Parts | undefined): Parts {
  if (renewal) return new RenewedParts(renewal, earlier instanceof RenewedParts ? earlier : undefined);
  return new PlainParts();
}

class PlainParts implements Parts {
  private readonly made = new Map<string, unknown>();

  once<T>(name: string, make: () => T): T {
    if (!this.made.has(name)) this.made.set(name, make());
    return this.made.get(name) as T;
  }
}

interface Made {
  readonly value: unknown;
  readonly taken: Taken;
}

class RenewedParts implements Parts {
  private readonly made: Map<string, Made>;
  private readonly reads: TextReads;

  constructor({ reads, reworded }: Renewal, earlier: RenewedParts | undefined) {
    this.reads = reads;
    this.made = new Map([...(earlier?.made ?? [])].filter(([, { taken }]) => !isOutdated(taken, reworded)));
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
}
