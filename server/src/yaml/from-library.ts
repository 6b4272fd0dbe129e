// From a document of the library to our tree: spans from its source tokens, values by our own reading of the core schema.
import { type CST, isAlias, isMap, isScalar, type ParsedNode, type Scalar, type YAMLSeq } from 'yaml';
import type { Span } from '../text/span.ts';
import { applyTag, plainValue, type ScalarValue, type TaggedKind } from './core-schema.ts';
import {
  type Block,
  type Draft,
  draftAlias,
  draftList,
  draftLoosePair,
  draftMap,
  draftNothing,
  draftPair,
  draftScalar,
  noProperties,
  type Properties,
} from './draft.ts';
import { isClosed, plainText, quotedText } from './flow-text.ts';
import type { Fault } from './lexeme-sender.ts';
import type { ScalarStyle, YamlNode, YamlPair } from './tree.ts';

export interface Conversion {
  readonly text: string;
  readonly block: Block;
  /** Collections nested deeper are left out. */
  readonly maxDepth: number;
}

export interface Converted {
  readonly root: Draft<YamlNode> | undefined;
  readonly faults: readonly Fault[];
  /** Where the first collection begins that is nested too deep. */
  readonly tooDeep: number | undefined;
}

/** `start` are the tokens between the beginning of the document and its node. */
export function fromLibrary(contents: ParsedNode | null, start: readonly CST.SourceToken[], conversion: Conversion): Converted {
  const { text, block, maxDepth } = conversion;
  const faults: Fault[] = [];
  let tooDeep: number | undefined;

  const fault = (code: Fault['code'], span: Span, data: Fault['data'] = {}): void => {
    faults.push({ code, span: { start: span.start, end: span.end }, data });
  };

  /** `at` is where the node stands if it is empty. */
  const node = (from: ParsedNode | null | undefined, before: Before, at: number, depth: number): Draft<YamlNode> => {
    if (from === null || from === undefined) return draftNothing(block, at);
    if (isAlias(from)) return draftAlias(block, before, from.range[0], from.range[1], from.source);
    if (isScalar(from)) return scalar(from, before, at);
    if (depth > maxDepth) {
      tooDeep ??= from.range[0];
      return draftNothing(block, from.range[0]);
    }
    checkTag(from.tag, before, isMap(from) ? 'map' : 'list', '');
    if (!isMap(from)) return list(from, before, depth);
    // A dash where a key should be has been reported, and its list is no key that anyone meant.
    const items = from.items.filter(({ srcToken }) => srcToken?.key?.type !== 'block-seq' || srcToken.start.some(isKeyIndicator));
    const all = items.map((item) => pair(item.key, item.value, item.srcToken, depth));
    const isBracketed = from.srcToken?.type === 'flow-collection';
    const pairs = inOrder(all, isBracketed ? from.range[0] : 0, isBracketed ? from.range[1] : text.length);
    if (from.srcToken?.type === 'flow-collection') {
      const span = bracketed(from.srcToken, from.range[1], pairs.at(-1)?.end);
      return draftMap(block, before, true, span.start, span.end, pairs);
    }
    // A pair within `[…]` is a map without brackets and without a token; what stands before it belongs to its key.
    const properties = from.srcToken === undefined ? noProperties : before;
    const [begin] = from.range;
    return draftMap(block, properties, from.flow === true, pairs[0]?.start ?? begin, pairs.at(-1)?.end ?? begin, pairs);
  };

  const scalar = (from: Scalar.Parsed, before: Before, at: number): Draft<YamlNode> => {
    const style = styleOf(from);
    const token = from.srcToken;
    const content = token === undefined || token.type === 'block-scalar' ? from.source : flowText(token, style);
    const value = checkTag(from.tag, before, 'scalar', content) ?? { value: style === 'plain' ? plainValue(content) : content };
    const isEmpty = token === undefined || (token.type === 'scalar' && token.source === '');
    if (isEmpty) return draftScalar(block, before, 'plain', at, at, content, value.value);
    const [begin, rangeEnd] = from.range;
    const end = token.type === 'block-scalar' ? blockScalarEnd(text, token, rangeEnd) : Math.min(rangeEnd, text.length);
    return draftScalar(block, before, style, begin, end, content, value.value);
  };

  const pair = (key: ParsedNode, value: ParsedNode | null, item: CST.CollectionItem | undefined, depth: number): Draft<YamlPair> => {
    const colon = item?.sep?.find(({ type }) => type === 'map-value-ind');
    const beforeKey = beforeNode(item?.start);
    const beforeValue = beforeNode(item?.sep);
    const keyAt = beforeKey.end ?? colon?.offset ?? key.range[0];
    const keyNode = node(key, beforeKey, keyAt, depth + 1);
    const colonEnd = colon && (':：'.includes(text[colon.offset] ?? ' ') ? colon.offset + 1 : colon.offset);
    const valueAt = Math.max(beforeValue.propertyEnd ?? colonEnd ?? keyNode.end, keyNode.end);
    const valueNode = node(value, beforeValue, valueAt, depth + 1);
    return beforeKey.start === undefined ? draftPair(keyNode, valueNode) : draftLoosePair(block, beforeKey.start, keyNode, valueNode);
  };

  const list = (from: YAMLSeq.Parsed, before: Before, depth: number): Draft<YamlNode> => {
    const token = from.srcToken;
    const all: Draft<YamlNode>[] = [];
    for (const item of token?.items ?? []) {
      const source = from.items[all.length];
      if (source === undefined) break;
      const beforeItem = beforeNode(item.start);
      // Comments behind the last item and commas too many make items in the source that are none.
      if (beforeItem.end === undefined && !item.value && !item.sep) continue;
      all.push(node(source, beforeItem, beforeItem.end ?? source.range[0], depth + 1));
    }
    const items = inOrder(all, from.range[0], token?.type === 'flow-collection' ? from.range[1] : text.length);
    if (token?.type !== 'flow-collection') {
      return draftList(block, before, false, from.range[0], items.at(-1)?.end ?? from.range[0], items);
    }
    const span = bracketed(token, from.range[1], items.at(-1)?.end);
    return draftList(block, before, true, span.start, span.end, items);
  };

  /** The value of a scalar by its tag; undefined without a tag, or with one that does not fit. `resolved` is missing for a malformed tag. */
  const checkTag = (
    resolved: string | undefined,
    before: Before,
    kind: TaggedKind,
    content: string,
  ): { readonly value: ScalarValue } | undefined => {
    if (before.tagSpan === undefined || before.tag === undefined || resolved === undefined) return undefined;
    const verdict = applyTag(resolved, kind, content);
    switch (verdict.kind) {
      case 'fits':
        return verdict;
      case 'unknown':
        fault('unknown-tag', before.tagSpan, { tag: before.tag });
        return undefined;
      case 'mismatch':
        fault('tag-mismatch', before.tagSpan, { tag: before.tag, value: content });
        return { value: content };
    }
  };

  const before = beforeNode(start);
  const isEmpty = contents === null || (isScalar(contents) && contents.srcToken === undefined && before.propertyEnd === undefined);
  const root = isEmpty ? undefined : node(contents, before, before.end ?? contents.range[0], 1);
  return { root, faults, tooDeep };
}

