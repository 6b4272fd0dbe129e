// Hands the lexemes of a text to the library's parser one by one and mends the common slips on the way, so that a half-typed key, a Chinese
// colon, a tab or a bracket too few costs its own line and not the rest of the document. Everything mended is reported as a fault.
import type { CST, Parser } from 'yaml';
import type { Span } from '../text/span.ts';
import { isClosed } from './flow-text.ts';
import { type Fault, LexemeSender } from './lexeme-sender.ts';
import { DOCUMENT_NEXT, FLOW_BROKEN, isLineBreak, isMarker, lexemesOf, SCALAR_NEXT } from './lexemes.ts';
import { mendPair, mendPlain } from './mend.ts';
import { OpenBrackets } from './open-brackets.ts';
import { adoptColumn, collectionAt, countBehindValue, depthOf, indentForTabs, isBehindColon, isBehindKey } from './open-tokens.ts';
import { MOST_NOTED } from './problem-codes.ts';
import { isColon, isPlainBehindColon, wordEnd } from './source-words.ts';

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
export function feed(feeding: Feeding): FeedingEnd {
  return new Feeder(feeding).feed();
}

class Feeder {
  private readonly text: string;
  private readonly source: string;
  private readonly parser: Parser;
  private readonly maxDepth: number;
  private readonly faults: readonly Fault[];
  private readonly comments: Span[];
  private readonly sender: LexemeSender;
  private readonly brackets: OpenBrackets;

  /** Where the lexer is; the parser's own offset stays behind while something is held. */
  private at: number;
  private lineStart: number;
  /** Whether nothing but blanks has been read on this line. */
  private isLeading = true;
  /** Whether, within brackets, a node has just ended: another one needs a comma first. */
  private isNodeDone = false;
  /** Whether the last thing read was a dash where none can be; any more of them are the same slip. */
  private isPassingDashes = false;
  /** How many faults were noted before this document. */
  private earlierFaults: number;

  /** A plain scalar that waits for what follows it, and the blanks between. */
  private held: string | undefined;
  private heldBlanks = '';
  /** The rest of a line that is to be one plain scalar, although it has a colon. */
  private rest: string | undefined;
  /** A tab at the beginning of a line that waits for what follows it. */
  private heldTab: string | undefined;

  constructor({ text, source, parser, maxDepth, take, faults, comments, echoes }: Feeding) {
    this.text = text;
    this.source = source;
    this.parser = parser;
    this.maxDepth = maxDepth;
    this.faults = faults;
    this.comments = comments;
    this.sender = new LexemeSender(parser, take, faults);
    this.brackets = new OpenBrackets(this.sender, echoes);
    this.at = parser.offset;
    this.lineStart = this.at;
    this.earlierFaults = faults.length;
  }

  feed(): FeedingEnd {
    let isScalar = false;
    for (const lexeme of lexemesOf(this.at === 0 ? this.source : this.source.slice(this.at))) {
      if (this.at >= this.text.length && lexeme !== '' && !isMarker(lexeme)) break;
      if (!this.take(lexeme, isScalar)) return 'needs-quotes';
      isScalar = lexeme === SCALAR_NEXT;
      if (isMarker(lexeme)) continue;
      this.moveBehind(lexeme);
      if (this.isCut()) return 'cut';
    }
    this.releasePlain(false);
    this.releaseRest();
    this.brackets.reportUnclosed();
    return 'complete';
  }

  private moveBehind(lexeme: string): void {
    const lineBreak = lexeme.lastIndexOf('\n');
    if (lineBreak >= 0) this.lineStart = this.at + lineBreak + 1;
    if (!isBlank(lexeme)) this.isLeading = lexeme.endsWith('\n');
    this.at += lexeme.length;
  }

  private isCut(): boolean {
    const { stack } = this.parser;
    if (stack.length > this.maxDepth && depthOf(stack) > this.maxDepth) return true;
    return this.sender.isSkipping || this.faults.length - this.earlierFaults > MOST_NOTED || countBehindValue(stack) > MOST_NOTED;
  }

