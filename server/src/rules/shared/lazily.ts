// Properties that are computed when first read, then kept: what no rule asks for is never made.
import type { TextValue } from '../../plan/field.ts';
import { isOutdated, type Taken, type TextReads, takingNote } from '../../plan/text-reads.ts';

/** How properties outlive a lint: those of an earlier object are taken over, unless they were made of texts that have been reworded. */
export interface Renewal {
  readonly reads: TextReads;
  readonly reworded: ReadonlySet<TextValue>;
  readonly earlier: object | undefined;
}

interface Made {
  readonly value: unknown;
  readonly taken: Taken;
}

/** Where an object keeps what it has made. */
const made = Symbol('made');

/** An object with some properties that are there, and others that call their maker once, at the first reading. */
export function lazily<P extends object, T extends object>(
  present: P,
  makers: { readonly [K in keyof T]: () => T[K] },
  renewal?: Renewal,
): P & T {
  const object = Object.defineProperties({}, Object.getOwnPropertyDescriptors(present)) as P & T;
  const names = Object.keys(makers) as (string & keyof T)[];
  if (renewal) defineRenewed(object, names, makers, renewal);
  else for (const name of names) defineOnce(object, name, makers[name]);
  return object;
}

function defineOnce<T>(object: object, name: string, make: () => T): void {
  Object.defineProperty(object, name, {
    enumerable: true,
    configurable: true,
    get: () => {
      const value = make();
      Object.defineProperty(object, name, { value, enumerable: true });
      return value;
    },
  });
}

function defineRenewed<T extends object>(
  object: object,
  names: readonly (string & keyof T)[],
  makers: { readonly [K in keyof T]: () => T[K] },
  { reads, reworded, earlier }: Renewal,
): void {
  const before = (earlier as { readonly [made]?: ReadonlyMap<string, Made> } | undefined)?.[made];
  const known = new Map<string, Made>([...(before ?? [])].filter(([, { taken }]) => !isOutdated(taken, reworded)));
  Object.defineProperty(object, made, { value: known });
  for (const name of names) {
    Object.defineProperty(object, name, {
      enumerable: true,
      get: () => {
        const part = known.get(name);
        if (part) {
          reads.taken?.from.add(part.taken);
          return part.value;
        }
        const making = takingNote(reads, makers[name]);
        known.set(name, making);
        return making.value;
      },
    });
  }
}
