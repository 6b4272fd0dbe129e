// What the quick reader does where it gives up within a block map or list: the thorough reader reads the lines of that one pair or item, so
// that a slip costs the time of its own lines and leaves the rest of the text to the quick reader.
import { type Block, draftComment, moveNode, movePair } from './draft.ts';
import { code, isBlankOrEnd, isDash, isLineEnd, isMarker, lineBehind } from './quick-scalars.ts';
import { readThoroughly } from './thorough.ts';
import type { YamlNode, YamlPair } from './tree.ts';

export interface Wreck {
  /** Takes what is read, its comments and what is wrong with it. */
  readonly block: Block;
  /** The beginning of the line that the pair or item begins with. */
  readonly start: number;
  /** The column of the map's keys or the list's dashes; only spaces stand before the one on this line. */
  readonly column: number;
  /** How deep collections may nest in the document, and how deep the map or list lies. */
  readonly maxDepth: number;
  readonly depth: number;
}

export interface Rescued<T> {
  /** The beginning of the first line behind the pair or item. */
  readonly end: number;
  /** One, or as many as its lines turned out to be. */
  readonly parts: readonly T[];
  /** How much is wrong with them. */
  readonly faults: number;
  /** How far the text was looked at: what stands behind that is no matter. */
  readonly reach: number;
}

/** Undefined where the lines make no sense without the rest of the text. */
export function rescuePairs(text: string, wreck: Wreck): Rescued<YamlPair> | undefined {
  // A first key makes a map of the lines, as they are the middle of one.
  return rescue(text, wreck, 'k:', endOfPair(text, wreck.start, wreck.column), (root, shift) => {
    if (root.kind !== 'map' || root.flow || root.pairs[0]?.value.start !== wreck.column + 2) return [];
    const pairs = root.pairs.slice(1);
    for (const pair of pairs) movePair(pair, wreck.block, shift);
    return pairs;
  });
}

/** The same for the item of a list. */
export function rescueItems(text: string, wreck: Wreck): Rescued<YamlNode> | undefined {
  return rescue(text, wreck, '-', endOfItem(text, wreck.start, wreck.column), (root, shift) => {
    if (root.kind !== 'list' || root.flow || root.items[0]?.end !== wreck.column + 1) return [];
    const items = root.items.slice(1);
    for (const item of items) moveNode(item, wreck.block, shift);
    return items;
  });
}

/** `opener` begins the collection whose middle the lines are; `take` gives what is theirs, moved to the block. */
function rescue<T extends YamlNode | YamlPair>(
  text: string,
  { block, start, column, maxDepth, depth }: Wreck,
  opener: string,
  end: number,
  take: (root: YamlNode, shift: number) => readonly T[],
): Rescued<T> | undefined {
  const before = `${' '.repeat(column)}${opener}\n`;
  const shift = start - before.length;
  const limits = { nestingDepth: maxDepth - depth + 1, fileBytes: Number.POSITIVE_INFINITY, aliasNodes: 0, documents: 2 };
  const lines = text.slice(start, end);
  const { documents, problems } = readThoroughly(before + lines, block.document.origin, limits);
  // Which level a tab stands for, only the maps around can tell; and how the library goes on behind one in a block scalar, only all the text.
  const hasTab = problems.some((problem) => problem.code === 'tab-indentation') || hasTabInBlockScalar(lines);
  if (column > 0 && hasTab) return undefined;
  // The end of an open bracket may come later, below its key, and then the lines between are in it.
  const isOpen = problems.some((problem) => problem.code === 'unclosed-bracket');
  if (isOpen && closesLater(text, end, column)) return undefined;
  const root = documents[0]?.root;
  const parts = documents.length === 1 && root ? take(root, shift) : [];
  if (parts.length === 0) return undefined;
  block.isTied ||= parts.some(isTied);
  block.keyProblems = undefined;
  for (const { text: words, start: from, end: to, ownLine } of documents[0]?.comments ?? []) {
    block.comments.push(draftComment(block, words, from + shift, to + shift, ownLine));
  }
  for (const problem of problems) {
    block.problems.push({
      ...problem,
      span: { start: Math.max(problem.span.start + shift, start) - block.at, end: Math.max(problem.span.end + shift, start) - block.at },
      data: problem.code === 'nesting-depth' ? { limit: maxDepth } : problem.data,
    });
  }
  return { end, parts, faults: problems.length, reach: isOpen ? linesBehind(text, end, MOST_LINES) : lineEndBehind(text, end) };
}

/** Whether it may have one at the beginning of a line. */
function hasTabInBlockScalar(lines: string): boolean {
  return /^ *\t/m.test(lines) && /[|>][-+\d]*[ \t]*(?:#.*)?$/m.test(lines);
}

/** The first line behind a pair that cannot belong to it: further out, or at its column and no item, explicit value or closing bracket. */
function endOfPair(text: string, start: number, column: number): number {
  for (let line = lineEndBehind(text, start); line < text.length; line = lineEndBehind(text, line)) {
    let at = line;
    while (text.charCodeAt(at) === code.space) at++;
    const next = text.charCodeAt(at);
    if (isLineEnd(text, at) || next === code.hash || next === code.tab) continue;
    const own = at - line;
    const isOpened = isDash(text, at) || (next === code.colon && isBlankOrEnd(text, at + 1));
    const goesOn = isOpened || next === code.closeList || next === code.closeMap;
    if (isMarker(text, at, line) || own < column || (own === column && !goesOn)) return line;
  }
  return text.length;
}

/** The first line behind an item: further out, or at its column and no closing bracket. */
function endOfItem(text: string, start: number, column: number): number {
  for (let line = lineEndBehind(text, start); line < text.length; line = lineEndBehind(text, line)) {
    let at = line;
    while (text.charCodeAt(at) === code.space) at++;
    const next = text.charCodeAt(at);
    if (isLineEnd(text, at) || next === code.hash || next === code.tab) continue;
    const own = at - line;
    const closes = next === code.closeList || next === code.closeMap;
    if (isMarker(text, at, line) || own < column || (own === column && !closes)) return line;
  }
  return text.length;
}

function lineEndBehind(text: string, from: number): number {
  const lineFeed = text.indexOf('\n', from);
  return lineFeed < 0 ? text.length : lineBehind(text, lineFeed);
}

/** How many lines below an open bracket its end is looked for: nobody indents more of them wrong. */
const MOST_LINES = 200;

/** Whether, before the map or its document ends, a line of its pairs begins with a closing bracket. */
function closesLater(text: string, from: number, column: number): boolean {
  let line = from;
  for (let count = 0; count < MOST_LINES && line < text.length; count++, line = lineEndBehind(text, line)) {
    let at = line;
    while (text.charCodeAt(at) === code.space) at++;
    const next = text.charCodeAt(at);
    if (isLineEnd(text, at) || next === code.hash) continue;
    if (next === code.closeList || next === code.closeMap) return at - line <= column;
    if (at - line < column || isMarker(text, at, line)) return false;
  }
  return false;
}

function linesBehind(text: string, from: number, count: number): number {
  let line = from;
  for (let passed = 0; passed <= count && line < text.length; passed++) line = lineEndBehind(text, line);
  return line;
}

/** Whether there is an anchor or an alias in it. */
function isTied(part: YamlNode | YamlPair): boolean {
  if (part.kind === 'pair') return isTied(part.key) || isTied(part.value);
  if (part.kind === 'alias' || part.anchor !== undefined) return true;
  return part.kind === 'map' ? part.pairs.some(isTied) : part.kind === 'list' && part.items.some(isTied);
}
