// Text → tree. Never throws, whatever the text: what can be had is in the tree, what is wrong is in the problems.
//
// Decisions where YAML or the format leave a choice:
// * The YAML 1.2 core schema holds throughout; a directive `%YAML 1.1` is accepted and changes nothing.
// * Tags other than those of the core schema mean nothing to a plan: `unknown-tag`, the value read as if the tag were not there.
// * Keys are equal when their text is, however they are quoted: ids are texts. `1` and `"1"` are one key, `010` and `10` are two.
// * A second `<<` in one map is a duplicate key; the view spreads both all the same.
// * One fault is one problem: on a line, the first structural fault is kept, and behind text that is no UTF-8 none.
//
// Two readers do the work. The quick one knows the YAML that plans are written in and gives up at whatever it is not sure of; that, or the
// whole text, the thorough one reads with the library. Where both can read a text they give the same tree.
import type { TextChange } from '../text/change.ts';
import type { Span } from '../text/span.ts';
import type { Text } from '../text/text.ts';
import { draftDocument } from './draft.ts';
import { characterName, type PreparedText, prepareText, utf8Length } from './prepare.ts';
import { MOST_FAULTS } from './problem-codes.ts';
import { problemsOf, type QuickReading, readQuickly } from './quick.ts';
import { patchReading, readAgain, siteOf } from './reread.ts';
import { resolveDocument } from './resolve.ts';
import { nodeAt } from './route.ts';
import { documentAt, type ReadDocuments, readThoroughly } from './thorough.ts';
import { defaultYamlLimits, type YamlDocument, type YamlLimits, type YamlProblem, type YamlStream } from './tree.ts';
import { beforeUse } from './used-reading.ts';
import { atWideIndentation } from './wide-indentation.ts';

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
  const quick = readQuickly(prepared, origin, limits.nestingDepth, limits.documents);
  const { documents, problems, unread } = quick ? collect(quick, limits) : resolved(readThoroughly(prepared.text, origin, limits), limits);
  const all = [...problems, ...documentProblems(text, unread, documents, limits), ...characterProblems(text, prepared, documents)];
  const ordered = atWideIndentation(inOrder(invalidAt === undefined ? all : notUtf8(all, invalidAt, documents)), () => prepared.text);
  // Where a text is other than it seems, or only partly read, its next edit is not read in blocks.
  const isPlain = prepared.text === text && prepared.forbidden.length === 0 && prepared.quotedOnly.length === 0 && invalidAt === undefined;
  const isWhole = unread === undefined && !hasMostFaults(problems);
  return { origin, text, documents, problems: ordered, reading: isPlain && isWhole ? quick : undefined };
}

/**
 * The same after a change, read only where it makes a difference. The stream from before the change is used up: its trees go on in the
 * new one, and whoever still holds it must not look at it again; but `putBack` of what it was used by makes it what it was.
 */
export function parseAgain(
  before: YamlStream,
  change: TextChange,
  text: Text,
  { origin, limits = defaultYamlLimits }: YamlOptions,
): YamlStream {
  const isTooLarge = text.length * 3 > limits.fileBytes;
  const reading = isTooLarge ? undefined : before.reading;
  if (reading === undefined) return parseYaml(text.toString(), { origin, limits });
  const isRight = before.problems.length === 0;
  const site = siteOf(reading, change, text);
  const patched = site && patchReading(site);
  // Where nothing but some words changed, what was right is so still.
  if (patched && isRight) return { origin, text, documents: before.documents, problems: [], reading: patched };
  const used = isRight ? beforeUse(reading) : undefined;
  const again = patched ?? (site && readAgain(site));
  const { documents, problems } = again ? collect(again, limits) : nothingRead;
  // Read in whole, it would not have been read to its end.
  if (again === undefined || hasMostFaults(problems)) return { ...parseYaml(text.toString(), { origin, limits }), used };
  return { origin, text, documents, problems: atWideIndentation(inOrder(problems), () => text.toString()), reading: again, used };
}

const nothingRead: ReadDocuments = { documents: [], problems: [], unread: undefined };

/** Whether there may be a document of which not all was read. */
function hasMostFaults(problems: readonly YamlProblem[]): boolean {
  return problems.length >= MOST_FAULTS && problems.filter(({ rule }) => rule !== 'duplicate-id').length >= MOST_FAULTS;
}

function collect({ documents, unread }: QuickReading, limits: YamlLimits): ReadDocuments {
  const problems = documents.flatMap((document) => problemsOf(document, limits));
  return { documents: documents.map(({ yaml }) => yaml), problems, unread };
}

function resolved({ documents, problems, unread }: ReadDocuments, limits: YamlLimits): ReadDocuments {
  return { documents, unread, problems: [...problems, ...documents.flatMap((document) => resolveDocument(document, limits))] };
}

/** That there are too many documents is said at the first one that is not read. */
function documentProblems(
  text: string,
  unread: number | undefined,
  documents: readonly YamlDocument[],
  { documents: limit }: YamlLimits,
): readonly YamlProblem[] {
  if (unread === undefined) return [];
  const { end } = firstLine(text.slice(unread));
  const span = { start: unread, end: unread + end };
  return [{ rule: 'limit-exceeded', code: 'documents', span, data: { limit }, document: documents.length - 1 }];
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
    return count <= MOST_FAULTS;
  });
}

function firstLine(text: string): Span {
  const end = text.search(/[\r\n]/);
  return { start: 0, end: end < 0 ? text.length : end };
}
