// What must hold of a text and its edits: read again after each it is what it is read anew, and the quick reader reads it as the thorough
// one does.
import type { TextChange } from '../../server/src/text/change.ts';
import { parseAgain, parseYaml } from '../../server/src/yaml/parse.ts';
import { prepareText } from '../../server/src/yaml/prepare.ts';
import { problemsOf, readQuickly } from '../../server/src/yaml/quick.ts';
import { resolveDocument } from '../../server/src/yaml/resolve.ts';
import { readThoroughly } from '../../server/src/yaml/thorough.ts';
import { defaultYamlLimits, type YamlNode, type YamlProblem, type YamlScalar, type YamlStream } from '../../server/src/yaml/tree.ts';
import { putBack, type UsedReading } from '../../server/src/yaml/used-reading.ts';
import { applyEdit, type Edit } from './edits.ts';
import { firstDifference, firstMisplaced, type Read } from './same-tree.ts';

const origin = 'a.plan.yaml';

/** A text as it is after each of its edits so far. */
export interface EditedText {
  readonly text: string;
  /** How the last edit was read: in blocks, or the whole text. */
  readonly isReadInBlocks: boolean;
  /** Says what does not hold after an edit; undefined where all does. */
  edit(edit: Edit): string | undefined;
}

export function openText(first: string): EditedText {
  let text = first;
  let stream = parseYaml(text, { origin });
  let isReadInBlocks = false;
  return {
    get text() {
      return text;
    },
    get isReadInBlocks() {
      return isReadInBlocks;
    },
    edit(edit) {
      const [start, removed, inserted] = edit;
      const change: TextChange = { start, oldEnd: start + removed, newEnd: start + inserted.length };
      const held = scalarsOf(stream);
      const [before, textBefore] = [stream, text];
      text = applyEdit(text, edit);
      stream = parseAgain(before, change, text, { origin });
      const wrongBack = stream.used && wronglyPutBack(before, textBefore, stream.used);
      if (wrongBack !== undefined) return `put back: ${wrongBack}`;
      // Gone on from once more, what was put back is used up once more.
      if (stream.used) stream = parseAgain(before, change, text, { origin });
      // Where the whole text is read, a reading has blocks of its own.
      isReadInBlocks = stream.reading !== undefined && stream.reading.documents[0]?.lead === before.reading?.documents[0]?.lead;
      return (
        firstDifference(stream, parseYaml(text, { origin })) ??
        firstMisplaced(stream.documents, text.length) ??
        wronglyKept(before, stream, held)
      );
    },
  };
}

/** Puts a reading back that an edit has used up: it must be what it was. */
function wronglyPutBack(before: YamlStream, text: string, used: UsedReading): string | undefined {
  putBack(used);
  return firstDifference(before, parseYaml(text, { origin })) ?? firstMisplaced(before.documents, text.length);
}

interface HeldScalar {
  readonly node: YamlScalar;
  readonly text: string;
  readonly value: YamlScalar['value'];
}

/** Where a reading says that only some scalars say something else, all nodes are the same, and all others say what they said. */
function wronglyKept(before: YamlStream, { documents, reading }: YamlStream, held: readonly HeldScalar[]): string | undefined {
  if (reading?.patched === undefined) return undefined;
  if (documents.length !== before.documents.length || documents.some((document, index) => document !== before.documents[index]))
    return 'patched, but other documents';
  const now = scalarsIn(documents);
  if (now.length !== held.length) return 'patched, but other nodes';
  const changed = new Set(reading.patched);
  for (const [index, { node, text, value }] of held.entries()) {
    if (now[index] !== node) return `patched, but another scalar at ${node.start}`;
    const isOther = node.text !== text || !Object.is(node.value, value);
    if (isOther !== changed.has(node)) return `the scalar at ${node.start} ${isOther ? 'changed' : 'did not change'} unsaid`;
  }
  return undefined;
}

