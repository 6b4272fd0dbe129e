// Reading a text again after an edit: the blocks it touches are read, all others are taken over and only move. The tree is the one that
// the whole text would give, to the character; the tree from before the edit is used up.
import type { TextChange } from '../text/change.ts';
import type { Text } from '../text/text.ts';
import { type Block, type Draft, draftDocument } from './draft.ts';
import { patchEntry } from './patch.ts';
import { prepareText } from './prepare.ts';
import { collectComments, finishDocument, type QuickDocument, type QuickReading, unlessInDoubt } from './quick.ts';
import { despair } from './quick-lines.ts';
import { NodeReader } from './quick-node.ts';
import {
  blocksOf,
  type Entry,
  type EntryPlace,
  nextBlock,
  type Reuse,
  type Section,
  type Spread,
  spreadSection,
  takeEntries,
  takeSections,
} from './sections.ts';
import type { YamlDocument, YamlPair } from './tree.ts';

/** An edit of a text that was read, and where it begins to make a difference. */
export interface EditSite {
  readonly reading: QuickReading;
  /** What makes the reading's text into `text`. */
  readonly change: TextChange;
  readonly text: Text;
  /** The document that all of the edit stands in. */
  readonly index: number;
  readonly from: BlockPlace;
}

/** Undefined where the whole text must be read. */
export function siteOf(reading: QuickReading, change: TextChange, text: Text): EditSite | undefined {
  if (!isPlain(text, change)) return undefined;
  const index = reading.documents.findIndex(({ yaml }) => change.start < yaml.end || yaml.end === reading.text.length);
  const edited = reading.documents[index];
  if (edited === undefined || change.oldEnd > edited.yaml.end) return undefined;
  const { lead, sections } = edited;
  const from = firstTouched(sections, change.start);
  // The lines before the first key decide what the document is.
  if (from === undefined || lead.at + lead.reach >= change.start) return undefined;
  return { reading, change, text, index, from };
}

/** The reading after an edit that changed nothing but what some scalars of one entry say; undefined, and nothing used up, after any other. */
export function patchReading({ reading, change, text, index, from }: EditSite): QuickReading | undefined {
  const { section, entry } = from;
  if (entry === undefined) return undefined;
  const { documents, maxDepth } = reading;
  const { yaml, lead, sections } = documents[index] as QuickDocument;
  const patched = unlessInDoubt(() => patchEntry({ yaml, sections }, { section, entry }, change, text, maxDepth));
  if (patched === undefined) return undefined;
  const delta = change.newEnd - change.oldEnd;
  moveBehind(sections, patched.place, delta);
  for (const document of documents.slice(index)) {
    const own: Draft<YamlDocument> = document.yaml;
    own.end += delta;
    if (document.yaml === yaml) continue;
    own.start += delta;
    for (const block of [document.lead, ...blocksOf(document.sections)]) block.at += delta;
  }
  if (patched.isCommented) collectComments(yaml, lead, sections);
  return { text, maxDepth, documents, patched: patched.scalars };
}

/** The reading after any edit. Undefined where the whole text must be read. */
export function readAgain(site: EditSite): QuickReading | undefined {
  const { reading, change, text, index } = site;
  const again = unlessInDoubt(() => readDocumentAgain(site));
  if (again === undefined) return undefined;
  const delta = change.newEnd - change.oldEnd;
  const documents = reading.documents.map((document, other) => {
    if (other < index) return document;
    return other === index ? again : moveDocument(document, delta);
  });
  return { text, maxDepth: reading.maxDepth, documents };
}

/** Moves the blocks behind that of an entry. */
function moveBehind(sections: readonly Section[], { section: edited, entry }: EntryPlace, delta: number): void {
  for (let section = edited; section < sections.length; section++) {
    const { head, spread } = sections[section] as Section;
    if (section > edited) head.at += delta;
    const entries = spread?.entries ?? [];
    for (let behind = section > edited ? 0 : entry + 1; behind < entries.length; behind++) (entries[behind] as Entry).block.at += delta;
  }
}