  /** False when the text must be read again with all quotes closed. */
  private take(lexeme: string, isScalar: boolean): boolean {
    if (isLineBreak(lexeme) || lexeme[0] === '#') this.releaseRest();
    if (this.rest === undefined && !isScalar && !(this.held !== undefined && isBlank(lexeme))) this.releasePlain(lexeme === ':');
    if (this.rest !== undefined) this.gather(lexeme);
    else if (isScalar) this.takeScalar(lexeme);
    else if (this.held !== undefined) this.heldBlanks += lexeme;
    else if (this.isTabOfLine(lexeme)) this.heldTab = lexeme;
    else {
      this.releaseTab(lexeme);
      if (lexeme === SCALAR_NEXT) this.beginNode();
      else return this.takeToken(lexeme);
    }
    return true;
  }

  private isTabOfLine(lexeme: string): boolean {
    return lexeme[0] === '\t' && this.at === this.lineStart && !this.brackets.areOpen && this.parser.stack.length > 1;
  }

  private takeScalar(scalar: string): void {
    const isBlock = this.parser.stack.at(-1)?.type === 'block-scalar';
    const mayBeMeantOtherwise = this.brackets.areOpen
      ? /[\s，]/.test(scalar)
      : /^-|[\n:：]/.test(scalar) || (isColon(this.text, this.at + scalar.length) && isBehindKey(this.parser.stack));
    if (!isBlock && mayBeMeantOtherwise) this.held = scalar;
    else this.sendScalar(scalar);
  }

  private sendScalar(scalar: string): void {
    this.sender.sendScalar(scalar);
    this.endNode();
  }

  private endNode(): void {
    this.isPassingDashes = false;
    this.isNodeDone = this.brackets.areOpen;
  }

  private releasePlain(isKey: boolean): void {
    if (this.held === undefined) return;
    const { sender, held: scalar, heldBlanks: blanks } = this;
    this.held = undefined;
    this.heldBlanks = '';
    if (isKey && !this.brackets.areOpen && !scalar.includes('\n') && isBehindKey(this.parser.stack)) {
      const start = this.parser.offset;
      if (isPlainBehindColon(this.text, this.at)) {
        sender.report('nested-map-on-one-line', start, start + scalar.length);
        this.rest = scalar + blanks;
        return;
      }
      this.indentAsKey();
    }
    this.sendMended(scalar, isKey);
    sender.sendBlanks(blanks);
  }

  private sendMended(scalar: string, isKey: boolean): void {
    const { sender } = this;
    const steps = sender.isSkipping
      ? undefined
      : this.brackets.areOpen
        ? this.mendInBrackets(scalar, isKey)
        : this.mendInBlock(scalar, isKey);
    if (steps === undefined) sender.sendScalar(scalar);
    else sender.sendMends(steps);
    this.endNode();
  }

  private mendInBrackets(scalar: string, isKey: boolean): ReturnType<typeof mendPair> {
    return isKey && isBehindColon(this.parser.stack) ? mendPair(scalar) : undefined;
  }

  private mendInBlock(scalar: string, isKey: boolean): ReturnType<typeof mendPlain> {
    const { text, parser } = this;
    const start = parser.offset;
    const startLine = this.lineStart <= start ? this.lineStart : text.lastIndexOf('\n', start - 1) + 1;
    const column = start - startLine;
    const before = text.slice(startLine, start);
    const within = before.trim() === '' ? collectionAt(parser.stack, column) : undefined;
    return mendPlain({ source: scalar, column, leads: /^ *(?:- +)*$/.test(before), isKey, within });
  }

  /** A key on the line of another begins a map of its own, which lower lines must not continue. */
  private indentAsKey(): void {
    const outer = this.parser.stack.at(-1);
    if (outer?.type === 'block-map') Object.assign(this.parser, { indent: outer.indent + 1 });
  }

  private gather(lexeme: string): void {
    if (!isMarker(lexeme)) this.rest += lexeme;
  }

  private releaseRest(): void {
    if (this.rest === undefined) return;
    const scalar = this.rest.trimEnd();
    const blanks = this.rest.slice(scalar.length);
    this.rest = undefined;
    this.sendScalar(scalar);
    this.sender.sendBlanks(blanks);
  }

  private releaseTab(next: string): void {
    const tab = this.heldTab;
    if (tab === undefined) return;
    this.heldTab = undefined;
    if (isLineBreak(next) || next[0] === '#' || this.sender.isSkipping) {
      this.sender.send(tab);
      return;
    }
    const start = this.parser.offset;
    const tabs = tab.lastIndexOf('\t') + 1;
    this.sender.report('tab-indentation', start, start + tabs);
    this.sender.sendInstead(' '.repeat(indentForTabs(this.parser.stack, tabs)), tab.length);
    this.isLeading = false;
  }

