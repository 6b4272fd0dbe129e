// Small looks at the source of a plain scalar and at what stands around it.
import { plainStop, trimmedEnd } from './quick-scalars.ts';

/** Whether a colon stands at an offset, or behind blanks from there on, that makes what is before it a key. */
export function isColon(text: string, offset: number): boolean {
  const colon = /[ \t]*:(?=\s|$)/y;
  colon.lastIndex = offset;
  return colon.test(text);
}

/** Whether a plain scalar follows the colon at an offset, on its line. */
export function isPlainBehindColon(text: string, offset: number): boolean {
  const plain = /:[ \t]+[^\s[\]{}"'|>&*!%#@`,?-]/y;
  plain.lastIndex = offset;
  return plain.test(text);
}

/** The end of a key or of a plain word on its line. */
export function wordEnd(text: string, from: number): number {
  return Math.max(from + 1, trimmedEnd(text, from, plainStop(text, from, false)));
}

/** As much of a text as a message can quote. */
export function shorten(text: string): string {
  const letters = Array.from(text.slice(0, 120));
  return letters.length > 40 ? `${letters.slice(0, 40).join('')}…` : text;
}

/** Where the next document begins or this one ends: such markers stand at the beginning of a line, whatever is open. */
export function nextMarker(text: string, from: number): number | undefined {
  const marker = /(?<![^\n])(?:---|\.\.\.)(?![^ \t\r\n])/g;
  marker.lastIndex = from;
  return marker.exec(text)?.index;
}
