// Small edits of a YAML text that keep its comments, its quotes and its layout. Every edit reads back as exactly the tree that was meant.
//
// A fragment is the source of a value: on one line (`[a, b]`, `"x"`, `{kind: command}`), or, when it begins with a line break, a block
// whose lines stand at column 0; it is moved to where it belongs. Within brackets a block is written in brackets too.
import type { TextEdit } from '../text/edit.ts';
import {
  columnOf,
  endsInBlockScalar,
  indented,
  isBarePair,
  isWithinBrackets,
  lastLineEnd,
  leadsLine,
  lineBreakOf,
  lineEndOf,
  lineStartOf,
  nextLine,
} from './layout.ts';
import { parseYaml } from './parse.ts';
import { bareFlowSource, flowSource, quoteScalar } from './quote.ts';
import { putInstead, replaceBlockScalar } from './replace-block-scalar.ts';
import type { YamlAlias, YamlList, YamlMap, YamlNode, YamlPair, YamlScalar } from './tree.ts';

/** Gives a scalar another value: a string in the scalar's own style if that can hold it, a number or boolean plain. */
export function replaceScalar(text: string, scalar: YamlScalar, value: string | number | boolean): readonly TextEdit[] {
  if (scalar.parent?.kind === 'pair' && scalar.parent.key === scalar) return renameKey(text, scalar, String(value));
  const isBlockScalar = scalar.style === 'literal' || scalar.style === 'folded';
  if (typeof value !== 'string') return isBlockScalar ? putInstead(text, scalar, String(value)) : fill(text, scalar, String(value));
  if (isBlockScalar) return replaceBlockScalar(text, scalar, value);
  return fill(text, scalar, quoteScalar(value, { flow: isWithinBrackets(scalar), style: scalar.style }));
}

/** Gives a key another name, in its own quotes if it has some. */
export function renameKey(text: string, key: YamlScalar | YamlAlias, name: string): readonly TextEdit[] {
  const style = key.kind === 'scalar' ? key.style : 'plain';
  const source = quoteScalar(name, { key: true, flow: isWithinBrackets(key), style });
  const glue = key.start === key.end && key.start > 0 && text[key.start - 1] === '?' ? ' ' : '';
  return [replace(key.start, key.end, glue + source)];
}

/** Adds a pair to a map, behind the pair `after` or else behind the last one; an empty value becomes a map with that pair. */
export function insertPair(
  text: string,
  map: YamlMap | YamlScalar,
  key: string,
  fragment: string,
  { after }: { readonly after?: YamlPair | undefined } = {},
): readonly TextEdit[] {
  const flow = isWithinBrackets(map) || (map.kind === 'map' && map.flow);
  const pairAt = (column: number): string => `${quoteScalar(key, { key: true, flow })}:${behindColon(text, fragment, flow, column)}`;
  if (map.kind === 'scalar') {
    return flow ? fill(text, map, `{${pairAt(0)}}`) : fillBlock(text, map, (column) => pairAt(column));
  }
  const column = columnOf(text, map.start);
  const previous = after ?? map.pairs.at(-1);
  if (previous === undefined) return [replace(map.start + 1, map.start + 1, pairAt(column))];
  if (isBarePair(text, map)) return [replace(map.start, map.start, '{'), replace(map.end, map.end, `, ${pairAt(column)}}`)];
  return map.flow ? appendInBrackets(text, previous, pairAt(column)) : appendLine(text, previous, column, pairAt(column));
}

