// The quick reader of whole texts: documents, their keys as sections, and all the blocks these are cut into.
import type { Text } from '../text/text.ts';
import { Block, type Draft, deferComments, draftDocument, noProperties } from './draft.ts';
import type { PreparedText } from './prepare.ts';
import { despair, doubt, giveUp } from './quick-lines.ts';
import { NodeReader } from './quick-node.ts';
import { code, isDash } from './quick-scalars.ts';
import { moved, resolveDocument, resolveSections } from './resolve.ts';
import { blocksOf, type Section, takeSections } from './sections.ts';
import { spreadMap } from './spread.ts';
import type { YamlDocument, YamlLimits, YamlProblem, YamlScalar } from './tree.ts';

/** A text as the quick reader read it. */
export interface QuickReading {
  readonly text: Text;
  readonly maxDepth: number;
  readonly documents: readonly QuickDocument[];
  /** Where the first document stands that is one too many; behind it nothing is read. */
  readonly unread?: number | undefined;
  /**
   * Given after an edit that changed nothing but what these scalars say: every other node, and every document, is the same as before, and
   * only stands elsewhere.
   */
  readonly patched?: readonly YamlScalar[] | undefined;
}

export interface QuickDocument {
  readonly yaml: YamlDocument;
  /** What stands before the first key; all of the document, where it is no block map. */
  readonly lead: Block;
  readonly sections: readonly Section[];
}

/**
 * Undefined where the thorough reader must read the whole text. `maxDepth` bounds how deep collections may nest, `mostDocuments` how many
 * documents are read.
 */
export function readQuickly(
  { text, quotedOnly }: PreparedText,
  origin: string,
  maxDepth: number,
  mostDocuments = Number.POSITIVE_INFINITY,
): QuickReading | undefined {
  // A byte order mark within the text means something to YAML.
  if (quotedOnly.length > 0 && text.includes('\ufeff', 1)) return undefined;
  return unlessInDoubt(() => ({ text, maxDepth, ...readDocuments(text, origin, maxDepth, mostDocuments) }));
}

/** What a reading comes to; undefined where the reader gives up. */
export function unlessInDoubt<T>(read: () => T): T | undefined {
  try {
    return read();
  } catch (reason) {
    if (reason === doubt || reason === despair) return undefined;
    throw reason;
  }
}

function readDocuments(text: string, origin: string, maxDepth: number, mostDocuments: number): Pick<QuickReading, 'documents' | 'unread'> {
  const documents: QuickDocument[] = [];
  let yaml = draftDocument(origin, 0, 0, text.length);
  let lead = new Block(0, yaml);
  const reader = new NodeReader(text, maxDepth, lead);
  if (text.startsWith('\ufeff')) reader.moveTo(1);
  let hasMarker = false;
  reader.skipLines();
  if (skipVersion(reader) && (reader.column >= 0 || text.charCodeAt(reader.at) !== code.dash)) giveUp();
  for (;;) {
    const { column } = reader;
    let sections: readonly Section[] = [];
    if (column >= 0) {
      if (!isDash(text, reader.at) && reader.isAtKey()) {
        reader.endBlock(lead);
        sections = takeSections(reader, yaml, column, column, undefined);
      } else {
        yaml.root = reader.blockNode(noProperties, 0, 1);
        if (yaml.root.kind === 'scalar' || yaml.root.kind === 'alias') giveUp();
      }
      if (reader.column >= 0) giveUp();
    }
    const isDone = text.charCodeAt(reader.at) === code.dot;
    const isLast = reader.at >= text.length || (isDone && isAllDone(text, reader.at));
    if (isDone && !isLast) giveUp();
    if (isLast || hasMarker || sections.length > 0 || yaml.root !== undefined) {
      const isFull = !isLast && documents.length + 1 === mostDocuments;
      const end = isLast || isFull ? text.length : reader.at;
      documents.push(finishDocument(yaml, end, lead, sections));
      if (isLast || isFull) return { documents, unread: isFull ? reader.at : undefined };
      yaml = draftDocument(origin, documents.length, end, text.length);
      lead = new Block(end, yaml);
      reader.block = lead;
      reader.faults = 0;
    }
    hasMarker = true;
    reader.at += 3;
    reader.endLine(false);
    reader.skipLines();
  }
}

/** Goes over the directive `%YAML`, which changes nothing; behind it must come a `---`. */
function skipVersion(reader: NodeReader): boolean {
  const directive = /%YAML 1\.[12] *\r?\n/y;
  directive.lastIndex = reader.lineStart;
  if (!directive.test(reader.text)) return false;
  reader.moveTo(directive.lastIndex);
  reader.skipLines();
  return true;
}

/** Whether nothing stands behind the `...` at an offset. */
function isAllDone(text: string, at: number): boolean {
  const end = /\.\.\. *(?:\r?\n *)*/y;
  end.lastIndex = at;
  return end.test(text) && end.lastIndex === text.length;
}

/** Puts a document together from what it was read into. */
export function finishDocument(yaml: Draft<YamlDocument>, end: number, lead: Block, sections: readonly Section[]): QuickDocument {
  yaml.end = end;
  if (sections.length > 0) {
    yaml.root = spreadMap(
      undefined,
      sections.flatMap(({ pairs }) => pairs),
    );
  }
  collectComments(yaml, lead, sections);
  return { yaml, lead, sections };
}

/** Lets a document have the comments of its blocks, collected when first asked for. */
export function collectComments(yaml: YamlDocument, lead: Block, sections: readonly Section[]): void {
  deferComments(yaml, () => [lead, ...blocksOf(sections)].flatMap((block) => block.comments));
}

/** What is wrong with a document, in the order of its blocks. */
export function problemsOf({ yaml, lead, sections }: QuickDocument, limits: YamlLimits): readonly YamlProblem[] {
  const problems: YamlProblem[] = [];
  for (const block of [lead, ...blocksOf(sections)]) {
    for (const problem of block.problems) problems.push(moved(problem, block.at, yaml.index));
  }
  for (const problem of sections.length > 0 ? resolveSections(yaml, sections, limits) : resolveDocument(yaml, limits))
    problems.push(problem);
  return problems;
}
