// Semantic tokens over the protocol: whole documents, parts of them, and what has changed since the client asked last.
import type { CancellationToken, SemanticTokens, SemanticTokensDelta } from 'vscode-languageserver';
import { encodeTokens, semanticTokens, tokenModifiers, tokensEdit, tokenTypes } from '../service/semantic-tokens.ts';
import { answer } from './answer.ts';
import { refreshBehind } from './refresh.ts';
import type { Feature } from './server.ts';

interface Told {
  readonly resultId: string;
  readonly data: readonly number[];
}

export const registerSemanticTokens: Feature = (context) => {
  const { connection } = context;
  const told = new Map<string, Told>();
  let results = 0;

  const tell = async (uri: string, token: CancellationToken): Promise<Told> => {
    const analysis = await context.analyse(uri, token);
    const data = analysis ? encodeTokens(semanticTokens(analysis), analysis.file.lines) : [];
    const result = { resultId: String(++results), data };
    told.set(uri, result);
    return result;
  };

  connection.languages.semanticTokens.on(({ textDocument }, token) =>
    answer(token, async (): Promise<SemanticTokens> => {
      const { resultId, data } = await tell(textDocument.uri, token);
      return { resultId, data: [...data] };
    }),
  );
  connection.languages.semanticTokens.onDelta(({ textDocument, previousResultId }, token) =>
    answer(token, async (): Promise<SemanticTokens | SemanticTokensDelta> => {
      const before = told.get(textDocument.uri);
      const { resultId, data } = await tell(textDocument.uri, token);
      if (before?.resultId !== previousResultId) return { resultId, data: [...data] };
      const edit = tokensEdit(before.data, data);
      return { resultId, edits: edit ? [{ ...edit, data: [...edit.data] }] : [] };
    }),
  );
  connection.languages.semanticTokens.onRange(({ textDocument, range }, token) =>
    answer(token, async (): Promise<SemanticTokens> => {
      const analysis = await context.analyse(textDocument.uri, token);
      if (analysis === undefined) return { data: [] };
      const { lines } = analysis.file;
      return { data: [...encodeTokens(semanticTokens(analysis, lines.span(range)), lines)] };
    }),
  );
  context.documents.onDidClose(({ document }) => told.delete(document.uri));
  const { refreshSupport } = context.capabilities().workspace?.semanticTokens ?? {};
  if (refreshSupport) refreshBehind(context, () => connection.languages.semanticTokens.refresh());
  return {
    semanticTokensProvider: {
      legend: { tokenTypes: [...tokenTypes], tokenModifiers: [...tokenModifiers] },
      full: { delta: true },
      range: true,
    },
  };
};
