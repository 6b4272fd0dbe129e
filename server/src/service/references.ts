// Every place that says an id, across files.
import type { Range } from '../text/line-index.ts';
import type { FileId } from '../workspace/host.ts';
import type { Analysis } from './session.ts';
import { occurrencesOf, type PlanSymbol } from './symbols.ts';

export interface ReferencePlace {
  readonly file: FileId;
  readonly range: Range;
}

/** In path order, then in the order of the text. An entry with `imported: true` refers to the organization and does not declare it. */
export function referencesTo(
  symbol: PlanSymbol,
  analysis: Analysis,
  others: readonly Analysis[],
  { includeDeclaration }: { readonly includeDeclaration: boolean },
): readonly ReferencePlace[] {
  return occurrencesOf(symbol, analysis, others)
    .filter(({ role }) => includeDeclaration || role !== 'declaration')
    .map(({ file, span }) => ({ file: file.id, range: file.lines.range(span) }));
}

/** Places that were found by several ways, in path order, then in the order of the text. */
export function eachOnce(places: readonly ReferencePlace[]): readonly ReferencePlace[] {
  const ordered = places.toSorted((a, b) => (a.file < b.file ? -1 : a.file > b.file ? 1 : compare(a.range.start, b.range.start)));
  return ordered.filter(({ file, range }, index) => {
    const before = ordered[index - 1];
    return before?.file !== file || compare(before.range.start, range.start) !== 0;
  });
}

function compare(a: Range['start'], b: Range['start']): number {
  return a.line - b.line || a.character - b.character;
}
