// The quick reader of nodes: block and flow collections, plain, quoted and block scalars, anchors, aliases and comments as plans are
// written, some thirty times as fast as the library. It never reports a fault of its own: at whatever is rare, wrong or doubtful it gives
// up, and the thorough reader reads the pair in question, or the whole text. What it accepts is right, and its tree is the thorough
// reader's.
import { applyTag, coreTag } from './core-schema.ts';
import { type Draft, draftList, draftMap, draftNothing, draftPair, draftScalar, noProperties, type Properties } from './draft.ts';
import { mayBeWrong } from './keys.ts';
import { MOST_FAULTS } from './problem-codes.ts';
import { despair, doubt, giveUp, LineReader, type Opening } from './quick-lines.ts';
import { beginsPlain, code, isBlankOrEnd, isDash, isLineEnd, plainStop, quotedEnd, trimmedEnd } from './quick-scalars.ts';
import { type Rescued, rescueItems, rescuePairs } from './rescue.ts';
import { nextMarker, wordEnd } from './source-words.ts';
import type { YamlNode, YamlPair } from './tree.ts';

/** The longest key that YAML allows without `?`. */
const LONGEST_KEY = 1024;

/** Reads nodes: each of its methods stands at the beginning of what it reads, and goes behind it. */
export class NodeReader extends LineReader {
  /** The column of the innermost collection around what is read next; -1 around all. */
  floor = -1;

  /** A value on the line of its key or dash that is no block collection. */
  inlineValue(properties: Properties, leastColumn: number, depth: number): Draft<YamlNode> {
    const node = this.untaggedValue(properties, leastColumn, depth);
    if (properties.tag === undefined) return node;
    if (node.kind !== 'scalar') giveUp();
    const verdict = applyTag(coreTag(properties.tag), 'scalar', node.text);
    if (verdict.kind !== 'fits') giveUp();
    node.value = verdict.value;
    return node;
  }

  /** The same, whatever its tag makes of it. */
  untaggedValue(properties: Properties, leastColumn: number, depth: number): Draft<YamlNode> {
    switch (this.text.charCodeAt(this.at)) {
      case code.bar:
      case code.greater:
        return this.takeBlockScalar(properties, leastColumn);
      case code.doubleQuote:
      case code.singleQuote:
        return this.endValue(this.takeQuoted(properties, leastColumn));
      case code.openList:
      case code.openMap:
        return this.endValue(this.takeFlow(properties, leastColumn, depth, 1));
      case code.asterisk:
        return this.endValue(this.takeAlias(properties));
      default:
        return this.endValue(this.takePlain(properties, leastColumn));
    }
  }

  /** A node that may be a block collection and begins here. */
  blockNode(properties: Properties, leastColumn: number, depth: number): Draft<YamlNode> {
    if (isDash(this.text, this.at)) return this.blockList(properties, depth);
    const next = this.text.charCodeAt(this.at);
    if (next === code.bar || next === code.greater) giveUp();
    return this.isAtKey() ? this.blockMap(properties, depth) : this.inlineValue(properties, leastColumn, depth);
  }

  /** Whether a key and its colon stand here, on one line. */
  isAtKey(): boolean {
    return this.colonOfKey() !== undefined;
  }

  /** The colon of the key that stands here on one line; undefined where none does. */
  colonOfKey(): number | undefined {
    const { text, at } = this;
    const next = text.charCodeAt(at);
    const isQuoted = next === code.doubleQuote || next === code.singleQuote;
    if (!isQuoted && !beginsPlain(text, at, false)) return undefined;
    let colon = isQuoted ? quotedEnd(text, at) : plainStop(text, at, false);
    if (colon === undefined || (isQuoted && text.slice(at, colon).includes('\n'))) return undefined;
    while (isQuoted && text.charCodeAt(colon) === code.space) colon++;
    return text.charCodeAt(colon) === code.colon && isBlankOrEnd(text, colon + 1) ? colon : undefined;
  }

