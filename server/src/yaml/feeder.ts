// Hands the lexemes of a text to the library's parser one by one and mends the common slips on the way, so that a half-typed key, a Chinese
// colon, a tab or a bracket too few costs its own line and not the rest of the document. Everything mended is reported as a fault.
import type { CST, Parser } from 'yaml';
import type { Span } from '../text/span.ts';
import { isClosed } from './flow-text.ts';
import { blankLexemes, DOCUMENT_NEXT, FLOW_BROKEN, isLineBreak, isMarker, lexemesOf, SCALAR_NEXT } from './lexemes.ts';
import { type Mend, mendPair, mendPlain } from './mend.ts';
import { adoptColumn, collectionAt, countBehindValue, depthOf, indentForTabs, isBehindColon, isBehindKey } from './open-tokens.ts';
import { MOST_NOTED, type YamlSyntaxCode } from './problem-codes.ts';
import { isColon, isPlainBehindColon, shorten, wordEnd } from './source-words.ts';
import type { YamlProblem } from './tree.ts';

/** A fault of syntax, before it is known which document it stands in. */
export interface Fault {
  readonly code: YamlSyntaxCode;
  readonly span: Span;
  readonly data: YamlProblem['data'];
}

export interface Feeding {
  readonly text: string;
  /** The text, or the text and one line more that closes every quote. */
  readonly source: string;
  /** New, its offset set to where feeding begins. */
  readonly parser: Parser;
  readonly maxDepth: number;
  /** Takes what the parser yields; true when what follows belongs to no document, until the next begins. */
  readonly take: (token: CST.Token) => boolean;
  readonly faults: Fault[];
  readonly comments: Span[];
  /** Stretches between a bracket that a dedent broke off and its late end: what is wrong there is so because of the bracket. */
  readonly echoes: Span[];
}

/**
 * `needs-quotes`: an unclosed quote swallows the rest of the text unless `source` has the line that closes it. `cut`: what stands between here
 * and the next document is not to be read.
 */
export type FeedingEnd = 'complete' | 'needs-quotes' | 'cut';

/**
 * Feeds from the parser's offset on: up to the end of the text, to the first collection that lies deeper than `maxDepth`, or to a fault behind
 * which nobody looks for more.
 */
