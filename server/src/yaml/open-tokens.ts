// Looking at what the library's parser has open: the stack of its unfinished tokens, the innermost last.
import type { CST } from 'yaml';

type Stack = readonly CST.Token[];

/** How many collections are open. */
export function depthOf(stack: Stack): number {
  return stack.filter(isCollection).length;
}

/** How much there is behind a value on its line, where nothing but a comment can be. */
export function countBehindValue(stack: Stack): number {
  const top = stack.at(-1);
  return top && 'end' in top && Array.isArray(top.end) ? top.end.length : 0;
}

/** The open collection to which a scalar would belong that begins a line at a column. */
export function collectionAt(stack: Stack, column: number): 'map' | 'list' | undefined {
  const collection = stack.findLast(
    (token) => isBlock(token) && token.indent <= column && (token.type === 'block-map' || token.indent < column),
  );
  const list = stack.findLast((token) => token.type === 'block-seq' && token.indent === column);
  if (collection?.type === 'block-map' && collection.indent === column) {
    const last = collection.items.at(-1);
    return last?.explicitKey === true && last.sep === undefined ? undefined : 'map';
  }
  return list ? 'list' : undefined;
}

/** Whether the last thing read is a key and its colon, on this line. */
export function isBehindKey(stack: Stack): boolean {
  const top = stack.at(-1);
  if (top?.type !== 'block-map') return false;
  const item = top.items.at(-1);
  if (item?.sep === undefined || item.value !== undefined || item.explicitKey === true) return false;
  return item.sep.some(({ type }) => type === 'map-value-ind') && item.sep.every(({ type }) => type !== 'newline');
}

/** Whether the last thing read within the innermost brackets is a key and its colon. */
export function isBehindColon(stack: Stack): boolean {
  const top = stack.at(-1);
  if (top?.type !== 'flow-collection') return false;
  const item = top.items.at(-1);
  return item?.sep?.some(({ type }) => type === 'map-value-ind') === true && item.value === undefined;
}

/** The indentation that some tabs stand for: that of the collection open at their level, or of a new one in the innermost. */
export function indentForTabs(stack: Stack, tabs: number): number {
  const levels = [...new Set(stack.filter(isBlock).map(({ indent }) => indent))].sort((a, b) => a - b);
  return levels[tabs] ?? (levels.at(-1) ?? -1) + 1;
}

/**
 * When a line begins between the indentation of one open collection and that of the next inner one, the inner one is what its author
 * meant to go on with: moves that to the line's column. False where the line fits, or is no item of that collection.
 */
export function adoptColumn(stack: Stack, column: number, isItem: boolean): boolean {
  const inner = stack.find((token) => isBlock(token) && token.indent > column);
  if (inner === undefined || !isBlock(inner) || (inner.type === 'block-seq') !== isItem) return false;
  if (stack.some((token) => isBlock(token) && token.indent === column)) return false;
  inner.indent = column;
  for (const { key, start } of inner.items) {
    if (key && 'indent' in key) key.indent = column;
    for (const token of start) token.indent = column;
  }
  return true;
}

function isBlock(token: CST.Token): token is CST.BlockMap | CST.BlockSequence {
  return token.type === 'block-map' || token.type === 'block-seq';
}

function isCollection(token: CST.Token): boolean {
  return isBlock(token) || token.type === 'flow-collection';
}
