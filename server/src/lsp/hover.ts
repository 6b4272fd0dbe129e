// Hover over the protocol: Markdown to clients that can show it, else the same as plain text.
import { MarkupKind } from 'vscode-languageserver';
import { hoverAt } from '../service/hover.ts';
import { answer } from './answer.ts';
import type { Feature } from './server.ts';

export const registerHover: Feature = (context) => {
  const formats = context.capabilities().textDocument?.hover?.contentFormat;
  const kind = formats === undefined || formats.includes(MarkupKind.Markdown) ? MarkupKind.Markdown : MarkupKind.PlainText;
  context.connection.onHover(({ textDocument, position }, token) =>
    answer(token, async () => {
      const analysis = await context.analyse(textDocument.uri);
      const hover = analysis && hoverAt(analysis, analysis.file.lines.offset(position), context.language());
      return hover ? { contents: { kind, value: hover.markdown }, range: hover.range } : null;
    }),
  );
  return { hoverProvider: true };
};
