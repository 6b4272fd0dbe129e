// Text → tree. Never throws, whatever the text: what can be had is in the tree, what is wrong is in the problems.
//
// Decisions where YAML or the format leave a choice:
// * The YAML 1.2 core schema holds throughout; a directive `%YAML 1.1` is accepted and changes nothing.
// * Tags other than those of the core schema mean nothing to a plan: `unknown-tag`, the value read as if the tag were not there.
// * Keys are equal when their text is, however they are quoted: ids are texts. `1` and `"1"` are one key, `010` and `10` are two.
// * A second `<<` in one map is a duplicate key; the view spreads both all the same.
// * One fault is one problem: on a line, the first structural fault is kept, and behind text that is no UTF-8 none.
import type { Span } from '../text/span.ts';
import { type Draft, draftDocument } from './draft.ts';
import { withoutEchoes } from './echoes.ts';
import type { Fault } from './feeder.ts';
import { fromLibrary } from './from-library.ts';
import { type LibraryStream, readWithLibrary } from './library.ts';
import { faultOf } from './library-faults.ts';
import { characterName, type PreparedText, prepareText, utf8Length } from './prepare.ts';
import { resolveDocument } from './resolve.ts';
import { nodeAt } from './route.ts';
import { defaultYamlLimits, type YamlComment, type YamlDocument, type YamlLimits, type YamlProblem, type YamlStream } from './tree.ts';

export interface YamlOptions {
  /** Whatever the caller recognises the file by: it is handed on in every document. */
  readonly origin: string;
  readonly limits?: YamlLimits | undefined;
  /** Offset of the first character that was no valid UTF-8 in the file. */
  readonly invalidAt?: number | undefined;
}

export function parseYaml(text: string, { origin, limits = defaultYamlLimits, invalidAt }: YamlOptions): YamlStream {
  const size = text.length * 3 > limits.fileBytes ? utf8Length(text) : 0;
  if (size > limits.fileBytes) {
    const data = { size, limit: limits.fileBytes };
    const problem: YamlProblem = { rule: 'limit-exceeded', code: 'file-size', span: firstLine(text), data, document: 0 };
    return { origin, text, documents: [draftDocument(origin, 0, 0, text.length)], problems: [problem] };
  }
  const prepared = prepareText(text);
  const { documents, problems } = readDocuments(prepared.text, origin, limits);
  const all = [...problems, ...characterProblems(text, prepared, documents)];
  return { origin, text, documents, problems: inOrder(invalidAt === undefined ? all : notUtf8(all, invalidAt, documents)) };
}

/** More faults of syntax than these in one document tell an author nothing new. */
const MOST_PROBLEMS = 100;

interface Documents {
  readonly documents: readonly YamlDocument[];
  readonly problems: readonly YamlProblem[];
}

function readDocuments(text: string, origin: string, limits: YamlLimits): Documents {
  try {
    return fromStream(readWithLibrary(text, limits.nestingDepth), text, origin, limits);
  } catch {
    // No text is known that makes the library throw; should one exist, it is a fault of that text and not the end of the run.
    const problem: YamlProblem = { rule: 'yaml-syntax', code: 'syntax', span: firstLine(text), data: {}, document: 0 };
    return { documents: [draftDocument(origin, 0, 0, text.length)], problems: [problem] };
  }
}

function fromStream(stream: LibraryStream, text: string, origin: string, limits: YamlLimits): Documents {
  const ends = stream.documents.map((_, index) => stream.documents[index + 1]?.at ?? text.length);
  const documents = ends.map((end, index) => draftDocument(origin, index, ends[index - 1] ?? 0, end));
  for (const span of stream.comments) documentAt(documents, span.start).comments.push(commentOf(text, span));

  const faultsOf = documents.map((): Fault[] => []);
  for (const fault of stream.faults) faultsOf[documentAt(documents, fault.span.start).index]?.push(fault);

  const problems: YamlProblem[] = [];
  for (const [index, { document: source, start }] of stream.documents.entries()) {
    const document = documents[index] as Draft<YamlDocument>;
    const faults = faultsOf[index] as Fault[];
    const { root, faults: found, tooDeep } = fromLibrary(source.contents, start, { text, document, maxDepth: limits.nestingDepth });
    document.root = root;
    for (const error of [...source.errors, ...source.warnings]) {
      const isOfCut = stream.unread.some((unread) => unread.start <= error.pos[0] && error.pos[0] <= unread.end);
      const fault = isOfCut ? undefined : faultOf(error, text);
      if (fault) faults.push(fault);
    }
    faults.push(...found);
    for (const fault of withoutEchoes(faults, text, stream.echoes)) problems.push({ rule: 'yaml-syntax', ...fault, document: index });
    if (tooDeep !== undefined) {
      const span = { start: tooDeep, end: tooDeep + 1 };
      problems.push({ rule: 'limit-exceeded', code: 'nesting-depth', span, data: { limit: limits.nestingDepth }, document: index });
    }
    problems.push(...resolveDocument(document, limits));
  }
  return { documents, problems };
}

/** The document an offset lies in; the documents of a stream leave no gaps. */
function documentAt<D extends YamlDocument>(documents: readonly D[], offset: number): D {
  let low = 0;
  let high = documents.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((documents[middle] as D).start <= offset) low = middle;
    else high = middle - 1;
  }
  return documents[low] as D;
}

function commentOf(text: string, { start, end }: Span): YamlComment {
  let before = start;
  while (before > 0 && ' \t\ufeff'.includes(text[before - 1] as string)) before--;
  const ownLine = before === 0 || text[before - 1] === '\n' || text[before - 1] === '\r';
  return { start, end, text: text.slice(start + 1, end).trim(), ownLine };
}

function characterProblems(
  text: string,
  { forbidden, quotedOnly }: PreparedText,
  documents: readonly YamlDocument[],
): readonly YamlProblem[] {
  const isQuoted = (offset: number): boolean => {
    const node = nodeAt(documentAt(documents, offset), offset);
    return node?.kind === 'scalar' && (node.style === 'single-quoted' || node.style === 'double-quoted');
  };
  return [...forbidden, ...quotedOnly.filter((offset) => !isQuoted(offset))].map((offset) => ({
    rule: 'yaml-syntax',
    code: 'not-printable',
    span: { start: offset, end: offset + 1 },
    data: { character: characterName(text, offset) },
    document: documentAt(documents, offset).index,
  }));
}

/** Behind the first byte that is no UTF-8 nothing is what it was, so no fault of syntax behind it is worth a word. */
function notUtf8(problems: readonly YamlProblem[], invalidAt: number, documents: readonly YamlDocument[]): readonly YamlProblem[] {
  const span = { start: invalidAt, end: invalidAt + 1 };
  return [
    ...problems.filter((problem) => problem.rule !== 'yaml-syntax' || problem.span.start < invalidAt),
    { rule: 'yaml-syntax', code: 'not-utf8', span, data: {}, document: documentAt(documents, invalidAt).index },
  ];
}

function inOrder(problems: readonly YamlProblem[]): readonly YamlProblem[] {
  const ordered = problems.toSorted((a, b) => a.document - b.document || a.span.start - b.span.start);
  const counts = new Map<number, number>();
  return ordered.filter(({ rule, document }) => {
    if (rule !== 'yaml-syntax') return true;
    const count = (counts.get(document) ?? 0) + 1;
    counts.set(document, count);
    return count <= MOST_PROBLEMS;
  });
}

function firstLine(text: string): Span {
  const end = text.search(/[\r\n]/);
  return { start: 0, end: end < 0 ? text.length : end };
}
