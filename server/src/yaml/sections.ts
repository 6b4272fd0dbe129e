// How a document is cut into blocks: its keys, and the entries of the collections below them. An edit is read in the blocks it touches; all
// others only move.
import { type Block, type Draft, draftPair } from './draft.ts';
import { doubt } from './quick-lines.ts';
import type { NodeReader } from './quick-node.ts';
import { isDash } from './quick-scalars.ts';
import { spreadList, spreadMap } from './spread.ts';
import type { YamlDocument, YamlNode, YamlPair } from './tree.ts';

/** A key of a document with its value. */
export interface Section {
  /** The line of the key, and all of the value that is in no block of its own. */
  readonly head: Block;
  /** The column of the key, and that of the keys of the document from here on: a key that stands further out takes them along. */
  readonly column: number;
  readonly own: number;
  /** Whether a slip of indentation put the key there. */
  readonly isSlip: boolean;
  /** One pair, or as many as the thorough reader made of the lines. */
  readonly pairs: readonly Draft<YamlPair>[];
  /** Undefined where the value is all in `head`. */
  readonly spread: Spread | undefined;
}

/** A block collection whose entries have blocks of their own. */
export interface Spread {
  readonly kind: 'map' | 'list';
  readonly entries: readonly Entry[];
}

/** An entry of a block collection: its pairs, or its items; one, or as many as the thorough reader made of the lines. */
export interface Entry {
  readonly block: Block;
  /** The column of the key or dash, and whether a slip of indentation put it there. */
  readonly column: number;
  readonly isSlip: boolean;
  readonly pairs: readonly Draft<YamlPair>[];
  readonly items: readonly Draft<YamlNode>[];
}

/** Knows which blocks were read before and stand where the reader is now, only moved. */
export interface Reuse {
  /** Whether anything has been taken over. */
  readonly isUsed: boolean;
  /** The entries from here to the end of their collection, if it is of that kind, at that column; the reader then stands behind them. */
  entries(reader: NodeReader, kind: Spread['kind'], own: number, floor: number): readonly Entry[] | undefined;
  /** The one entry here, where the edit changed what stands before it and behind it; the reader then stands behind it. */
  sameEntry(reader: NodeReader, kind: Spread['kind'], own: number, floor: number): Entry | undefined;
  /** All that follows in the document, if its keys stand at that column. */
  sectionsFrom(reader: NodeReader, own: number): readonly Section[] | undefined;
}

/** Reads the keys of a document, from one at column `next` on, where its keys stand at column `own`; none where `next` is undefined. */
export function takeSections(
  reader: NodeReader,
  document: YamlDocument,
  next: number | undefined,
  own: number,
  reuse: Reuse | undefined,
): readonly Section[] {
  const sections: Section[] = [];
  let keys = own;
  for (let column = next; column !== undefined; column = reader.nextKey(keys, -1)) {
    const rest = reuse?.sectionsFrom(reader, keys);
    if (rest) {
      for (const section of rest) sections.push(section);
      break;
    }
    const isSlip = column !== keys;
    keys = Math.min(keys, column);
    sections.push(takeSection(reader, document, { column, own: keys, isSlip }, reuse));
  }
  return sections;
}

type KeyPlace = Pick<Section, 'column' | 'own' | 'isSlip'>;

function takeSection(reader: NodeReader, document: YamlDocument, key: KeyPlace, reuse: Reuse | undefined): Section {
  const { lineStart, faults } = reader;
  const { own, isSlip } = key;
  try {
    return takeSpread(reader, document, key, reuse);
  } catch (reason) {
    // Behind blocks that were taken over, the lines in doubt are not known: the whole text is read anew.
    if (reason !== doubt || isSlip || reuse?.isUsed) throw reason;
    reader.moveTo(lineStart);
    reader.faults = faults;
    const head = reader.beginBlock(document);
    const pairs = reader.rescue(lineStart, own, 1);
    reader.endBlock(head);
    return { ...key, head, pairs, spread: undefined };
  }
}

function takeSpread(reader: NodeReader, document: YamlDocument, place: KeyPlace, reuse: Reuse | undefined): Section {
  const { column, own, isSlip } = place;
  const head = reader.beginBlock(document);
  if (isSlip) reader.reportSlip();
  const key = reader.takeKey();
  reader.floor = own;
  const opening = reader.openValue(reader.at);
  if (!reader.isAtLineEnd()) return sectionOf(reader, place, head, key, reader.inlineValue(opening.properties, column + 1, 2));
  reader.endLine(false);
  reader.skipLines();
  const isList = isDash(reader.text, reader.at) && reader.column >= column;
  const sign = isList ? reader.at : reader.column > column ? reader.colonOfKey() : undefined;
  if (sign === undefined) return sectionOf(reader, place, head, key, reader.valueOnLines(opening, column, true, 2));
  reader.endBlockBy(head, sign);
  const kind = isList ? 'list' : 'map';
  const entries = takeEntries(reader, document, { kind, own: reader.column, floor: own }, reuse);
  return spreadSection(reader, { ...place, head }, key, opening.properties.anchor, { kind, entries });
}

