// The places in one file that say what the cursor is on: declared here, or referred to.
import type { Range } from '../text/line-index.ts';
import type { Analysis } from './session.ts';
import { leftOpenOccurrences, occurrencesOf, symbolAt } from './symbols.ts';

export interface Highlight {
  readonly range: Range;
  /** A declaration writes an id, a reference reads it. */
  readonly kind: 'write' | 'read';
}

export function highlightsAt(analysis: Analysis, offset: number): readonly Highlight[] {
  const found = symbolAt(analysis, offset);
  const occurrences = found ? occurrencesOf(found.symbol, analysis, []) : leftOpenOccurrences(analysis, offset);
  return occurrences
    .filter(({ file }) => file.id === analysis.file.id)
    .map(({ role, span }) => ({ range: analysis.file.lines.range(span), kind: role === 'declaration' ? 'write' : 'read' }));
}
