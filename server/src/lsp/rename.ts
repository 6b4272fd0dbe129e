// Renaming over the protocol. What is refused is an error of the request, with the reason as its message: editors show that.
import { LSPErrorCodes, type PrepareRenameResult, ResponseError, type WorkspaceEdit } from 'vscode-languageserver';
import { beginRename, prepareRename } from '../service/rename.ts';
import type { Analysis } from '../service/session.ts';
import { isLeftOpen } from '../service/symbols.ts';
import { answer } from './answer.ts';
import type { Feature } from './server.ts';
import { workspaceEdit } from './workspace-edit.ts';

export const registerRename: Feature = (context) => {
  const { connection, workspace } = context;
  connection.onPrepareRename(({ textDocument, position }, token) =>
    answer<PrepareRenameResult | null>(token, async () => {
      const analysis = await context.analyse(textDocument.uri, token);
      if (analysis === undefined) return null;
      const offset = analysis.file.lines.offset(position);
      const prepare = (others: readonly Analysis[]): ReturnType<typeof prepareRename> =>
        prepareRename(analysis, offset, others, { language: context.language() });
      const prepared = isLeftOpen(analysis, offset)
        ? await workspace.together(prepare, () => true, context.turnsFor(textDocument.uri, analysis, token))
        : prepare([]);
      if ('refusal' in prepared) throw new ResponseError(LSPErrorCodes.RequestFailed, prepared.refusal);
      return { range: prepared.range, placeholder: prepared.name };
    }),
  );
  connection.onRenameRequest(({ textDocument, position, newName }, token) =>
    answer<WorkspaceEdit | null>(token, async () => {
      const analysis = await context.analyse(textDocument.uri, token);
      if (analysis === undefined) return null;
      const offset = analysis.file.lines.offset(position);
      const options = { language: context.language(), shown: context.shown };
      const pass = beginRename(analysis, offset, newName, options);
      if (pass.wanted) await workspace.each(pass.visit, pass.wanted, context.turnsFor(textDocument.uri, analysis, token));
      const outcome = pass.outcome();
      if ('refusal' in outcome) throw new ResponseError(LSPErrorCodes.RequestFailed, outcome.refusal);
      return workspaceEdit([...outcome.values()], context);
    }),
  );
  const { prepareSupport } = context.capabilities().textDocument?.rename ?? {};
  return { renameProvider: prepareSupport ? { prepareProvider: true } : true };
};
