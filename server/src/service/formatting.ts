// Formatting: indentation by two, blanks around the signs of brackets, no white space at the ends of lines, one blank line at most, a line
// break at the end. Comments, quotes, the texts of block scalars and the line breaks of brackets stay as they are, and so does every value:
// what was meant is read again from the result, and edits that would change it are not made.
import { applyEdits, type TextEdit } from '../text/edit.ts';
import { bySpan, encloses, type Span } from '../text/span.ts';
import type { SourceFile } from '../workspace/source-file.ts';
import { lineBreakOf } from '../yaml/layout.ts';
import { parseYaml } from '../yaml/parse.ts';
import { ancestors, nodeAt } from '../yaml/route.ts';
import type { YamlDocument, YamlStream } from '../yaml/tree.ts';
import { excerptAround } from './excerpt.ts';
import { type Entry, type Layout, layoutOf, type Stretch } from './format-layout.ts';
import { saysTheSame } from './same-yaml.ts';

type Source = Pick<SourceFile, 'text' | 'lines' | 'stream'>;

/** The edits for a whole text; none where it has a fault of YAML. */
export function formatText(source: Source): readonly TextEdit[] {
  if (isFaulty(source.stream)) return [];
  const edits = editsOf(source);
  return isSafe(source, edits) ? edits : [];
}

/**
 * The edits for some lines. Lines that cannot be moved without those around them take along as little as possible: the entry that
 * holds them, or the one that holds that.
 */
export function formatLines(source: Source, range: Span): readonly TextEdit[] {
  if (isFaulty(source.stream)) return [];
  const edits = editsOf(source);
  for (const lines of widening(source, range)) {
    const within = edits.filter(({ span }) => encloses(lines, span) && (span.start < lines.end || lines.end === source.text.length));
    if (isSafePart(source, within) || isSafe(source, within)) return within;
  }
  return [];
}

function isFaulty({ problems }: YamlStream): boolean {
  return problems.some(({ rule }) => rule !== 'duplicate-id');
}

function isSafe({ text, stream }: Source, edits: readonly TextEdit[]): boolean {
  return edits.length === 0 || saysTheSame(stream, parseYaml(applyEdits(text, edits).text, { origin: stream.origin }));
}

/** The same, seen from the entries around the edits alone; not always where it is. */
function isSafePart({ stream }: Source, edits: readonly TextEdit[]): boolean {
  const [first, last] = [edits[0], edits.at(-1)];
  if (first === undefined || last === undefined) return true;
  const excerpt = excerptAround(stream, { start: first.span.start, end: last.span.end });
  if (excerpt === undefined || first.span.start < excerpt.body.start) return false;
  const moved = edits.map(({ span: { start, end }, newText }) => ({
    span: { start: excerpt.toExcerpt(start), end: excerpt.toExcerpt(end) },
    newText,
  }));
  const [before, after] = [excerpt.text, applyEdits(excerpt.text, moved).text].map((text) => parseYaml(text, { origin: stream.origin }));
  return before !== undefined && after !== undefined && !isFaulty(before) && saysTheSame(before, after);
}

/** The lines of a range, then those of each entry around it. */
function* widening({ text, lines, stream }: Source, range: Span): Iterable<Span> {
  const whole = ({ start, end }: Span): Span => {
    const { line } = lines.position(end);
    // A range that ends before the first character of a line has nothing of that line.
    const isAtStart = end > start && lines.lineStart(line) === end;
    return { start: lines.lineStart(lines.position(start).line), end: isAtStart ? end : lines.lineStart(line + 1) };
  };
  yield whole(range);
  for (const document of stream.documents) {
    const node = nodeAt(document, range.start);
    for (const part of node ? [node, ...ancestors(node)] : []) if (part.end >= range.end) yield whole(part);
  }
  yield { start: 0, end: text.length };
}

