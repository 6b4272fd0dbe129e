// Sends lexemes to the library's parser: as they are written, in the place of something else, or cut anew; and notes what is wrong with them.
import type { CST, Parser } from 'yaml';
import type { Span } from '../text/span.ts';
import { blankLexemes, DOCUMENT_NEXT, FLOW_BROKEN, isMarker, lexemesOf, SCALAR_NEXT } from './lexemes.ts';
import type { IndicatorFault, Mend } from './mend.ts';
import type { YamlSyntaxCode } from './problem-codes.ts';
import { shorten } from './source-words.ts';
import type { YamlProblem } from './tree.ts';

/** A fault of syntax, before it is known which document it stands in. */
export interface Fault {
  readonly code: YamlSyntaxCode;
  readonly span: Span;
  readonly data: YamlProblem['data'];
}

/** The parser's offset is always that of the next lexeme in the text, whatever was sent. */
export class LexemeSender {
  /** Between the end of a document's only node and the next document: nothing is sent, and no fault noted. */
  isSkipping = false;
  private readonly parser: Parser;
  private readonly take: (token: CST.Token) => boolean;
  private readonly faults: Fault[];

  /** `take` gets what the parser yields, and says whether what follows belongs to no document. */
  constructor(parser: Parser, take: (token: CST.Token) => boolean, faults: Fault[]) {
    this.parser = parser;
    this.take = take;
    this.faults = faults;
  }

  report(code: YamlSyntaxCode, start: number, end: number, data: Fault['data'] = {}): void {
    if (!this.isSkipping) this.faults.push({ code, span: { start, end }, data });
  }

  send(lexeme: string): void {
    if (this.isSkipping) {
      if (!isMarker(lexeme)) this.parser.offset += lexeme.length;
      return;
    }
    for (const token of this.parser.next(lexeme)) this.isSkipping = this.take(token) || this.isSkipping;
  }

  /** Sends what is written otherwise, or not at all: `width` characters of the text. */
  sendInstead(lexeme: string, width: number): void {
    const behind = this.parser.offset + width;
    this.send(lexeme);
    this.parser.offset = behind;
  }

  sendScalar(scalar: string): void {
    this.send(SCALAR_NEXT);
    this.send(scalar);
  }

  sendBlanks(blanks: string): void {
    for (const lexeme of blankLexemes(blanks)) this.send(lexeme);
  }

  sendMends(steps: readonly Mend[]): void {
    for (const step of steps) {
      switch (step.kind) {
        case 'scalar':
          this.sendScalar(step.source);
          break;
        case 'blank':
          this.sendBlanks(step.source);
          break;
        case 'value':
          this.sendValue(step.source);
          break;
        case 'indicator':
          if (step.fault) this.reportIndicator(step.width, step.fault);
          this.sendInstead(step.lexeme, step.width);
          break;
      }
    }
  }

  private reportIndicator(width: 0 | 1, { code, key }: IndicatorFault): void {
    const here = this.parser.offset;
    const length = width || key.length;
    if (code === 'missing-comma') this.report(code, here, here + length);
    else if (width === 1) this.report(code, here, here + 1, { key: shorten(key) });
    else this.report(code, here - length, here, { key: shorten(key) });
  }

  /** Text that is to be read as YAML of its own. */
  private sendValue(value: string): void {
    const opened: string[] = [];
    const start = this.parser.offset;
    for (const lexeme of lexemesOf(value)) {
      if (lexeme === '[' || lexeme === '{') opened.push(lexeme);
      else if (lexeme === ']' || lexeme === '}') opened.pop();
      if (lexeme !== DOCUMENT_NEXT) this.send(lexeme);
    }
    if (opened[0] === undefined) return;
    this.report('unclosed-bracket', start, start + 1, bracketData(opened[0]));
    this.send(FLOW_BROKEN);
  }
}

export function bracketData(opening: string): Fault['data'] {
  return { opening, closing: closingOf(opening) };
}

export function closingOf(opening: string): ']' | '}' {
  return opening === '[' ? ']' : '}';
}
