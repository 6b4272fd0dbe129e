// Replacing pieces of a text.
import type { Span } from './span.ts';

export interface TextEdit {
  readonly span: Span;
  readonly newText: string;
}

/**
 * Applies edits to a text. The edits speak of offsets in the old text; where two overlap, the later in the list is dropped and
 * returned in `skipped`, so that a caller can run again.
 */
export function applyEdits(text: string, edits: readonly TextEdit[]): { readonly text: string; readonly skipped: readonly TextEdit[] } {
  const ordered = edits.map((edit, order) => ({ edit, order })).sort((a, b) => a.edit.span.start - b.edit.span.start || a.order - b.order);
  const skipped: TextEdit[] = [];
  const parts: string[] = [];
  let at = 0;
  for (const { edit } of ordered) {
    if (edit.span.start < at) {
      skipped.push(edit);
      continue;
    }
    parts.push(text.slice(at, edit.span.start), edit.newText);
    at = edit.span.end;
  }
  parts.push(text.slice(at));
  return { text: parts.join(''), skipped };
}
