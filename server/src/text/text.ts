// A text as most of our code looks at it: in pieces, by their offsets. Every string is one.

export interface Text {
  readonly length: number;
  /** The characters between two offsets, or from one to the end. */
  slice(start: number, end?: number): string;
  /** All of it as one string. */
  toString(): string;
}