function sectionOf(reader: NodeReader, place: KeyPlace, head: Block, key: Draft<YamlNode>, value: Draft<YamlNode>): Section {
  reader.endPair(place.column, place.own, value);
  reader.endBlock(head);
  return { ...place, head, pairs: [draftPair(key, value)], spread: undefined };
}

/** Ties a key to the entries of its value, behind which the reader stands. */
export function spreadSection(
  reader: NodeReader,
  { head, column, own, isSlip }: KeyPlace & Pick<Section, 'head'>,
  key: Draft<YamlNode>,
  anchor: string | undefined,
  spread: Spread,
): Section {
  const { kind, entries } = spread;
  const first = entries[0] as Entry;
  const pairs: Draft<YamlPair>[] = [];
  const items: Draft<YamlNode>[] = [];
  for (const entry of entries) {
    for (const pair of entry.pairs) pairs.push(pair);
    for (const item of entry.items) items.push(item);
  }
  const value = kind === 'map' ? spreadMap(anchor, pairs) : spreadList(anchor, items, first.block, first.column);
  reader.endPair(column, own, value);
  return { head, column, own, isSlip, pairs: [draftPair(key, value)], spread };
}

/** What holds for the entries of a collection that come next. */
export interface EntriesPlace {
  readonly kind: Spread['kind'];
  /** The column of their keys or dashes. */
  readonly own: number;
  /** The column of the keys of the document. */
  readonly floor: number;
}

/** Reads entries from the one on where the reader stands. */
export function takeEntries(
  reader: NodeReader,
  document: YamlDocument,
  { kind, own, floor }: EntriesPlace,
  reuse: Reuse | undefined,
): readonly Entry[] {
  const entries: Entry[] = [];
  const isList = kind === 'list';
  let column = own;
  const next = (): number | undefined => (isList ? reader.nextItem(column, floor) : reader.nextKey(column, floor));
  for (let at: number | undefined = own; at !== undefined; at = next()) {
    const isSlip = at !== column;
    const rest = isSlip ? undefined : reuse?.entries(reader, kind, column, floor);
    if (rest) {
      for (const entry of rest) entries.push(entry);
      break;
    }
    const same = isSlip ? undefined : reuse?.sameEntry(reader, kind, column, floor);
    if (same) {
      entries.push(same);
      continue;
    }
    if (!isSlip && entries.length >= mostBlocks) {
      entries.push(takeRest(reader, document, isList, column));
      continue;
    }
    column = Math.min(column, at);
    const block = reader.beginBlock(document);
    if (isSlip) reader.reportSlip();
    const pairs = isList ? none : isSlip ? [reader.takePair(at, column, 2)] : reader.takePairs(column, 2);
    const items = !isList ? none : isSlip ? [reader.takeItem(column, 2)] : reader.takeItems(column, 2);
    reader.endBlock(block);
    entries.push({ block, column: at, isSlip, pairs, items });
  }
  return entries;
}

/**
 * So many entries of a collection have blocks of their own. Of more, the others share one: no plan has so many, and of the smallest entries a block
 * takes more memory than all that is in it.
 */
const mostBlocks = 100_000;

/** Reads the entries that stand here one below the other as one that has the pairs or items of all. */
function takeRest(reader: NodeReader, document: YamlDocument, isList: boolean, column: number): Entry {
  const block = reader.beginBlock(document);
  const pairs: Draft<YamlPair>[] = [];
  const items: Draft<YamlNode>[] = [];
  do {
    if (isList) for (const item of reader.takeItems(column, 2)) items.push(item);
    else for (const pair of reader.takePairs(column, 2)) pairs.push(pair);
  } while (reader.column === column && (!isList || isDash(reader.text, reader.at)));
  reader.endBlock(block);
  return { block, column, isSlip: false, pairs, items };
}

const none: readonly never[] = [];

/** The blocks of some sections, in the order of the text. */
export function blocksOf(sections: readonly Section[]): readonly Block[] {
  const blocks: Block[] = [];
  for (const { head, spread } of sections) {
    blocks.push(head);
    if (spread) for (const { block } of spread.entries) blocks.push(block);
  }
  return blocks;
}

/** An entry among those of some sections. */
export interface EntryPlace {
  readonly section: number;
  readonly entry: number;
}

/** The block behind that of an entry. */
export function nextBlock(sections: readonly Section[], { section, entry }: EntryPlace): Block | undefined {
  return sections[section]?.spread?.entries[entry + 1]?.block ?? sections[section + 1]?.head;
}
