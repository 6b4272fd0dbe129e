// Building the tree: children first, parents tied on afterwards. Only the files that make trees use this; all others see `tree.ts`.
//
// A node knows its place within its block, and the block where it begins: when an edit moves the lines behind it, one number a block
// changes, and everything that holds on to their nodes is right again.
//
// Fields are only declared, and set by the constructors: a large plan has hundreds of thousands of nodes, and an initializer costs each of
// them as much as all the rest.
import type { ScalarValue } from './core-schema.ts';
import type {
  ScalarStyle,
  YamlAlias,
  YamlComment,
  YamlDocument,
  YamlList,
  YamlMap,
  YamlNode,
  YamlPair,
  YamlProblem,
  YamlScalar,
} from './tree.ts';

/** The same shape, not yet finished. */
export type Draft<T> = { -readonly [K in keyof T]: T[K] };

/** Some lines of a document that were read together and move together. */
export class Block {
  /** Offset of its first character. */
  declare at: number;
  declare document: YamlDocument;
  declare readonly comments: YamlComment[];
  /** What is wrong with its syntax; the spans count from `at`. */
  declare readonly problems: YamlProblem[];
  /** Likewise what is wrong with the keys in it; undefined where there are doubtful ones that nobody has looked at. */
  declare keyProblems: readonly YamlProblem[] | undefined;
  /** Whether it has an anchor or an alias. */
  declare isTied: boolean;
  /** How far it was looked before it was known what these lines say, from `at`: an edit behind that changes nothing here. */
  declare reach: number;

  constructor(at: number, document: YamlDocument) {
    this.comments = [];
    this.problems = [];
    this.keyProblems = noProblems;
    this.isTied = false;
    this.reach = 0;
    this.at = at;
    this.document = document;
  }
}

const noProblems: readonly YamlProblem[] = [];

/**
 * The comments are read through an accessor of the class: one defined on each document would make a hidden class of each, which keeps the
 * whole tree alive until the engine looks at its old objects.
 */
class DraftedDocument implements YamlDocument {
  declare readonly index: number;
  declare readonly origin: string;
  declare start: number;
  declare end: number;
  declare root: YamlNode | undefined;
  declare private given: readonly YamlComment[] | (() => readonly YamlComment[]);

  constructor(origin: string, index: number, start: number, end: number) {
    this.index = index;
    this.origin = origin;
    this.start = start;
    this.end = end;
    this.root = undefined;
    this.given = noComments;
  }

  get comments(): readonly YamlComment[] {
    if (typeof this.given === 'function') this.given = this.given();
    return this.given;
  }

  set comments(comments: readonly YamlComment[] | (() => readonly YamlComment[])) {
    this.given = comments;
  }
}

const noComments: readonly YamlComment[] = [];

/** What may stand in front of a node. */
export interface Properties {
  readonly anchor: string | undefined;
  readonly tag: string | undefined;
}

export const noProperties: Properties = { anchor: undefined, tag: undefined };

/** Something with a place in a block. */
class Placed {
  declare block: Block;
  /** Offsets from the beginning of the block. */
  declare from: number;
  declare to: number;

  constructor(block: Block, start: number, end: number) {
    this.block = block;
    this.from = start - block.at;
    this.to = end - block.at;
  }

  get start(): number {
    return this.block.at + this.from;
  }

  get end(): number {
    return this.block.at + this.to;
  }

  get document(): YamlDocument {
    return this.block.document;
  }
}

/** A node; most have nothing in front of them, and no room for it. */
class PlacedNode extends Placed {
  declare parent: YamlPair | YamlList | undefined;
  declare readonly anchor?: string | undefined;
  declare readonly tag?: string | undefined;

  constructor(block: Block, properties: Properties, start: number, end: number) {
    super(block, start, end);
    this.parent = undefined;
    if (properties === noProperties) return;
    this.anchor = properties.anchor;
    this.tag = properties.tag;
  }
}

