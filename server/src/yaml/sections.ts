// How a document is cut into blocks: its keys, and the entries of the collections below them. An edit is read in the blocks it touches; all
// others only move.
import { type Block, type Draft, spreadList, spreadMap, spreadPair } from './draft.ts';
import { doubt, giveUp } from './quick-lines.ts';
import type { NodeReader } from './quick-node.ts';
import { isDash } from './quick-scalars.ts';
import type { YamlDocument, YamlNode, YamlPair } from './tree.ts';

/** A key of a document with its value. */
export interface Section {
  /** The line of the key, and all of the value that is in no block of its own. */
  readonly head: Block;
  /** One pair, or as many as the thorough reader made of the lines. */
  readonly pairs: readonly Draft<YamlPair>[];
  /** Undefined where the value is all in `head`. */
  readonly spread: Spread | undefined;
}

/** A block collection whose entries have blocks of their own. */
export interface Spread {
  readonly kind: 'map' | 'list';
  readonly column: number;
  readonly entries: readonly Entry[];
}

/** An entry of a block collection: its pairs, or its item. */
export interface Entry {
  readonly block: Block;
  readonly pairs: readonly Draft<YamlPair>[];
  readonly item: Draft<YamlNode> | undefined;
}

/** Knows which blocks were read before and stand where the reader is now, only moved. */
export interface Reuse {
  /** Whether anything has been taken over. */
  readonly isUsed: boolean;
  /** The entries from here to the end of their collection; the reader then stands behind them. */
  entries(reader: NodeReader, kind: Spread['kind'], column: number): readonly Entry[] | undefined;
  /** All that follows in the document. */
  sectionsFrom(reader: NodeReader): readonly Section[] | undefined;
}

/** Reads the keys of a document from the line on where the reader stands, at the column of the keys. */
export function takeSections(reader: NodeReader, document: YamlDocument, column: number, reuse: Reuse | undefined): readonly Section[] {
  const sections: Section[] = [];
  do {
    const rest = reuse?.sectionsFrom(reader);
    if (rest) {
      for (const section of rest) sections.push(section);
      break;
    }
    sections.push(takeSection(reader, document, column, reuse));
  } while (reader.column === column);
  return sections;
}

function takeSection(reader: NodeReader, document: YamlDocument, column: number, reuse: Reuse | undefined): Section {
  const { lineStart } = reader;
  try {
    return takeSpread(reader, document, column, reuse);
  } catch (reason) {
    // Behind blocks that were taken over, the lines in doubt are not known: the whole text is read anew.
    if (reason !== doubt || reuse?.isUsed) throw reason;
    reader.moveTo(lineStart);
    const head = reader.beginBlock(document);
    const pairs = reader.rescue(lineStart, column, 1);
    reader.endBlock(head);
    return { head, pairs, spread: undefined };
  }
}

function takeSpread(reader: NodeReader, document: YamlDocument, column: number, reuse: Reuse | undefined): Section {
  const head = reader.beginBlock(document);
  const key = reader.takeKey();
  const opening = reader.openValue(reader.at);
  if (!reader.isAtLineEnd()) return sectionOf(reader, column, head, key, reader.inlineValue(opening.properties, column + 1, 2));
  reader.endLine(false);
  reader.skipLines();
  const isList = isDash(reader.text, reader.at) && reader.column >= column;
  if (!isList && (reader.column <= column || !reader.isAtKey())) {
    return sectionOf(reader, column, head, key, reader.valueOnLines(opening, column, true, 2));
  }
  reader.endBlock(head);
  const kind = isList ? 'list' : 'map';
  const spread = { kind, column: reader.column, entries: takeEntries(reader, document, kind, reader.column, reuse) } as const;
  reader.endPair(column);
  return spreadSection(head, key, opening.properties.anchor, spread);
}

function sectionOf(reader: NodeReader, column: number, head: Block, key: Draft<YamlNode>, value: Draft<YamlNode>): Section {
  reader.endPair(column);
  reader.endBlock(head);
  return { head, pairs: [reader.pairOf(key, value)], spread: undefined };
}

/** Ties a key to the entries of its value. */
export function spreadSection(head: Block, key: Draft<YamlNode>, anchor: string | undefined, spread: Spread): Section {
  const { kind, entries, column } = spread;
  const first = (entries[0] as Entry).block;
  const value =
    kind === 'map'
      ? spreadMap(
          anchor,
          entries.flatMap(({ pairs }) => pairs),
        )
      : spreadList(
          anchor,
          entries.map(({ item }) => item as Draft<YamlNode>),
          first,
          column,
        );
  return { head, pairs: [spreadPair(key, value)], spread };
}

/** Reads entries from the line on where the reader stands, at their column. */
export function takeEntries(
  reader: NodeReader,
  document: YamlDocument,
  kind: Spread['kind'],
  column: number,
  reuse: Reuse | undefined,
): readonly Entry[] {
  const entries: Entry[] = [];
  const isList = kind === 'list';
  do {
    const rest = reuse?.entries(reader, kind, column);
    if (rest) {
      for (const entry of rest) entries.push(entry);
      break;
    }
    const block = reader.beginBlock(document);
    const pairs = isList ? [] : reader.takePairs(column, 2);
    const item = isList ? reader.takeItem(column, 2) : undefined;
    reader.endBlock(block);
    entries.push({ block, pairs, item });
  } while (reader.column === column && (!isList || isDash(reader.text, reader.at)));
  if (isList && reader.column > column) giveUp();
  return entries;
}

/** The blocks of some sections, in the order of the text. */
export function blocksOf(sections: readonly Section[]): readonly Block[] {
  const blocks: Block[] = [];
  for (const { head, spread } of sections) {
    blocks.push(head);
    if (spread) for (const { block } of spread.entries) blocks.push(block);
  }
  return blocks;
}