  takeKey(): Draft<YamlNode> {
    const start = this.at;
    const line = this.lineStart;
    let key: Draft<YamlNode>;
    if (this.text.charCodeAt(this.at) === code.doubleQuote || this.text.charCodeAt(this.at) === code.singleQuote) {
      key = this.takeQuoted(noProperties, 0);
      this.skipSpaces();
    } else {
      if (!beginsPlain(this.text, this.at, false)) giveUp();
      this.at = plainStop(this.text, start, false);
      key = this.draftPlain(noProperties, start, trimmedEnd(this.text, start, this.at));
    }
    if (
      this.text.charCodeAt(this.at) !== code.colon ||
      !isBlankOrEnd(this.text, this.at + 1) ||
      this.lineStart !== line ||
      this.at - start > LONGEST_KEY
    )
      giveUp();
    this.at++;
    return key;
  }

  blockMap(properties: Properties, depth: number): Draft<YamlNode> {
    if (depth > this.maxDepth) giveUp();
    const { at: start, floor } = this;
    const pairs: Draft<YamlPair>[] = [];
    let own = start - this.lineStart;
    const isLeading = own === this.column;
    for (let next: number | undefined = own; next !== undefined; next = this.nextKey(own, floor)) {
      const isSlip = next !== own;
      if (isSlip) this.reportSlip();
      own = Math.min(own, next);
      if (isSlip || (this.at === start && !isLeading)) pairs.push(this.takePair(next, own, depth));
      else for (const pair of this.takePairs(own, depth)) pairs.push(pair);
    }
    return this.endMap(properties, false, start, pairs.at(-1)?.end ?? start, pairs);
  }

  private endMap(properties: Properties, flow: boolean, start: number, end: number, pairs: readonly Draft<YamlPair>[]): Draft<YamlNode> {
    if (mayBeWrong(pairs)) this.block.keyProblems = undefined;
    return draftMap(this.block, properties, flow, start, end, pairs);
  }

  /**
   * The column of the key with which a map goes on whose keys stand at a column: another one where a slip of indentation put it. `floor` is
   * the column of the collection around it. Undefined where the map ends.
   */
  nextKey(own: number, floor: number): number | undefined {
    if (this.column === own || this.column > own) return this.column;
    return this.column > floor && !isDash(this.text, this.at) && this.isAtKey() ? this.column : undefined;
  }

  /** What stands here is indented like nothing else. */
  reportSlip(): void {
    const { block, text, at } = this;
    const span = { start: at - block.at, end: wordEnd(text, at) - block.at };
    block.problems.push({ rule: 'yaml-syntax', code: 'bad-indentation', span, data: {}, document: block.document.index });
    this.faults++;
  }

  /** A pair that begins its line, or what the thorough reader makes of its lines. */
  takePairs(own: number, depth: number): readonly Draft<YamlPair>[] {
    const { block, lineStart, faults } = this;
    const { comments, problems } = block;
    const commentCount = comments.length;
    const problemCount = problems.length;
    try {
      return [this.takePair(own, own, depth)];
    } catch (reason) {
      if (reason !== doubt) throw reason;
      comments.length = commentCount;
      problems.length = problemCount;
      this.faults = faults;
      return this.rescue(lineStart, own, depth);
    }
  }

  /** A pair whose key stands at a column, in a map whose keys stand at its own. */
  takePair(column: number, own: number, depth: number): Draft<YamlPair> {
    const key = this.takeKey();
    this.floor = own;
    const value = this.valueBelow(this.at, column, true, depth + 1);
    this.endPair(column, own, value);
    return draftPair(key, value);
  }

  /** Gives up where what follows a pair may be a part of it: an item at its column, or something that is indented more and is no key. */
  endPair(column: number, own: number, value: YamlNode): void {
    if (this.column < own) return;
    const mayBeValue = column > own && value.start === value.end;
    if (isDash(this.text, this.at) || (this.column > own && (mayBeValue || !this.isAtKey()))) giveUp();
  }

