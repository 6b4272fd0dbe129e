// Columns of a terminal: an East Asian wide character takes two, a combining mark none.
import { eastAsianWidth } from 'get-east-asian-width';
import { expressionFor } from '../text/common-script.ts';

export function displayWidth(text: string): number {
  // Printable ASCII is as wide as it is long.
  if (/^[ -~]*$/.test(text)) return text.length;
  const invisible = expressionFor(text, /(?!)/, () => /\p{Mark}|\p{Cf}/u);
  let width = 0;
  for (const character of text) {
    if (invisible.test(character)) continue;
    width += eastAsianWidth(character.codePointAt(0) ?? 0);
  }
  return width;
}

/** Fills up to a width; a text that is too wide is cut, with an ellipsis as its last column. */
export function fit(text: string, width: number): string {
  const own = displayWidth(text);
  if (own <= width) return text + ' '.repeat(width - own);
  let cut = '';
  for (const character of text) {
    if (displayWidth(cut + character) > width - 1) break;
    cut += character;
  }
  return `${cut}…${' '.repeat(Math.max(0, width - 1 - displayWidth(cut)))}`;
}
