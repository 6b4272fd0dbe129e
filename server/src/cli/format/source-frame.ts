// The line of the source that a finding is about, with its number and the range underlined; columns counted as a terminal shows them.
import { displayWidth } from '../../report/display-width.ts';
import { printable } from '../../report/printable.ts';
import type { Source } from '../../rules/present.ts';
import type { Range } from '../../text/line-index.ts';

export interface FramePaint {
  readonly gutter: (text: string) => string;
  readonly mark: (text: string) => string;
}

/** No lines where the range is in an empty line of an empty text: there is nothing to show. */
export function sourceFrame(range: Range, { text, lines }: Source, columns: number, paint: FramePaint): readonly string[] {
  const { start, end } = range;
  const from = lines.lineStart(start.line);
  const line = text.slice(from, lines.lineEnd(start.line));
  if (line === '' && lines.lineCount === 1) return [];
  const endInLine = end.line === start.line ? end.character : line.length;
  const number = String(start.line + 1);
  const gutter = `${' '.repeat(number.length)} │ `;
  const { before, marked, after } = clip(line, start.character, endInLine, Math.max(40, columns - gutter.length));
  const underline = '^'.repeat(Math.max(1, displayWidth(marked)));
  const onwards = end.line === start.line ? '' : paint.gutter(` … ${end.line + 1}:${end.character + 1}`);
  return [
    `${paint.gutter(`${number} │ `)}${before}${marked}${after}`,
    `${paint.gutter(gutter)}${' '.repeat(displayWidth(before))}${paint.mark(underline)}${onwards}`,
  ];
}

interface Clipped {
  readonly before: string;
  readonly marked: string;
  readonly after: string;
}

/** A line may be as long as a file, and each of thousands of findings shows some columns of it: no more is looked at. In UTF-16 units. */
const mostLookedAt = 1000;

/** As much of a line as fits, around what is marked. */
function clip(line: string, from: number, to: number, width: number): Clipped {
  let before = '';
  for (const part of line.slice(Math.max(0, from - mostLookedAt), from).split(/(?<=\t)/)) {
    const shown = printable(part.replace('\t', ''));
    before += shown;
    if (part.endsWith('\t')) before += ' '.repeat(4 - (displayWidth(before) % 4));
  }
  const marked = printable(line.slice(from, Math.min(to, from + mostLookedAt)).replaceAll('\t', '    '));
  const after = printable(line.slice(to, to + mostLookedAt).replaceAll('\t', '    '));
  const room = width - Math.min(displayWidth(marked), width);
  const shortBefore = displayWidth(before) > room * 0.75 ? `…${lastColumns(before, Math.floor(room * 0.75) - 1)}` : before;
  const shortMarked = displayWidth(marked) > width ? `${firstColumns(marked, width - 1)}…` : marked;
  const rest = width - displayWidth(shortBefore) - displayWidth(shortMarked);
  const shortAfter = displayWidth(after) > rest ? `${firstColumns(after, rest - 1)}…` : after;
  return { before: shortBefore, marked: shortMarked, after: shortAfter };
}

function firstColumns(text: string, width: number): string {
  let taken = '';
  let used = 0;
  for (const character of text) {
    used += displayWidth(character);
    if (used > width) break;
    taken += character;
  }
  return taken;
}

function lastColumns(text: string, width: number): string {
  const characters = Array.from(text);
  let used = 0;
  let at = characters.length;
  while (at > 0 && used + displayWidth(characters[at - 1] as string) <= width) {
    at--;
    used += displayWidth(characters[at] as string);
  }
  return characters.slice(at).join('');
}