function editsOf(source: Source): readonly TextEdit[] {
  const layouts = source.stream.documents.map((document) => layoutOf(source.text, document));
  const edits = [...layouts.flatMap(({ spacing }) => spacing), ...lineEdits(source, layouts)];
  return edits.sort(bySpan);
}

/** What one line is, for the layout. */
interface Line extends Span {
  /** Of the first character that is no blank; the end for a blank line. */
  readonly content: number;
  /** The stretch it is in and did not begin. */
  readonly stretch: Stretch | undefined;
  /** The entry that begins it. */
  readonly entry: Entry | undefined;
  readonly isComment: boolean;
  readonly document: number;
}

function lineEdits(source: Source, layouts: readonly Layout[]): readonly TextEdit[] {
  const { text } = source;
  const lines = readLines(source, layouts);
  const edits: TextEdit[] = [];
  let lastEntry: Entry | undefined;
  let lastText: Stretch | undefined;
  let lastDocument = 0;
  let entryAt = 0;
  /** The entries that are open above a line, each further in than the one before. */
  let open: Entry[] = [];
  const below = entriesBelow(lines);
  const entries = layouts.map((layout) => layout.entries);
  const lastFilled = lines.findLastIndex((line) => line.content < line.end || line.stretch !== undefined);
  for (const [index, line] of lines.entries()) {
    if (line.document !== lastDocument) [lastEntry, lastText, lastDocument, entryAt, open] = [undefined, undefined, line.document, 0, []];
    const own = entries[line.document] ?? [];
    for (let next = own[entryAt]; next !== undefined && next.offset < line.start; next = own[++entryAt]) {
      while ((open.at(-1)?.oldColumn ?? -1) >= next.oldColumn) open.pop();
      open.push(next);
      lastEntry = next;
    }
    if (line.stretch?.kind === 'block') lastText = line.stretch;
    edits.push(...edgeEdits(text, line, lines, index, index > lastFilled));
    if (line.content === line.end && line.stretch?.kind !== 'block') continue;
    const lead = line.content - line.start;
    const moved = lastEntry ? lastEntry.newColumn - lastEntry.oldColumn : 0;
    if (line.entry) {
      edits.push(...moveTo(text, line, line.entry.newColumn));
      lastText = undefined;
    } else if (line.stretch) edits.push(...shift(text, line, moved));
    else if (line.isComment) {
      const column = commentColumn(lead, below[index], open);
      const ceiling = lastText?.textColumn === undefined ? undefined : Math.max(0, lastText.textColumn + moved - 1);
      edits.push(...moveTo(text, line, ceiling === undefined ? column : Math.min(column, ceiling)));
    } else if (!/^(?:---|\.\.\.)(?:\s|$)|^%/.test(text.slice(line.start, line.end))) edits.push(...shift(text, line, moved));
  }
  return edits;
}

function readLines({ text, lines, stream }: Source, layouts: readonly Layout[]): readonly Line[] {
  const found: Line[] = [];
  const entries = new Map(layouts.flatMap((layout) => layout.entries.map((entry) => [entry.offset, entry] as const)));
  const stretches = layouts.flatMap((layout) => layout.stretches);
  const open: Stretch[] = [];
  let stretchAt = 0;
  let document = 0;
  for (let line = 0; line < lines.lineCount; line++) {
    const start = lines.lineStart(line) + (line === 0 && text[0] === '\ufeff' ? 1 : 0);
    const end = lines.lineEnd(line);
    while ((stream.documents[document + 1] as YamlDocument | undefined) && start >= (stream.documents[document + 1] as YamlDocument).start)
      document++;
    for (let next = stretches[stretchAt]; next !== undefined && next.start < start; next = stretches[++stretchAt]) open.push(next);
    while (open.length > 0 && (open.at(-1) as Stretch).end < start) open.pop();
    let content = start;
    while (content < end && isBlankCharacter(text[content])) content++;
    // The innermost decides, but nothing in a pair with `?` is looked into.
    const holding = open.filter((stretch) => stretch.end >= content || stretch.end >= end);
    const stretch = holding.find(({ kind }) => kind === 'explicit') ?? holding.at(-1);
    const entry = stretch ? undefined : entries.get(content);
    found.push({ start, end, content, stretch, entry, isComment: text[content] === '#' && stretch === undefined, document });
  }
  return found;
}

