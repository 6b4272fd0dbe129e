// Selection ranges over the protocol: one chain for each position that is asked about.
import type { SelectionRange } from 'vscode-languageserver';
import { selectionsAt } from '../service/selection-ranges.ts';
import { answer } from './answer.ts';
import type { Feature } from './server.ts';

export const registerSelectionRanges: Feature = (context) => {
  context.connection.onSelectionRanges(({ textDocument, positions }, token) =>
    answer<SelectionRange[] | null>(token, async () => {
      const analysis = await context.analyse(textDocument.uri, token);
      if (analysis === undefined) return null;
      return positions.map((position) => {
        const ranges = selectionsAt(analysis, analysis.file.lines.offset(position));
        const chain = ranges.reduceRight<SelectionRange | undefined>((parent, range) => ({ range, ...(parent && { parent }) }), undefined);
        return chain ?? { range: { start: position, end: position } };
      });
    }),
  );
  return { selectionRangeProvider: true };
};
