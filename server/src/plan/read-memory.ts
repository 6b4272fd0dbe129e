// What is kept of reading a document for the text after the next edit. Where an edit leaves an entry alone, its values are the same objects
// as before; where it only changes what some of them say, they are so too, and say what is written now (`written.ts`).
import type { YamlNode, YamlPair, YamlScalar } from '../yaml/tree.ts';
import { hasAlias } from '../yaml/view.ts';
import type { Reading } from './read-scope.ts';
import type { ValueReads } from './value-reads.ts';
import type { Written } from './written.ts';

/** What reading an entry gave. */
export interface ReadEntry {
  /** The key of the document that the entry stands under. */
  readonly section: string;
  readonly value: unknown;
  readonly reading: { readonly [K in Exclude<keyof Reading, 'room'>]: Readonly<Reading[K]> };
  readonly faults: { readonly count: number };
}

export interface ReadMemory {
  /** Undefined where the entry is new, or stood under another key. */
  recall(node: YamlPair | YamlNode, section: string): ReadEntry | undefined;
  remember(node: YamlPair | YamlNode, entry: ReadEntry): void;
  /** For reading a text that what follows is not read from: it recalls, and remembers nothing. */
  aside(): ReadMemory;
  /** Forgets the entry in which a scalar stands that says something else than it did, and the value it was: it may be none now. */
  forgetAround(scalar: YamlScalar): void;
  /** By the scalars that they are written in. */
  readonly written: WeakMap<YamlScalar, Written>;
  readonly reads: ValueReads;
}

export function createReadMemory(reads: ValueReads): ReadMemory {
  const entries = new WeakMap<YamlPair | YamlNode, ReadEntry>();
  const written = new WeakMap<YamlScalar, Written>();
  const memory: ReadMemory = {
    recall: (node, section) => {
      const entry = entries.get(node);
      return entry?.section === section ? entry : undefined;
    },
    remember: (node, entry) => {
      // What an alias brings in may change elsewhere, and a bare span does not move along.
      const isOwn = !hasAlias(node) && entry.reading.problems.every(({ place }) => place.kind !== 'span');
      if (isOwn) entries.set(node, { ...entry, reading: trimmed(entry.reading) });
    },
    aside: () => ({ ...memory, remember: () => undefined, written: new WeakMap() }),
    forgetAround: (scalar) => {
      for (let part: YamlNode | YamlPair | undefined = scalar; part !== undefined; part = part.parent) entries.delete(part);
      const value = written.get(scalar);
      for (const each of value ? scalarsIn(value.node) : []) written.delete(each);
    },
    written,
    reads,
  };
  return memory;
}

/** Those of a value: its own, or one for each language of a text. */
function scalarsIn(node: YamlNode): readonly YamlScalar[] {
  const written = node.kind === 'map' ? node.pairs.map(({ value }) => value) : [node];
  return written.filter((each) => each.kind === 'scalar');
}

/** The same in arrays without room for more: an entry finds little, and there are many entries. */
function trimmed({ problems, declarations, references, legalReferences }: ReadEntry['reading']): ReadEntry['reading'] {
  return {
    problems: problems.slice(),
    declarations: declarations.slice(),
    references: references.slice(),
    legalReferences: legalReferences.slice(),
  };
}