class PlacedScalar extends PlacedNode implements YamlScalar {
  declare readonly kind: 'scalar';
  declare style: ScalarStyle;
  declare value: ScalarValue;
  declare text: string;

  constructor(block: Block, properties: Properties, style: ScalarStyle, start: number, end: number, text: string, value: ScalarValue) {
    super(block, properties, start, end);
    this.kind = 'scalar';
    this.style = style;
    this.value = value;
    this.text = text;
  }

  get node(): YamlScalar {
    return this;
  }
}

class PlacedAlias extends PlacedNode implements YamlAlias {
  declare readonly kind: 'alias';
  declare readonly name: string;
  declare target: YamlAlias['target'];

  constructor(block: Block, properties: Properties, start: number, end: number, name: string) {
    super(block, properties, start, end);
    this.kind = 'alias';
    this.target = undefined;
    this.name = name;
  }
}

class PlacedMap extends PlacedNode implements YamlMap {
  declare readonly kind: 'map';
  declare readonly flow: boolean;
  declare readonly pairs: readonly YamlPair[];

  constructor(block: Block, properties: Properties, flow: boolean, start: number, end: number, pairs: readonly YamlPair[]) {
    super(block, properties, start, end);
    this.kind = 'map';
    this.flow = flow;
    this.pairs = pairs;
  }
}

class PlacedList extends PlacedNode implements YamlList {
  declare readonly kind: 'list';
  declare readonly flow: boolean;
  declare readonly items: readonly YamlNode[];

  constructor(block: Block, properties: Properties, flow: boolean, start: number, end: number, items: readonly YamlNode[]) {
    super(block, properties, start, end);
    this.kind = 'list';
    this.flow = flow;
    this.items = items;
  }
}

/** A pair that begins and ends where its key and its value do, as nearly every pair does: it needs no place of its own. */
class TightPair implements YamlPair {
  declare readonly kind: 'pair';
  /** Set by the map that takes the pair, before anyone can see it. */
  declare parent: YamlMap;
  declare readonly key: YamlNode;
  declare readonly value: YamlNode;

  constructor(key: YamlNode, value: YamlNode) {
    this.kind = 'pair';
    this.parent = undefined as unknown as YamlMap;
    this.key = key;
    this.value = value;
  }

  get start(): number {
    return this.key.start;
  }

  get end(): number {
    return this.value.end;
  }

  get pair(): YamlPair {
    return this;
  }

  get merge(): undefined {
    return undefined;
  }
}

class PlacedPair extends Placed implements YamlPair {
  declare readonly kind: 'pair';
  declare parent: YamlMap;
  declare readonly key: YamlNode;
  declare readonly value: YamlNode;

  constructor(block: Block, start: number, end: number, key: YamlNode, value: YamlNode) {
    super(block, start, end);
    this.kind = 'pair';
    this.parent = undefined as unknown as YamlMap;
    this.key = key;
    this.value = value;
  }

  get pair(): YamlPair {
    return this;
  }

  get merge(): undefined {
    return undefined;
  }
}

class PlacedComment extends Placed implements YamlComment {
  declare readonly text: string;
  declare readonly ownLine: boolean;

  constructor(block: Block, start: number, end: number, text: string, ownLine: boolean) {
    super(block, start, end);
    this.text = text;
    this.ownLine = ownLine;
  }
}

export function draftDocument(origin: string, index: number, start: number, end: number): Draft<YamlDocument> {
  return new DraftedDocument(origin, index, start, end);
}

/** Lets a document have comments that are collected when first asked for. */
export function deferComments(document: YamlDocument, collect: () => readonly YamlComment[]): void {
  if (document instanceof DraftedDocument) document.comments = collect;
}

/** A comment from its `#` to the end of its line; `words` is what stands behind the `#`. */
export function draftComment(block: Block, words: string, start: number, end: number, ownLine: boolean): YamlComment {
  return new PlacedComment(block, start, end, words.trim(), ownLine);
}