  private beginNode(): void {
    this.separate();
    this.align(false);
  }

  /** Puts the comma that is missing before a node within brackets. */
  private separate(): void {
    if (!this.isNodeDone) return;
    const { offset } = this.parser;
    this.sender.report('missing-comma', offset, offset + 1);
    this.sender.sendInstead(',', 0);
    this.isNodeDone = false;
  }

  /** Lets a line that is indented like no other go on with the collection it must be meant for. */
  private align(isItem: boolean): void {
    const { text, parser } = this;
    const start = parser.offset;
    const isBlockScalar = start >= text.length || parser.stack.at(-1)?.type === 'block-scalar';
    if (!this.isLeading || this.brackets.areOpen || this.sender.isSkipping || isBlockScalar) return;
    if (adoptColumn(parser.stack, start - this.lineStart, isItem)) this.sender.report('bad-indentation', start, wordEnd(text, start));
  }

  /** Takes what is no plain scalar; false when the text must be read again with all quotes closed. */
  private takeToken(lexeme: string): boolean {
    if (/^["'*&![{]/.test(lexeme)) this.beginNode();
    else if (lexeme === '-' || lexeme === '?') this.align(lexeme === '-');
    else if (lexeme[0] === '#') this.comments.push({ start: this.at, end: this.at + lexeme.length });
    if (lexeme[0] === '"' || lexeme[0] === "'") return this.takeQuoted(lexeme);
    this.takeIndicator(lexeme);
    return true;
  }

  /** False when the text must be read again with all quotes closed. */
  private takeQuoted(quoted: string): boolean {
    const { text, brackets } = this;
    const start = this.parser.offset;
    const end = start + quoted.length;
    if (end > text.length || !isClosed(quoted)) {
      if (end >= text.length && this.source === text) return false;
      brackets.swallow();
      this.sender.report('unclosed-quote', start, start + 1, { quote: quoted[0] as string });
    } else if (!brackets.areOpen && isColon(text, end) && isBehindKey(this.parser.stack)) this.indentAsKey();
    this.sender.send(quoted.slice(0, text.length - start));
    this.endNode();
    return true;
  }

  private takeIndicator(lexeme: string): void {
    const { brackets, parser, sender } = this;
    switch (lexeme) {
      case ']':
      case '}':
        brackets.end(lexeme, parser.offset);
        this.isNodeDone = brackets.areOpen;
        return;
      case '[':
      case '{':
        brackets.begin(lexeme, parser.offset);
        break;
      case FLOW_BROKEN:
        if (!brackets.areOpen) return;
        brackets.breakOff(parser.offset);
        break;
      case '-':
        if (!brackets.areOpen && !this.isPassingDashes && !isBehindKey(parser.stack)) break;
        this.passDash();
        return;
      case DOCUMENT_NEXT:
      case '---':
      case '...':
        sender.isSkipping = false;
        brackets.beginDocument();
        this.earlierFaults = this.faults.length;
        break;
    }
    if (/^[^ \t\r\n#]/.test(lexeme)) this.isNodeDone = lexeme.startsWith('*') && brackets.areOpen;
    if (lexeme[0] !== ' ') this.isPassingDashes = false;
    sender.send(lexeme);
    if (lexeme[0] === '&' || lexeme[0] === '!') this.stayOnKeyLine();
  }

  /** Leaves out a dash where none can be. */
  private passDash(): void {
    const { offset } = this.parser;
    const code = this.brackets.areOpen ? 'block-in-flow' : 'list-on-key-line';
    if (!this.isPassingDashes) this.sender.report(code, offset, offset + 1);
    this.sender.send(' ');
    this.isPassingDashes = true;
  }

  /** Behind a blank line the library forgets that an anchor or a tag begins a key, and takes a bracket behind it for another one. */
  private stayOnKeyLine(): void {
    const outer = this.parser.stack.at(-1);
    const item = outer?.type === 'block-map' ? outer.items.at(-1) : undefined;
    if (item && !item.key && !item.sep) Object.assign(this.parser, { onKeyLine: true });
  }
}

function isBlank(lexeme: string): boolean {
  return lexeme[0] === ' ' || lexeme[0] === '\t';
}
