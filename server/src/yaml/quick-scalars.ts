// Pieces of the quick reader that need no state: where quoted and plain scalars end, and what the lines of a block scalar say.

export const code = {
  tab: 0x09,
  lineFeed: 0x0a,
  return: 0x0d,
  space: 0x20,
  doubleQuote: 0x22,
  hash: 0x23,
  ampersand: 0x26,
  exclamation: 0x21,
  singleQuote: 0x27,
  asterisk: 0x2a,
  comma: 0x2c,
  dash: 0x2d,
  dot: 0x2e,
  colon: 0x3a,
  greater: 0x3e,
  openList: 0x5b,
  backslash: 0x5c,
  closeList: 0x5d,
  openMap: 0x7b,
  bar: 0x7c,
  closeMap: 0x7d,
} as const;

/** Whether a line ends at an offset: there, a line break begins or the text ends. */
export function isLineEnd(text: string, at: number): boolean {
  const next = text.charCodeAt(at);
  return next === code.lineFeed || at >= text.length || (next === code.return && text.charCodeAt(at + 1) === code.lineFeed);
}

export function isBlankOrEnd(text: string, at: number): boolean {
  const next = text.charCodeAt(at);
  return next === code.space || next === code.tab || isLineEnd(text, at);
}

/** Whether a document's `---` or `...` stands at an offset, which must be the beginning of its line. */
export function isMarker(text: string, at: number, lineStart: number): boolean {
  const next = text.charCodeAt(at);
  if (at !== lineStart || (next !== code.dash && next !== code.dot)) return false;
  return text.charCodeAt(at + 1) === next && text.charCodeAt(at + 2) === next && isBlankOrEnd(text, at + 3);
}

/** Whether the dash of an item stands at an offset. */
export function isDash(text: string, at: number): boolean {
  return text.charCodeAt(at) === code.dash && isBlankOrEnd(text, at + 1);
}

/** The beginning of the line behind the one whose end stands at an offset. */
export function lineBehind(text: string, lineEnd: number): number {
  return Math.min(text.length, lineEnd + (text.charCodeAt(lineEnd) === code.return ? 2 : 1));
}

/** What a character may mean to a plain scalar. */
const STOPS = 1;
const STOPS_IN_BRACKETS = 2;
const BEGINS_NONE = 4;
const BEGINS_PERHAPS = 8;

/** The meanings of the characters of ASCII, by their codes; no other character has any. */
const meanings: readonly number[] = Array.from({ length: 128 }, (_, character) => {
  const isAmong = (characters: string): boolean => characters.includes(String.fromCharCode(character));
  const stops = isAmong('\n\r:#') ? STOPS : 0;
  const begins = isAmong(',[]{}#&*!|>\'"%@`') ? BEGINS_NONE : isAmong('-?:') ? BEGINS_PERHAPS : 0;
  return stops | begins | (isAmong(',[]{}') ? STOPS_IN_BRACKETS : 0);
});

function isFlowIndicator(character: number): boolean {
  return character < 128 && ((meanings[character] as number) & STOPS_IN_BRACKETS) !== 0;
}

/** The offset behind the quote that closes the one at an offset; undefined where none does, or where an escape is none that YAML knows. */
export function quotedEnd(text: string, start: number): number | undefined {
  if (text.charCodeAt(start) === code.singleQuote) {
    for (let end = text.indexOf("'", start + 1); end >= 0; end = text.indexOf("'", end + 2)) {
      if (text.charCodeAt(end + 1) !== code.singleQuote) return end + 1;
    }
    return undefined;
  }
  for (let at = start + 1; at < text.length; at++) {
    const next = text.charCodeAt(at);
    if (next === code.doubleQuote) return at + 1;
    if (next !== code.backslash) continue;
    knownEscape.lastIndex = at + 1;
    if (!knownEscape.test(text)) return undefined;
    at = knownEscape.lastIndex - 1;
  }
  return undefined;
}

