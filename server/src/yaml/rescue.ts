// What the quick reader does where it gives up within a map: the thorough reader reads the lines of that one pair, so that a slip costs the
// time of its own lines and leaves the rest of the text to the quick reader.
import { type Block, type Draft, draftComment, movePair } from './draft.ts';
import { code, isBlankOrEnd, isDash, isLineEnd, isMarker, lineBehind } from './quick-scalars.ts';
import { readThoroughly } from './thorough.ts';
import type { YamlNode, YamlPair } from './tree.ts';

export interface Wreck {
  /** Takes the pairs, their comments and what is wrong with them. */
  readonly block: Block;
  /** The beginning of the line that the pair begins with. */
  readonly start: number;
  /** The column of the map's keys; only spaces stand before the first on its line. */
  readonly column: number;
  /** How deep collections may nest in the document, and how deep the map lies. */
  readonly maxDepth: number;
  readonly depth: number;
}

export interface Rescued {
  /** The beginning of the first line behind the pair. */
  readonly end: number;
  /** One pair, or as many as its lines turned out to be. */
  readonly pairs: readonly Draft<YamlPair>[];
  /** How far the text was looked at: what stands behind that is no matter. */
  readonly reach: number;
}

/** Undefined where the lines make no sense without the rest of the text. */
export function rescuePairs(text: string, wreck: Wreck): Rescued | undefined {
  const { block, start, column, maxDepth, depth } = wreck;
  const { document } = block;
  const end = endOfPair(text, start, column);
  // A first key makes a map of the lines, as they are the middle of one; it takes the place of what stands before them.
  const before = `${' '.repeat(column)}k:\n`;
  const shift = start - before.length;
  const limits = { nestingDepth: maxDepth - depth + 1, fileBytes: Number.POSITIVE_INFINITY, aliasNodes: 0 };
  const { documents, problems } = readThoroughly(before + text.slice(start, end), document.origin, limits);
  const root = documents[0]?.root;
  if (documents.length !== 1 || root?.kind !== 'map' || root.flow || root.pairs.length < 2 || root.pairs[0]?.value.start !== column + 2) {
    return undefined;
  }
  // Which level a tab stands for, only the maps around can tell.
  if (column > 0 && problems.some((problem) => problem.code === 'tab-indentation')) return undefined;
  // The end of an open bracket may come later, below its key, and then the lines between are in it.
  const isOpen = problems.some((problem) => problem.code === 'unclosed-bracket');
  if (isOpen && closesLater(text, end, column)) return undefined;
  const pairs = root.pairs.slice(1) as readonly Draft<YamlPair>[];
  for (const pair of pairs) {
    movePair(pair, block, shift);
    block.isTied ||= isTied(pair.key) || isTied(pair.value);
  }
  for (const comment of documents[0]?.comments ?? []) {
    block.comments.push(draftComment(block, text, comment.start + shift, comment.end + shift, comment.ownLine));
  }
  for (const problem of problems) {
    block.problems.push({
      ...problem,
      span: { start: Math.max(problem.span.start + shift, start) - block.at, end: Math.max(problem.span.end + shift, start) - block.at },
      data: problem.code === 'nesting-depth' ? { limit: maxDepth } : problem.data,
    });
  }
  return { end, pairs, reach: isOpen ? linesBehind(text, end, MOST_LINES) : lineEndBehind(text, end) };
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

function lineEndBehind(text: string, from: number): number {
  const lineFeed = text.indexOf('\n', from);
  return lineFeed < 0 ? text.length : lineBehind(text, lineFeed);
}

/** How many lines below an open bracket its end is looked for: nobody indents more of them wrong. */
const MOST_LINES = 200;

/** Whether, before the map ends, a line of its pairs begins with a closing bracket. */
function closesLater(text: string, from: number, column: number): boolean {
  let line = from;
  for (let count = 0; count < MOST_LINES && line < text.length; count++, line = lineEndBehind(text, line)) {
    let at = line;
    while (text.charCodeAt(at) === code.space) at++;
    const next = text.charCodeAt(at);
    if (isLineEnd(text, at) || next === code.hash) continue;
    if (next === code.closeList || next === code.closeMap) return at - line <= column;
    if (at - line < column) return false;
  }
  return false;
}

function linesBehind(text: string, from: number, count: number): number {
  let line = from;
  for (let passed = 0; passed <= count && line < text.length; passed++) line = lineEndBehind(text, line);
  return line;
}

/** Whether a node has an anchor or an alias in it. */
function isTied(node: YamlNode): boolean {
  if (node.kind === 'alias' || node.anchor !== undefined) return true;
  if (node.kind === 'map') return node.pairs.some(({ key, value }) => isTied(key) || isTied(value));
  return node.kind === 'list' && node.items.some(isTied);
}
