// A file of the workspace, read, parsed and built: everything that can be said of it without looking at another file.

import { buildDocuments, isPlanFileName, type PlanDocument } from '../plan/build.ts';
import { createReadMemory, type ReadMemory } from '../plan/read-memory.ts';
import { createValueReads, type ValueReads } from '../plan/value-reads.ts';
import type { Written } from '../plan/written.ts';
import type { EditedText } from '../text/edited-text.ts';
import { createLineIndex, type LineIndex } from '../text/line-index.ts';
import type { Text } from '../text/text.ts';
import { parseAgain, parseYaml } from '../yaml/parse.ts';
import { defaultYamlLimits, type YamlLimits, type YamlProblem, type YamlStream } from '../yaml/tree.ts';
import { putBack, type UsedReading } from '../yaml/used-reading.ts';
import type { FileId } from './host.ts';

export interface SourceFile {
  readonly id: FileId;
  /** Of a file that is being edited, put together when first asked for. Who needs pieces of it only takes them from `pieces`. */
  readonly text: string;
  readonly pieces: Text;
  readonly lines: LineIndex;
  readonly stream: YamlStream;
  /** Empty for a file that is not govplan. */
  readonly documents: readonly PlanDocument[];
  /** What was read, for the text after the next edit; undefined for a file that nobody edits. */
  readonly memory: ReadMemory | undefined;
  /** The values that edits have given other words since `documents` were built; every other edit builds them anew. */
  readonly rewritten: readonly Written[];
}

export interface SourceOptions {
  readonly limits?: YamlLimits;
  /** Offset of the first character that was no valid UTF-8. */
  readonly invalidAt?: number | undefined;
  /** Sees which values of edited files are looked at. */
  readonly reads?: ValueReads | undefined;
  /** Treat the file as govplan whatever its name and first key, as `--stdin` and an editor's language id ask for. */
  readonly named?: boolean;
}

export function createSourceFile(id: FileId, text: string, options: SourceOptions = {}): SourceFile {
  const { limits, invalidAt, named = isPlanFileName(id) } = options;
  const stream = parseYaml(text, { origin: id, invalidAt, ...(limits && { limits }) });
  const documents = buildDocuments(stream, named);
  return { id, text, pieces: text, lines: createLineIndex(text), stream, documents, memory: undefined, rewritten: [] };
}

/** A file that is being edited. */
export interface EditedFile extends SourceFile {
  readonly pieces: EditedText;
  readonly named: boolean;
  readonly memory: ReadMemory;
  /** Of a text with faults, the file before it had them; `used` lets its trees be put back. */
  readonly right: { readonly file: EditedFile; readonly used: UsedReading } | undefined;
}

/**
 * The file after an edit. `before` is the same file before it, and is used up by it, for what the edit left alone goes on in the new one.
 */
export function createEditedFile(id: FileId, text: EditedText, options: SourceOptions, before: EditedFile | undefined): EditedFile {
  const { limits, named = isPlanFileName(id) } = options;
  const yamlOptions = { origin: id, ...(limits && { limits }) };
  const base = before?.named === named ? startingPoint(before, text) : undefined;
  const memory = base?.memory ?? createReadMemory(options.reads ?? createValueReads());
  const change = base?.pieces.changeTo(text);
  if (base && change === undefined) return new WrittenFile(id, text, named, memory, base.stream, base.documents, base.rewritten, undefined);

  const { used, ...stream }: YamlStream =
    base && change ? parseAgain(base.stream, change, text, yamlOptions) : parseYaml(text.toString(), yamlOptions);
  const rewritten = base && valuesRewritten(base, stream, memory);
  if (base && rewritten) return new WrittenFile(id, text, named, memory, stream, base.documents, rewritten, undefined);
  for (const scalar of stream.reading?.patched ?? []) memory.forgetAround(scalar);
  const right = base && used && stream.problems.length > 0 ? { file: base, used } : undefined;
  const documents = buildDocuments(stream, named, right ? memory.aside() : memory);
  return new WrittenFile(id, text, named, memory, stream, documents, [], right);
}

