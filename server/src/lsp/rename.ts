// Renaming over the protocol. What is refused is an error of the request, with the reason as its message: editors show that.
import { LSPErrorCodes, type PrepareRenameResult, ResponseError, type WorkspaceEdit } from 'vscode-languageserver';
import { isId } from '../plan/scalars.ts';
import { beginRename, prepareRename, rename } from '../service/rename.ts';
import type { Analysis } from '../service/session.ts';
import { isLeftOpen, isShared, symbolAt } from '../service/symbols.ts';
import type { Wanted } from '../service/workspace-files.ts';
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
      const renamed = (others: readonly Analysis[]): ReturnType<typeof rename> => rename(analysis, offset, newName, others, options);
      const wanted = wantedBy(analysis, offset, newName);
      const turn = context.turnsFor(textDocument.uri, analysis, token);
      const pass = wanted && beginRename(analysis, offset, newName, options);
      if (pass) await workspace.each(pass.visit, wanted, turn);
      const outcome = pass ? pass.outcome() : wanted ? await workspace.together(renamed, wanted, turn) : renamed([]);
      if ('refusal' in outcome) throw new ResponseError(LSPErrorCodes.RequestFailed, outcome.refusal);
      return workspaceEdit([...outcome.values()], context);
    }),
  );
  const { prepareSupport } = context.capabilities().textDocument?.rename ?? {};
  return { renameProvider: prepareSupport ? { prepareProvider: true } : true };
};

/**
 * The other plans that have a say in a new name: those that see the old one; for a level, to which a library may refer, and for the id of a
 * plan, all. Undefined where no other has one.
 */
function wantedBy(analysis: Analysis, offset: number, newName: string): Wanted | undefined {
  const symbol = symbolAt(analysis, offset)?.symbol;
  if (symbol === undefined) return isLeftOpen(analysis, offset) ? () => true : undefined;
  // What is no id is refused, whatever the others say.
  if (!isId(newName)) return undefined;
  if (symbol.kind === 'plan-id') return () => true;
  if (!isShared(symbol) || symbol.kind !== 'id') return undefined;
  const { declaration, document } = symbol.declared;
  return declaration.space === 'level' ? () => true : (dependencies) => dependencies.has(document.yaml.origin);
}
