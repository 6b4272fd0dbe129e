// Where a word is about to be written: what of the format may stand there, and which piece of the text the word replaces.
//
// The text is read once more with a sign at the cursor, and of a sound text only the entry around it. Whatever is half-typed there, the reader
// finds a place for the sign as it would for the word, and that place is the answer; no second idea of YAML is needed here.
import type { IdMapShape, MapShape, Shape, TextShape } from '../plan/field.ts';
import { locate } from '../plan/locate.ts';
import type { Span } from '../text/span.ts';
import { columnOf, isWithinBrackets, leadsLine, lineEndOf, lineStartOf } from '../yaml/layout.ts';
import { parseYaml } from '../yaml/parse.ts';
import { nodeAt } from '../yaml/route.ts';
import type { YamlMap, YamlNode, YamlScalar, YamlStream } from '../yaml/tree.ts';
import { type Excerpt, excerptAround } from './excerpt.ts';

/** What both kinds of slots have. */
interface SlotBase {
  /**
   * The word at the cursor, behind the quote that begins it if one does; empty where nothing is typed yet. A key without its colon takes the
   * quote that ends it along: the colon goes behind that.
   */
  readonly word: Span;
  readonly typed: string;
  /** What of it stands before the cursor. */
  readonly begun: string;
  /** In the text with the sign: for finding what stands around it, not for pointing. */
  readonly node: YamlScalar;
  /** The index of the document in its file. */
  readonly document: number;
  /** Keys and ids from the top that lead here, those of the word itself left out where it is a key. */
  readonly route: readonly string[];
  /** The column at which the word stands, or what is written for it begins. */
  readonly column: number;
  /** Within brackets. */
  readonly flow: boolean;
  /** Within a quote that has no end yet. */
  readonly isOpen: boolean;
  /** What must be written before the word: a blank behind a colon, a dash. */
  readonly lead: string;
}

/** A key of a map of fixed keys, of a map by id, or of a text by language. */
export interface KeySlot extends SlotBase {
  readonly role: 'key';
  readonly shape: MapShape | IdMapShape | TextShape;
  /** The map the key belongs to; undefined where it would be the first. */
  readonly map: Pick<YamlMap, 'pairs'> | undefined;
  /** The key has its colon already: only the word is replaced. */
  readonly hasColon: boolean;
  /** Its value stands on the lines below already: only the colon is missing. */
  readonly hasValue: boolean;
  /** A map that begins here needs braces of its own. */
  readonly needsBraces: boolean;
}

export interface ValueSlot extends SlotBase {
  readonly role: 'value';
  readonly shape: Exclude<Shape, MapShape | IdMapShape | { type: 'list' }>;
  /** The map whose key the value belongs to, with its shape and the key. */
  readonly owner: { readonly shape: MapShape; readonly map: Pick<YamlMap, 'pairs'>; readonly key: string } | undefined;
  /** The other items of the list. */
  readonly siblings: readonly string[];
}

export type Slot = KeySlot | ValueSlot;

/** Undefined where no word of the format may stand: in a comment, a running text, an unknown key, at a column that fits nothing. */
export function findSlot(stream: YamlStream, cursor: number): Slot | undefined {
  const excerpt = excerptAround(stream, { start: cursor, end: cursor });
  const found = excerpt && slotIn(excerpt.text, excerpt.toExcerpt(cursor), excerpt);
  if (found !== undefined && found !== inDoubt) return found;
  // What the part says nothing of, it may say for sure.
  return excerpt && found === undefined
    ? undefined
    : (slotIn(stream.text.toString(), cursor, countFaults(stream.problems)) as Slot | undefined);
}

/** What is found in a part of the text may be another thing in the whole. */
const inDoubt = 'in doubt';

/** What the text is, or of a whole text how many faults it has without the sign. */
type Source = Excerpt | number;

function slotIn(text: string, cursor: number, source: Source): Slot | typeof inDoubt | undefined {
  const sign = freeSign(text);
  if (sign === undefined) return undefined;
  const before = text.slice(lineStartOf(text, cursor), cursor);
  const glued = /:$/.test(before) || /^\s*(?:-\s+)*-$/.test(before);
  const slot = slotWith(text, cursor, glued ? ' ' : '', sign, source);
  if (slot !== undefined || glued || before.trim() !== '' || behind(text, cursor).trim() !== '') return slot;
  // On a line of its own at the column of a list, the next item begins, with the dash that is not typed yet.
  return slotWith(text, cursor, '- ', sign, source);
}

