// The lower half of the quick reader: lines, comments and scalars. What it is not sure of it gives up.
import { ownText } from '../text/own-text.ts';
import { plainValue } from './core-schema.ts';
import { Block, type Draft, draftAlias, draftComment, draftScalar, noProperties, type Properties } from './draft.ts';
import { plainText, quotedText } from './flow-text.ts';
import {
  beginsPlain,
  blockScalarLines,
  code,
  continuation,
  foldedText,
  isBlankOrEnd,
  isLineEnd,
  isMarker,
  lineBehind,
  literalText,
  nameEnd,
  plainStop,
  quotedEnd,
  trimmedEnd,
} from './quick-scalars.ts';
import type { YamlDocument, YamlNode } from './tree.ts';

/** Thrown to give up, from any depth of the reader: at the pair that is being read, or at the whole text. */
export const doubt = new Error('not for the quick reader');
export const despair = new Error('not for the quick reader, nor its neighbours');

export function giveUp(): never {
  throw doubt;
}

/** What stands between the indicator of a value and the value. */
export interface Opening {
  readonly properties: Properties;
  /** Where the value stands if it is empty. */
  readonly emptyAt: number;
}

/** Reads lines and scalars. */
export class LineReader {
  readonly text: string;
  /** How deep collections may nest. */
  readonly maxDepth: number;
  /** The block that takes what is read. */
  block: Block;
  at: number;
  lineStart: number;
  /** The column of the content that comes next; -1 at the end of a document. */
  column = -1;
  /** How much the thorough reader, or this one, found wrong in the document so far. */
  faults = 0;

  /** Whether the text is that of an edit, of which only some is read, and the rest goes on from the text before. */
  private readonly isAgain: boolean;

  constructor(text: string, maxDepth: number, block: Block, isAgain = false) {
    this.text = text;
    this.isAgain = isAgain;
    this.maxDepth = maxDepth;
    this.block = block;
    this.at = block.at;
    this.lineStart = block.at;
  }

  /** What a node is to say. Where each edit gives a node something to say, these would keep as many texts as there were edits. */
  private kept(words: string): string {
    return this.isAgain ? ownText(words) : words;
  }

  /** Goes to the beginning of a line. */
  moveTo(lineStart: number): void {
    this.at = lineStart;
    this.lineStart = lineStart;
  }

  /** What is read from here on goes to a new block. */
  beginBlock(document: YamlDocument): Block {
    this.block = new Block(this.lineStart, document);
    return this.block;
  }

  /** The block ends before the line where the reader stands; to know that, it has looked at the line. */
  endBlock(block: Block): void {
    const lineFeed = this.text.indexOf('\n', this.at);
    block.reach = Math.max(block.reach, (lineFeed < 0 ? this.text.length : lineFeed) - block.at);
  }

  /** The block ends before the line where the reader stands; to know that, it has looked at a colon or dash and the blank or line break behind. */
  endBlockBy(block: Block, sign: number): void {
    block.reach = Math.max(block.reach, sign + '\r\n'.length - block.at);
  }

  /** Passes over spaces; tabs are for the thorough reader. */
  skipSpaces(): void {
    while (this.text.charCodeAt(this.at) === code.space) this.at++;
    if (this.text.charCodeAt(this.at) === code.tab) giveUp();
  }

  takeComment(ownLine: boolean): void {
    const before = this.text.charCodeAt(this.at - 1);
    if (this.at > this.lineStart && before !== code.space) giveUp();
    const lineFeed = this.text.indexOf('\n', this.at);
    let end = lineFeed < 0 ? this.text.length : lineFeed;
    if (lineFeed >= 0 && this.text.charCodeAt(end - 1) === code.return) end--;
    this.block.comments.push(draftComment(this.block, this.kept(this.text.slice(this.at + 1, end)), this.at, end, ownLine));
    this.at = end;
  }

  /** Passes over the rest of a line, which may only be a comment. */
  endLine(ownLine: boolean): void {
    this.skipSpaces();
    if (this.text.charCodeAt(this.at) === code.hash) this.takeComment(ownLine);
    if (!isLineEnd(this.text, this.at)) giveUp();
    this.at = lineBehind(this.text, this.at);
    this.lineStart = this.at;
  }

  /** From the beginning of a line to the next content. */
  skipLines(): void {
    while (this.at < this.text.length) {
      this.skipSpaces();
      if (this.text.charCodeAt(this.at) !== code.hash && !isLineEnd(this.text, this.at)) {
        this.column = isMarker(this.text, this.at, this.lineStart) ? -1 : this.at - this.lineStart;
        return;
      }
      this.endLine(true);
    }
    this.column = -1;
  }

  /** Ends a value that stands on the line of its key or dash. */
  endValue<T>(node: T): T {
    this.endLine(false);
    this.skipLines();
    return node;
  }

  takeAnchor(): Properties {
    const start = this.at + 1;
    this.at = nameEnd(this.text, this.at);
    if (this.at === start || this.text.charCodeAt(this.at - 1) === code.colon || !isBlankOrEnd(this.text, this.at)) giveUp();
    this.block.isTied = true;
    return { anchor: this.kept(this.text.slice(start, this.at)), tag: undefined };
  }

