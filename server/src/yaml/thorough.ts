// The thorough reader: any text, right or wrong, by way of the library; slow, but it knows all of YAML and mends what it can.
import { firstFrom } from '../text/halving.ts';
import type { Span } from '../text/span.ts';
import { Block, type Draft, draftComment, draftDocument } from './draft.ts';
import { withoutEchoes } from './echoes.ts';
import { fromLibrary } from './from-library.ts';
import type { Fault } from './lexeme-sender.ts';
import { type LibraryStream, readWithLibrary } from './library.ts';
import { faultOf } from './library-faults.ts';
import { MOST_NOTED } from './problem-codes.ts';
import type { YamlDocument, YamlLimits, YamlProblem } from './tree.ts';

export interface ReadDocuments {
  readonly documents: readonly YamlDocument[];
  readonly problems: readonly YamlProblem[];
  /** Where the first document stands that is one too many; behind it nothing is read. */
  readonly unread?: number | undefined;
}

/** Reads a text that went through `prepareText`. The problems are those of syntax and of depth; aliases are left to `resolveDocument`. */
export function readThoroughly(text: string, origin: string, limits: YamlLimits): ReadDocuments {
  try {
    return fromStream(readWithLibrary(text, limits.nestingDepth, limits.documents), text, origin, limits);
  } catch {
    // No text is known that makes the library throw; should one exist, it is a fault of that text and not the end of the run.
    const span = { start: 0, end: Math.min(text.length, 1) };
    const problem: YamlProblem = { rule: 'yaml-syntax', code: 'syntax', span, data: {}, document: 0 };
    return { documents: [draftDocument(origin, 0, 0, text.length)], problems: [problem] };
  }
}

/** The document an offset lies in; the documents of a stream leave no gaps. */
export function documentAt<D extends YamlDocument>(documents: readonly D[], offset: number): D {
  const behind = firstFrom(documents, ({ start }) => start > offset);
  return documents[Math.max(0, behind - 1)] as D;
}

function fromStream(stream: LibraryStream, text: string, origin: string, limits: YamlLimits): ReadDocuments {
  const ends = stream.documents.map((_, index) => stream.documents[index + 1]?.at ?? text.length);
  const documents = ends.map((end, index) => draftDocument(origin, index, ends[index - 1] ?? 0, end));
  const blocks = documents.map((document) => new Block(0, document));
  for (const { start, end } of stream.comments) {
    const block = blocks[documentAt(documents, start).index] as Block;
    block.comments.push(draftComment(block, text.slice(start + 1, end), start, end, isOwnLine(text, start)));
  }

  const faultsOf = documents.map((): Fault[] => []);
  for (const fault of stream.faults) faultsOf[documentAt(documents, fault.span.start).index]?.push(fault);

  const problems: YamlProblem[] = [];
  for (const [index, { document: source, start }] of stream.documents.entries()) {
    const document = documents[index] as Draft<YamlDocument>;
    const block = blocks[index] as Block;
    document.comments = block.comments;
    const faults = faultsOf[index] as Fault[];
    const { root, faults: found, tooDeep } = fromLibrary(source.contents, start, { text, block, maxDepth: limits.nestingDepth });
    document.root = root;
    for (const error of [...source.errors, ...source.warnings].slice(0, MOST_NOTED)) {
      const isOfCut = stream.unread.some((unread) => unread.start <= error.pos[0] && error.pos[0] <= unread.end);
      const fault = isOfCut ? undefined : faultOf(error, text);
      if (fault) faults.push(fault);
    }
    for (const fault of found) faults.push(fault);
    for (const fault of withoutEchoes(faults, text, stream.echoes)) problems.push({ rule: 'yaml-syntax', ...fault, document: index });
    if (tooDeep === undefined) continue;
    const span: Span = { start: tooDeep, end: tooDeep + 1 };
    problems.push({ rule: 'limit-exceeded', code: 'nesting-depth', span, data: { limit: limits.nestingDepth }, document: index });
  }
  return { documents, problems, unread: stream.beyond };
}

function isOwnLine(text: string, start: number): boolean {
  let before = start;
  while (before > 0 && ' \t\ufeff'.includes(text[before - 1] as string)) before--;
  return before === 0 || text[before - 1] === '\n';
}
