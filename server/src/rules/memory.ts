// What is known of a declaration by itself is worked out once and kept for the next lint: the declarations of what an edit did not touch are the
// same objects as before. A fact depends on nothing but its declaration, and holds no offsets: text above it may come and go. Nodes it may hold,
// for they move with their text.
import type { TextValue } from '../plan/field.ts';

/** Something that follows from a declaration alone. None is ever `undefined`. */
export interface Fact<D extends object, T extends Known> {
  readonly texts: readonly (keyof D)[];
  readonly of: (declaration: D) => T;
}

type Known = object | string | number | boolean;

/** The fields of a declaration that are texts: the only ones that an edit can change while the declaration stays the same object. */
type TextField<D> = { readonly [K in keyof D]-?: D[K] extends TextValue | undefined ? K : never }[keyof D];

/** `texts` are those of the declaration's texts that the fact looks at. */
export function defineFact<D extends object, T extends Known>(texts: readonly TextField<D>[], of: (declaration: D) => T): Fact<D, T> {
  return { texts, of };
}

export interface Memory {
  /** How a fact is asked for. */
  reader<D extends object, T extends Known>(fact: Fact<D, T>): (declaration: D) => T;
}

interface Remembered<T> {
  readonly value: T;
  /** What the texts said when this was so. */
  readonly words: readonly unknown[];
}

/** Lives as long as its owner wants lints to share what they know; it holds no declaration that nobody else holds. */
export function createMemory(): Memory {
  const readers = new Map<unknown, unknown>();
  return {
    reader<D extends object, T extends Known>(fact: Fact<D, T>) {
      const known = readers.get(fact) as ((declaration: D) => T) | undefined;
      const reader = known ?? createReader(fact);
      readers.set(fact, reader);
      return reader;
    },
  };
}

function createReader<D extends object, T extends Known>({ texts, of }: Fact<D, T>): (declaration: D) => T {
  const wordsOf = (declaration: D, name: keyof D): unknown => (declaration[name] as TextValue | undefined)?.byLanguage;
  const holds = (words: readonly unknown[], declaration: D): boolean => {
    for (let i = 0; i < texts.length; i++) if (words[i] !== wordsOf(declaration, texts[i] as keyof D)) return false;
    return true;
  };
  const values = new WeakMap<D, Remembered<T>>();
  return (declaration) => {
    const known = values.get(declaration);
    if (known !== undefined && holds(known.words, declaration)) return known.value;
    const words = texts.map((name) => wordsOf(declaration, name));
    const value = of(declaration);
    values.set(declaration, { value, words });
    return value;
  };
}