  /** Leaves a pair to the thorough reader, and goes on behind it. */
  rescue(line: number, own: number, depth: number): readonly Draft<YamlPair>[] {
    const { text, block, maxDepth } = this;
    if (this.hasMostFaults()) {
      const nothing = this.leaveDocument(line);
      return [draftPair(nothing, draftNothing(block, line))];
    }
    const rescued = rescuePairs(text, { block, start: line, column: own, maxDepth, depth });
    if (rescued === undefined) throw despair;
    return this.goBehind(rescued);
  }

  private goBehind<T>({ end, reach, faults, parts }: Rescued<T>): readonly Draft<T>[] {
    this.faults += faults;
    this.block.reach = Math.max(this.block.reach, reach - this.block.at);
    this.moveTo(end);
    this.skipLines();
    return parts;
  }

  private hasMostFaults(): boolean {
    return this.faults >= MOST_FAULTS;
  }

  /** Goes to the end of the document; nothing stands for what is left of it. */
  private leaveDocument(line: number): Draft<YamlNode> {
    this.moveTo(nextMarker(this.text, line) ?? this.text.length);
    this.skipLines();
    return draftNothing(this.block, line);
  }

  blockList(properties: Properties, depth: number): Draft<YamlNode> {
    if (depth > this.maxDepth) giveUp();
    const { at: start, floor } = this;
    let own = start - this.lineStart;
    const isLeading = own === this.column;
    const items: Draft<YamlNode>[] = [];
    for (let next: number | undefined = own; next !== undefined; next = this.nextItem(own, floor)) {
      if (next !== own) this.reportSlip();
      own = next;
      if (this.at === start && !isLeading) items.push(this.takeItem(own, depth));
      else for (const item of this.takeItems(own, depth)) items.push(item);
    }
    return draftList(this.block, properties, false, start, (items.at(-1) as Draft<YamlNode>).end, items);
  }

  /**
   * The column of the dash with which a list goes on; undefined where it ends. At its column, a map may go on whose value it is; where none
   * can, a dash without a blank behind it is one too.
   */
  nextItem(own: number, floor: number): number | undefined {
    if (this.column > own) giveUp();
    const isItem = isDash(this.text, this.at) || (own > floor && this.column === own && this.text.charCodeAt(this.at) === code.dash);
    return (this.column === own || this.column > floor) && isItem ? this.column : undefined;
  }

  /** An item that begins its line, or what the thorough reader makes of its lines. */
  takeItems(own: number, depth: number): readonly Draft<YamlNode>[] {
    const { block, lineStart, faults } = this;
    const { comments, problems } = block;
    const commentCount = comments.length;
    const problemCount = problems.length;
    try {
      return [this.takeItem(own, depth)];
    } catch (reason) {
      if (reason !== doubt) throw reason;
      comments.length = commentCount;
      problems.length = problemCount;
      this.faults = faults;
      if (this.hasMostFaults()) return [this.leaveDocument(lineStart)];
      const rescued = rescueItems(this.text, { block, start: lineStart, column: own, maxDepth: this.maxDepth, depth });
      return this.goBehind(rescued ?? giveUp());
    }
  }

  takeItem(own: number, depth: number): Draft<YamlNode> {
    if (!isDash(this.text, this.at)) giveUp();
    this.at++;
    this.floor = own;
    return this.valueBelow(this.at, own, false, depth + 1);
  }

  /** What stands behind a key's colon or a dash, on its line or below; `outer` is the column of the key or dash. */
  valueBelow(indicatorEnd: number, outer: number, isOfKey: boolean, depth: number): Draft<YamlNode> {
    const opening = this.openValue(indicatorEnd);
    if (this.isAtLineEnd()) {
      this.endLine(false);
      this.skipLines();
      return this.valueOnLines(opening, outer, isOfKey, depth);
    }
    const { properties } = opening;
    const next = this.text.charCodeAt(this.at);
    const mayNest = !isOfKey && properties === noProperties && next !== code.bar && next !== code.greater;
    return mayNest ? this.blockNode(properties, outer + 1, depth) : this.inlineValue(properties, outer + 1, depth);
  }

