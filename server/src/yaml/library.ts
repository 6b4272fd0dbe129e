// Runs the npm package `yaml`: the feeder hands its parser the text, its composer makes documents. Depth is bounded before anything recurses.
// Knows nothing of our tree; `from-library.ts` makes that.
import { Composer, type CST, type Document, isScalar, type ParsedNode, Parser } from 'yaml';
import type { Span } from '../text/span.ts';
import { feed } from './feeder.ts';
import type { Fault } from './lexeme-sender.ts';
import { faultOf } from './library-faults.ts';
import { nextMarker } from './source-words.ts';

export interface LibraryDocument {
  readonly document: Document.Parsed<ParsedNode>;
  /** Where it begins: behind the `...` of the one before, or with its `---`. */
  readonly at: number;
  /** The tokens between its beginning and its node. */
  readonly start: readonly CST.SourceToken[];
}

export interface LibraryStream {
  readonly documents: readonly LibraryDocument[];
  /** Where the first document stands that is one too many; behind it nothing is read. */
  readonly beyond: number | undefined;
  readonly faults: readonly Fault[];
  /** From each `#` to the end of its line. */
  readonly comments: readonly Span[];
  /** Stretches not read because of what stands before them: it is nested too deep, has too many faults, or is all that can belong to a document. */
  readonly unread: readonly Span[];
  /** Stretches in which every fault of structure is the echo of one before. */
  readonly echoes: readonly Span[];
}

/**
 * Reads a text that went through `prepareText`. Collections deeper than `maxDepth` are cut off, the first too deep one still being there, and
 * no more than so many documents are read.
 */
export function readWithLibrary(text: string, maxDepth: number, mostDocuments: number): LibraryStream {
  // The lexer looks for a closing quote in the whole rest of the text, and ends an open string at the next dedent only if it found one.
  const closing = `${text.endsWith('\n') ? '' : '\n'}#'"`;
  return withoutStacks(
    () => read(text, text, maxDepth, mostDocuments) ?? (read(text, text + closing, maxDepth, mostDocuments) as LibraryStream),
  );
}

/** The library makes an `Error` of every fault; to write down the calls that led to each would take longer than all the reading. */
function withoutStacks<T>(work: () => T): T {
  const errors = Error as { stackTraceLimit?: number };
  const { stackTraceLimit } = errors;
  errors.stackTraceLimit = 0;
  try {
    return work();
  } finally {
    if (stackTraceLimit !== undefined) errors.stackTraceLimit = stackTraceLimit;
  }
}

/** Undefined when `source` must have a last line that closes every quote. */
function read(text: string, source: string, maxDepth: number, mostDocuments: number): LibraryStream | undefined {
  const composer = new Composer({
    keepSourceTokens: true,
    uniqueKeys: false,
    prettyErrors: false,
    logLevel: 'silent',
    schema: 'failsafe',
    merge: false,
    resolveKnownTags: false,
  });
  const composed: Document.Parsed<ParsedNode>[] = [];
  const starts: { readonly at: number; readonly start: readonly CST.SourceToken[] }[] = [];
  let endOfLast: number | undefined = 0;
  let beyond: number | undefined;
  const stream = { faults: [] as Fault[], comments: [] as Span[], echoes: [] as Span[], unread: [] as Span[] };

  const take = (token: CST.Token): boolean => {
    if (token.type === 'error' && token.message.endsWith('in YAML stream')) {
      const pos = [token.offset, token.offset + Math.max(1, token.source.length)] as const;
      const fault = faultOf({ code: 'UNEXPECTED_TOKEN', message: token.message, pos }, text);
      if (fault) stream.faults.push(fault);
      return true;
    }
    if (token.type === 'doc-end')
      endOfLast = token.offset + [token, ...(token.end ?? [])].reduce((sum, { source }) => sum + source.length, 0);
    if (token.type === 'document' && starts.length === mostDocuments) {
      beyond ??= token.offset;
      return true;
    }
    if (token.type === 'document') {
      starts.push({ at: endOfLast ?? token.offset, start: token.start });
      endOfLast = undefined;
    }
    composed.push(...composer.next(token));
    return false;
  };

  // The parser takes a byte order mark for something on the first line, before the first dash.
  for (let base: number | undefined = text.startsWith('\ufeff') ? 1 : 0; base !== undefined; ) {
    const parser: Parser = Object.assign(new Parser(), { offset: base });
    const end = feed({ text, source, parser, maxDepth, take, ...stream });
    if (end === 'needs-quotes') return undefined;
    const stopped: number = parser.offset;
    for (const token of parser.end()) take(token);
    base = end === 'cut' && beyond === undefined ? nextMarker(text, stopped) : undefined;
    if (end === 'cut') stream.unread.push({ start: stopped, end: base ?? text.length });
  }
  composed.push(...composer.end(true, text.length));
  const documents = composed.map((document, index) => ({ document, at: 0, start: [], ...starts[index] }));
  const meant = documents.filter(isMeant);
  return { ...stream, beyond, documents: meant.length > 0 ? meant : documents.slice(0, 1) };
}

/** Comments between two `...` are no document; without a node, only a `---` or a property makes one. */
function isMeant({ document: { contents, errors }, start }: LibraryDocument): boolean {
  if (errors.length > 0 || (contents !== null && !isScalar(contents)) || contents?.srcToken !== undefined) return true;
  return start.some(({ type }) => type === 'doc-start' || type === 'anchor' || type === 'tag');
}
