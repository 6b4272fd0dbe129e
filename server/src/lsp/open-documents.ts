// The documents that a client has open. An edit costs what it changes, however long the text. A rename in a large plan comes as thousands of
// changes in one notification: those are made together.
import type { Position, Range, TextDocumentContentChangeEvent } from 'vscode-languageserver';
import { type EditedText, editedText, rewritten } from '../text/edited-text.ts';

export interface OpenDocument {
  readonly uri: string;
  readonly languageId: string;
  readonly version: number;
  /** Undefined where a confused client has opened it without. */
  readonly text: EditedText | undefined;
}

/** What `TextDocuments` asks for. */
export const openDocuments = {
  create: (uri: string, languageId: string, version: number, text: string): OpenDocument => {
    return { uri, languageId, version, text: typeof text === 'string' ? editedText(text) : undefined };
  },
  update: (document: OpenDocument, changes: TextDocumentContentChangeEvent[], version: number): OpenDocument => {
    return { ...document, version, text: document.text && changedText(document.text, changes) };
  },
};

/** As many changes as this are made one after the other. */
const mostSingly = 8;

function changedText(text: EditedText, changes: readonly TextDocumentContentChangeEvent[]): EditedText {
  const atOnce = changes.length > mostSingly ? changedAtOnce(text, changes) : undefined;
  return atOnce === undefined ? changes.reduce(changedOnce, text) : rewritten(text, atOnce);
}

function changedOnce(text: EditedText, change: TextDocumentContentChangeEvent): EditedText {
  if (!('range' in change)) return editedText(change.text);
  const { start, end } = text.span(change.range);
  return text.with(Math.min(start, end), Math.max(start, end), change.text);
}

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
function changedAtOnce(text: EditedText, changes: readonly TextDocumentContentChangeEvent[]): string | undefined {
  const ranged: RangedChange[] = [];
  for (const change of changes) {
    if (!('range' in change) || !isForward(change.range)) return undefined;
    ranged.push({ range: change.range, text: change.text });
  }
  const backwards = allOf(ranged.map((change) => replacement(text, change, 0)).toReversed());
  if (backwards && isInOrder(backwards)) return replaced(text.toString(), backwards);
  if (!ranged.every(staysInLine)) return undefined;
  const forwards: (Replacement | undefined)[] = [];
  let line = -1;
  /** How much longer the changes before have made the line. */
  let grown = 0;
  for (const change of ranged) {
    const { start, end } = change.range;
    if (start.line !== line) grown = 0;
    line = start.line;
    forwards.push(replacement(text, change, grown));
    grown += change.text.length - (end.character - start.character);
  }
  const complete = allOf(forwards);
  return complete && isInOrder(complete) ? replaced(text.toString(), complete) : undefined;
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
function replacement(text: EditedText, { range, text: by }: RangedChange, grown: number): Replacement | undefined {
  const start = offsetOf(text, range.start, grown);
  const end = offsetOf(text, range.end, grown);
  return start === undefined || end === undefined ? undefined : { start, end, text: by };
}

function offsetOf(text: EditedText, { line, character }: Position, grown: number): number | undefined {
  const offset = text.offset({ line, character: character - grown });
  const found = text.position(offset);
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