  /** A value that does not stand on the line of its key or dash. */
  valueOnLines({ properties, emptyAt }: Opening, outer: number, isOfKey: boolean, depth: number): Draft<YamlNode> {
    if (this.column > outer) return this.blockNode(properties, outer + 1, depth);
    if (isOfKey && this.column === outer && isDash(this.text, this.at)) return this.blockList(properties, depth);
    return draftScalar(this.block, properties, 'plain', emptyAt, emptyAt, '', undefined);
  }

  /** Passes over blanks, comments and line breaks within brackets. */
  skipInBrackets(leastColumn: number, level: number): void {
    this.skipSpaces();
    if (this.text.charCodeAt(this.at) !== code.hash && !isLineEnd(this.text, this.at)) return;
    this.endLine(false);
    this.skipLines();
    if (this.column < 0) giveUp();
    const isClosing = this.text.charCodeAt(this.at) === code.closeList || this.text.charCodeAt(this.at) === code.closeMap;
    // The last bracket may stand below the key, although YAML wants it further in.
    if (this.column < leastColumn && !(isClosing && level === 1 && this.column === leastColumn - 1)) giveUp();
  }

  takeFlow(properties: Properties, leastColumn: number, depth: number, level: number): Draft<YamlNode> {
    if (depth > this.maxDepth) giveUp();
    const start = this.at;
    const isMap = this.text.charCodeAt(this.at) === code.openMap;
    const closing = isMap ? code.closeMap : code.closeList;
    const items: Draft<YamlNode>[] = [];
    const pairs: Draft<YamlPair>[] = [];
    this.at++;
    this.skipInBrackets(leastColumn, level);
    while (this.text.charCodeAt(this.at) !== closing) {
      if (isMap) pairs.push(this.takeFlowPair(leastColumn, depth, level));
      else items.push(this.takeFlowPart(leastColumn, depth, level));
      this.skipInBrackets(leastColumn, level);
      if (this.text.charCodeAt(this.at) === code.comma) {
        this.at++;
        this.skipInBrackets(leastColumn, level);
      } else if (this.text.charCodeAt(this.at) !== closing) giveUp();
    }
    this.at++;
    return isMap ? this.endMap(properties, true, start, this.at, pairs) : draftList(this.block, properties, true, start, this.at, items);
  }

  takeFlowPart(leastColumn: number, depth: number, level: number): Draft<YamlNode> {
    switch (this.text.charCodeAt(this.at)) {
      case code.openList:
      case code.openMap:
        return this.takeFlow(noProperties, leastColumn, depth + 1, level + 1);
      case code.doubleQuote:
      case code.singleQuote:
        return this.takeQuoted(noProperties, leastColumn);
      case code.asterisk:
        return this.takeAlias(noProperties);
      default: {
        if (!beginsPlain(this.text, this.at, true)) giveUp();
        const start = this.at;
        this.at = plainStop(this.text, start, true);
        return this.draftPlain(noProperties, start, trimmedEnd(this.text, start, this.at));
      }
    }
  }

  takeFlowPair(leastColumn: number, depth: number, level: number): Draft<YamlPair> {
    const line = this.lineStart;
    if (
      this.text.charCodeAt(this.at) === code.openList ||
      this.text.charCodeAt(this.at) === code.openMap ||
      this.text.charCodeAt(this.at) === code.asterisk
    )
      giveUp();
    const key = this.takeFlowPart(leastColumn, depth, level);
    this.skipInBrackets(leastColumn, level);
    if (this.text.charCodeAt(this.at) !== code.colon) return draftPair(key, draftNothing(this.block, key.end));
    const isGlued = key.kind === 'scalar' && key.style !== 'plain' && this.at === key.end;
    if (this.lineStart !== line || this.at - key.start > LONGEST_KEY || !(isGlued || isBlankOrEnd(this.text, this.at + 1))) giveUp();
    this.at++;
    const colonEnd = this.at;
    this.skipInBrackets(leastColumn, level);
    const isEmpty = this.text.charCodeAt(this.at) === code.comma || this.text.charCodeAt(this.at) === code.closeMap;
    const value = isEmpty ? draftNothing(this.block, colonEnd) : this.takeFlowPart(leastColumn, depth, level);
    return draftPair(key, value);
  }
}
