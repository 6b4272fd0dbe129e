// The brackets that are open while a text is sent to the library's parser: which of them a closing one closes, and what is wrong where it closes
// none, or more than one.
import type { Span } from '../text/span.ts';
import { bracketData, closingOf, type LexemeSender } from './lexeme-sender.ts';

interface OpenBracket {
  readonly bracket: string;
  readonly at: number;
}

export class OpenBrackets {
  private readonly sender: LexemeSender;
  private readonly echoes: Span[];
  /** The innermost last. */
  private open: OpenBracket[] = [];
  /** Whether an unclosed quote may have swallowed the end of the open brackets. */
  private isSwallowed = false;
  /** How many a dedent broke off, and where: their closing ones may still come and are no new fault. */
  private broken = 0;
  private brokenAt = 0;

  /** `echoes` gets the stretches between a bracket that a dedent broke off and its late end. */
  constructor(sender: LexemeSender, echoes: Span[]) {
    this.sender = sender;
    this.echoes = echoes;
  }

  get areOpen(): boolean {
    return this.open.length > 0;
  }

  begin(bracket: string, at: number): void {
    if (!this.areOpen) this.isSwallowed = false;
    this.open.push({ bracket, at });
  }

  /** Sends a closing bracket: as the one that is expected, behind those that are missing before it, or as a blank where nothing is open. */
  end(found: string, at: number): void {
    const { open, sender } = this;
    const innermost = open.at(-1);
    if (innermost === undefined) {
      this.endNothing(found, at);
      return;
    }
    const partner = open.findLastIndex(({ bracket }) => closingOf(bracket) === found);
    if (partner < 0) {
      const expected = closingOf(innermost.bracket);
      sender.report('wrong-bracket', at, at + 1, { expected, found });
      sender.sendInstead(expected, 1);
    } else {
      const unclosed = open.splice(partner + 1);
      this.reportUnclosed(unclosed);
      for (const { bracket } of unclosed.toReversed()) sender.sendInstead(closingOf(bracket), 0);
      sender.send(found);
    }
    open.pop();
  }

  /** To the lexer, a bracket of the wrong sort closes nothing but the innermost; to us it may have closed them all. */
  breakOff(at: number): void {
    this.reportUnclosed(this.open);
    this.broken = this.open.length;
    this.brokenAt = at;
    this.open = [];
  }

  /** A quote that is not closed has come to the end of the text. */
  swallow(): void {
    this.isSwallowed = this.areOpen;
  }

  /** Late ends of what a dedent broke off come in the same document. */
  beginDocument(): void {
    this.broken = 0;
  }

  reportUnclosed(unclosed: readonly OpenBracket[] = this.open): void {
    if (this.isSwallowed) return;
    for (const { bracket, at } of unclosed) this.sender.report('unclosed-bracket', at, at + 1, bracketData(bracket));
  }

  private endNothing(found: string, at: number): void {
    if (this.broken > 0) {
      this.broken--;
      this.echoes.push({ start: this.brokenAt, end: at });
    } else this.sender.report('unexpected-bracket', at, at + 1, { found });
    this.sender.send(' ');
  }
}
