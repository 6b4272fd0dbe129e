// The quick reader: block and flow collections, plain, quoted and block scalars, anchors, aliases and comments as plans are written, some
// thirty times as fast as the library. It never reports a fault of its own: at whatever is rare, wrong or doubtful it gives up, and the
// thorough reader reads the pair in question, or the whole text. What it accepts is right, and its tree is the thorough reader's.
import { plainValue } from './core-schema.ts';
import {
  type Draft,
  draftAlias,
  draftComment,
  draftDocument,
  draftList,
  draftMap,
  draftNothing,
  draftPair,
  draftScalar,
  noProperties,
  type Properties,
} from './draft.ts';
import { plainText, quotedText } from './flow-text.ts';
import type { PreparedText } from './prepare.ts';
import {
  beginsPlain,
  blockScalarLines,
  code,
  continuation,
  foldedText,
  isBlankOrEnd,
  isDash,
  isLineEnd,
  isMarker,
  lineBehind,
  literalText,
  nameEnd,
  plainStop,
  quotedEnd,
  trimmedEnd,
} from './quick-scalars.ts';
import { rescuePairs } from './rescue.ts';
import type { ReadDocuments } from './thorough.ts';
import type { YamlDocument, YamlNode, YamlPair, YamlProblem } from './tree.ts';

/** Undefined where the thorough reader must read the whole text. `maxDepth` bounds how deep collections may nest. */
export function readQuickly({ text, quotedOnly }: PreparedText, origin: string, maxDepth: number): ReadDocuments | undefined {
  if (quotedOnly.length > 0) return undefined;
  try {
    return readDocuments(text, origin, maxDepth);
  } catch (reason) {
    if (reason === doubt || reason === despair) return undefined;
    throw reason;
  }
}

/** Thrown to give up, from any depth of the reader, at the pair that is being read, or at the whole text; neither leaves this file. */
const doubt = new Error('not for the quick reader');
const despair = new Error('not for the quick reader, nor its neighbours');

function giveUp(): never {
  throw doubt;
}

/** The longest key that YAML allows without `?`. */
const LONGEST_KEY = 1024;

