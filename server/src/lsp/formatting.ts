// Formatting over the protocol, of plans, libraries and configurations. The indentation that a client asks for is not heeded: a plan looks
// the same in every editor.
import type { CancellationToken, TextEdit } from 'vscode-languageserver';
import { formatLines, formatText } from '../service/formatting.ts';
import type { SourceFile } from '../workspace/source-file.ts';
import { answer } from './answer.ts';
import type { Feature } from './server.ts';
import { protocolEdits } from './workspace-edit.ts';

export const registerFormatting: Feature = (context) => {
  const { connection, platform } = context;
  /** Undefined for what is no concern of this server: other YAML is formatted by others. */
  const fileOf = async (uri: string, token: CancellationToken): Promise<SourceFile | undefined> => {
    const file = (await context.analyse(uri, token))?.file;
    return file && (file.documents.length > 0 || context.isConfig(platform.toFileId(uri))) ? file : undefined;
  };
  connection.onDocumentFormatting(({ textDocument }, token) =>
    answer<TextEdit[] | null>(token, async () => {
      const file = await fileOf(textDocument.uri, token);
      return file ? protocolEdits(formatText(file), file.lines) : null;
    }),
  );
  connection.onDocumentRangeFormatting(({ textDocument, range }, token) =>
    answer<TextEdit[] | null>(token, async () => {
      const file = await fileOf(textDocument.uri, token);
      return file ? protocolEdits(formatLines(file, file.lines.span(range)), file.lines) : null;
    }),
  );
  return { documentFormattingProvider: true, documentRangeFormattingProvider: true };
};
