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

/** Reads one entry again after a change in it. Undefined, and nothing changed, where more of the document may be other than it was. */
export function patchEntry(
  { yaml, sections }: EditedDocument,
  place: EntryPlace,
  change: TextChange,
  text: Text,
  maxDepth: number,
): PatchedEntry | undefined {
  const { own, spread } = sections[place.section] as Section;
  const entry = spread?.entries[place.entry];
  if (entry === undefined || entry.isSlip || entry.block.isTied || entry.block.problems.length > 0) return undefined;
  const end = nextBlock(sections, place)?.at ?? yaml.end;
  if (change.start < entry.block.at || change.oldEnd > end) return undefined;

  const { at } = entry.block;
  const newEnd = end + change.newEnd - change.oldEnd;
  const excerpt = text.slice(at, newEnd + lookAhead);
  const reader = new NodeReader(excerpt, maxDepth, entry.block, true);
  reader.moveTo(0);
  reader.skipLines();
  if (reader.column !== entry.column) giveUp();
  reader.floor = own;
  const block = reader.beginBlock(yaml);
  const again: Pick<Entry, 'pairs' | 'items'> =
    spread?.kind === 'list'
      ? { pairs: [], items: reader.takeItems(entry.column, 2) }
      : { pairs: reader.takePairs(entry.column, 2), items: [] };
  reader.endBlock(block);
  if (block.problems.length > 0 || block.isTied || reader.lineStart !== newEnd - at) return undefined;
  // Who has looked as far as the excerpt goes might have looked further.
  if (block.reach >= excerpt.length && at + excerpt.length < text.length) return undefined;

  const scalars: YamlScalar[] = [];
  const isSame =
    entry.pairs.length === again.pairs.length &&
    entry.items.length === again.items.length &&
    entry.pairs.every((pair, index) => isSamePair(pair, again.pairs[index] as YamlPair, scalars)) &&
    entry.items.every((item, index) => isSameForm(item, again.items[index] as YamlNode, scalars));
  if (!isSame) return undefined;
  for (const [index, pair] of entry.pairs.entries()) patchPair(pair, again.pairs[index] as YamlPair);
  for (const [index, item] of entry.items.entries()) patchNode(item, again.items[index] as YamlNode);
  const isCommented = entry.block.comments.length > 0 || block.comments.length > 0;
  takeComments(entry.block, block);
  entry.block.reach = block.reach;
  entry.block.keyProblems = undefined;
  return { scalars, isCommented };
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
