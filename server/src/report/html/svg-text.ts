// Texts in pictures: SVG breaks no lines, so widths are estimated and texts broken or cut here.
import { displayWidth } from '../display-width.ts';
import { type Markup, markup, px } from './markup.ts';

/** Pixels that a text takes at a font size, rather too many than too few: a Chinese character is a square, a letter less. */
export function textWidth(text: string, size: number): number {
  let width = 0;
  for (const character of text) {
    const columns = displayWidth(character);
    width += columns > 1 ? 1.02 : columns * 0.62;
  }
  return width * size;
}

/** Cut to a width, with an ellipsis. */
export function cut(text: string, size: number, width: number): string {
  if (textWidth(text, size) <= width) return text;
  let kept = '';
  for (const character of text) {
    if (textWidth(`${kept}${character}…`, size) > width) break;
    kept += character;
  }
  return `${kept.trimEnd()}…`;
}

/** Broken between words and between Chinese characters, the last line cut where there are too many. */
export function wrap(text: string, size: number, width: number, most: number): readonly string[] {
  const lines: string[] = [];
  let line = '';
  for (const [piece] of text.matchAll(/[\p{Script=Han}，。、；：（）“”]|[^\s\p{Script=Han}，。、；：（）“”]+|\s+/gu)) {
    if (line !== '' && textWidth((line + piece).trimEnd(), size) > width && !/^[，。、；：）”]/.test(piece)) {
      lines.push(line.trim());
      line = '';
    }
    line += piece;
  }
  lines.push(line.trim());
  const kept = lines.slice(0, most);
  const rest = lines.slice(most - 1).join(' ');
  return lines.length > most ? [...kept.slice(0, -1), cut(`${rest}`, size, width)] : kept.map((one) => cut(one, size, width));
}

/** Lines under one another; `x` and `y` are of the first. */
export function textLines(lines: readonly string[], x: number, y: number, size: number, className: string): Markup {
  const spans = lines.map((line, index) => markup`<tspan x="${px(x)}" y="${px(y + index * size * 1.25)}">${line}</tspan>`);
  return markup`<text class="${className}">${spans}</text>`;
}
