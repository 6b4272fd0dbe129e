// How the rest of the core looks at the tree: aliases followed, merge keys spread, keys found by name.
import type { Span } from '../text/span.ts';
import type { YamlDocument, YamlList, YamlMap, YamlNode, YamlPair, YamlScalar } from './tree.ts';

/** One key of a map as a reader of the document means it: nearly always a pair itself. */
export interface Entry {
  readonly key: YamlScalar;
  /** The value, an alias replaced by what it stands for; undefined where the alias leads nowhere. */
  readonly value: YamlMap | YamlList | YamlScalar | undefined;
  readonly pair: YamlPair;
  /** The `<<` of the map itself through which the key came in; undefined for a key that the map has on its own. */
  readonly merge: YamlPair | undefined;
}

/** The node an alias stands for, the node itself otherwise; undefined where an alias leads nowhere. */
export function followAlias(node: YamlNode): YamlMap | YamlList | YamlScalar | undefined {
  return node.kind === 'alias' ? node.target : node;
}

/** Whether an alias stands somewhere in a node, so that what it says is also said elsewhere. */
export function hasAlias(node: YamlNode | YamlPair): boolean {
  switch (node.kind) {
    case 'alias':
      return true;
    case 'pair':
      return hasAlias(node.key) || hasAlias(node.value);
    case 'map':
      return node.pairs.some(hasAlias);
    case 'list':
      return node.items.some(hasAlias);
    case 'scalar':
      return false;
  }
}

/**
 * The entries of a map, own keys first, then those merged by `<<` that no own key overrides (an earlier source of a merge list wins).
 * Keys that are no scalars are left out: `complexKeys` gives them. A key written twice appears twice; the YAML layer has reported it.
 */
export function entriesOf({ pairs }: Pick<YamlMap, 'pairs'>): readonly Entry[] {
  if (pairs.every(isEntry)) return pairs;
  const entries: Entry[] = [];
  const merges: YamlPair[] = [];
  for (const pair of pairs) {
    const key = followAlias(pair.key);
    if (key?.kind !== 'scalar') continue;
    if (isMergeKey(key)) merges.push(pair);
    else entries.push({ key, value: followAlias(pair.value), pair, merge: undefined });
  }
  const seen = new Set(entries.map((entry) => entry.key.text));
  for (const merge of merges) {
    for (const { key, value, pair } of mergeSources(merge.value).flatMap(entriesOf)) {
      if (seen.has(key.text)) continue;
      seen.add(key.text);
      entries.push({ key, value, pair, merge });
    }
  }
  return entries;
}

/** Whether a pair says what it says by itself, without an alias or a merge key. */
function isEntry(pair: YamlPair): pair is YamlPair & Entry {
  return pair.key.kind === 'scalar' && pair.value.kind !== 'alias' && !isMergeKey(pair.key);
}

/** The keys of a map that are collections: never meaningful in a govplan document. */
export function complexKeys(map: YamlMap): readonly YamlNode[] {
  return map.pairs.some(hasComplexKey) ? map.pairs.filter(hasComplexKey).map(({ key }) => key) : noKeys;
}

function hasComplexKey({ key }: YamlPair): boolean {
  return followAlias(key)?.kind !== 'scalar';
}

const noKeys: readonly YamlNode[] = [];

export function findEntry(map: Pick<YamlMap, 'pairs'>, name: string): Entry | undefined {
  return entriesOf(map).find((entry) => entry.key.text === name);
}

/** Whether a value was left empty: `key:` with nothing behind it, or an explicit null. */
export function isNull(node: YamlNode): boolean {
  return node.kind === 'scalar' && node.value === undefined;
}

/** A place in a document: a node, a part of a scalar (offsets from its start), or a bare span where no node exists. */
export type Place = YamlNode | NodePart | DocumentSpan;

export interface NodePart {
  readonly kind: 'part';
  readonly node: YamlNode;
  /** Offsets from the start of the node. */
  readonly from: number;
  readonly to: number;
}

export interface DocumentSpan {
  readonly kind: 'span';
  readonly document: YamlDocument;
  readonly span: Span;
}

export function placeDocument(place: Place): YamlDocument {
  return place.kind === 'part' ? place.node.document : place.document;
}

export function placeSpan(place: Place): Span {
  switch (place.kind) {
    case 'part':
      return { start: place.node.start + place.from, end: place.node.start + place.to };
    case 'span':
      return place.span;
    case 'map':
    case 'list':
    case 'scalar':
    case 'alias':
      return { start: place.start, end: place.end };
  }
}

/** `<<` merges only when written plain; quoted it is a key like any other. */
export function isMergeKey(key: YamlScalar): boolean {
  return key.text === '<<' && key.style === 'plain' && key.tag === undefined;
}

/** The maps a `<<` spreads: one map, or a list of maps. Anything else is the concern of the YAML layer's problems. */
function mergeSources(value: YamlNode): readonly YamlMap[] {
  const target = followAlias(value);
  if (target?.kind === 'map') return [target];
  if (target?.kind !== 'list') return [];
  return target.items.map(followAlias).filter((item) => item?.kind === 'map');
}
