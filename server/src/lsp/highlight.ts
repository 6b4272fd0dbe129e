// Document highlights over the protocol.
import { DocumentHighlightKind } from 'vscode-languageserver';
import { highlightsAt } from '../service/highlight.ts';
import { answer } from './answer.ts';
import type { Feature } from './server.ts';

export const registerHighlight: Feature = (context) => {
  context.connection.onDocumentHighlight(({ textDocument, position }, token) =>
    answer(token, async () => {
      const analysis = await context.analyse(textDocument.uri, token);
      if (analysis === undefined) return null;
      return highlightsAt(analysis, analysis.file.lines.offset(position)).map(({ range, kind }) => ({
        range,
        kind: kind === 'write' ? DocumentHighlightKind.Write : DocumentHighlightKind.Read,
      }));
    }),
  );
  return { documentHighlightProvider: true };
};