  takeAlias(properties: Properties): Draft<YamlNode> {
    const start = this.at;
    this.at = nameEnd(this.text, this.at);
    if (properties !== noProperties || this.at === start + 1 || this.text.charCodeAt(this.at - 1) === code.colon) giveUp();
    this.block.isTied = true;
    return draftAlias(this.block, properties, start, this.at, this.kept(this.text.slice(start + 1, this.at)));
  }

  /** A quoted scalar; where it goes on over lines, these must have at least some column. */
  takeQuoted(properties: Properties, leastColumn: number): Draft<YamlNode> {
    const start = this.at;
    const end = quotedEnd(this.text, start) ?? giveUp();
    const source = this.kept(this.text.slice(start, end));
    for (let lineFeed = source.indexOf('\n'); lineFeed >= 0; lineFeed = source.indexOf('\n', lineFeed + 1)) {
      this.lineStart = start + lineFeed + 1;
      this.at = this.lineStart;
      this.skipSpaces();
      if (!isLineEnd(this.text, this.at) && (this.at - this.lineStart < leastColumn || isMarker(this.text, this.at, this.lineStart)))
        giveUp();
    }
    this.at = end;
    const content = quotedText(source, true);
    const style = source.startsWith('"') ? 'double-quoted' : 'single-quoted';
    return draftScalar(this.block, properties, style, start, end, content, content);
  }

  /** A plain scalar on one line. */
  draftPlain(properties: Properties, start: number, end: number): Draft<YamlNode> {
    const content = this.kept(this.text.slice(start, end));
    return draftScalar(this.block, properties, 'plain', start, end, content, plainValue(content));
  }

  /** A plain scalar that is no key, over all its lines. */
  takePlain(properties: Properties, leastColumn: number): Draft<YamlNode> {
    if (!beginsPlain(this.text, this.at, false)) giveUp();
    const { at: start, lineStart } = this;
    let end = start;
    let endLine = lineStart;
    for (let next: number | undefined = start; next !== undefined; ) {
      this.at = plainStop(this.text, next, false);
      if (this.text.charCodeAt(this.at) === code.colon) {
        // The last line is a key, indented too much. A scalar that begins its line may have been meant as one too.
        if (next === start || /^ *(?:- +)*$/.test(this.text.slice(lineStart, start))) giveUp();
        this.at = end;
        this.lineStart = endLine;
        break;
      }
      end = trimmedEnd(this.text, next, this.at);
      endLine = this.lineStart;
      const line = this.text.charCodeAt(this.at) === code.hash ? undefined : continuation(this.text, this.at, leastColumn);
      if (line === 'tab') giveUp();
      if (line) this.lineStart = line.start;
      next = line?.content;
    }
    if (endLine === lineStart) return this.draftPlain(properties, start, end);
    const content = plainText(this.kept(this.text.slice(start, end)));
    return draftScalar(this.block, properties, 'plain', start, end, content, content);
  }

  takeBlockScalar(properties: Properties, leastColumn: number): Draft<YamlNode> {
    const start = this.at;
    const isLiteral = this.text.charCodeAt(this.at) === code.bar;
    this.at++;
    const keepsBreak = this.text.charCodeAt(this.at) !== code.dash;
    if (!keepsBreak) this.at++;
    this.endLine(false);
    const lines = blockScalarLines(this.text, this.at, leastColumn) ?? giveUp();
    const content = this.kept((isLiteral ? literalText : foldedText)(lines.said, keepsBreak) ?? giveUp());
    this.at = lines.next;
    this.lineStart = this.at;
    this.skipLines();
    return draftScalar(this.block, properties, isLiteral ? 'literal' : 'folded', start, lines.end, content, content);
  }

  /** The tag of a scalar on the same line, one of those that YAML itself knows. */
  takeTag(): Properties {
    const tag = /!!(?:str|int|float|bool|null)(?= )/y;
    tag.lastIndex = this.at;
    const [name] = tag.exec(this.text) ?? giveUp();
    this.at += name.length;
    this.skipSpaces();
    if (this.isAtLineEnd()) giveUp();
    return { anchor: undefined, tag: name };
  }

  /** Goes over the anchor or the tag of a value, if it has one; `indicatorEnd` is where its colon or dash ends. */
  openValue(indicatorEnd: number): Opening {
    this.skipSpaces();
    if (this.text.charCodeAt(this.at) === code.exclamation) return { properties: this.takeTag(), emptyAt: indicatorEnd };
    if (this.text.charCodeAt(this.at) !== code.ampersand) return { properties: noProperties, emptyAt: indicatorEnd };
    const properties = this.takeAnchor();
    const emptyAt = this.at;
    this.skipSpaces();
    return { properties, emptyAt };
  }

  /** Whether nothing but a comment stands between here and the end of the line. */
  isAtLineEnd(): boolean {
    return this.text.charCodeAt(this.at) === code.hash || isLineEnd(this.text, this.at);
  }
}
