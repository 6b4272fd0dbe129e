// Collections that are spread over blocks: they begin and end where their parts do, wherever an edit has put those.
import type { Block, Draft } from './draft.ts';
import type { YamlDocument, YamlList, YamlMap, YamlNode, YamlPair } from './tree.ts';

/** A block map over blocks: at least one pair. */
export function spreadMap(anchor: string | undefined, pairs: readonly Draft<YamlPair>[]): Draft<YamlNode> {
  const map = new SpreadMap(anchor, pairs as unknown as readonly [YamlPair, ...YamlPair[]]);
  for (const pair of pairs) pair.parent = map;
  return map;
}

/** A block list over blocks: at least one item. `column` is that of the dashes, `first` the block of the first. */
export function spreadList(anchor: string | undefined, items: readonly Draft<YamlNode>[], first: Block, column: number): Draft<YamlNode> {
  const list = new SpreadList(anchor, items as unknown as readonly [YamlNode, ...YamlNode[]], first, column);
  for (const item of items) item.parent = list;
  return list;
}

/** A block map whose pairs stand in blocks of their own: it begins and ends where they do. */
class SpreadMap implements YamlMap {
  declare readonly kind: 'map';
  declare readonly flow: false;
  declare parent: YamlPair | YamlList | undefined;
  declare readonly anchor: string | undefined;
  declare readonly tag: undefined;
  declare readonly pairs: readonly [YamlPair, ...YamlPair[]];

  constructor(anchor: string | undefined, pairs: readonly [YamlPair, ...YamlPair[]]) {
    this.kind = 'map';
    this.flow = false;
    this.parent = undefined;
    this.tag = undefined;
    this.anchor = anchor;
    this.pairs = pairs;
  }

  get start(): number {
    return this.pairs[0].start;
  }

  get end(): number {
    return (this.pairs[this.pairs.length - 1] as YamlPair).end;
  }

  get document(): YamlDocument {
    return this.pairs[0].key.document;
  }
}

/** A block list whose items stand in blocks of their own. */
class SpreadList implements YamlList {
  declare readonly kind: 'list';
  declare readonly flow: false;
  declare parent: YamlPair | YamlList | undefined;
  declare readonly anchor: string | undefined;
  declare readonly tag: undefined;
  declare readonly items: readonly [YamlNode, ...YamlNode[]];
  declare private readonly first: Block;
  declare private readonly column: number;

  constructor(anchor: string | undefined, items: readonly [YamlNode, ...YamlNode[]], first: Block, column: number) {
    this.kind = 'list';
    this.flow = false;
    this.parent = undefined;
    this.tag = undefined;
    this.anchor = anchor;
    this.items = items;
    this.first = first;
    this.column = column;
  }

  get start(): number {
    return this.first.at + this.column;
  }

  get end(): number {
    return (this.items[this.items.length - 1] as YamlNode).end;
  }

  get document(): YamlDocument {
    return this.first.document;
  }
}
