// What is known of a declaration by itself is worked out once and kept for the next lint: the declarations of what an edit did not touch are the
// same objects as before. A fact depends on nothing but its declaration, and holds no offsets: text above it may come and go. Nodes it may hold,
// for they move with their text.

/** Something that follows from a declaration alone; none is ever `undefined`. */
export interface Fact<D extends object, T extends object> {
  readonly of: (declaration: D) => T;
  /** Whether it is still so: an edit may reword a text of a declaration that stays the same object. Whoever looked at a text asks it again. */
  readonly holds: (known: T, declaration: D) => boolean;
}

/** `holds` may be left out where the fact looks at no text. */
export function defineFact<D extends object, T extends object>(of: Fact<D, T>['of'], holds: Fact<D, T>['holds'] = () => true): Fact<D, T> {
  return { of, holds };
}

export interface Memory {
  /** How a fact is asked for. */
  reader<D extends object, T extends object>(fact: Fact<D, T>): (declaration: D) => T;
}

/** Lives as long as its owner wants lints to share what they know; it holds no declaration that nobody else holds. */
export function createMemory(): Memory {
  const readers = new Map<unknown, unknown>();
  return {
    reader<D extends object, T extends object>(fact: Fact<D, T>) {
      const known = readers.get(fact) as ((declaration: D) => T) | undefined;
      const reader = known ?? createReader(fact);
      readers.set(fact, reader);
      return reader;
    },
  };
}

function createReader<D extends object, T extends object>({ of, holds }: Fact<D, T>): (declaration: D) => T {
  const values = new WeakMap<D, T>();
  return (declaration) => {
    const known = values.get(declaration);
    if (known !== undefined && holds(known, declaration)) return known;
    const value = of(declaration);
    values.set(declaration, value);
    return value;
  };
}
