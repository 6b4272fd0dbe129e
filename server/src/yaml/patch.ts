// The usual edit: within one entry, some scalars say something else and all else stays what it is. Then the nodes stay too, with their new
// words and places, and whoever holds them is right without looking again.
import type { TextChange } from '../text/change.ts';
import type { Text } from '../text/text.ts';
import { type Draft, isLoose, restate, takeComments } from './draft.ts';
import { giveUp } from './quick-lines.ts';
import { NodeReader } from './quick-node.ts';
import { type Entry, type EntryPlace, nextBlock, type Section } from './sections.ts';
import type { YamlDocument, YamlNode, YamlPair, YamlScalar } from './tree.ts';

export interface PatchedEntry {
  readonly place: EntryPlace;
  /** The scalars that say something else. */
  readonly scalars: readonly YamlScalar[];
  /** Whether comments stand in it now, or stood before. */
  readonly isCommented: boolean;
}

/** Characters behind an entry that are shown to the reader with it: the line that tells it where the entry ends is seldom longer. */
const lookAhead = 1000;

export interface EditedDocument {
  readonly yaml: YamlDocument;
  readonly sections: readonly Section[];
}

/**
 * Reads an entry again after a change in it. `from` is the first entry that looked as far as the change: more often than not the one before, which
 * saw by the next line where it ends. Undefined, and nothing changed, where more of the document may be other than it was.
 */
export function patchEntry(
  { yaml, sections }: EditedDocument,
  from: EntryPlace,
  change: TextChange,
  text: Text,
  maxDepth: number,
): PatchedEntry | undefined {
  const { own, spread } = sections[from.section] as Section;
  const place = { section: from.section, entry: lastFrom(change.start, spread?.entries ?? [], from.entry) };
  const entries = spread?.entries.slice(from.entry, place.entry + 1) ?? [];
  const [first, last] = [entries[0], entries.at(-1)];
  if (first === undefined || last === undefined || entries.length > mostEntries || entries.some(isDoubtful)) return undefined;
  const end = nextBlock(sections, place)?.at ?? yaml.end;
  if (change.start < last.block.at || change.oldEnd > end) return undefined;

  const { at } = first.block;
  const newEnd = end + change.newEnd - change.oldEnd;
  const excerpt = text.slice(at, newEnd + lookAhead);
  const reader = new NodeReader(excerpt, maxDepth, first.block, true);
  reader.moveTo(0);
  reader.skipLines();
  const scalars: YamlScalar[] = [];
  const again: EntryAgain[] = [];
  for (const [index, entry] of entries.entries()) {
    if (reader.column !== entry.column) giveUp();
    reader.floor = own;
    const block = reader.beginBlock(yaml);
    const isList = spread?.kind === 'list';
    const pairs = isList ? [] : reader.takePairs(entry.column, 2);
    const items = isList ? reader.takeItems(entry.column, 2) : [];
    reader.endBlock(block);
    const behind = entries[index + 1]?.block.at ?? newEnd;
    if (block.problems.length > 0 || block.isTied || reader.lineStart !== behind - at) return undefined;
    // Who has looked as far as the excerpt goes might have looked further.
    if (block.at + block.reach >= excerpt.length && at + excerpt.length < text.length) return undefined;
    if (!isSameEntry(entry, { block, pairs, items }, scalars)) return undefined;
    again.push({ block, pairs, items });
  }
  const isCommented = [...entries, ...again].some(({ block }) => block.comments.length > 0);
  for (const [index, entry] of entries.entries()) patch(entry, again[index] as EntryAgain);
  return { place, scalars, isCommented };
}

/** An entry as it was read again. */
type EntryAgain = Pick<Entry, 'block' | 'pairs' | 'items'>;

/** So many are read again at most: who has looked further is no usual entry. */
const mostEntries = 3;

/** The last entry, from a first one on, that begins at an offset or before it. */
function lastFrom(offset: number, entries: readonly Entry[], first: number): number {
  let last = first;
  while (last - first < mostEntries && (entries[last + 1]?.block.at ?? Number.POSITIVE_INFINITY) <= offset) last++;
  return last;
}

function isDoubtful({ isSlip, block }: Entry): boolean {
  return isSlip || block.isTied || block.problems.length > 0;
}

function isSameEntry(entry: Entry, again: EntryAgain, scalars: YamlScalar[]): boolean {
  return (
    entry.pairs.length === again.pairs.length &&
    entry.items.length === again.items.length &&
    entry.pairs.every((pair, index) => isSamePair(pair, again.pairs[index] as YamlPair, scalars)) &&
    entry.items.every((item, index) => isSameForm(item, again.items[index] as YamlNode, scalars))
  );
}

function patch({ block, pairs, items }: Entry, again: EntryAgain): void {
  for (const [index, pair] of pairs.entries()) patchPair(pair, again.pairs[index] as YamlPair);
  for (const [index, item] of items.entries()) patchNode(item, again.items[index] as YamlNode);
  takeComments(block, again.block);
  block.reach = again.block.reach;
  block.keyProblems = again.block.keyProblems;
}

/** Whether a node has the form of another, key by key. Adds the scalars of the first that say something else in the second. */
function isSameForm(node: YamlNode, again: YamlNode, scalars: YamlScalar[]): boolean {
  if (node.tag !== again.tag) return false;
  switch (node.kind) {
    case 'scalar':
      if (again.kind !== 'scalar') return false;
      if (node.text !== again.text || !Object.is(node.value, again.value)) scalars.push(node);
      return true;
    case 'map':
      if (again.kind !== 'map' || node.flow !== again.flow || node.pairs.length !== again.pairs.length) return false;
      return node.pairs.every((pair, index) => isSamePair(pair, again.pairs[index] as YamlPair, scalars));
    case 'list':
      if (again.kind !== 'list' || node.flow !== again.flow || node.items.length !== again.items.length) return false;
      return node.items.every((item, index) => isSameForm(item, again.items[index] as YamlNode, scalars));
    case 'alias':
      return false;
  }
}

function isSamePair(pair: YamlPair, again: YamlPair, scalars: YamlScalar[]): boolean {
  const { key, value } = pair;
  if (isLoose(pair) !== isLoose(again)) return false;
  if (key.kind !== 'scalar' || again.key.kind !== 'scalar' || key.tag !== again.key.tag) return false;
  if (key.text !== again.key.text || !Object.is(key.value, again.key.value)) return false;
  return isSameForm(value, again.value, scalars);
}

function patchNode(node: Draft<YamlNode>, again: YamlNode): void {
  restate(node, again);
  if (node.kind === 'map' && again.kind === 'map') {
    for (const [index, pair] of node.pairs.entries()) patchPair(pair, again.pairs[index] as YamlPair);
  } else if (node.kind === 'list' && again.kind === 'list') {
    for (const [index, item] of node.items.entries()) patchNode(item, again.items[index] as YamlNode);
  }
}

function patchPair(pair: YamlPair, again: YamlPair): void {
  restate(pair, again);
  patchNode(pair.key, again.key);
  patchNode(pair.value, again.value);
}