export function draftScalar(
  block: Block,
  properties: Properties,
  style: ScalarStyle,
  start: number,
  end: number,
  text: string,
  value: ScalarValue,
): Draft<YamlNode> {
  return new PlacedScalar(block, properties, style, start, end, text, value);
}

/** Nothing, where a value could stand. */
export function draftNothing(block: Block, at: number): Draft<YamlNode> {
  return draftScalar(block, noProperties, 'plain', at, at, '', undefined);
}

/** The target is found later, when all anchors before it are known. */
export function draftAlias(block: Block, properties: Properties, start: number, end: number, name: string): Draft<YamlNode> {
  return new PlacedAlias(block, properties, start, end, name);
}

/** Of `pairs` a copy is kept: an array that was filled piece by piece has room for three times as many. */
export function draftMap(
  block: Block,
  properties: Properties,
  flow: boolean,
  start: number,
  end: number,
  pairs: readonly Draft<YamlPair>[],
): Draft<YamlNode> {
  const map = new PlacedMap(block, properties, flow, start, end, pairs.slice());
  for (const pair of pairs) pair.parent = map;
  return map;
}

/** A pair whose map is not there yet: the map that takes it sets its parent. */
export function draftPair(key: Draft<YamlNode>, value: Draft<YamlNode>): Draft<YamlPair> {
  return tie(new TightPair(key, value), key, value);
}

/** The same where something of the pair stands before its key. */
export function draftLoosePair(block: Block, start: number, key: Draft<YamlNode>, value: Draft<YamlNode>): Draft<YamlPair> {
  return tie(new PlacedPair(block, start, value.end, key, value), key, value);
}

/** Whether something of a pair stands before its key. */
export function isLoose(pair: YamlPair): boolean {
  return pair instanceof PlacedPair;
}

function tie(pair: Draft<YamlPair>, key: Draft<YamlNode>, value: Draft<YamlNode>): Draft<YamlPair> {
  key.parent = pair;
  value.parent = pair;
  return pair;
}

/** Of `items` a copy is kept. */
export function draftList(
  block: Block,
  properties: Properties,
  flow: boolean,
  start: number,
  end: number,
  items: readonly Draft<YamlNode>[],
): Draft<YamlNode> {
  const list = new PlacedList(block, properties, flow, start, end, items.slice());
  for (const item of items) item.parent = list;
  return list;
}

/** Puts a pair that was read somewhere else into a block, `shift` characters further on. */
export function movePair(pair: YamlPair, block: Block, shift: number): void {
  if (pair instanceof PlacedPair) place(pair, block, shift);
  moveNode(pair.key, block, shift);
  moveNode(pair.value, block, shift);
}

/** The same for a node. */
export function moveNode(node: YamlNode, block: Block, shift: number): void {
  if (node instanceof Placed) place(node, block, shift);
  if (node.kind === 'map') for (const pair of node.pairs) movePair(pair, block, shift);
  else if (node.kind === 'list') for (const item of node.items) moveNode(item, block, shift);
}

function place(placed: Placed, block: Block, shift: number): void {
  const by = placed.block.at + shift - block.at;
  placed.block = block;
  placed.from += by;
  placed.to += by;
}

/** Gives a node or pair the place within its block of one of the same form, and a scalar what that says. */
export function restate(part: YamlNode | YamlPair, again: YamlNode | YamlPair): void {
  if (!(part instanceof Placed && again instanceof Placed)) return;
  part.from = again.from;
  part.to = again.to;
  if (!(part instanceof PlacedScalar && again instanceof PlacedScalar)) return;
  part.style = again.style;
  part.value = again.value;
  part.text = again.text;
}

/** Gives a block the comments of another that stands in its place. */
export function takeComments(block: Block, other: Block): void {
  block.comments.length = 0;
  for (const comment of other.comments) {
    if (comment instanceof PlacedComment) comment.block = block;
    block.comments.push(comment);
  }
}
