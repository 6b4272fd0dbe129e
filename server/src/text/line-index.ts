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

/** Builds the index in one pass. CR, LF and CRLF end a line (format.md section 1). */
export function createLineIndex(text: string): LineIndex {
  const starts = [0];
  findStarts(text, 0, text.length, starts);

  const lineStart = (line: number): number => (line < 0 ? 0 : (starts[line] ?? text.length));

  const lineEnd = (line: number): number => {
    let end = lineStart(line + 1);
    const start = lineStart(line);
    if (end > start && text.charCodeAt(end - 1) === 10) end--;
    if (end > start && text.charCodeAt(end - 1) === 13) end--;
    return end;
  };

  const lineAt = (offset: number): number => Math.max(0, lastBelow(starts, offset + 1));

  const position = (offset: number): Position => {
    const clamped = Math.max(0, Math.min(offset, text.length));
    const line = lineAt(clamped);
    return { line, character: clamped - (starts[line] as number) };
  };

  const offset = ({ line, character }: Position): number => {
    if (line < 0) return 0;
    if (line >= starts.length) return text.length;
    return Math.min(lineStart(line) + Math.max(0, character), lineEnd(line));
  };

  return {
    lineCount: starts.length,
    lineStart,
    lineEnd,
    position,
    offset,
    range: (span) => ({ start: position(span.start), end: position(span.end) }),
    span: (range) => ({ start: offset(range.start), end: offset(range.end) }),
  };
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
