// Finding one's way in the tree: from a node to its route, from an offset to its node.
import { firstFrom } from '../text/halving.ts';
import { type Span, touches } from '../text/span.ts';
import type { YamlDocument, YamlList, YamlNode, YamlPair } from './tree.ts';

/**
 * The keys and list indexes (from 0) that lead to a node, as in `organizations/blue-sky/rights/call-boats`; a key has the route of its
 * value, the root has the empty one. The route is that of the place, whatever aliases lead there.
 */
export function routeOf(node: YamlNode): string {
  return stepsTo(node).join('/');
}

/** The same, step by step: keys as text, list indexes as numbers. */
export function stepsTo(node: YamlNode): readonly (string | number)[] {
  const steps: (string | number)[] = [];
  let current = node;
  for (let { parent } = current; parent !== undefined; { parent } = current) {
    if (parent.kind === 'pair') {
      steps.push(keyText(parent));
      current = parent.parent;
    } else {
      steps.push(indexOf(current, parent));
      current = parent;
    }
  }
  return steps.reverse();
}

/** Items are in the order of the text, so the place tells the index; only items without any extent may share one. */
function indexOf(item: YamlNode, { items }: YamlList): number {
  const index = indexFrom(items, item.start);
  return items[index] === item ? index : items.indexOf(item);
}

/** What a node lies in, innermost first: pairs, maps and lists up to the root. */
export function ancestors(node: YamlNode | YamlPair): readonly (YamlNode | YamlPair)[] {
  const found: (YamlNode | YamlPair)[] = [];
  for (let above: YamlNode | YamlPair | undefined = node.parent; above !== undefined; above = above.parent) found.push(above);
  return found;
}

/**
 * The innermost node that an offset touches, keys included: a cursor behind the last character of a word is still at the word, and one
 * behind the colon of an empty value at that value. Between the parts of a collection it is the collection.
 */
export function nodeAt(document: YamlDocument, offset: number): YamlNode | undefined {
  let found: YamlNode | undefined;
  for (let next = document.root; next !== undefined && touches(next, offset); ) {
    found = next;
    next = childAt(found, offset);
  }
  return found;
}

function childAt(node: YamlNode, offset: number): YamlNode | undefined {
  switch (node.kind) {
    case 'map': {
      const pair = lastFrom(node.pairs, offset);
      return pair && [pair.key, pair.value].find((part) => touches(part, offset));
    }
    case 'list':
      return lastFrom(node.items, offset);
    case 'scalar':
    case 'alias':
      return undefined;
  }
}

/** The last of some spans in order that begins at or before an offset. */
function lastFrom<T extends Span>(spans: readonly T[], offset: number): T | undefined {
  return spans[indexFrom(spans, offset)];
}

function indexFrom(spans: readonly Span[], offset: number): number {
  return firstFrom(spans, ({ start }) => start > offset) - 1;
}

function keyText(pair: YamlPair): string {
  const key = pair.key.kind === 'alias' ? pair.key.target : pair.key;
  return key?.kind === 'scalar' ? key.text : '?';
}
