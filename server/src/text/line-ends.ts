// Line ends: an edit written with `\n` takes over the line ends of the text it goes into.
import type { TextEdit } from './edit.ts';

/** The edits with the line break that the text itself uses first. */
export function withLineEndsOf(text: string, edits: readonly TextEdit[]): readonly TextEdit[] {
  const lineBreak = /\r\n?|\n/.exec(text)?.[0] ?? '\n';
  if (lineBreak === '\n') return edits;
  return edits.map(({ span, newText }) => ({ span, newText: newText.replace(/\r\n?|\n/g, lineBreak) }));
}
