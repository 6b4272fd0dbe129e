// Hover over the protocol: Markdown to clients that can show it, else the same as plain text.
import { MarkupKind } from 'vscode-languageserver';
import { hoverAt } from '../service/hover.ts';
import { plainText } from '../service/markdown.ts';
import { answer } from './answer.ts';
import type { Feature } from './server.ts';

export const registerHover: Feature = (context) => {
  const formats = context.capabilities().textDocument?.hover?.contentFormat;
  const isRich = formats === undefined || formats.includes(MarkupKind.Markdown);
  context.connection.onHover(({ textDocument, position }, token) =>
    answer(token, async () => {
      const analysis = await context.analyse(textDocument.uri, token);
      const hover = analysis && hoverAt(analysis, analysis.file.lines.offset(position), context.language());
      if (hover === undefined) return null;
      const contents = isRich
        ? { kind: MarkupKind.Markdown, value: hover.markdown }
        : { kind: MarkupKind.PlainText, value: plainText(hover.markdown) };
      return { contents, range: hover.range };
    }),
  );
  return { hoverProvider: true };
};