const knownEscape = /[0abt\tnvfre "/\\N_LP\n]|\r\n|x[0-9a-fA-F]{2}|u[0-9a-fA-F]{4}|U00(?:0[0-9a-fA-F]|10)[0-9a-fA-F]{4}/y;

/** Where a plain scalar stops on its line: at `: `, at ` #`, at the line's end, within brackets also at one of theirs. */
export function plainStop(text: string, start: number, inBrackets: boolean): number {
  const stops = inBrackets ? STOPS | STOPS_IN_BRACKETS : STOPS;
  let at = start;
  for (; at < text.length; at++) {
    const next = text.charCodeAt(at);
    if (next >= 128 || ((meanings[next] as number) & stops) === 0) continue;
    if (next === code.colon) {
      if (isBlankOrEnd(text, at + 1) || (inBrackets && isFlowIndicator(text.charCodeAt(at + 1)))) break;
    } else if (next === code.hash) {
      const before = text.charCodeAt(at - 1);
      if (at > start && (before === code.space || before === code.tab)) break;
    } else if (next !== code.return || text.charCodeAt(at + 1) === code.lineFeed) break;
  }
  return at;
}

/** The end of a scalar whose line stops at an offset: blanks do not belong to it. */
export function trimmedEnd(text: string, start: number, stop: number): number {
  let end = stop;
  while (end > start && (text.charCodeAt(end - 1) === code.space || text.charCodeAt(end - 1) === code.tab)) end--;
  return end;
}

/** Whether a plain scalar may begin at an offset. */
export function beginsPlain(text: string, at: number, inBrackets: boolean): boolean {
  if (at >= text.length) return false;
  const next = text.charCodeAt(at);
  const meaning = next < 128 ? (meanings[next] as number) & (BEGINS_NONE | BEGINS_PERHAPS) : 0;
  if (meaning !== BEGINS_PERHAPS) return meaning === 0;
  return !isBlankOrEnd(text, at + 1) && !(inBrackets && isFlowIndicator(text.charCodeAt(at + 1)));
}

/** The end of the name of an anchor or alias whose `&` or `*` stands at an offset. */
export function nameEnd(text: string, start: number): number {
  let end = start + 1;
  while (!isBlankOrEnd(text, end) && text.charCodeAt(end) !== code.return && !isFlowIndicator(text.charCodeAt(end))) end++;
  return end;
}

/** The line on which a plain scalar goes on that stops at an offset; `tab` where blanks of a line make that hard to tell. */
export function continuation(
  text: string,
  stop: number,
  leastColumn: number,
): { readonly start: number; readonly content: number } | 'tab' | undefined {
  for (let start = lineBehind(text, stop); start < text.length; ) {
    let content = start;
    while (text.charCodeAt(content) === code.space) content++;
    if (text.charCodeAt(content) === code.tab) return 'tab';
    if (!isLineEnd(text, content)) {
      return content - start < leastColumn || text.charCodeAt(content) === code.hash ? undefined : { start, content };
    }
    start = lineBehind(text, content);
  }
  return undefined;
}

export interface BlockScalarLines {
  /** Without their indentation, the blank ones behind the last left out. */
  readonly said: readonly string[];
  /** The end of the last line that is not blank. */
  readonly end: number;
  /** The beginning of the line behind all of them. */
  readonly next: number;
}

/**
 * The lines of a block scalar whose first begins at an offset. Undefined where nothing is said, or where a blank line has more blanks than
 * its neighbours are indented: each is rare, and has rules of its own.
 */
export function blockScalarLines(text: string, start: number, leastColumn: number): BlockScalarLines | undefined {
  const lines: string[] = [];
  let next = start;
  let indent = -1;
  let end = -1;
  let said = 0;
  let longestBlank = 0;
  while (next < text.length) {
    let content = next;
    while (text.charCodeAt(content) === code.space) content++;
    const lineFeed = text.indexOf('\n', content);
    const lineEnd = lineFeed < 0 ? text.length : text.charCodeAt(lineFeed - 1) === code.return ? lineFeed - 1 : lineFeed;
    const column = content - next;
    if (content >= lineEnd) {
      lines.push(indent < 0 ? '' : text.slice(next + indent, Math.max(lineEnd, next + indent)));
      longestBlank = Math.max(longestBlank, column);
    } else {
      if (indent < 0) {
        if (column < Math.max(leastColumn, longestBlank, 1)) return undefined;
        indent = column;
      }
      if (column < indent) break;
      said = lines.push(text.slice(next + indent, lineEnd));
      end = lineEnd;
      longestBlank = 0;
    }
    next = lineFeed < 0 ? text.length : lineFeed + 1;
  }
  return end < 0 || longestBlank > indent ? undefined : { said: lines.slice(0, said), end, next };
}

/** What a literal scalar says, by its lines without their indentation, the trailing empty ones left out. */
export function literalText(lines: readonly string[], keepsBreak: boolean): string {
  return lines.join('\n') + (keepsBreak ? '\n' : '');
}

/** What a folded scalar says; undefined where a line is indented more than the first, which changes how its neighbours fold. */
export function foldedText(lines: readonly string[], keepsBreak: boolean): string | undefined {
  let text = '';
  let empty = 0;
  for (const [index, line] of lines.entries()) {
    if (line.startsWith(' ') || line.startsWith('\t')) return undefined;
    if (line === '') {
      empty++;
      continue;
    }
    if (index > 0) text += empty === 0 ? ' ' : '\n'.repeat(empty);
    text += line;
    empty = 0;
  }
  return text + (keepsBreak ? '\n' : '');
}
