// The text of a document that is being edited, in chunks of some thousand characters that know their lines. An edit makes the chunks that it
// touches anew; all others go on in the next text, so that two texts of a document are compared, and their lines counted, chunk by chunk.
import { changeBetween, type TextChange } from './change.ts';
import { findStarts, type LineIndex, lastBelow, type Position, type Range } from './line-index.ts';
import type { Span } from './span.ts';
import type { Text } from './text.ts';

export function editedText(text: string): EditedText {
  return new EditedText(cut(text), text);
}

/** A text that came as a whole, as an edit of what it was before. */
export function rewritten(before: EditedText | undefined, text: string): EditedText {
  if (before === undefined) return editedText(text);
  const change = changeBetween(before.toString(), text);
  return change ? before.with(change.start, change.oldEnd, text.slice(change.start, change.newEnd)) : before;
}

interface Chunk {
  readonly text: string;
  /** Offsets in the chunk behind each of its line breaks. */
  readonly starts: readonly number[];
}

/** Characters of a chunk, more or less: it ends with a line where it can. */
const usualLength = 8192;

/** A text with its lines, counted as in every `LineIndex`. It never changes: an edit makes another. */
export class EditedText implements Text, LineIndex {
  readonly length: number;
  readonly lineCount: number;
  private readonly chunks: readonly Chunk[];
  /** Of each chunk its offset, and the line in which it begins. */
  private readonly offsets: readonly number[];
  private readonly lines: readonly number[];
  private whole: string | undefined;

  constructor(chunks: readonly Chunk[], whole: string | undefined) {
    const offsets: number[] = [];
    const lines: number[] = [];
    let length = 0;
    let line = 0;
    for (const { text, starts } of chunks) {
      offsets.push(length);
      lines.push(line);
      length += text.length;
      line += starts.length;
    }
    this.length = length;
    this.lineCount = line + 1;
    this.chunks = chunks;
    this.offsets = offsets;
    this.lines = lines;
    this.whole = whole;
  }

  toString(): string {
    this.whole ??= this.chunks.map(({ text }) => text).join('');
    return this.whole;
  }

  slice(start: number, end: number = this.length): string {
    if (this.whole !== undefined) return this.whole.slice(start, end);
    const first = this.chunkAt(start);
    const parts: string[] = [];
    for (let i = first; i < this.chunks.length && this.offsetOf(i) < end; i++) {
      const offset = this.offsetOf(i);
      parts.push(this.textOf(i).slice(Math.max(0, start - offset), Math.max(0, end - offset)));
    }
    return parts.length === 1 ? (parts[0] as string) : parts.join('');
  }

  /** The text in which something else stands from one offset to another. */
  with(start: number, end: number, by: string): EditedText {
    let first = this.chunkAt(start);
    let last = this.chunkAt(Math.max(start, end));
    let text = this.textOf(first).slice(0, start - this.offsetOf(first)) + by + this.textOf(last).slice(end - this.offsetOf(last));
    // Small remains join the next chunk, and a line break of two characters stays in one.
    if (last + 1 < this.chunks.length && (text.endsWith('\r') || text.length < usualLength / 4)) text += this.textOf(++last);
    if (first > 0 && text.startsWith('\n') && this.textOf(first - 1).endsWith('\r')) text = this.textOf(--first) + text;
    return new EditedText([...this.chunks.slice(0, first), ...cut(text), ...this.chunks.slice(last + 1)], undefined);
  }

  /** Where another text differs, as one stretch; undefined where it does not. Where edits made one of the other, little is looked at. */
  changeTo(after: EditedText): TextChange | undefined {
    const [old, now] = [this.chunks, after.chunks];
    const most = Math.min(old.length, now.length);
    let ahead = 0;
    while (ahead < most && old[ahead] === now[ahead]) ahead++;
    let behind = 0;
    while (behind < most - ahead && old[old.length - 1 - behind] === now[now.length - 1 - behind]) behind++;
    const start = this.offsetOf(ahead);
    const change = changeBetween(
      this.slice(start, this.offsetOf(old.length - behind)),
      after.slice(start, after.offsetOf(now.length - behind)),
    );
    return change && { start: start + change.start, oldEnd: start + change.oldEnd, newEnd: start + change.newEnd };
  }

  lineStart(line: number): number {
    if (line <= 0) return 0;
    if (line >= this.lineCount) return this.length;
    const chunk = lastBelow(this.lines, line);
    return this.offsetOf(chunk) + (this.chunks[chunk]?.starts[line - (this.lines[chunk] as number) - 1] as number);
  }

  lineEnd(line: number): number {
    const start = this.lineStart(line);
    const end = this.lineStart(line + 1);
    const lineBreak = this.slice(Math.max(start, end - 2), end);
    if (lineBreak === '\r\n') return end - 2;
    return lineBreak.endsWith('\n') || lineBreak.endsWith('\r') ? end - 1 : end;
  }

  position(offset: number): Position {
    const clamped = Math.max(0, Math.min(offset, this.length));
    const chunk = this.chunkAt(clamped);
    const starts = this.chunks[chunk]?.starts ?? [];
    const line = (this.lines[chunk] ?? 0) + lastBelow(starts, clamped - this.offsetOf(chunk) + 1) + 1;
    return { line, character: clamped - this.lineStart(line) };
  }

  offset({ line, character }: Position): number {
    if (line < 0) return 0;
    if (line >= this.lineCount) return this.length;
    return Math.min(this.lineStart(line) + Math.max(0, character), this.lineEnd(line));
  }

  range(span: Span): Range {
    return { start: this.position(span.start), end: this.position(span.end) };
  }

  span(range: Range): Span {
    return { start: this.offset(range.start), end: this.offset(range.end) };
  }

  /** The last chunk that begins at an offset or before it. */
  private chunkAt(offset: number): number {
    return Math.max(0, lastBelow(this.offsets, offset + 1));
  }

  /** Behind the last chunk, the end of the text. */
  private offsetOf(chunk: number): number {
    return this.offsets[chunk] ?? this.length;
  }

  private textOf(chunk: number): string {
    return this.chunks[chunk]?.text ?? '';
  }
}

function cut(text: string): readonly Chunk[] {
  const chunks: Chunk[] = [];
  for (let at = 0; at < text.length; ) {
    const end = chunkEnd(text, at);
    const starts: number[] = [];
    findStarts(text, at, end, starts);
    chunks.push({ text: text.slice(at, end), starts: starts.map((start) => start - at) });
    at = end;
  }
  return chunks;
}

/** Behind the first line that ends a usual length further on, unless that line is a long one. */
function chunkEnd(text: string, at: number): number {
  if (text.length - at <= usualLength * 2) return text.length;
  const usual = at + usualLength;
  const lineFeed = text.indexOf('\n', usual - 1);
  if (lineFeed >= 0 && lineFeed < usual + usualLength) return lineFeed + 1;
  return text[usual - 1] === '\r' && text[usual] === '\n' ? usual + 1 : usual;
}