/** White space at the end of a line, blank lines too many, the line break at the end of the text. */
function edgeEdits(text: string, line: Line, lines: readonly Line[], index: number, isAtEnd: boolean): readonly TextEdit[] {
  const { start, end, content, stretch } = line;
  const next = lines[index + 1];
  const isBlank = content === end;
  if (isBlank && stretch !== undefined) return [];
  if (isBlank) {
    const before = lines[index - 1];
    const isSecond = before !== undefined && before.content === before.end && before.stretch === undefined;
    if (isSecond || isAtEnd) return start === (next?.start ?? end) ? [] : [{ span: { start, end: next?.start ?? end }, newText: '' }];
    return start === end ? [] : [{ span: { start, end }, newText: '' }];
  }
  const edits: TextEdit[] = [];
  const isInText =
    (next?.stretch?.kind === 'text' && next.stretch.start < end) || stretch?.kind === 'block' || stretch?.kind === 'explicit';
  let filled = end;
  while (filled > content && isBlankCharacter(text[filled - 1])) filled--;
  if (filled < end && !isInText) edits.push({ span: { start: filled, end }, newText: '' });
  if (next === undefined) edits.push({ span: { start: end, end }, newText: lineBreakOf(text) });
  return edits;
}

function isBlankCharacter(character: string | undefined): boolean {
  return character === ' ' || character === '\t';
}

function moveTo(text: string, { start, content }: Line, column: number): readonly TextEdit[] {
  const lead = text.slice(start, content);
  if (lead === ' '.repeat(column)) return [];
  if (/\t/.test(lead)) return [{ span: { start, end: content }, newText: ' '.repeat(column) }];
  if (lead.length > column) return [{ span: { start, end: start + lead.length - column }, newText: '' }];
  return [{ span: { start, end: start }, newText: ' '.repeat(column - lead.length) }];
}

/** Moves a line with its entry. Blank lines of a block scalar move as far as they have blanks: what they have more is text. */
function shift(text: string, { start, end, stretch }: Line, by: number): readonly TextEdit[] {
  const blanks = /^ */.exec(text.slice(start, end))?.[0].length ?? 0;
  const isBlank = blanks === end - start;
  if (by > 0) {
    const isOutsideText = isBlank && stretch?.textColumn !== undefined && blanks <= stretch.textColumn;
    return isOutsideText ? [] : [{ span: { start, end: start }, newText: ' '.repeat(by) }];
  }
  const less = Math.min(-by, blanks);
  return less > 0 ? [{ span: { start, end: start + less }, newText: '' }] : [];
}

/** For each line, the first entry below it in its document. */
function entriesBelow(lines: readonly Line[]): readonly (Entry | undefined)[] {
  const below: (Entry | undefined)[] = [];
  let next: Entry | undefined;
  for (let at = lines.length - 1; at >= 0; at--) {
    const { document, entry } = lines[at] as Line;
    if (document !== lines[at + 1]?.document) next = undefined;
    below[at] = next;
    next = entry ?? next;
  }
  return below;
}

/**
 * A comment stays with what stands at its column: the entry below it, or else one of those that are open above it, each further in than the
 * one before.
 */
function commentColumn(column: number, next: Entry | undefined, open: readonly Entry[]): number {
  if (next?.oldColumn === column) return next.newColumn;
  const entry = open.findLast(({ oldColumn }) => oldColumn <= column);
  if (entry) return column + entry.newColumn - entry.oldColumn;
  return next ? Math.max(0, column + next.newColumn - next.oldColumn) : column;
}