export function feed({ text, source, parser, maxDepth, take, faults, comments, echoes }: Feeding): FeedingEnd {
  /** Where the lexer is; the parser's own offset stays behind while something is held. */
  let at = parser.offset;
  let lineStart = at;
  /** Whether nothing but blanks has been read on this line. */
  let isLeading = true;
  /** Brackets open at this point, the innermost last. */
  let open: { readonly bracket: string; readonly at: number }[] = [];
  /** Whether an unclosed quote may have swallowed the end of the open brackets. */
  let isSwallowed = false;
  /** Brackets that a dedent broke off, and where: their closing ones may still come and are no new fault. */
  let broken = 0;
  let brokenAt = 0;
  /** Whether, within brackets, a node has just ended: another one needs a comma first. */
  let isNodeDone = false;
  /** Whether the last thing read was a dash where none can be; any more of them are the same slip. */
  let isPassingDashes = false;
  /** Between the end of a document's only node and the next document. */
  let isSkipping = false;
  /** A plain scalar that waits for what follows it, and the blanks between. */
  let held: string | undefined;
  let heldBlanks = '';
  /** How many faults were noted before this document. */
  let earlierFaults = faults.length;
  /** The rest of a line that is to be one plain scalar, although it has a colon. */
  let rest: string | undefined;
  /** A tab at the beginning of a line that waits for what follows it. */
  let heldTab: string | undefined;

  const fault = (code: YamlSyntaxCode, start: number, end: number, data: Fault['data'] = {}): void => {
    if (!isSkipping) faults.push({ code, span: { start, end }, data });
  };

  const send = (lexeme: string): void => {
    if (isSkipping) {
      if (!isMarker(lexeme)) parser.offset += lexeme.length;
      return;
    }
    for (const token of parser.next(lexeme)) isSkipping = take(token) || isSkipping;
  };

  /** Sends what is written otherwise, or not at all: `width` characters of the text. */
  const sendInstead = (lexeme: string, width: number): void => {
    const behind = parser.offset + width;
    send(lexeme);
    parser.offset = behind;
  };

  const sendScalar = (scalar: string): void => {
    send(SCALAR_NEXT);
    send(scalar);
    isPassingDashes = false;
    isNodeDone = open.length > 0;
  };

  const sendBlanks = (blanks: string): void => {
    for (const lexeme of blankLexemes(blanks)) send(lexeme);
  };

  const sendMends = (steps: readonly Mend[]): void => {
    for (const step of steps) {
      switch (step.kind) {
        case 'scalar':
          sendScalar(step.source);
          break;
        case 'blank':
          sendBlanks(step.source);
          break;
        case 'value':
          sendValue(step.source);
          break;
        case 'indicator':
          reportIndicator(step);
          sendInstead(step.lexeme, step.width);
          break;
      }
    }
  };

  const reportIndicator = ({ width, fault: slip }: Extract<Mend, { readonly kind: 'indicator' }>): void => {
    if (slip === undefined) return;
    const here = parser.offset;
    const length = width || slip.key.length;
    if (slip.code === 'missing-comma') fault(slip.code, here, here + length);
    else if (width === 1) fault(slip.code, here, here + 1, { key: shorten(slip.key) });
    else fault(slip.code, here - length, here, { key: shorten(slip.key) });
  };

  const sendValue = (value: string): void => {
    const opened: string[] = [];
    const start = parser.offset;
    for (const lexeme of lexemesOf(value)) {
      if (lexeme === '[' || lexeme === '{') opened.push(lexeme);
      else if (lexeme === ']' || lexeme === '}') opened.pop();
      if (lexeme !== DOCUMENT_NEXT) send(lexeme);
    }
    if (opened[0] === undefined) return;
    fault('unclosed-bracket', start, start + 1, bracketData(opened[0]));
    send(FLOW_BROKEN);
  };

  const releasePlain = (isKey: boolean): void => {
    if (held === undefined) return;
    const scalar = held;
    held = undefined;
    if (isKey && open.length === 0 && !scalar.includes('\n') && isBehindKey(parser.stack)) {
      const start = parser.offset;
      if (isPlainBehindColon(text, at)) {
        fault('nested-map-on-one-line', start, start + scalar.length);
        rest = scalar + heldBlanks;
        heldBlanks = '';
        return;
      }
      indentAsKey();
    }
    const steps = isSkipping ? undefined : open.length > 0 ? mendInBrackets(scalar, isKey) : mendInBlock(scalar, isKey);
    if (steps === undefined) sendScalar(scalar);
    else sendMends(steps);
    sendBlanks(heldBlanks);
    heldBlanks = '';
  };

  /** A key on the line of another begins a map of its own, which lower lines must not continue. */
  const indentAsKey = (): void => {
    const outer = parser.stack.at(-1);
    if (outer?.type === 'block-map') Object.assign(parser, { indent: outer.indent + 1 });
  };

  const isGathering = (): boolean => rest !== undefined;

  const gather = (lexeme: string): void => {
    if (!isMarker(lexeme)) rest = `${rest ?? ''}${lexeme}`;
  };

  const releaseRest = (): void => {
    if (rest === undefined) return;
    const scalar = rest.trimEnd();
    const blanks = rest.slice(scalar.length);
    rest = undefined;
    sendScalar(scalar);
    sendBlanks(blanks);
  };

  const mendInBrackets = (scalar: string, isKey: boolean): readonly Mend[] | undefined =>
    isKey && isBehindColon(parser.stack) ? mendPair(scalar) : undefined;

  const mendInBlock = (scalar: string, isKey: boolean): readonly Mend[] | undefined => {
    const start = parser.offset;
    const startLine = lineStart <= start ? lineStart : text.lastIndexOf('\n', start - 1) + 1;
    const column = start - startLine;
    const before = text.slice(startLine, start);
    const within = before.trim() === '' ? collectionAt(parser.stack, column) : undefined;
    return mendPlain({ source: scalar, column, leads: /^ *(?:- +)*$/.test(before), isKey, within });
  };

  const takeScalar = (scalar: string): void => {
    const isBlock = parser.stack.at(-1)?.type === 'block-scalar';
    const mayBeMeantOtherwise =
      open.length > 0
        ? /[\s，]/.test(scalar)
        : /^-|[\n:：]/.test(scalar) || (isColon(text, at + scalar.length) && isBehindKey(parser.stack));
    if (!isBlock && mayBeMeantOtherwise) held = scalar;
    else sendScalar(scalar);
  };

  /** False when the text must be read again with all quotes closed. */
  const takeQuoted = (quoted: string): boolean => {
    const start = parser.offset;
    const end = start + quoted.length;
    if (end > text.length || !isClosed(quoted)) {
      if (end >= text.length && source === text) return false;
      isSwallowed = open.length > 0;
      fault('unclosed-quote', start, start + 1, { quote: quoted[0] as string });
    } else if (open.length === 0 && isColon(text, end) && isBehindKey(parser.stack)) indentAsKey();
    send(quoted.slice(0, text.length - start));
    isPassingDashes = false;
    isNodeDone = open.length > 0;
    return true;
  };

  const reportUnclosed = (unclosed: typeof open): void => {
    if (isSwallowed) return;
    for (const { bracket, at: start } of unclosed) fault('unclosed-bracket', start, start + 1, bracketData(bracket));
  };

  const takeClosing = (found: string): void => {
    const here = parser.offset;
    const expected = closingOf(open.at(-1)?.bracket);
    if (expected === undefined) {
      if (broken > 0) {
        broken--;
        echoes.push({ start: brokenAt, end: here });
      } else fault('unexpected-bracket', here, here + 1, { found });
      send(' ');
      return;
    }
    const partner = open.findLastIndex(({ bracket }) => closingOf(bracket) === found);
    if (partner < 0) fault('wrong-bracket', here, here + 1, { expected, found });
    else {
      const unclosed = open.splice(partner + 1);
      reportUnclosed(unclosed);
      for (const { bracket } of unclosed.toReversed()) sendInstead(closingOf(bracket) as string, 0);
    }
    open.pop();
    sendInstead(partner < 0 ? expected : found, 1);
    isNodeDone = open.length > 0;
  };

  const takeIndicator = (lexeme: string): void => {
    switch (lexeme) {
      case ']':
      case '}':
        takeClosing(lexeme);
        return;
      case '[':
      case '{':
        if (open.length === 0) isSwallowed = false;
        open.push({ bracket: lexeme, at: parser.offset });
        break;
      case FLOW_BROKEN:
        // To the lexer, a bracket of the wrong sort closes nothing but the innermost; to us it may have closed them all.
        if (open.length === 0) return;
        reportUnclosed(open);
        broken = open.length;
        brokenAt = parser.offset;
        open = [];
        break;
      case '-':
        if (open.length === 0 && !isPassingDashes && !isBehindKey(parser.stack)) break;
        if (!isPassingDashes) fault(open.length > 0 ? 'block-in-flow' : 'list-on-key-line', parser.offset, parser.offset + 1);
        send(' ');
        isPassingDashes = true;
        return;
      case DOCUMENT_NEXT:
      case '---':
      case '...':
        isSkipping = false;
        broken = 0;
        earlierFaults = faults.length;
        break;
    }
    if (/^[^ \t\r\n#]/.test(lexeme)) isNodeDone = lexeme.startsWith('*') && open.length > 0;
    if (lexeme[0] !== ' ') isPassingDashes = false;
    send(lexeme);
    if (lexeme[0] === '&' || lexeme[0] === '!') stayOnKeyLine();
  };

  /** Behind a blank line the library forgets that an anchor or a tag begins a key, and takes a bracket behind it for another one. */
  const stayOnKeyLine = (): void => {
    const outer = parser.stack.at(-1);
    const item = outer?.type === 'block-map' ? outer.items.at(-1) : undefined;
    if (item && !item.key && !item.sep) Object.assign(parser, { onKeyLine: true });
  };

  /** Puts the comma that is missing before a node within brackets. */
  const separate = (): void => {
    if (!isNodeDone) return;
    fault('missing-comma', parser.offset, parser.offset + 1);
    sendInstead(',', 0);
    isNodeDone = false;
  };

  /** Lets a line that is indented like no other go on with the collection it must be meant for. */
  const align = (isItem: boolean): void => {
    const start = parser.offset;
    const isBlockScalar = start >= text.length || parser.stack.at(-1)?.type === 'block-scalar';
    if (!isLeading || open.length > 0 || isSkipping || isBlockScalar) return;
    if (adoptColumn(parser.stack, start - lineStart, isItem)) fault('bad-indentation', start, wordEnd(text, start));
  };

  const releaseTab = (next: string): void => {
    if (heldTab === undefined) return;
    const tab = heldTab;
    heldTab = undefined;
    if (isLineBreak(next) || next[0] === '#' || isSkipping) {
      send(tab);
      return;
    }
    const start = parser.offset;
    const tabs = tab.lastIndexOf('\t') + 1;
    fault('tab-indentation', start, start + tabs);
    sendInstead(' '.repeat(indentForTabs(parser.stack, tabs)), tab.length);
    isLeading = false;
  };

  /** Takes what is no scalar and no blank; false when the text must be read again with all quotes closed. */
  const takeLexeme = (lexeme: string): boolean => {
    releaseTab(lexeme);
    if (/^["'*&![{]/.test(lexeme)) {
      separate();
      align(false);
    } else if (lexeme === '-' || lexeme === '?') align(lexeme === '-');
    else if (lexeme[0] === '#') comments.push({ start: at, end: at + lexeme.length });
    if (lexeme[0] === '"' || lexeme[0] === "'") return takeQuoted(lexeme);
    takeIndicator(lexeme);
    return true;
  };

  let isScalar = false;
  for (const lexeme of lexemesOf(at === 0 ? source : source.slice(at))) {
    const isBlank = lexeme[0] === ' ' || lexeme[0] === '\t';
    if (at >= text.length && lexeme !== '' && !isMarker(lexeme)) break;
    if (isLineBreak(lexeme) || lexeme[0] === '#') releaseRest();
    if (isGathering()) gather(lexeme);
    else if (isScalar) takeScalar(lexeme);
    else if (held !== undefined && isBlank) heldBlanks += lexeme;
    else {
      releasePlain(lexeme === ':');
      if (isGathering()) gather(lexeme);
      else if (lexeme[0] === '\t' && at === lineStart && open.length === 0 && parser.stack.length > 1) heldTab = lexeme;
      else if (lexeme === SCALAR_NEXT) {
        releaseTab(lexeme);
        separate();
        align(false);
      } else if (!takeLexeme(lexeme)) return 'needs-quotes';
    }
    isScalar = lexeme === SCALAR_NEXT;
    if (isMarker(lexeme)) continue;
    const lineBreak = lexeme.lastIndexOf('\n');
    if (lineBreak >= 0) lineStart = at + lineBreak + 1;
    isLeading = isBlank ? isLeading : lexeme.endsWith('\n');
    at += lexeme.length;
    if (parser.stack.length > maxDepth && depthOf(parser.stack) > maxDepth) return 'cut';
    if (isSkipping || faults.length - earlierFaults > MOST_NOTED || countBehindValue(parser.stack) > MOST_NOTED) return 'cut';
  }
  releasePlain(false);
  releaseRest();
  reportUnclosed(open);
  return 'complete';
}

function bracketData(opening: string): Fault['data'] {
  return { opening, closing: closingOf(opening) as string };
}

function closingOf(opening: string | undefined): ']' | '}' | undefined {
  if (opening === undefined) return undefined;
  return opening === '[' ? ']' : '}';
}