/** Takes a pair out of its map; a map that loses its only pair becomes `{}`. */
export function removePair(text: string, pair: YamlPair): readonly TextEdit[] {
  const map = pair.parent;
  const index = map.pairs.indexOf(pair);
  const previous = map.pairs[index - 1];
  const next = map.pairs[index + 1];
  if (previous === undefined && next === undefined) {
    return [map.flow && !isBarePair(text, map) ? replace(map.start + 1, map.end - 1, '') : replace(pair.start, pair.end, '{}')];
  }
  if (map.flow) return [removeInBrackets(text, pair, previous, next)];
  if (!leadsLine(text, pair.start)) {
    // The first pair shares its line with the dash of an item, which must stay.
    const end = next === undefined || text.slice(pair.end, next.start).includes('#') ? pair.end : next.start;
    return [replace(pair.start, end, '')];
  }
  const column = columnOf(text, pair.start);
  const behind = nextLine(text, lastLineEnd(text, pair));
  // A block scalar that comes to stand before blank lines and indented comments would swallow them.
  const loose = previous && endsInBlockScalar(previous) ? /(?:[ \t]*(?:#[^\r\n]*)?(?:\r\n|\r|\n))*(?:[ \t]*#[^\r\n]*$)?/y : undefined;
  if (loose === undefined) return [replace(pair.start - column, behind, '')];
  loose.lastIndex = behind;
  const comments = (loose.exec(text)?.[0] ?? '')
    .split(/(?<=\r\n|\r(?!\n)|\n)/)
    .flatMap((line) => (line.trim() === '' ? [] : [line.trimStart()]));
  return [replace(pair.start - column, loose.lastIndex, comments.map((comment) => ' '.repeat(column) + comment).join(''))];
}

/** Adds an item to the end of a list. */
export function appendItem(text: string, list: YamlList, fragment: string): readonly TextEdit[] {
  const last = list.items.at(-1);
  if (!list.flow) return appendLine(text, last ?? list, columnOf(text, list.start), itemAt(text, columnOf(text, list.start), fragment));
  const item = inBrackets(fragment);
  return last === undefined ? [replace(list.start + 1, list.start + 1, item)] : appendInBrackets(text, last, item);
}

/** Adds an item to what may stand for a list: a list grows, a single item becomes a list of two, an empty value becomes the item. */
export function appendReference(text: string, node: YamlNode, fragment: string): readonly TextEdit[] {
  if (node.kind === 'list') return appendItem(text, node, fragment);
  const flow = isWithinBrackets(node);
  if (node.kind === 'scalar' && node.value === undefined) {
    if (flow || !isBlock(fragment)) return fill(text, node, flow ? inBrackets(fragment) : fragment);
    return fillBlock(text, node, (column) => indented(fragment.trimStart(), column, lineBreakOf(text)));
  }
  if (node.kind === 'map' && !node.flow && leadsLine(text, node.start)) return toBlockList(text, node, fragment);
  const start = startOfProperties(text, node);
  const both = `${sourceInBrackets(text, node, flow)}, ${inBrackets(fragment)}]`;
  const opening = start === node.start ? [] : [replace(start, start, '[')];
  const closing = start === node.start ? `[${both}` : both;
  const isBlockScalar = node.kind === 'scalar' && (node.style === 'literal' || node.style === 'folded');
  return [...opening, ...(isBlockScalar ? putInstead(text, node, closing) : [replace(node.start, node.end, closing)])];
}

function replace(start: number, end: number, newText: string): TextEdit {
  return { span: { start, end }, newText };
}

/** Puts a source of one line in the place of a scalar, which may be empty. */
function fill(text: string, scalar: YamlScalar, source: string): readonly TextEdit[] {
  return [replace(scalar.start, scalar.end, scalar.start === scalar.end ? leadIn(text, scalar) + source : source)];
}

/** Puts a block on the lines below an empty value, or behind the dash of an empty item. */
function fillBlock(text: string, scalar: YamlScalar, sourceAt: (column: number) => string): readonly TextEdit[] {
  const { parent } = scalar;
  if (parent?.kind !== 'pair') {
    const column = parent === undefined ? 0 : columnOf(text, parent.start) + 2;
    return fill(text, scalar, sourceAt(column));
  }
  const column = columnOf(text, parent.parent.start) + 2;
  const end = lineEndOf(text, scalar.end);
  const lead = scalar.start === scalar.end ? leadIn(text, scalar).trimEnd() : '';
  const emptied = scalar.start === scalar.end && lead === '' ? [] : [replace(scalar.start, scalar.end, lead)];
  return [...emptied, replace(end, end, lineBreakOf(text) + ' '.repeat(column) + sourceAt(column))];
}

/** What must stand between a key or a dash and the value that it did not have. */
function leadIn(text: string, scalar: YamlScalar): string {
  const { parent } = scalar;
  if (parent?.kind !== 'pair') return ' ';
  if (text.slice(parent.key.end, scalar.start).includes(':')) return ' ';
  const isExplicit = text[parent.start] === '?' && parent.key.start > parent.start && !isWithinBrackets(scalar);
  return isExplicit ? `${lineBreakOf(text)}${' '.repeat(columnOf(text, parent.start))}: ` : ': ';
}

function behindColon(text: string, fragment: string, flow: boolean, column: number): string {
  if (fragment === '') return '';
  if (flow || !isBlock(fragment)) return ` ${flow ? inBrackets(fragment) : fragment}`;
  const lineBreak = lineBreakOf(text);
  return `${lineBreak}${' '.repeat(column + 2)}${indented(withoutLead(fragment), column + 2, lineBreak)}`;
}

function itemAt(text: string, column: number, fragment: string): string {
  return fragment === '' ? '-' : `- ${indented(withoutLead(fragment), column + 2, lineBreakOf(text))}`;
}

function isBlock(fragment: string): boolean {
  return /^[\r\n]/.test(fragment);
}

function withoutLead(fragment: string): string {
  return fragment.replace(/^[\r\n]+/, '');
}

function inBrackets(fragment: string): string {
  if (!isBlock(fragment)) return fragment;
  const root = parseYaml(withoutLead(fragment), { origin: '' }).documents[0]?.root;
  return root === undefined ? '' : flowSource(root);
}

/** The source of a node as it must be written once brackets stand around it. */
function sourceInBrackets(text: string, node: YamlNode, isAlready: boolean): string {
  if (isAlready) return text.slice(node.start, node.end);
  if (node.kind === 'map') return bareFlowSource(node);
  if (node.kind !== 'scalar' || node.style === 'single-quoted' || node.style === 'double-quoted') return text.slice(node.start, node.end);
  return bareFlowSource(node);
}

/** Where the anchor and tag of a node begin; the node itself without any. */
function startOfProperties(text: string, node: YamlNode): number {
  if (node.anchor === undefined && node.tag === undefined) return node.start;
  const properties = /(?:[&!][^\s]*\s+)+$/.exec(text.slice(lineStartOf(text, node.start), node.start));
  return node.start - (properties?.[0].length ?? 0);
}

function appendLine(text: string, previous: YamlNode | YamlPair, column: number, source: string): readonly TextEdit[] {
  const end = lastLineEnd(text, previous);
  return [replace(end, end, lineBreakOf(text) + ' '.repeat(column) + source)];
}

/** Adds a part behind another within brackets; on a line of its own where the other has one. */
function appendInBrackets(text: string, previous: YamlNode | YamlPair, part: string): readonly TextEdit[] {
  const end = lineEndOf(text, previous.end);
  const behind = /^[ \t]*(,?)[ \t]*(?:#.*)?$/.exec(text.slice(previous.end, end));
  if (behind === null || !leadsLine(text, previous.start)) return [replace(previous.end, previous.end, `, ${part}`)];
  const line = lineBreakOf(text) + ' '.repeat(columnOf(text, previous.start)) + part;
  if (behind[1] === ',') return [replace(end, end, `${line},`)];
  return [replace(previous.end, previous.end, ','), replace(end, end, line)];
}

/** Takes a part out of brackets with one of the commas around it, and without a comment that speaks of its neighbour. */
function removeInBrackets(text: string, pair: YamlPair, previous: YamlPair | undefined, next: YamlPair | undefined): TextEdit {
  const hasComment = (from: number, to: number): boolean => text.slice(from, to).includes('#');
  if (next && !hasComment(pair.end, next.start)) return replace(pair.start, next.start, '');
  if (!next && previous && !hasComment(previous.end, pair.start)) return replace(previous.end, pair.end, '');
  const end = pair.end + (/^\s*,/.exec(text.slice(pair.end))?.[0].length ?? 0);
  const lineEnd = lineEndOf(text, end);
  const isAlone = leadsLine(text, pair.start) && text.slice(end, lineEnd).trim() === '';
  return isAlone ? replace(lineStartOf(text, pair.start), nextLine(text, lineEnd), '') : replace(pair.start, end, '');
}

/** Makes of a block map the first item of a block list, and adds a second. */
function toBlockList(text: string, map: YamlMap, fragment: string): readonly TextEdit[] {
  const column = columnOf(text, map.start);
  const edits = [replace(map.start, map.start, '- ')];
  for (let line = nextLine(text, lineEndOf(text, map.start)); line < map.end; line = nextLine(text, lineEndOf(text, line))) {
    if (lineEndOf(text, line) > line) edits.push(replace(line, line, '  '));
  }
  return [...edits, ...appendLine(text, map, column, itemAt(text, column, fragment))];
}
