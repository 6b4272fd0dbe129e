// Where the parts of a YAML text belong: the column of every entry of a block, the white space around the signs of brackets, and the
// stretches whose lines move with their entry and are otherwise left as they are.
import type { TextEdit } from '../text/edit.ts';
import type { Span } from '../text/span.ts';
import { columnOf, lineEndOf, lineStartOf, nextLine } from '../yaml/layout.ts';
import type { YamlDocument, YamlList, YamlMap, YamlNode, YamlPair, YamlScalar } from '../yaml/tree.ts';

/** A key of a block map or the dash of an item. */
export interface Entry {
  readonly offset: number;
  readonly oldColumn: number;
  readonly newColumn: number;
}

/** Part of the text from behind its first line on; its lines keep their places relative to the entry they belong to. */
export interface Stretch extends Span {
  /** `block`: a block scalar. `text`: any other scalar. `brackets`, `explicit`: a collection in brackets, a pair with `?`. */
  readonly kind: 'block' | 'text' | 'brackets' | 'explicit';
  /** Of a block scalar: the column of its text, and whether blank lines behind it belong to it. */
  readonly textColumn?: number;
}

export interface Layout {
  /** In the order of the text. */
  readonly entries: readonly Entry[];
  readonly stretches: readonly Stretch[];
  /** The edits within lines. */
  readonly spacing: readonly TextEdit[];
}

/** Two columns for each level, and no more behind a dash than one blank. */
const step = 2;

