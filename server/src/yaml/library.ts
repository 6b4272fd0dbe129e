// Runs the npm package `yaml`: lexer, parser and composer, lexeme by lexeme, so that depth is bounded before anything recurses, comments
// keep their places, and common slips are mended on the way (see `lexemes.ts`). Knows nothing of our tree; `from-library.ts` makes that.
import { Composer, type CST, type Document, Lexer, type ParsedNode, Parser } from 'yaml';
import type { Span } from '../text/span.ts';
import { blankLexemes, DOCUMENT_NEXT, FLOW_BROKEN, isClosed, isMarker, isQuoted, type Mend, mendPlain, SCALAR_NEXT } from './lexemes.ts';
import type { YamlSyntaxCode } from './problem-codes.ts';
import type { YamlProblem } from './tree.ts';

export type LibraryDocument = Document.Parsed<ParsedNode>;

/** A fault that we saw ourselves, before it is known which document it stands in. */
export interface Fault {
  readonly code: YamlSyntaxCode;
  readonly span: Span;
  readonly data: YamlProblem['data'];
}

export interface LibraryStream {
  readonly documents: readonly LibraryDocument[];
  /** For each document, the tokens between its beginning and its node. */
  readonly starts: readonly (readonly CST.SourceToken[])[];
  readonly faults: readonly Fault[];
  /** From each `#` to the end of its line. */
  readonly comments: readonly Span[];
  /** Stretches not read because what stands before them is nested too deep. */
  readonly unread: readonly Span[];
  /** Offsets of the unclosed quotes that stand inside brackets. */
  readonly brokenQuotes: readonly number[];
}

/** Reads a text that went through `prepareText`. Collections deeper than `maxDepth` are cut off, the first too deep one still being there. */
export function readWithLibrary(text: string, maxDepth: number): LibraryStream {
  const stream = feed(text, text, maxDepth);
  // The lexer looks for a closing quote in the whole rest of the text, and ends a string at the first dedent only if it found one.
  return stream ?? (feed(text, `${text}${text.endsWith('\n') ? '' : '\n'}#'"`, maxDepth) as LibraryStream);
}

