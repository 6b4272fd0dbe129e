// Texts of a plan in Markdown that goes to a forge, a report or a comment: nothing in them becomes markup, a link, a mention or a picture.
import { code, escapeMarkdown } from '../../service/markdown.ts';

export function plain(text: string): string {
  // A forge makes links of addresses and mentions of names by itself; what cannot be seen between their signs prevents that.
  return escapeMarkdown(text).replaceAll('@', '@\u200b').replaceAll('://', ':\u200b//').replace(/www\./gi, '$&\u200b');
}

/** An id as code, which may stand in a table: a bar would end the cell there even in code. */
export function idCode(id: string): string {
  return code(id.replaceAll('|', '¦'));
}

/** Cells are Markdown already; a cell without anything is a dash. */
export function table(head: readonly string[], rows: readonly (readonly string[])[]): readonly string[] {
  const line = (cells: readonly string[]): string => `| ${cells.map((cell) => cell || '–').join(' | ')} |`;
  return [`| ${head.join(' | ')} |`, line(head.map(() => '---')), ...rows.map(line), ''];
}