export function layoutOf(text: string, document: YamlDocument): Layout {
  const entries: Entry[] = [];
  const stretches: Stretch[] = [];
  const spacing: TextEdit[] = [];

  const place = (offset: number, newColumn: number): void => {
    entries.push({ offset, oldColumn: columnOf(text, offset), newColumn });
  };

  const visit = (node: YamlNode, column: number): void => {
    switch (node.kind) {
      case 'map':
        if (node.flow) brackets(node);
        else for (const pair of node.pairs) visitPair(pair, column);
        return;
      case 'list':
        if (node.flow) brackets(node);
        else visitItems(node, column);
        return;
      case 'scalar':
        addScalar(node);
        return;
      case 'alias':
        return;
    }
  };

  const visitPair = (pair: YamlPair, column: number): void => {
    place(pair.start, column);
    if (text[pair.start] === '?') {
      stretches.push({ kind: 'explicit', start: pair.start, end: endOfStretch(text, pair) });
      return;
    }
    visit(pair.key, column);
    visit(pair.value, column + step);
  };

  const visitItems = (list: YamlList, column: number): void => {
    let from = list.start;
    for (const item of list.items) {
      const dash = findDash(text, from, item.start);
      place(dash, column);
      const blanks = /[ \t]*/y;
      blanks.lastIndex = dash + 1;
      const gap = blanks.exec(text)?.[0] ?? '';
      const next = text[dash + 1 + gap.length];
      const isFilled = next !== undefined && !/[\r\n#]/.test(next);
      if (isFilled && gap !== ' ') spacing.push({ span: { start: dash + 1, end: dash + 1 + gap.length }, newText: ' ' });
      visit(item, column + step);
      from = Math.max(item.end, dash + 1);
    }
  };

  const brackets = (node: YamlMap | YamlList): void => {
    if (hasLineBreak(text, node)) stretches.push({ kind: 'brackets', start: node.start, end: node.end });
    const parts = node.kind === 'map' ? node.pairs : node.items;
    for (const [index, part] of parts.entries()) {
      if (part.kind === 'pair') {
        spacing.push(...colonSpacing(text, part));
        visit(part.key, 0);
        visit(part.value, 0);
      } else visit(part, 0);
      const following = parts[index + 1];
      if (following) spacing.push(...commaSpacing(text, part.end, following.start));
    }
  };

  const addScalar = (scalar: YamlScalar): void => {
    if (!hasLineBreak(text, scalar) && scalar.style !== 'literal' && scalar.style !== 'folded') return;
    if (scalar.style !== 'literal' && scalar.style !== 'folded') stretches.push({ kind: 'text', start: scalar.start, end: scalar.end });
    else stretches.push(blockStretch(text, scalar));
  };

  if (document.root) visit(document.root, 0);
  return { entries: entries.sort((a, b) => a.offset - b.offset), stretches: stretches.sort((a, b) => a.start - b.start), spacing };
}

/** The dash stands between what comes before an item and the item, comments between them left out. */
function findDash(text: string, from: number, to: number): number {
  for (let at = from; at < to; at++) {
    if (text[at] === '-') return at;
    if (text[at] === '#') at = lineEndOf(text, at);
  }
  return from;
}

/** Whether it goes on over lines. Looks no further than its end: a line may be long, and have much on it. */
function hasLineBreak(text: string, { start, end }: Span): boolean {
  return /[\r\n]/.test(text.slice(start, end));
}

const nothing: readonly TextEdit[] = [];

/** Whether a sign stands there with one blank behind it, as it nearly always does. */
function isSpaced(text: string, at: number, sign: ':' | ','): boolean {
  return text[at] === sign && text[at + 1] === ' ' && text[at + 2] !== ' ' && text[at + 2] !== '\t';
}

/** `a :b` → `a: b`, on one line only. An alias needs its blank: without it the colon would belong to its name. */
function colonSpacing(text: string, { key, value }: YamlPair): readonly TextEdit[] {
  if (key.kind !== 'alias' && value.start > key.end && isSpaced(text, key.end, ':')) return nothing;
  const colon = /^([ \t]*):([ \t]*)/.exec(text.slice(key.end, value.start + 1));
  if (colon === null || key.end === key.start) return [];
  const [whole, before = '', after = ''] = colon;
  const edits: TextEdit[] = [];
  const wanted = key.kind === 'alias' ? ' ' : '';
  const next = text[key.end + whole.length];
  const isFilled = next !== undefined && !/[\r\n#,\]}]/.test(next);
  if (before !== wanted) edits.push({ span: { start: key.end, end: key.end + before.length }, newText: wanted });
  const behind = key.end + before.length + 1;
  if (isFilled && after !== ' ') edits.push({ span: { start: behind, end: behind + after.length }, newText: ' ' });
  return edits;
}

/** `a ,b` → `a, b`, on one line only. */
function commaSpacing(text: string, from: number, to: number): readonly TextEdit[] {
  if (to > from + 1 && isSpaced(text, from, ',')) return nothing;
  const comma = /^([ \t]*),([ \t]*)/.exec(text.slice(from, to));
  if (comma === null) return [];
  const [whole, before = '', after = ''] = comma;
  const edits: TextEdit[] = [];
  const next = text[from + whole.length];
  const isFilled = next !== undefined && !/[\r\n#,]/.test(next);
  // Behind an empty value the blank keeps the comma from the colon.
  if (before !== '' && text[from - 1] !== ':') edits.push({ span: { start: from, end: from + before.length }, newText: '' });
  const behind = from + before.length + 1;
  if (isFilled && after !== ' ') edits.push({ span: { start: behind, end: behind + after.length }, newText: ' ' });
  return edits;
}

/** A block scalar with those blank lines behind it that are part of its text. */
function blockStretch(text: string, { start, end }: YamlScalar): Stretch {
  const headerEnd = lineEndOf(text, start);
  const header = text.slice(start, headerEnd);
  const lines: { readonly start: number; readonly end: number; readonly indent: number; readonly isBlank: boolean }[] = [];
  for (let from = nextLine(text, headerEnd); from > headerEnd && from < text.length; ) {
    const to = lineEndOf(text, from);
    const line = text.slice(from, to);
    const isBlank = line.trim() === '';
    if (!isBlank && from > end) break;
    lines.push({ start: from, end: to, indent: /^ */.exec(line)?.[0].length ?? 0, isBlank });
    const next = nextLine(text, to);
    if (next === to) break;
    from = next;
  }
  const first = lines.find(({ isBlank }) => !isBlank);
  const textColumn = first?.indent ?? Math.max(0, ...lines.map(({ indent }) => indent));
  const keepsAll = /^[|>][0-9]?\+/.test(header);
  const last = lines.findLast((line) => keepsAll || !line.isBlank || line.end - line.start > textColumn || first === undefined);
  return { kind: 'block', start, end: last?.end ?? Math.max(end, start), textColumn };
}

/** The end of a pair; where it ends in a block scalar, behind the blank lines that may be part of that. */
function endOfStretch(text: string, pair: YamlPair): number {
  let end = pair.end;
  for (let next = nextLine(text, lineEndOf(text, end)); next < text.length; next = nextLine(text, lineEndOf(text, next))) {
    const lineEnd = lineEndOf(text, next);
    if (text.slice(next, lineEnd).trim() !== '') break;
    end = lineEnd;
    if (nextLine(text, lineEnd) === lineEnd) break;
  }
  return Math.max(end, lineStartOf(text, pair.end));
}