/** `source` is the text, or the text and a last comment that closes every quote; undefined when that comment is needed. */
function feed(text: string, source: string, maxDepth: number): LibraryStream | undefined {
  const composer = new Composer({
    keepSourceTokens: true,
    uniqueKeys: false,
    prettyErrors: false,
    logLevel: 'silent',
    schema: 'failsafe',
    merge: false,
    resolveKnownTags: false,
  });
  const documents: LibraryDocument[] = [];
  const starts: CST.SourceToken[][] = [];
  const faults: Fault[] = [];
  const comments: Span[] = [];
  const unread: Span[] = [];
  const brokenQuotes: number[] = [];
  let parser = new Parser();
  /** Brackets open at this point. */
  let brackets = 0;
  /** Brackets that a dedent broke off: their closing ones may still come and are no new fault. */
  let broken = 0;
  /** Between the end of a document's only node and the next document. */
  let skipping = false;
  /** A plain scalar that waits for what follows it. */
  let held: string | undefined;
  let heldBlanks = '';

  const fault = (code: YamlSyntaxCode, start: number, end: number, data: Fault['data'] = {}): void => {
    faults.push({ code, span: { start, end }, data });
  };

  const compose = (token: CST.Token): void => {
    if (token.type === 'document') starts.push(token.start);
    if (token.type === 'error' && token.message.endsWith('in YAML stream')) {
      skipping = true;
      fault('unexpected-content', token.offset, token.offset + Math.max(1, token.source.length));
    } else for (const document of composer.next(token)) documents.push(document as LibraryDocument);
  };

  const send = (lexeme: string): void => {
    if (skipping) {
      if (!isMarker(lexeme)) parser.offset += lexeme.length;
    } else for (const token of parser.next(lexeme)) compose(token);
  };

  const sendScalar = (scalar: string): void => {
    send(SCALAR_NEXT);
    send(scalar);
  };

  const mend = (step: Mend): void => {
    switch (step.kind) {
      case 'scalar':
        sendScalar(step.source);
        break;
      case 'blank':
        for (const lexeme of blankLexemes(step.source)) send(lexeme);
        break;
      case 'value':
        sendValue(step.source);
        break;
      case 'colon': {
        const at = parser.offset;
        const start = step.width === 0 ? at - step.key.length : at;
        fault(step.code, start, start + (step.width || step.key.length), { key: shorten(step.key) });
        send(':');
        if (step.width === 0) parser.offset = at;
        break;
      }
    }
  };

  const sendValue = (value: string): void => {
    const outside = brackets;
    for (const lexeme of new Lexer().lex(value)) {
      if (lexeme === '[' || lexeme === '{') brackets++;
      else if (lexeme === ']' || lexeme === '}') brackets--;
      if (lexeme !== DOCUMENT_NEXT) send(lexeme);
    }
    if (brackets > outside) send(FLOW_BROKEN);
    brackets = outside;
  };

  const release = (isKey: boolean): void => {
    if (held === undefined) return;
    const scalar = held;
    held = undefined;
    const column = parser.offset - (text.lastIndexOf('\n', parser.offset - 1) + 1);
    const leads = /^ *(?:- +)*$/.test(text.slice(parser.offset - column, parser.offset));
    const steps = skipping ? undefined : mendPlain({ source: scalar, column, leads, isKey, inMap: leads && isInMap(parser.stack, column) });
    if (steps === undefined) sendScalar(scalar);
    else for (const step of steps) mend(step);
    for (const lexeme of blankLexemes(heldBlanks)) send(lexeme);
    heldBlanks = '';
  };

  const takeScalar = (scalar: string): void => {
    const isPlain = brackets === 0 && parser.stack.at(-1)?.type !== 'block-scalar';
    if (isPlain && /[\n:：]/.test(scalar)) held = scalar;
    else sendScalar(scalar);
  };

  /** False when the text must be read again with all quotes closed. */
  const takeQuoted = (quoted: string): boolean => {
    const start = parser.offset;
    const end = start + quoted.length;
    if (end > text.length || !isClosed(quoted)) {
      if (end >= text.length && source === text) return false;
      if (brackets > 0) brokenQuotes.push(start);
      fault('unclosed-quote', start, start + 1, { quote: quoted[0] as string });
    }
    send(quoted.slice(0, text.length - start));
    return true;
  };

  const takeIndicator = (lexeme: string): void => {
    const at = parser.offset;
    switch (lexeme) {
      case '[':
      case '{':
        brackets++;
        break;
      case ']':
      case '}':
        if (brackets > 0) brackets--;
        else {
          if (broken > 0) broken--;
          else if (!skipping) fault('unexpected-bracket', at, at + 1, { found: lexeme });
          send(' ');
          return;
        }
        break;
      case FLOW_BROKEN:
        broken = brackets;
        brackets = 0;
        break;
      case '-':
        if (!skipping && isBehindKey(parser.stack)) {
          fault('list-on-key-line', at, at + 1);
          send(' ');
          return;
        }
        break;
      case DOCUMENT_NEXT:
      case '---':
      case '...':
        skipping = false;
        broken = 0;
        break;
    }
    send(lexeme);
  };

  /** Feeds from `base` on; returns where it was nested too deep. */
  const feedFrom = (base: number): number | 'needs-quotes' | undefined => {
    let isScalar = false;
    for (const lexeme of new Lexer().lex(base === 0 ? source : source.slice(base))) {
      if (parser.offset >= text.length && held === undefined && !isMarker(lexeme) && lexeme !== '') break;
      if (isScalar) {
        isScalar = false;
        takeScalar(lexeme);
      } else if (lexeme === SCALAR_NEXT) {
        release(false);
        isScalar = true;
      } else if (held !== undefined && (lexeme[0] === ' ' || lexeme[0] === '\t')) {
        heldBlanks += lexeme;
      } else {
        release(lexeme === ':');
        if (lexeme[0] === '#') comments.push({ start: parser.offset, end: parser.offset + lexeme.length });
        if (isQuoted(lexeme)) {
          if (!takeQuoted(lexeme)) return 'needs-quotes';
        } else takeIndicator(lexeme);
      }
      if (parser.stack.length > maxDepth && depthOf(parser.stack) > maxDepth) return parser.offset;
    }
    release(false);
    return undefined;
  };

  for (let base: number | undefined = 0; base !== undefined; ) {
    const stopped = feedFrom(base);
    if (stopped === 'needs-quotes') return undefined;
    for (const token of parser.end()) compose(token);
    base = undefined;
    if (stopped !== undefined) {
      // The markers of documents stand at the beginning of a line whatever is open, so reading can go on at the next.
      const marker = /^(?:---|\.\.\.)(?=\s|$)/gm;
      marker.lastIndex = stopped;
      base = marker.exec(text)?.index;
      unread.push({ start: stopped, end: base ?? text.length });
      if (base !== undefined) parser = Object.assign(new Parser(), { offset: base });
      brackets = 0;
      held = undefined;
      heldBlanks = '';
    }
  }
  for (const document of composer.end(true, text.length)) documents.push(document as LibraryDocument);
  return { documents, starts, faults, comments: comments.filter((comment) => comment.start < text.length), unread, brokenQuotes };
}

/** How many collections are open. */
function depthOf(stack: readonly CST.Token[]): number {
  return stack.filter(({ type }) => type === 'block-map' || type === 'block-seq' || type === 'flow-collection').length;
}

/** Whether a scalar that begins a line at a column would be a key of an open map. */
function isInMap(stack: readonly CST.Token[], column: number): boolean {
  for (let at = stack.length - 1; at >= 0; at--) {
    const token = stack[at] as CST.Token;
    if (token.type === 'block-map' && token.indent <= column) {
      const last = token.items.at(-1);
      const awaitsKey = last?.explicitKey === true && last.sep === undefined;
      return token.indent === column && !awaitsKey;
    }
    if (token.type === 'block-seq' && token.indent < column) return false;
  }
  return false;
}

/** Whether the last thing read is a key and its colon, on this line. */
function isBehindKey(stack: readonly CST.Token[]): boolean {
  const top = stack.at(-1);
  if (top?.type !== 'block-map') return false;
  const item = top.items.at(-1);
  if (item?.sep === undefined || item.value !== undefined || item.explicitKey === true) return false;
  return item.sep.some(({ type }) => type === 'map-value-ind') && item.sep.every(({ type }) => type !== 'newline');
}

/** As much of a text as a message can quote. */
function shorten(text: string): string {
  const letters = Array.from(text.slice(0, 120));
  return letters.length > 40 ? `${letters.slice(0, 40).join('')}…` : text;
}
