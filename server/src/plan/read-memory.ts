// What is kept of reading a document for the text after the next edit. Where an edit leaves an entry alone, its values are the same objects
// as before; where it only changes the words of a text, they are so too, and the text says the new words.
import type { YamlMap, YamlNode, YamlPair, YamlScalar } from '../yaml/tree.ts';
import { hasAlias } from '../yaml/view.ts';
import type { TextValue } from './field.ts';
import type { Reading } from './read-scope.ts';
import type { TextReads } from './text-reads.ts';

/** What reading an entry gave. */
export interface ReadEntry {
  /** The key of the document that the entry stands under. */
  readonly section: string;
  readonly value: unknown;
  readonly reading: Reading;
  readonly faults: { readonly count: number };
}

export interface ReadMemory {
  /** Undefined where the entry is new, or stood under another key. */
  recall(node: YamlPair | YamlNode, section: string): ReadEntry | undefined;
  remember(node: YamlPair | YamlNode, entry: ReadEntry): void;
  /** Forgets the entry in which a node stands that says something else than it did. */
  forgetAround(node: YamlNode): void;
  /** By the scalars that they are written in. */
  readonly texts: WeakMap<YamlScalar, TextValue>;
  readonly reads: TextReads;
}

export function createReadMemory(reads: TextReads): ReadMemory {
  const entries = new WeakMap<YamlPair | YamlNode, ReadEntry>();
  return {
    recall: (node, section) => {
      const entry = entries.get(node);
      return entry?.section === section ? entry : undefined;
    },
    remember: (node, entry) => {
      // What an alias brings in may change elsewhere, and a bare span does not move along.
      const isOwn = !hasAlias(node) && entry.reading.problems.every(({ place }) => place.kind !== 'span');
      if (isOwn) entries.set(node, entry);
    },
    forgetAround: (node) => {
      for (let part: YamlNode | YamlPair | undefined = node; part !== undefined; part = part.parent) entries.delete(part);
    },
    texts: new WeakMap(),
    reads,
  };
}

/** A text in the scalars that it is written in, by language. */
export function createText(
  node: YamlScalar | YamlMap,
  parts: readonly (readonly [string, YamlScalar])[],
  memory: ReadMemory | undefined,
): TextValue {
  if (memory === undefined) return { node, byLanguage: new Map(parts.map(([language, { text }]) => [language, text])) };
  const value = new LiveText(node, parts, memory.reads);
  for (const [, scalar] of parts) memory.texts.set(scalar, value);
  return value;
}

/** A text that says what its scalars say when it is asked. */
class LiveText implements TextValue {
  readonly node: YamlScalar | YamlMap;
  private readonly parts: readonly (readonly [string, YamlScalar])[];
  private readonly reads: TextReads;
  private said: ReadonlyMap<string, string> = new Map();

  constructor(node: YamlScalar | YamlMap, parts: readonly (readonly [string, YamlScalar])[], reads: TextReads) {
    this.node = node;
    this.parts = parts;
    this.reads = reads;
  }

  get byLanguage(): ReadonlyMap<string, string> {
    this.reads.taken?.texts.add(this);
    for (const [language, { text }] of this.parts) {
      if (this.said.get(language) === text) continue;
      this.said = new Map(this.parts.map(([name, scalar]) => [name, scalar.text]));
      break;
    }
    return this.said;
  }
}