/** What the tokens in front of a node say of it. */
interface Before extends Properties {
  readonly tagSpan: Span | undefined;
  /** Where the indicator (`?`, `:`, `-`) or the first property begins. */
  readonly start: number | undefined;
  /** Where the last of them ends. */
  readonly end: number | undefined;
  readonly propertyEnd: number | undefined;
}

const nothingBefore: Before = { ...noProperties, tagSpan: undefined, start: undefined, end: undefined, propertyEnd: undefined };

function beforeNode(tokens: readonly CST.SourceToken[] | undefined): Before {
  if (tokens === undefined || tokens.length === 0) return nothingBefore;
  let anchor: string | undefined;
  let tag: CST.SourceToken | undefined;
  let start: number | undefined;
  let end: number | undefined;
  let propertyEnd: number | undefined;
  for (const token of tokens) {
    switch (token.type) {
      case 'anchor':
      case 'tag':
        if (token.type === 'tag') tag = token;
        else anchor = token.source.slice(1);
        propertyEnd = token.offset + token.source.length;
        break;
      case 'explicit-key-ind':
      case 'seq-item-ind':
      case 'map-value-ind':
        break;
      default:
        continue;
    }
    start ??= token.offset;
    end = token.offset + token.source.length;
  }
  const tagSpan = tag && { start: tag.offset, end: tag.offset + tag.source.length };
  return { anchor, tag: tag?.source, tagSpan, start, end, propertyEnd };
}

/** The parts that stand within bounds, each behind the one before: text that the library could make nothing of may have left others. */
function inOrder<T extends Span>(parts: readonly T[], from: number, to: number): readonly T[] {
  let end = from;
  return parts.filter((part) => {
    const fits = end <= part.start && part.end <= to;
    if (fits) end = part.end;
    return fits;
  });
}

/** The span of a collection in brackets; one that is not closed ends with its last child. */
function bracketed(token: CST.FlowCollection, end: number, lastChild: number | undefined): Span {
  const isClosedHere = token.end[0]?.source === ']' || token.end[0]?.source === '}';
  return { start: token.offset, end: isClosedHere ? end : Math.max(lastChild ?? 0, token.offset + 1) };
}

function isKeyIndicator({ type }: CST.SourceToken): boolean {
  return type === 'explicit-key-ind';
}

function flowText({ source }: CST.FlowScalar, style: ScalarStyle): string {
  return style === 'plain' ? plainText(source) : quotedText(source, isClosed(source));
}

function styleOf(scalar: Scalar.Parsed): ScalarStyle {
  switch (scalar.type) {
    case 'QUOTE_SINGLE':
      return 'single-quoted';
    case 'QUOTE_DOUBLE':
      return 'double-quoted';
    case 'BLOCK_LITERAL':
      return 'literal';
    case 'BLOCK_FOLDED':
      return 'folded';
    default:
      return 'plain';
  }
}

/** The end of the last line of a block scalar that is not blank; of its header, when all are. */
function blockScalarEnd(text: string, token: CST.BlockScalar, rangeEnd: number): number {
  const header = token.props[0];
  const headerEnd = token.offset + (header && 'source' in header ? header.source.length : 1);
  const contentStart = rangeEnd - token.source.length;
  let end = Math.min(rangeEnd, text.length);
  while (end > contentStart) {
    const lineBreak = text.lastIndexOf('\n', end - 1);
    const lineStart = Math.max(lineBreak + 1, contentStart);
    if (/[^ \r]/.test(text.slice(lineStart, end))) return text[end - 1] === '\r' ? end - 1 : end;
    end = lineStart - 1;
  }
  return headerEnd;
}
