// Where things stand on their lines: what an edit must know to write in the manner of the text around it.
import { ancestors } from './route.ts';
import type { YamlNode, YamlPair } from './tree.ts';

/** How the text ends its lines, by the first one. */
export function lineBreakOf(text: string): '\n' | '\r\n' | '\r' {
  const at = text.search(/[\r\n]/);
  if (at < 0 || text[at] === '\n') return '\n';
  return text[at + 1] === '\n' ? '\r\n' : '\r';
}

export function lineStartOf(text: string, offset: number): number {
  let start = offset;
  while (start > 0 && !isBreak(text[start - 1])) start--;
  return start;
}

/** The end of the line an offset lies in, its line break left out. */
export function lineEndOf(text: string, offset: number): number {
  let end = offset;
  while (end < text.length && !isBreak(text[end])) end++;
  return end;
}

/** The offset behind the line break at an offset, which is the end of a line. */
export function nextLine(text: string, lineEnd: number): number {
  if (text[lineEnd] === '\r' && text[lineEnd + 1] === '\n') return lineEnd + 2;
  return Math.min(lineEnd + 1, text.length);
}

/** How many columns stand before an offset on its line; a byte order mark is none. */
export function columnOf(text: string, offset: number): number {
  const start = lineStartOf(text, offset);
  return offset - start - (text[start] === '\ufeff' ? 1 : 0);
}

/** Whether only blanks stand before an offset on its line. */
export function leadsLine(text: string, offset: number): boolean {
  return text.slice(lineStartOf(text, offset), offset).trim() === '';
}

export function isWithinBrackets(node: YamlNode | YamlPair): boolean {
  return ancestors(node).some((above) => (above.kind === 'map' || above.kind === 'list') && above.flow);
}

/** Whether a map is a pair within a bracketed list, without braces of its own: `[a: b]`. */
export function isBarePair(text: string, node: YamlNode): boolean {
  return node.kind === 'map' && node.flow && (text[node.start] !== '{' || node.pairs[0]?.start === node.start);
}

/**
 * The end of the last line that belongs to a part of a block collection: a comment on that line goes with it, and so do the blank lines
 * behind a block scalar that are part of it.
 */
export function lastLineEnd(text: string, part: YamlNode | YamlPair): number {
  let end = lineEndOf(text, part.end);
  if (!endsInBlockScalar(part)) return end;
  const header = lastPart(part).start;
  const keepsAll = /^[|>][0-9]?\+/.test(text.slice(header, header + 3));
  let lineEnd = end;
  for (let next = nextLine(text, lineEnd); next > lineEnd && next < text.length; next = nextLine(text, lineEnd)) {
    lineEnd = lineEndOf(text, next);
    if (text.slice(next, lineEnd).trim() !== '') break;
    if (keepsAll || lineEnd > next) end = lineEnd;
  }
  return end;
}

/** Lines, each but the first indented by a number of columns; empty ones stay empty. */
export function indented(lines: string, columns: number, lineBreak: string): string {
  return lines
    .split(/\r\n|\r|\n/)
    .map((line, index) => (index === 0 || line === '' ? line : ' '.repeat(columns) + line))
    .join(lineBreak);
}

export function endsInBlockScalar(part: YamlNode | YamlPair): boolean {
  const last = lastPart(part);
  return last.kind === 'scalar' && (last.style === 'literal' || last.style === 'folded');
}

function lastPart(part: YamlNode | YamlPair): YamlNode {
  switch (part.kind) {
    case 'pair':
      return lastPart(part.value);
    case 'map':
      return part.pairs.length > 0 ? lastPart(part.pairs.at(-1) as YamlPair) : part;
    case 'list':
      return part.items.length > 0 ? lastPart(part.items.at(-1) as YamlNode) : part;
    case 'scalar':
    case 'alias':
      return part;
  }
}

function isBreak(character: string | undefined): boolean {
  return character === '\n' || character === '\r';
}