/** The rest of the line. */
function behind(text: string, cursor: number): string {
  return text.slice(cursor, lineEndOf(text, cursor));
}

/** A character that YAML takes for a letter and that nobody writes. */
function freeSign(text: string): string | undefined {
  return ['\ue000', '\uf000', '\uf8fe'].find((sign) => !text.includes(sign));
}

function slotWith(text: string, cursor: number, lead: string, sign: string, source: Source): Slot | typeof inDoubt | undefined {
  const at = cursor + lead.length;
  const lone = loneWord(text, cursor);
  const colon = lone === undefined ? '' : `${lone.quote}:`;
  const end = lone?.end ?? cursor;
  const marked = text.slice(0, cursor) + lead + sign + text.slice(cursor, end) + colon + text.slice(end);
  const stream = parseYaml(marked, { origin: '' });
  const excerpt = typeof source === 'number' ? undefined : source;
  if (excerpt && (stream.documents.length > 1 || stream.problems.some(({ rule }) => rule !== 'duplicate-id'))) return inDoubt;
  const faults = typeof source === 'number' ? source : 0;
  const node = stream.documents.map((document) => nodeAt(document, at)).find((found) => found !== undefined);
  if (node?.kind !== 'scalar' || !node.text.includes(sign) || node.style === 'literal' || node.style === 'folded') return undefined;
  const whole = marked.slice(node.start, node.end).trimEnd();
  const quote = node.style === 'plain' ? 0 : 1;
  const isOpen = quote === 1 && (lone?.quote === whole[0] || whole.at(-1) !== whole[0]);
  // A quote that is not closed yet takes lines below along.
  const written = isOpen ? whole.replace(/[\r\n].*$/s, '') : whole;
  if (/[\r\n]/.test(written) || !written.includes(sign) || isMisplaced(stream, node, faults)) return undefined;

  const toText = (offset: number): number => Math.max(Math.min(offset, cursor), offset - lead.length - sign.length);
  const toWhole = (offset: number): number => (excerpt ? excerpt.toWhole(offset) : offset);
  // What stands behind an open quote is not meant to be in it.
  const wordBehind = isOpen ? cursor + (/^[\p{L}\p{N}_./#-]*/u.exec(behind(text, cursor))?.[0].length ?? 0) : undefined;
  const word = { start: toText(node.start + quote), end: wordBehind ?? toText(node.start + written.length - quote) };
  const base = {
    word: { start: toWhole(word.start), end: toWhole(word.end) },
    typed: text.slice(word.start, word.end),
    begun: text.slice(word.start, cursor),
    node,
    document: excerpt?.document ?? node.document.index,
    column: columnOf(marked, node.start),
    flow: isWithinBrackets(node),
    isOpen,
  };

  const pair = node.parent?.kind === 'pair' && node.parent.key === node ? node.parent : undefined;
  if (pair) {
    const { shape, route } = locate(pair.parent);
    const within = shape?.type === 'list' ? shape.item : shape;
    if (isKeyed(within)) {
      const dash = shape?.type === 'list' && isFirstLine(pair.parent, marked) && lead === '' && quote === 0 ? '- ' : '';
      const hasColon = colon === '' && marked.slice(pair.key.end, pair.value.start).includes(':');
      const hasValue = colon !== '' && pair.value.end > pair.value.start;
      // Where nothing is typed, what stands below belongs to what stands above.
      if (hasValue && base.typed === '') return undefined;
      const column = base.column + dash.length;
      return {
        role: 'key',
        ...base,
        word: hasColon ? base.word : throughQuote(base, quote),
        column,
        lead: lead + dash,
        route,
        shape: within,
        map: wholeMap(pair.parent, excerpt),
        hasColon,
        hasValue,
        needsBraces: false,
      };
    }
    // The colon was only put there to see: what may stand here is no map.
    if (colon === '' || pair.parent.pairs.length > 1) return undefined;
  }
  return valueOrFirstKey(pair ? pair.parent : node, base, lead, marked, excerpt);
}

/** `quote`: how long the quote is that ends the word. */
function throughQuote({ word, isOpen }: Pick<SlotBase, 'word' | 'isOpen'>, quote: number): Span {
  return { start: word.start, end: word.end + (isOpen ? 0 : quote) };
}

/** What may stand in the place of a node that is only the word itself. */
function valueOrFirstKey(
  place: YamlMap | YamlScalar,
  base: Omit<SlotBase, 'lead' | 'route'>,
  lead: string,
  marked: string,
  excerpt: Excerpt | undefined,
): Slot | undefined {
  const { shape, owner, route } = locate(place);
  const item = shape?.type === 'list' ? shape.item : shape;
  if (item === undefined || item.type === 'list') return undefined;
  const ownLine = leadsLine(marked, place.start) && !base.flow;
  // A list that stands on its own lines has dashes, even where one item could do without; behind a quote it is too late for one.
  const dash = shape?.type === 'list' && ownLine && lead === '' && base.node.style === 'plain' ? '- ' : '';
  const common = { ...base, lead: lead + dash, column: base.column + dash.length, route };
  if (isKeyed(item) && !(item.type === 'text' && !ownLine)) {
    const isBlock = ownLine || (!base.flow && /^\s*(?:-\s+)+$/.test(marked.slice(lineStartOf(marked, place.start), place.start)));
    if (item.type !== 'map' && !isBlock) return undefined;
    const isQuoted = base.node.style !== 'plain';
    // The brace would stand within the quotes.
    if (isQuoted && !isBlock) return undefined;
    const word = throughQuote(base, isQuoted ? 1 : 0);
    return { role: 'key', ...common, word, shape: item, map: undefined, hasColon: false, hasValue: false, needsBraces: !isBlock };
  }
  const items = place.parent?.kind === 'list' ? (excerpt?.itemsOf(place.parent) ?? place.parent.items) : [];
  const siblings = items.flatMap((each) => (each.kind === 'scalar' && each !== place ? [each.text] : []));
  const above = owner && ownerOf(place);
  const ownerMap = above && { shape: owner, key: above.key, map: wholeMap(above.map, excerpt) };
  return { role: 'value', ...common, shape: item, owner: ownerMap, siblings };
}

/**
 * The end of the word at the cursor where it stands alone on its line, dashes aside, and so may become a key, and the quote that it begins with
 * and lacks at its end; undefined elsewhere. With quote and colon behind it the reader need not mend anything: it takes a fraction of the time,
 * and no quote on a line below is taken for the end.
 */
function loneWord(text: string, cursor: number): { readonly end: number; readonly quote: string } | undefined {
  const before = /^\s*(?:-\s+)*(["']?)(?:[\p{L}\p{N}_][\p{L}\p{N}._-]*)?$/u.exec(text.slice(lineStartOf(text, cursor), cursor));
  const rest = /^([\p{L}\p{N}._-]*)[ \t]*$/u.exec(behind(text, cursor));
  return before && rest ? { end: cursor + (rest[1] ?? '').length, quote: before[1] ?? '' } : undefined;
}

/** Whether a map has nothing but the word, on a line of its own: then a list it should stand in is not begun yet. */
function isFirstLine(map: YamlMap, marked: string): boolean {
  return map.pairs.length === 1 && map.parent?.kind === 'pair' && leadsLine(marked, map.start) && !map.flow;
}

/** Whether the reader had to bend the word, or for its sake what stands around it: then no word belongs there. */
function isMisplaced({ problems }: YamlStream, node: YamlScalar, faults: number): boolean {
  if (countFaults(problems) > faults) return true;
  return problems.some((problem) => {
    const { span, code } = problem;
    if (!isFault(problem) || code === 'unclosed-quote' || code === 'unclosed-bracket' || code === 'missing-comma') return false;
    return span.start <= node.end && node.start <= span.end && span.end > node.start - 1;
  });
}

function countFaults(problems: YamlStream['problems']): number {
  return problems.filter(isFault).length;
}

/** A colon may still come. */
function isFault({ rule, code }: YamlStream['problems'][number]): boolean {
  return rule === 'yaml-syntax' && code !== 'missing-colon';
}

function isKeyed(shape: Shape | undefined): shape is KeySlot['shape'] {
  return shape?.type === 'map' || shape?.type === 'id-map' || shape?.type === 'text';
}

function wholeMap(map: YamlMap, excerpt: Excerpt | undefined): Pick<YamlMap, 'pairs'> {
  return excerpt ? { pairs: excerpt.pairsOf(map) } : map;
}

/** The map of the nearest key above a value, list items passed over. */
function ownerOf(node: YamlNode): { readonly map: YamlMap; readonly key: string } | undefined {
  const above = node.parent?.kind === 'list' ? node.parent.parent : node.parent;
  return above?.kind === 'pair' && above.key.kind === 'scalar' ? { map: above.parent, key: above.key.text } : undefined;
}
