// Folding over the protocol, within the number of regions that the client takes.
import { FoldingRangeKind } from 'vscode-languageserver';
import { type FoldingRegion, foldingOf } from '../service/folding.ts';
import { answer } from './answer.ts';
import type { Feature } from './server.ts';

export const registerFolding: Feature = (context) => {
  const limit = context.capabilities().textDocument?.foldingRange?.rangeLimit;
  context.connection.onFoldingRanges(({ textDocument }, token) =>
    answer(token, async () => {
      const analysis = await context.analyse(textDocument.uri, token);
      if (analysis === undefined) return null;
      return foldingOf(analysis)
        .slice(0, limit)
        .map(({ startLine, endLine, kind }) => ({ startLine, endLine, ...(kind && { kind: kinds[kind] }) }));
    }),
  );
  return { foldingRangeProvider: true };
};

const kinds: Readonly<Record<NonNullable<FoldingRegion['kind']>, FoldingRangeKind>> = {
  comment: FoldingRangeKind.Comment,
  region: FoldingRangeKind.Region,
};