function scalarsOf({ documents, reading }: YamlStream): readonly HeldScalar[] {
  return reading === undefined ? [] : scalarsIn(documents).map((node) => ({ node, text: node.text, value: node.value }));
}

function scalarsIn(documents: YamlStream['documents']): readonly YamlScalar[] {
  const found: YamlScalar[] = [];
  const visit = (node: YamlNode): void => {
    if (node.kind === 'scalar') found.push(node);
    else if (node.kind === 'list') for (const item of node.items) visit(item);
    else if (node.kind === 'map') {
      for (const { key, value } of node.pairs) {
        visit(key);
        visit(value);
      }
    }
  };
  for (const { root } of documents) if (root) visit(root);
  return found;
}

/** What the two readers differ in; undefined where they agree, or where the quick one leaves the text to the other. */
export function readersDiffer(given: string): string | undefined {
  const prepared = prepareText(given);
  const reading = readQuickly(prepared, origin, defaultYamlLimits.nestingDepth);
  if (reading === undefined || keysOfNothing.test(prepared.text)) return undefined;
  const thorough = readWholly(prepared.text);
  const problems = reading.documents.flatMap((document) => problemsOf(document, defaultYamlLimits));
  const quick: Read = { documents: reading.documents.map(({ yaml }) => yaml), problems: problems.toSorted(inText) };
  const [faults, faultsOfThorough] = [quick, thorough].map((read) => read.problems.filter(isFault)) as [YamlProblem[], YamlProblem[]];
  if (faults.length === 0 || faultsOfThorough.length === 0) return firstDifference(quick, thorough);
  // Of a text with faults the quick reader shows the thorough one the lines of a pair alone, and what that makes of them is then its own.
  // Keys that are indented like no other it reads itself; of several the thorough reader may take one as the echo of another.
  if (![...faults, ...faultsOfThorough].every((problem) => isSlip(problem, prepared.text)) || !isPlain(prepared.text)) return undefined;
  return firstDifference(withoutFaults(quick), withoutFaults(thorough));
}

/** Keys of nothing in explicit keys, which the library reads by what stands around them: `? : value` behind a blank line, one colon below another. */
const keysOfNothing = /^[ -]*\?[ \t]+:(?:\s|$)|^ *:[ \t]*\r?\n *:(?:\s|$)/m;

function readWholly(text: string): Read {
  const { documents, problems } = readThoroughly(text, origin, defaultYamlLimits);
  const all = [...problems, ...documents.flatMap((document) => resolveDocument(document, defaultYamlLimits))];
  return { documents, problems: all.toSorted(inText) };
}

function inText(one: YamlProblem, other: YamlProblem): number {
  return one.document - other.document || one.span.start - other.span.start;
}

/** What aliases and keys come to is seen in the finished tree, whoever made it. */
function isFault({ rule, code }: YamlProblem): boolean {
  if (rule === 'limit-exceeded') return code === 'nesting-depth';
  return rule === 'yaml-syntax' && code !== 'unresolved-alias' && code !== 'bad-merge';
}

function isSlip({ code, span }: YamlProblem, text: string): boolean {
  return code === 'bad-indentation' && /^(?:"[^"\n]*"|'[^'\n]*'|[^\s#&*!|>'"%@`,[\]{}?:-][^:\n]*):(?:\s|$)/.test(text.slice(span.start));
}

/** Whether every line is of the plainest: on any other a slip may be one fault of many. */
function isPlain(text: string): boolean {
  return text.split(/\r?\n/).every((line) => plainLine.test(line));
}

const plainLine = /^ *(?:(?:- )*(?:[\p{L}\d-]*[\p{L}\d]|[\p{L}\d-]+: *(?:[\p{L}\d][\p{L}\d -]*|\[[\p{L}\d, -]*\])?))? *(?: #.*)?$|^ *#.*$/u;

function withoutFaults({ documents, problems }: Read): Read {
  return { documents, problems: problems.filter((problem) => !isFault(problem)) };
}