function readDocuments(text: string, origin: string, maxDepth: number): ReadDocuments {
  let at = text.startsWith('\ufeff') ? 1 : 0;
  let lineStart = at;
  /** The column of the content that comes next; -1 at the end of a document. */
  let column = -1;
  let document = draftDocument(origin, 0, 0, text.length);
  const problems: YamlProblem[] = [];

  const here = (): number => text.charCodeAt(at); // NaN behind the end, which equals nothing

  /** Passes over spaces; tabs are for the thorough reader. */
  const skipSpaces = (): void => {
    while (here() === code.space) at++;
    if (here() === code.tab) giveUp();
  };

  const takeComment = (ownLine: boolean): void => {
    const before = text.charCodeAt(at - 1);
    if (at > lineStart && before !== code.space) giveUp();
    const lineFeed = text.indexOf('\n', at);
    let end = lineFeed < 0 ? text.length : lineFeed;
    if (lineFeed >= 0 && text.charCodeAt(end - 1) === code.return) end--;
    document.comments.push(draftComment(text, at, end, ownLine));
    at = end;
  };

  /** Passes over the rest of a line, which may only be a comment. */
  const endLine = (ownLine: boolean): void => {
    skipSpaces();
    if (here() === code.hash) takeComment(ownLine);
    if (!isLineEnd(text, at)) giveUp();
    at = lineBehind(text, at);
    lineStart = at;
  };

  /** From the beginning of a line to the next content. */
  const skipLines = (): void => {
    while (at < text.length) {
      skipSpaces();
      if (here() !== code.hash && !isLineEnd(text, at)) {
        column = isMarker(text, at, lineStart) ? -1 : at - lineStart;
        return;
      }
      endLine(true);
    }
    column = -1;
  };

  /** Ends a value that stands on the line of its key or dash. */
  const endValue = <T>(node: T): T => {
    endLine(false);
    skipLines();
    return node;
  };

  const takeAnchor = (): Properties => {
    const start = at + 1;
    at = nameEnd(text, at);
    if (at === start || text.charCodeAt(at - 1) === code.colon || !isBlankOrEnd(text, at)) giveUp();
    return { anchor: text.slice(start, at), tag: undefined };
  };

  const takeAlias = (properties: Properties): Draft<YamlNode> => {
    const start = at;
    at = nameEnd(text, at);
    if (properties !== noProperties || at === start + 1 || text.charCodeAt(at - 1) === code.colon) giveUp();
    return draftAlias(document, properties, start, at, text.slice(start + 1, at));
  };

  /** A quoted scalar; where it goes on over lines, these must have at least some column. */
  const takeQuoted = (properties: Properties, leastColumn: number): Draft<YamlNode> => {
    const start = at;
    const end = quotedEnd(text, start) ?? giveUp();
    const source = text.slice(start, end);
    for (let lineFeed = source.indexOf('\n'); lineFeed >= 0; lineFeed = source.indexOf('\n', lineFeed + 1)) {
      lineStart = start + lineFeed + 1;
      at = lineStart;
      skipSpaces();
      if (!isLineEnd(text, at) && (at - lineStart < leastColumn || isMarker(text, at, lineStart))) giveUp();
    }
    at = end;
    const content = quotedText(source, true);
    const style = source.startsWith('"') ? 'double-quoted' : 'single-quoted';
    return draftScalar(document, properties, style, start, end, content, content);
  };

  const draftPlain = (properties: Properties, start: number, end: number): Draft<YamlNode> => {
    const content = plainText(text.slice(start, end));
    return draftScalar(document, properties, 'plain', start, end, content, plainValue(content));
  };

  /** A plain scalar that is no key, over all its lines. */
  const takePlain = (properties: Properties, leastColumn: number): Draft<YamlNode> => {
    if (!beginsPlain(text, at, false)) giveUp();
    const start = at;
    let end = start;
    for (let next: number | undefined = at; next !== undefined; ) {
      at = plainStop(text, next, false);
      if (here() === code.colon) giveUp();
      end = trimmedEnd(text, next, at);
      const line = here() === code.hash ? undefined : continuation(text, at, leastColumn);
      if (line === 'tab') giveUp();
      if (line) lineStart = line.start;
      next = line?.content;
    }
    return draftPlain(properties, start, end);
  };

  const takeBlockScalar = (properties: Properties, leastColumn: number): Draft<YamlNode> => {
    const start = at;
    const isLiteral = here() === code.bar;
    at++;
    const keepsBreak = here() !== code.dash;
    if (!keepsBreak) at++;
    endLine(false);
    const lines = blockScalarLines(text, at, leastColumn) ?? giveUp();
    const content = (isLiteral ? literalText : foldedText)(lines.said, keepsBreak) ?? giveUp();
    at = lines.next;
    lineStart = at;
    skipLines();
    return draftScalar(document, properties, isLiteral ? 'literal' : 'folded', start, lines.end, content, content);
  };

  /** A value on the line of its key or dash that is no block collection. */
  const inlineValue = (properties: Properties, leastColumn: number, depth: number): Draft<YamlNode> => {
    switch (here()) {
      case code.bar:
      case code.greater:
        return takeBlockScalar(properties, leastColumn);
      case code.doubleQuote:
      case code.singleQuote:
        return endValue(takeQuoted(properties, leastColumn));
      case code.openList:
      case code.openMap:
        return endValue(takeFlow(properties, leastColumn, depth, 1));
      case code.asterisk:
        return endValue(takeAlias(properties));
      default:
        return endValue(takePlain(properties, leastColumn));
    }
  };

  /** A node that may be a block collection and begins here. */
  const blockNode = (properties: Properties, leastColumn: number, depth: number): Draft<YamlNode> => {
    if (isDash(text, at)) return blockList(properties, depth);
    if (here() === code.bar || here() === code.greater) giveUp();
    const isQuoted = here() === code.doubleQuote || here() === code.singleQuote;
    const isPlain = !isQuoted && beginsPlain(text, at, false);
    let colon = isQuoted ? (quotedEnd(text, at) ?? giveUp()) : isPlain ? plainStop(text, at, false) : at;
    while (isQuoted && text.charCodeAt(colon) === code.space) colon++;
    const isKey = (isQuoted || isPlain) && text.charCodeAt(colon) === code.colon && isBlankOrEnd(text, colon + 1);
    return isKey ? blockMap(properties, depth) : inlineValue(properties, leastColumn, depth);
  };

  const takeKey = (): Draft<YamlNode> => {
    const start = at;
    const line = lineStart;
    let key: Draft<YamlNode>;
    if (here() === code.doubleQuote || here() === code.singleQuote) {
      key = takeQuoted(noProperties, 0);
      skipSpaces();
    } else {
      if (!beginsPlain(text, at, false)) giveUp();
      at = plainStop(text, start, false);
      key = draftPlain(noProperties, start, trimmedEnd(text, start, at));
    }
    if (here() !== code.colon || !isBlankOrEnd(text, at + 1) || lineStart !== line || at - start > LONGEST_KEY) giveUp();
    at++;
    return key;
  };

  const blockMap = (properties: Properties, depth: number): Draft<YamlNode> => {
    if (depth > maxDepth) giveUp();
    const start = at;
    const own = at - lineStart;
    const pairs: Draft<YamlPair>[] = [];
    do {
      const line = lineStart;
      const comments = document.comments.length;
      const isLeading = at !== start || text.slice(lineStart, at).trim() === '';
      try {
        pairs.push(takePair(own, depth));
      } catch (reason) {
        if (reason !== doubt || !isLeading) throw reason;
        document.comments.length = comments;
        for (const pair of rescue(line, own, depth)) pairs.push(pair);
      }
    } while (column === own);
    return draftMap(document, properties, false, start, pairs.at(-1)?.end ?? start, pairs);
  };

  const takePair = (own: number, depth: number): Draft<YamlPair> => {
    const key = takeKey();
    const value = valueBelow(at, own, true, depth + 1);
    if (column > own || (column === own && isDash(text, at))) giveUp();
    return draftPair(key.start, value.end, key, value);
  };

  /** Leaves a pair to the thorough reader, and goes on behind it. */
  const rescue = (line: number, own: number, depth: number): readonly Draft<YamlPair>[] => {
    const rescued = rescuePairs(text, { document, start: line, column: own, maxDepth, depth });
    if (rescued === undefined) throw despair;
    document.comments.push(...rescued.comments);
    problems.push(...rescued.problems);
    at = rescued.end;
    lineStart = at;
    skipLines();
    return rescued.pairs;
  };

  const blockList = (properties: Properties, depth: number): Draft<YamlNode> => {
    if (depth > maxDepth) giveUp();
    const start = at;
    const own = at - lineStart;
    const items: Draft<YamlNode>[] = [];
    let end = start;
    do {
      at++;
      const item = valueBelow(at, own, false, depth + 1);
      end = item.end;
      items.push(item);
    } while (column === own && isDash(text, at));
    // At this column, a map may go on whose value the list is; whoever is further out sees to it.
    if (column > own) giveUp();
    return draftList(document, properties, false, start, end, items);
  };

  /** What stands behind a key's colon or a dash, on its line or below; `outer` is the column of the key or dash. */
  const valueBelow = (indicatorEnd: number, outer: number, isOfKey: boolean, depth: number): Draft<YamlNode> => {
    skipSpaces();
    let properties = noProperties;
    let emptyAt = indicatorEnd;
    if (here() === code.ampersand) {
      properties = takeAnchor();
      emptyAt = at;
      skipSpaces();
    }
    if (here() !== code.hash && !isLineEnd(text, at)) {
      const mayNest = !isOfKey && properties === noProperties && here() !== code.bar && here() !== code.greater;
      return mayNest ? blockNode(properties, outer + 1, depth) : inlineValue(properties, outer + 1, depth);
    }
    endLine(false);
    skipLines();
    if (column > outer) return blockNode(properties, outer + 1, depth);
    if (isOfKey && column === outer && isDash(text, at)) return blockList(properties, depth);
    return draftScalar(document, properties, 'plain', emptyAt, emptyAt, '', undefined);
  };

  /** Passes over blanks, comments and line breaks within brackets. */
  const skipInBrackets = (leastColumn: number, level: number): void => {
    skipSpaces();
    if (here() !== code.hash && !isLineEnd(text, at)) return;
    endLine(false);
    skipLines();
    if (column < 0) giveUp();
    const isClosing = here() === code.closeList || here() === code.closeMap;
    // The last bracket may stand below the key, although YAML wants it further in.
    if (column < leastColumn && !(isClosing && level === 1 && column === leastColumn - 1)) giveUp();
  };

  const takeFlow = (properties: Properties, leastColumn: number, depth: number, level: number): Draft<YamlNode> => {
    if (depth > maxDepth) giveUp();
    const start = at;
    const isMap = here() === code.openMap;
    const closing = isMap ? code.closeMap : code.closeList;
    const items: Draft<YamlNode>[] = [];
    const pairs: Draft<YamlPair>[] = [];
    at++;
    skipInBrackets(leastColumn, level);
    while (here() !== closing) {
      if (isMap) pairs.push(takeFlowPair(leastColumn, depth, level));
      else items.push(takeFlowPart(leastColumn, depth, level));
      skipInBrackets(leastColumn, level);
      if (here() === code.comma) {
        at++;
        skipInBrackets(leastColumn, level);
      } else if (here() !== closing) giveUp();
    }
    at++;
    return isMap ? draftMap(document, properties, true, start, at, pairs) : draftList(document, properties, true, start, at, items);
  };

  const takeFlowPart = (leastColumn: number, depth: number, level: number): Draft<YamlNode> => {
    switch (here()) {
      case code.openList:
      case code.openMap:
        return takeFlow(noProperties, leastColumn, depth + 1, level + 1);
      case code.doubleQuote:
      case code.singleQuote:
        return takeQuoted(noProperties, leastColumn);
      case code.asterisk:
        return takeAlias(noProperties);
      default: {
        if (!beginsPlain(text, at, true)) giveUp();
        const start = at;
        at = plainStop(text, start, true);
        return draftPlain(noProperties, start, trimmedEnd(text, start, at));
      }
    }
  };

  const takeFlowPair = (leastColumn: number, depth: number, level: number): Draft<YamlPair> => {
    const line = lineStart;
    if (here() === code.openList || here() === code.openMap || here() === code.asterisk) giveUp();
    const key = takeFlowPart(leastColumn, depth, level);
    skipInBrackets(leastColumn, level);
    if (here() !== code.colon) return draftPair(key.start, key.end, key, draftNothing(document, key.end));
    const isGlued = key.kind === 'scalar' && key.style !== 'plain' && at === key.end;
    if (lineStart !== line || at - key.start > LONGEST_KEY || !(isGlued || isBlankOrEnd(text, at + 1))) giveUp();
    at++;
    const colonEnd = at;
    skipInBrackets(leastColumn, level);
    const isEmpty = here() === code.comma || here() === code.closeMap;
    const value = isEmpty ? draftNothing(document, colonEnd) : takeFlowPart(leastColumn, depth, level);
    return draftPair(key.start, value.end, key, value);
  };

  const documents: YamlDocument[] = [];
  let hasMarker = false;
  skipLines();
  for (;;) {
    if (column >= 0) {
      document.root = blockNode(noProperties, 0, 1);
      if (document.root.kind === 'scalar' || document.root.kind === 'alias' || column >= 0) giveUp();
    }
    if (at >= text.length) return { documents: [...documents, document], problems };
    if (here() === code.dot) giveUp();
    if (hasMarker || document.root !== undefined) {
      document.end = at;
      documents.push(document);
      document = draftDocument(origin, documents.length, at, text.length);
    }
    hasMarker = true;
    at += 3;
    endLine(false);
    skipLines();
  }
}
