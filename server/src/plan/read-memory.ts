// What was read of the entries of a document, by their nodes: where an edit leaves an entry alone, its values are the same objects as before.
// Lives as long as the tree goes on from one text to the next.
import type { YamlNode, YamlPair } from '../yaml/tree.ts';
import { hasAlias } from '../yaml/view.ts';
import type { Reading } from './read.ts';

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
  forget(node: YamlPair | YamlNode): void;
}

export function createReadMemory(): ReadMemory {
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
    forget: (node) => {
      entries.delete(node);
    },
  };
}

/** Forgets the entry in which a node stands that says something else than it did. */
export function forgetAround(node: YamlNode, memory: ReadMemory): void {
  for (let part: YamlNode | YamlPair | undefined = node; part !== undefined; part = part.parent) memory.forget(part);
}
