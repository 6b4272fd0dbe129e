// Code lenses over the protocol. They say something and do nothing when clicked: no command is known to every editor.
import { CodeLensRefreshRequest } from 'vscode-languageserver';
import { codeLenses } from '../service/code-lens.ts';
import { answer } from './answer.ts';
import { refreshBehind } from './refresh.ts';
import type { Feature } from './server.ts';

export const registerCodeLens: Feature = (context) => {
  const { connection } = context;
  connection.onCodeLens(({ textDocument }, token) =>
    answer(token, async () => {
      const analysis = await context.analyse(textDocument.uri, token);
      if (analysis === undefined) return null;
      return codeLenses(analysis, context.language()).map(({ range, title }) => ({ range, command: { title, command: '' } }));
    }),
  );
  const { refreshSupport } = context.capabilities().workspace?.codeLens ?? {};
  if (refreshSupport) refreshBehind(context, () => connection.sendRequest(CodeLensRefreshRequest.type));
  return { codeLensProvider: {} };
};
