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
  readonly reading: { readonly [K in keyof Reading]: Readonly<Reading[K]> };
  readonly faults: { readonly count: number };
}

export interface ReadMemory {
  /** Undefined where the entry is new, or stood under another key. */
  recall(node: YamlPair | YamlNode, section: string): ReadEntry | undefined;
  remember(node: YamlPair | YamlNode, entry: ReadEntry): void;
  /** For reading a text that what follows is not read from: it recalls, and remembers nothing. */
  aside(): ReadMemory;
  /** Forgets the entry in which a scalar stands that says something else than it did, and the text it was: it may be none now. */
  forgetAround(scalar: YamlScalar): void;
  /** By the scalars that they are written in. */
  readonly texts: WeakMap<YamlScalar, TextValue>;
  readonly reads: TextReads;
}

export function createReadMemory(reads: TextReads): ReadMemory {
  const entries = new WeakMap<YamlPair | YamlNode, ReadEntry>();
  const texts = new WeakMap<YamlScalar, TextValue>();
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
    aside: () => ({ ...memory, remember: () => undefined, texts: new WeakMap() }),
    forgetAround: (scalar) => {
      for (let part: YamlNode | YamlPair | undefined = scalar; part !== undefined; part = part.parent) entries.delete(part);
      const text = texts.get(scalar);
      for (const written of text ? scalarsIn(text.node) : []) texts.delete(written);
    },
    texts,
    reads,
  };
  return memory;
}

/** Those of a text: its own, or one for each language. */
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

/** A text in the scalar that it is written in, or in those of a map by language. */
export function createText(
  node: YamlScalar | YamlMap,
  written: YamlScalar | Map<string, YamlScalar>,
  memory: ReadMemory | undefined,
): TextValue {
  const value = new WrittenText(node, written, memory?.reads);
  if (memory === undefined) return value;
  for (const scalar of written instanceof Map ? written.values() : [written]) memory.texts.set(scalar, value);
  return value;
}

/** A text that says what its scalars say when it is asked. */
class WrittenText implements TextValue {
  declare readonly node: YamlScalar | YamlMap;
  declare private readonly written: YamlScalar | Map<string, YamlScalar>;
  /** Undefined where the text will not be edited, and goes on saying what it said. */
  declare private readonly reads: TextReads | undefined;
  declare private said: ReadonlyMap<string, string> | undefined;

  constructor(node: YamlScalar | YamlMap, written: YamlScalar | Map<string, YamlScalar>, reads: TextReads | undefined) {
    this.node = node;
    this.written = written;
    this.reads = reads;
    this.said = undefined;
  }

  get byLanguage(): ReadonlyMap<string, string> {
    this.reads?.taken?.texts.add(this);
    if (this.said === undefined || (this.reads && !this.isSaid(this.said))) this.said = this.say();
    return this.said;
  }

  private isSaid(said: ReadonlyMap<string, string>): boolean {
    if (!(this.written instanceof Map)) return said.get('') === this.written.text;
    for (const [language, { text }] of this.written) if (said.get(language) !== text) return false;
    return true;
  }

  private say(): ReadonlyMap<string, string> {
    const said = new Map<string, string>();
    if (this.written instanceof Map) for (const [language, { text }] of this.written) said.set(language, text);
    else said.set('', this.written.text);
    return said;
  }
}
