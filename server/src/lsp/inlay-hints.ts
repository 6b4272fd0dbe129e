// Inlay hints over the protocol.
import { inlayHints } from '../service/inlay-hints.ts';
import { answer } from './answer.ts';
import { refreshBehind } from './refresh.ts';
import type { Feature } from './server.ts';

export const registerInlayHints: Feature = (context) => {
  const { connection } = context;
  connection.languages.inlayHint.on(({ textDocument, range }, token) =>
    answer(token, async () => {
      const analysis = await context.analyse(textDocument.uri, token);
      if (analysis === undefined) return null;
      const hints = inlayHints(analysis, analysis.file.lines.span(range), context.language());
      return hints.map(({ tooltip, ...hint }) => ({ ...hint, paddingLeft: true, ...(tooltip !== undefined && { tooltip }) }));
    }),
  );
  const { refreshSupport } = context.capabilities().workspace?.inlayHint ?? {};
  if (refreshSupport) refreshBehind(context, () => connection.languages.inlayHint.refresh());
  return { inlayHintProvider: {} };
};