/** Whether what stands where the edit was, and next to it, is as the quick reader must be shown it. */
function isPlain(text: Text, { start, newEnd }: TextChange): boolean {
  const code = (at: number): number => text.slice(at, at + 1).charCodeAt(0);
  const isLowHalf = (at: number): boolean => (code(at) & 0xfc00) === 0xdc00;
  let from = Math.max(0, start - 2);
  let to = Math.min(text.length, newEnd + 2);
  if (isLowHalf(from)) from--;
  if (isLowHalf(to) || code(to - 1) === 0x0d) to++;
  const around = text.slice(from, to);
  const { text: prepared, forbidden, quotedOnly } = prepareText(around);
  return prepared === around && forbidden.length === 0 && quotedOnly.length === 0;
}

interface ChangedText extends TextChange {
  readonly before: Text;
  readonly text: Text;
}

function readDocumentAgain({ reading, change: made, text, index, from }: EditSite): QuickDocument {
  const edited = reading.documents[index] as QuickDocument;
  const { lead, sections } = edited;
  const change: ChangedText = { ...made, before: reading.text, text };
  const delta = change.newEnd - change.oldEnd;
  const end = edited.yaml.end + delta;

  const yaml = draftDocument(edited.yaml.origin, edited.yaml.index, edited.yaml.start, end);
  const reuse = new EarlierBlocks(edited, change, from);
  const reader = new NodeReader(text.toString(), reading.maxDepth, lead, true);
  const section = sections[from.section] as Section;
  const { own, spread } = section;
  const again: Section[] = [...sections.slice(0, from.section)];
  const entry = from.entry === undefined ? undefined : spread?.entries[from.entry];
  reader.moveTo((entry?.block ?? section.head).at);
  reader.skipLines();
  let next: number | undefined = own;
  if (spread && entry) {
    const { key, value } = section.pairs[0] as YamlPair;
    const before = spread.entries.slice(0, from.entry);
    const entries = [...before, ...takeEntries(reader, yaml, { kind: spread.kind, own: entry.column, floor: own }, reuse)];
    again.push(spreadSection(reader, section, key, value.anchor, { ...spread, entries }));
    next = reader.nextKey(own, -1);
  }
  for (const other of takeSections(reader, yaml, next, own, reuse)) again.push(other);
  if (reader.column >= 0 || reader.at !== end) throw despair;

  reuse.move(delta);
  return finishAgain(yaml, { ...edited, sections: again });
}

/** A document that an earlier one pushes along. */
function moveDocument(document: QuickDocument, delta: number): QuickDocument {
  const { yaml, lead, sections } = document;
  for (const block of [lead, ...blocksOf(sections)]) block.at += delta;
  const moved = draftDocument(yaml.origin, yaml.index, yaml.start + delta, yaml.end + delta);
  moved.root = yaml.root;
  return finishAgain(moved, document);
}

function finishAgain(yaml: Draft<YamlDocument>, { lead, sections }: QuickDocument): QuickDocument {
  for (const block of [lead, ...blocksOf(sections)]) block.document = yaml;
  return finishDocument(yaml, yaml.end, lead, sections);
}

/** A block among those of some sections: a head, or that of an entry. */
interface BlockPlace {
  readonly section: number;
  readonly entry: number | undefined;
}

/** From where on an edit may make a difference: the first block that looked so far, or one before it at which the reader can begin. */
function firstTouched(sections: readonly Section[], start: number): BlockPlace | undefined {
  let from: BlockPlace | undefined;
  const isTouched = (block: Block): boolean => block.at + block.reach >= start;
  for (const [section, { head, isSlip: isSlipOfKey, spread }] of sections.entries()) {
    if (!isSlipOfKey) from = { section, entry: undefined };
    if (isTouched(head)) return from;
    const entries = spread?.entries ?? [];
    for (let entry = 0; entry < entries.length; entry++) {
      const { block, isSlip } = entries[entry] as Entry;
      if (!isSlip) from = { section, entry };
      if (isTouched(block)) return from;
    }
  }
  return undefined;
}

/** The blocks of the text before the edit, found by where they stand now. */
class EarlierBlocks implements Reuse {
  private readonly sections: readonly Section[];
  private readonly change: ChangedText;
  /** The end of the document before the edit. */
  private readonly end: number;
  private readonly takenEntries: Entry[] = [];
  private takenSections: readonly Section[] = [];
  /** The section whose turn is next, once entries have been taken over. */
  private next: number | undefined = undefined;
  private section: number;
  private entry: number;
  /** Within the edit blocks are compared one by one, in their order: the one whose turn is next, and what was taken over, with its new place. */
  private compared: EntryPlace;
  private readonly same: { readonly block: Block; readonly at: number }[] = [];

