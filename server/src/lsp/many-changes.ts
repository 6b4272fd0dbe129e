// Documents for the protocol layer. A rename in a large plan comes as thousands of changes in one notification; applied one by one, each
// would copy the whole text.
import type { Position, Range, TextDocumentContentChangeEvent } from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';

/** What `TextDocuments` asks for. */
export const documentTexts = {
  create: TextDocument.create,
  update(document: TextDocument, changes: TextDocumentContentChangeEvent[], version: number): TextDocument {
    const text = changes.length > mostSingly ? changedAtOnce(document, changes) : undefined;
    return TextDocument.update(document, text === undefined ? changes : [{ text }], version);
  },
};

/** As many changes as this are applied one after the other. */
const mostSingly = 8;

interface Replacement {
  /** Offsets in the text before all changes. */
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/**
 * The text after changes that leave one another alone: from the last to the first, or from the first to the last where none of them adds
 * or removes a line. Undefined for others: each of those speaks of the text that the ones before it have made.
 */
function changedAtOnce(document: TextDocument, changes: readonly TextDocumentContentChangeEvent[]): string | undefined {
  const ranged: RangedChange[] = [];
  for (const change of changes) {
    if (!('range' in change) || !isForward(change.range)) return undefined;
    ranged.push({ range: change.range, text: change.text });
  }
  const backwards = allOf(ranged.map((change) => replacement(document, change, 0)).toReversed());
  if (backwards && isInOrder(backwards)) return replaced(document.getText(), backwards);
  if (!ranged.every(staysInLine)) return undefined;
  const forwards: (Replacement | undefined)[] = [];
  let line = -1;
  /** How much longer the changes before have made the line. */
  let grown = 0;
  for (const change of ranged) {
    const { start, end } = change.range;
    if (start.line !== line) grown = 0;
    line = start.line;
    forwards.push(replacement(document, change, grown));
    grown += change.text.length - (end.character - start.character);
  }
  const complete = allOf(forwards);
  return complete && isInOrder(complete) ? replaced(document.getText(), complete) : undefined;
}

interface RangedChange {
  readonly range: Range;
  readonly text: string;
}

function isForward({ start, end }: Range): boolean {
  return start.line < end.line || (start.line === end.line && start.character <= end.character);
}

function staysInLine({ range: { start, end }, text }: RangedChange): boolean {
  return start.line === end.line && !/[\r\n]/.test(text);
}

/** Undefined for a place that the text before all changes does not have: it lies in what one of them has added. */
function replacement(document: TextDocument, { range, text }: RangedChange, grown: number): Replacement | undefined {
  const start = offsetOf(document, range.start, grown);
  const end = offsetOf(document, range.end, grown);
  return start === undefined || end === undefined ? undefined : { start, end, text };
}

function offsetOf(document: TextDocument, { line, character }: Position, grown: number): number | undefined {
  const offset = document.offsetAt({ line, character: character - grown });
  const found = document.positionAt(offset);
  return found.line === line && found.character === character - grown ? offset : undefined;
}

function allOf<T>(items: readonly (T | undefined)[]): readonly T[] | undefined {
  return items.every((item) => item !== undefined) ? items : undefined;
}

function isInOrder(replacements: readonly Replacement[]): boolean {
  return replacements.every(({ start }, index) => index === 0 || (replacements[index - 1] as Replacement).end <= start);
}

function replaced(text: string, replacements: readonly Replacement[]): string {
  const parts: string[] = [];
  let at = 0;
  for (const { start, end, text: by } of replacements) {
    parts.push(text.slice(at, start), by);
    at = end;
  }
  parts.push(text.slice(at));
  return parts.join('');
}
