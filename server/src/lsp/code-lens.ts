// Code lenses over the protocol. They say something and do nothing when clicked: no command is known to every editor. The extension, which
// has one for it, is given a second lens over each actor: what fails with it.
import { type CodeLens, CodeLensRefreshRequest } from 'vscode-languageserver';
import { codeLenses } from '../service/code-lens.ts';
import { createWhatIfTitles, whatIfLenses } from '../service/what-if-lens.ts';
import { answer } from './answer.ts';
import { extensionCapabilities } from './extension-capabilities.ts';
import { refreshBehind } from './refresh.ts';
import type { Feature } from './server.ts';

/** What the client gives back when it shows a lens whose title is still to be found. */
interface LensData {
  readonly uri: string;
  readonly actor: string;
  readonly document: number;
}

export const registerCodeLens: Feature = (context) => {
  const { connection } = context;
  const asksWhatIf = extensionCapabilities(context).whatIf === true;
  connection.onCodeLens(({ textDocument: { uri } }, token) =>
    answer<CodeLens[] | null>(token, async () => {
      const analysis = await context.analyse(uri, token);
      if (analysis === undefined) return null;
      const known = codeLenses(analysis, context.language()).map(({ range, title }) => ({ range, command: { title, command: '' } }));
      const open = asksWhatIf ? whatIfLenses(analysis) : [];
      return [...known, ...open.map(({ range, actor, document }) => ({ range, data: { uri, actor, document } satisfies LensData }))];
    }),
  );
  if (asksWhatIf) {
    const whatIfTitle = createWhatIfTitles();
    connection.onCodeLensResolve((lens, token) =>
      answer(token, async () => {
        const { uri, actor, document } = lens.data as LensData;
        const analysis = await context.analyse(uri, token);
        const title = analysis && whatIfTitle(analysis, { actor, document }, context.language());
        return { ...lens, command: { title: title ?? '', command: 'govplan.whatIf', arguments: [uri, actor] } };
      }),
    );
  }
  const { refreshSupport } = context.capabilities().workspace?.codeLens ?? {};
  if (refreshSupport) refreshBehind(context, () => connection.sendRequest(CodeLensRefreshRequest.type));
  return { codeLensProvider: asksWhatIf ? { resolveProvider: true } : {} };
};
