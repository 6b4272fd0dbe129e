// Giving a block scalar (`|`, `>`) another text: as a block scalar where one can hold it, in quotes otherwise.
import type { TextEdit } from '../text/edit.ts';
import { columnOf, indented, lineBreakOf, lineEndOf, nextLine } from './layout.ts';
import { quoteScalar } from './quote.ts';
import type { YamlScalar } from './tree.ts';

/** The comment behind the header stays. */
export function replaceBlockScalar(text: string, scalar: YamlScalar, value: string): readonly TextEdit[] {
  if (!fitsBlock(value)) return putInstead(text, scalar, quoteScalar(value, { style: 'double-quoted' }));
  const lines = value.endsWith('\n') ? value.slice(0, -1) : value;
  const indicator = scalar.style === 'folded' && !lines.includes('\n') ? '>' : '|';
  const lineBreak = lineBreakOf(text);
  const columns = contentColumn(text, scalar);
  const content = `${lineBreak}${' '.repeat(columns)}${indented(lines, columns, lineBreak)}`;
  return putInstead(text, scalar, indicator + (value.endsWith('\n') ? '' : '-'), content);
}

/** Puts a source of one line in the place of a block scalar; the comment behind its header stays. */
export function putInstead(text: string, scalar: YamlScalar, source: string, content = ''): readonly TextEdit[] {
  const headerLength = /^[|>][-+0-9]*/.exec(text.slice(scalar.start, scalar.start + 4))?.[0].length ?? 1;
  const lineEnd = lineEndOf(text, scalar.start);
  return [
    { span: { start: scalar.start, end: scalar.start + headerLength }, newText: source },
    { span: { start: lineEnd, end: Math.max(scalar.end, lineEnd) }, newText: content },
  ];
}

/** Whether a literal scalar without indentation indicator, clipped or stripped, can hold a text. */
function fitsBlock(value: string): boolean {
  if (/^\s|\n\s*\n$|[^\S\n]\n?$|^$/.test(value)) return false;
  if (/^[ \t]+$/m.test(value)) return false;
  return !/[^\P{C}\n]|[\u2028\u2029]/u.test(value);
}

function contentColumn(text: string, scalar: YamlScalar): number {
  const firstLine = nextLine(text, lineEndOf(text, scalar.start));
  const indent = /^ +(?=\S)/.exec(text.slice(firstLine, scalar.end));
  if (indent) return indent[0].length;
  const { parent } = scalar;
  if (parent === undefined) return 2;
  return columnOf(text, parent.kind === 'pair' ? parent.parent.start : parent.start) + 2;
}
