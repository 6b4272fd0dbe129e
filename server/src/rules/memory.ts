// What is known of a declaration by itself is worked out once and kept for the next lint: the declarations of what an edit did not touch are the
// same objects as before. A fact depends on nothing but its declaration, and holds no offsets: text above it may come and go. Nodes it may hold,
// for they move with their text.

/** Something that follows from a declaration alone; nothing that follows from it is ever `undefined`. */
export interface Fact<D extends object, T extends object | string | number | boolean> {
  readonly of: (declaration: D) => T;
}

export function defineFact<D extends object, T extends object | string | number | boolean>(of: (declaration: D) => T): Fact<D, T> {
  return { of };
}

export interface Memory {
  /** How a fact is asked for. */
  reader<D extends object, T extends object | string | number | boolean>(fact: Fact<D, T>): (declaration: D) => T;
}

/** Lives as long as its owner wants lints to share what they know; it holds no declaration that nobody else holds. */
export function createMemory(): Memory {
  const readers = new Map<unknown, unknown>();
  return {
    reader<D extends object, T extends object | string | number | boolean>(fact: Fact<D, T>) {
      const known = readers.get(fact) as ((declaration: D) => T) | undefined;
      if (known) return known;
      const values = new WeakMap<D, T>();
      const read = (declaration: D): T => {
        let value = values.get(declaration);
        if (value === undefined) {
          value = fact.of(declaration);
          values.set(declaration, value);
        }
        return value;
      };
      readers.set(fact, read);
      return read;
    },
  };
}