  constructor({ sections, yaml }: QuickDocument, change: ChangedText, from: BlockPlace) {
    this.sections = sections;
    this.change = change;
    this.end = yaml.end;
    this.section = from.section;
    this.entry = from.entry ?? -1;
    this.compared = from.entry === undefined ? { section: from.section - 1, entry: 0 } : { section: from.section, entry: from.entry };
  }

  get isUsed(): boolean {
    return this.next !== undefined || this.same.length > 0;
  }

  sameEntry(reader: NodeReader, kind: Spread['kind'], own: number, floor: number): Entry | undefined {
    const place = this.compared;
    this.compared = { section: place.section, entry: place.entry + 1 };
    const { spread, own: keys } = this.sections[place.section] ?? {};
    const entry = spread?.entries[place.entry];
    if (entry === undefined || entry.isSlip || entry.column !== own || spread?.kind !== kind || keys !== floor) return undefined;
    const { block } = entry;
    const { before, text, oldEnd } = this.change;
    // What stands behind the edit is taken over with all the rest.
    if (block.at >= oldEnd || block.problems.length > 0) return undefined;
    const at = reader.lineStart;
    const end = nextBlock(this.sections, place)?.at ?? this.end;
    const length = Math.max(end - block.at, block.reach + 1);
    if (before.slice(block.at, block.at + length) !== text.slice(at, at + length)) return undefined;
    this.same.push({ block, at });
    reader.moveTo(at + end - block.at);
    reader.skipLines();
    return entry;
  }

  entries(reader: NodeReader, kind: Spread['kind'], own: number, floor: number): readonly Entry[] | undefined {
    const block = this.blockAt(reader.lineStart);
    const { spread, own: keys } = this.sections[this.section] ?? {};
    const entry = spread?.entries[this.entry];
    if (block === undefined || entry === undefined || entry.isSlip || entry.column !== own) return undefined;
    if (spread?.kind !== kind || keys !== floor) return undefined;
    const rest = spread.entries.slice(this.entry);
    for (const each of rest) this.takenEntries.push(each);
    this.next = this.section + 1;
    this.goTo(reader, this.sections[this.next]);
    return rest;
  }

  sectionsFrom(reader: NodeReader, own: number): readonly Section[] | undefined {
    this.compared = { section: this.compared.section + 1, entry: 0 };
    if (this.next === undefined) {
      const block = this.blockAt(reader.lineStart);
      const section = this.sections[this.section];
      if (block === undefined || this.entry >= 0 || section === undefined) return undefined;
      if (section.isSlip || section.own !== own || reader.column !== own) return undefined;
      this.next = this.section;
    }
    this.takenSections = this.sections.slice(this.next);
    this.goTo(reader, undefined);
    return this.takenSections;
  }

  /** Moves all that was taken over to where it stands now. */
  move(delta: number): void {
    for (const { block, at } of this.same) block.at = at;
    for (const { block } of this.takenEntries) block.at += delta;
    for (const block of blocksOf(this.takenSections)) block.at += delta;
  }

  private goTo(reader: NodeReader, section: Section | undefined): void {
    reader.moveTo((section?.head.at ?? this.end) + this.change.newEnd - this.change.oldEnd);
    reader.column = section?.column ?? -1;
    reader.at += section?.column ?? 0;
  }

  /** The block that began behind the edit where this line stands now; the lines come in order. */
  private blockAt(lineStart: number): Block | undefined {
    const { newEnd, oldEnd } = this.change;
    if (lineStart < newEnd) return undefined;
    const at = lineStart - newEnd + oldEnd;
    for (let block = this.current(); block !== undefined; block = this.advance()) {
      if (block.at >= at) return block.at === at ? block : undefined;
    }
    return undefined;
  }

  private current(): Block | undefined {
    const section = this.sections[this.section];
    return this.entry < 0 ? section?.head : section?.spread?.entries[this.entry]?.block;
  }

  private advance(): Block | undefined {
    this.entry++;
    if (this.sections[this.section]?.spread?.entries[this.entry] === undefined) {
      this.section++;
      this.entry = -1;
    }
    return this.current();
  }
}
