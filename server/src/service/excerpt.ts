// Part of a text that reads alone as it reads in the whole: the key of a document that an offset stands under, and of the entries below it
// the one at the offset, with its neighbours. What is asked of one place in a plan of 50,000 lines need not read all of them again.
import { firstFrom } from '../text/halving.ts';
import type { Span } from '../text/span.ts';
import { lineEndOf, lineStartOf } from '../yaml/layout.ts';
import type { YamlList, YamlMap, YamlNode, YamlPair, YamlStream } from '../yaml/tree.ts';

export interface Excerpt {
  /** The line of the key, then those of the entries. */
  readonly text: string;
  /** The index of the document in its file. */
  readonly document: number;
  /** Where the entries stand in the whole text. */
  readonly body: Span;
  /** Of an offset within the entries. */
  toExcerpt(offset: number): number;
  toWhole(offset: number): number;
  /** The pairs of a map of the excerpt, read anew: for the document itself, and for the value of its key, with all that was left out. */
  pairsOf(map: YamlMap): readonly YamlPair[];
  /** The items of a list, read anew: for the value of the key with all that were left out. */
  itemsOf(list: YamlList): readonly YamlNode[];
}

type Part = YamlPair | YamlNode;

/**
 * Undefined where nothing smaller than the text will do: where the text has faults elsewhere, or is not written in blocks there.
 * Both ends of the span are under one key.
 */
export function excerptAround({ text: whole, documents, problems }: YamlStream, { start, end }: Span): Excerpt | undefined {
  const text = whole.toString();
  const document = documents.findLast((one) => one.start <= start);
  const root = document?.root;
  if (document === undefined || root?.kind !== 'map' || root.flow) return undefined;
  const section = lastBefore(root.pairs, lineEndOf(text, start));
  const key = root.pairs[section];
  if (key === undefined || text.slice(lineStartOf(text, key.start), key.start) !== '') return undefined;
  const next = root.pairs[section + 1];
  const sectionEnd = next ? lineStartOf(text, next.start) : document.end;
  const entries = entriesBelow(key);
  const first = Math.max(0, lastBefore(entries, lineEndOf(text, start)) - 1);
  const last = lastBefore(entries, lineEndOf(text, end)) + 1;
  const cuts = [entries[0], entries[first], entries[last + 1]].map((entry) => entry && cutBefore(entry, text));
  const [headEnd, from, to = sectionEnd] = cuts;
  if (headEnd === undefined || from === undefined || cuts.includes(doubtful)) return undefined;
  const body = { start: from, end: to };
  const isElsewhere = ({ rule, span }: YamlStream['problems'][number]): boolean =>
    rule !== 'duplicate-id' && (span.start < body.start || span.end > body.end);
  if (lineStartOf(text, start) < headEnd || end > body.end || problems.some(isElsewhere)) return undefined;

  const headStart = key.start;
  const head = text.slice(headStart, headEnd);
  /** Whether a collection is the value of the key, read anew. */
  const isValue = ({ parent, document: { root: again } }: YamlMap | YamlList): boolean =>
    parent?.kind === 'pair' && again?.kind === 'map' && parent === again.pairs[0];
  return {
    text: head + text.slice(body.start, body.end),
    document: document.index,
    body,
    toExcerpt: (offset) => offset - body.start + head.length,
    toWhole: (offset) => (offset < head.length ? offset + headStart : offset - head.length + body.start),
    pairsOf(map) {
      if (map === map.document.root) return around(root.pairs, section, section + 1, map.pairs);
      return isValue(map) && key.value.kind === 'map' ? around(key.value.pairs, first, last + 1, map.pairs) : map.pairs;
    },
    itemsOf(list) {
      return isValue(list) && key.value.kind === 'list' ? around(key.value.items, first, last + 1, list.items) : list.items;
    },
  };
}

/** The same with what was left out before and behind it. */
function around<T>(all: readonly T[], left: number, right: number, own: readonly T[]): readonly T[] {
  return [...all.slice(0, left), ...own, ...all.slice(right)];
}

/** The entries of a block collection below a key; none where something else stands there. */
function entriesBelow({ value }: YamlPair): readonly Part[] {
  if (value.kind === 'map' && !value.flow) return value.pairs;
  return value.kind === 'list' && !value.flow ? value.items : [];
}

const doubtful = -1;

/** The line on which an entry begins; doubtful where that is not seen at once, as with a dash that has its item on another line. */
function cutBefore(entry: Part, text: string): number {
  const line = lineStartOf(text, entry.start);
  const lead = text.slice(line, entry.start);
  return (entry.kind === 'pair' ? /^ *$/ : /^ *- /).test(lead) ? line : doubtful;
}

/** The index of the last of some parts in order that begins at or before an offset; -1 where there is none. */
function lastBefore(parts: readonly Span[], offset: number): number {
  return firstFrom(parts, ({ start }) => start > offset) - 1;
}
