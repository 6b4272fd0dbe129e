// Taking an item out of a list, with its comment and without disturbing its neighbours.
import type { TextEdit } from '../text/edit.ts';
import { removePair } from './edit.ts';
import { columnOf, lastLineEnd, leadsLine, lineEndOf, lineStartOf, nextLine } from './layout.ts';
import type { YamlList, YamlNode } from './tree.ts';

/** A list that loses its only item goes with its key, if it has one. None where the list stands behind the dash of another. */
export function removeItem(text: string, item: YamlNode): readonly TextEdit[] {
  const list = item.parent;
  if (list?.kind !== 'list') return [];
  if (list.items.length === 1) {
    return list.parent?.kind === 'pair' ? removePair(text, list.parent) : [replace(list.start, list.end, '[]')];
  }
  if (list.flow) return [removeInBrackets(text, list, item)];
  const line = dashLine(text, list, item);
  return line === undefined ? [] : [replace(line, nextLine(text, lastLineEnd(text, item)), '')];
}

/** The start of the line with the item's dash. Comments of their own above it stay. */
function dashLine(text: string, list: YamlList, item: YamlNode): number | undefined {
  if (!leadsLine(text, list.start)) return undefined;
  const column = columnOf(text, list.start);
  const previous = list.items[list.items.indexOf(item) - 1];
  let line = previous ? nextLine(text, lastLineEnd(text, previous)) : lineStartOf(text, list.start);
  while (line <= item.start && text.slice(line, lineEndOf(text, line)).search(/\S/) !== column)
    line = nextLine(text, lineEndOf(text, line));
  // A comment may stand at the column of the dashes.
  while (line <= item.start && text[line + column] !== '-') line = nextLine(text, lineEndOf(text, line));
  return line <= item.start ? line : undefined;
}

/** With one of the commas around it; what is between it and its neighbours goes too, unless it is a comment. */
function removeInBrackets(text: string, { items }: YamlList, item: YamlNode): TextEdit {
  const index = items.indexOf(item);
  const [previous, next] = [items[index - 1], items[index + 1]];
  const hasComment = (from: number, to: number): boolean => text.slice(from, to).includes('#');
  if (next && !hasComment(item.end, next.start)) return replace(item.start, next.start, '');
  if (!next && previous && !hasComment(previous.end, item.start)) return replace(previous.end, item.end, '');
  const comma = /^\s*,/.exec(text.slice(item.end));
  return replace(item.start, item.end + (comma?.[0].length ?? 0), '');
}

function replace(start: number, end: number, newText: string): TextEdit {
  return { span: { start, end }, newText };
}
