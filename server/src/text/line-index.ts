// Offsets to lines and characters and back, counted as the language server protocol counts: from 0, in UTF-16 code units.
import type { Span } from './span.ts';

export interface Position {
  readonly line: number;
  readonly character: number;
}

export interface Range {
  readonly start: Position;
  readonly end: Position;
}

export interface LineIndex {
  readonly lineCount: number;
  /** Offset of the first character of a line; a line behind the last one is the end of the text. */
  lineStart(line: number): number;
  /** Offset behind the last character of a line, its line break left out. */
  lineEnd(line: number): number;
  position(offset: number): Position;
  offset(position: Position): number;
  range(span: Span): Range;
  span(range: Range): Span;
}

/**
 * The lines of a text, found in one pass when they are first asked for: nobody asks where nothing is found. CR, LF and CRLF end a line
 * (format.md section 1).
 */
export function createLineIndex(text: string): LineIndex {
  return new TextLines(text);
}

class TextLines implements LineIndex {
  private readonly text: string;
  private found: readonly number[] | undefined;

  constructor(text: string) {
    this.text = text;
  }

  get lineCount(): number {
    return this.starts.length;
  }

  lineStart(line: number): number {
    return line < 0 ? 0 : (this.starts[line] ?? this.text.length);
  }

  lineEnd(line: number): number {
    let end = this.lineStart(line + 1);
    const start = this.lineStart(line);
    if (end > start && this.text.charCodeAt(end - 1) === 10) end--;
    if (end > start && this.text.charCodeAt(end - 1) === 13) end--;
    return end;
  }

  position(offset: number): Position {
    const clamped = Math.max(0, Math.min(offset, this.text.length));
    const line = Math.max(0, lastBelow(this.starts, clamped + 1));
    return { line, character: clamped - (this.starts[line] as number) };
  }

  offset({ line, character }: Position): number {
    if (line < 0) return 0;
    if (line >= this.lineCount) return this.text.length;
    return Math.min(this.lineStart(line) + Math.max(0, character), this.lineEnd(line));
  }

  range({ start, end }: Span): Range {
    return { start: this.position(start), end: this.position(end) };
  }

  span({ start, end }: Range): Span {
    return { start: this.offset(start), end: this.offset(end) };
  }

  private get starts(): readonly number[] {
    this.found ??= findAllStarts(this.text);
    return this.found;
  }
}

function findAllStarts(text: string): readonly number[] {
  const starts = [0];
  findStarts(text, 0, text.length, starts);
  return starts;
}

/** Adds the beginnings of the lines behind the line breaks that end from one offset to another. */
export function findStarts(text: string, from: number, to: number, starts: number[]): void {
  const end = Math.min(to, text.length);
  for (let i = from; i < end; i++) {
    const code = text.charCodeAt(i);
    if (code === 10) starts.push(i + 1);
    else if (code === 13 && text.charCodeAt(i + 1) !== 10) starts.push(i + 1);
  }
}

/** The index of the last of some ascending numbers that is less than a bound; -1 where none is. */
export function lastBelow(numbers: readonly number[], bound: number): number {
  let low = -1;
  let high = numbers.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((numbers[middle] as number) < bound) low = middle;
    else high = middle - 1;
  }
  return low;
}