class WrittenFile implements EditedFile {
  readonly id: FileId;
  readonly pieces: EditedText;
  readonly named: boolean;
  readonly memory: ReadMemory;
  readonly stream: YamlStream;
  readonly documents: readonly PlanDocument[];
  readonly rewritten: readonly Written[];
  readonly right: EditedFile['right'];

  constructor(
    id: FileId,
    text: EditedText,
    named: boolean,
    memory: ReadMemory,
    stream: YamlStream,
    documents: readonly PlanDocument[],
    rewritten: readonly Written[],
    right: EditedFile['right'],
  ) {
    this.id = id;
    this.pieces = text;
    this.named = named;
    this.memory = memory;
    this.stream = stream;
    this.documents = documents;
    this.rewritten = rewritten;
    this.right = right;
  }

  get text(): string {
    return this.pieces.toString();
  }

  get lines(): LineIndex {
    return this.pieces;
  }
}

/** In characters: a text that differs in more is read from what it was last, with its faults. */
const farthest = 10_000;

/**
 * What to read an edited text from. While a quote or a bracket is open, all behind it may be taken for something else; so that it is what it was
 * when the text is right again, an unfinished text is read from the one that was right.
 */
function startingPoint(before: EditedFile, text: EditedText): EditedFile {
  const { right } = before;
  const change = right?.file.pieces.changeTo(text);
  if (right === undefined || (change && change.oldEnd - change.start + change.newEnd - change.start > farthest)) return before;
  putBack(right.used);
  return right.file;
}

/**
 * The values in which a file differs from what it was earlier, if it differs in nothing else that its documents say: nobody who looked at
 * none of them sees a difference, but in where things stand.
 */
export function rewrittenSince(earlier: SourceFile, now: SourceFile): readonly Written[] | undefined {
  return earlier.documents === now.documents ? now.rewritten.slice(earlier.rewritten.length) : undefined;
}

/** More values than these are not kept account of. */
const mostRewritten = 1000;

/** The values after one more edit; undefined where it did something else. */
function valuesRewritten(before: SourceFile, after: YamlStream, memory: ReadMemory): readonly Written[] | undefined {
  const patched = after.reading?.patched;
  // What is wrong with the YAML text itself is known by where it stands.
  const isFaulty = before.stream.problems.length > 0 || after.problems.length > 0 || !before.documents.every(isMovable);
  if (patched === undefined || isFaulty || before.rewritten.length > mostRewritten) return undefined;
  const values: Written[] = [];
  for (const scalar of patched) {
    const value = memory.written.get(scalar);
    if (value === undefined || !value.isSound) return undefined;
    values.push(value);
  }
  return [...before.rewritten, ...values];
}

/** Whether all places of a document's problems are those of nodes, which move along with the text. */
function isMovable({ problems }: PlanDocument): boolean {
  return problems.every(({ place, related }) => place.kind !== 'span' && related?.kind !== 'span');
}

/** A file that is too large to be read: one document, with nothing in it but that it is too large. */
export function createOversizedFile(id: FileId, firstLine: string, size: number, limits: YamlLimits = defaultYamlLimits): SourceFile {
  const document = { index: 0, origin: id, start: 0, end: firstLine.length, root: undefined, comments: [] };
  const data = { size, limit: limits.fileBytes };
  const problem: YamlProblem = { rule: 'limit-exceeded', code: 'file-size', span: { start: 0, end: firstLine.length }, data, document: 0 };
  const stream: YamlStream = { origin: id, text: firstLine, documents: [document], problems: [problem] };
  return {
    id,
    text: firstLine,
    pieces: firstLine,
    lines: createLineIndex(firstLine),
    stream,
    documents: buildDocuments(stream, true),
    memory: undefined,
    rewritten: [],
  };
}
