// Renaming over the protocol. What is refused is an error of the request, with the reason as its message: editors show that.
import { LSPErrorCodes, type PrepareRenameResult, ResponseError, type WorkspaceEdit } from 'vscode-languageserver';
import { prepareRename, rename } from '../service/rename.ts';
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
      const prepared = prepareRename(analysis, offset, await workspace.analyses(), { language: context.language() });
      if ('refusal' in prepared) throw new ResponseError(LSPErrorCodes.RequestFailed, prepared.refusal);
      return { range: prepared.range, placeholder: prepared.name };
    }),
  );
  connection.onRenameRequest(({ textDocument, position, newName }, token) =>
    answer<WorkspaceEdit | null>(token, async () => {
      const analysis = await context.analyse(textDocument.uri, token);
      if (analysis === undefined) return null;
      const offset = analysis.file.lines.offset(position);
      const outcome = rename(analysis, offset, newName, await workspace.analyses(), {
        language: context.language(),
        shown: context.shown,
      });
      if ('refusal' in outcome) throw new ResponseError(LSPErrorCodes.RequestFailed, outcome.refusal);
      return workspaceEdit([...outcome.values()], context);
    }),
  );
  const { prepareSupport } = context.capabilities().textDocument?.rename ?? {};
  return { renameProvider: prepareSupport ? { prepareProvider: true } : true };
};
