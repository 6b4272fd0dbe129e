// Building the tree: children first, parents tied on afterwards. Only the files that make trees use this; all others see `tree.ts`.
import type { ScalarValue } from './core-schema.ts';
import type { ScalarStyle, YamlAlias, YamlComment, YamlDocument, YamlList, YamlMap, YamlNode, YamlPair, YamlScalar } from './tree.ts';

/** The same shape, not yet finished. */
export type Draft<T> = { -readonly [K in keyof T]: T[K] };

/** What may stand in front of a node. */
export interface Properties {
  readonly anchor: string | undefined;
  readonly tag: string | undefined;
}

export const noProperties: Properties = { anchor: undefined, tag: undefined };

export function draftDocument(
  origin: string,
  index: number,
  start: number,
  end: number,
): Draft<YamlDocument> & { comments: YamlComment[] } {
  return { index, origin, start, end, root: undefined, comments: [] };
}

/** A comment from its `#` to the end of its line. */
export function draftComment(text: string, start: number, end: number, ownLine: boolean): YamlComment {
  return { start, end, text: text.slice(start + 1, end).trim(), ownLine };
}

export function draftScalar(
  document: YamlDocument,
  { anchor, tag }: Properties,
  style: ScalarStyle,
  start: number,
  end: number,
  text: string,
  value: ScalarValue,
): Draft<YamlScalar> {
  return { kind: 'scalar', start, end, parent: undefined, document, anchor, tag, style, value, text };
}

/** Nothing, where a value could stand. */
export function draftNothing(document: YamlDocument, at: number): Draft<YamlScalar> {
  return draftScalar(document, noProperties, 'plain', at, at, '', undefined);
}

/** The target is found later, when all anchors before it are known. */
export function draftAlias(
  document: YamlDocument,
  { anchor, tag }: Properties,
  start: number,
  end: number,
  name: string,
): Draft<YamlAlias> {
  return { kind: 'alias', start, end, parent: undefined, document, anchor, tag, name, target: undefined };
}

export function draftMap(
  document: YamlDocument,
  { anchor, tag }: Properties,
  flow: boolean,
  start: number,
  end: number,
  pairs: readonly Draft<YamlPair>[],
): Draft<YamlMap> {
  const map: Draft<YamlMap> = { kind: 'map', start, end, parent: undefined, document, anchor, tag, flow, pairs };
  for (const pair of pairs) pair.parent = map;
  return map;
}

/** A pair whose map is not there yet: `draftMap` sets its parent, before anyone can see the pair. */
export function draftPair(start: number, end: number, key: Draft<YamlNode>, value: Draft<YamlNode>): Draft<YamlPair> {
  const pair: Draft<YamlPair> = { kind: 'pair', start, end, parent: undefined as unknown as YamlMap, key, value };
  key.parent = pair;
  value.parent = pair;
  return pair;
}

export function draftList(
  document: YamlDocument,
  { anchor, tag }: Properties,
  flow: boolean,
  start: number,
  end: number,
  items: readonly Draft<YamlNode>[],
): Draft<YamlList> {
  const list: Draft<YamlList> = { kind: 'list', start, end, parent: undefined, document, anchor, tag, flow, items };
  for (const item of items) item.parent = list;
  return list;
}
