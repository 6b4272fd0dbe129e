// Code actions over the protocol. Where the client can ask for the edits later, they are made only then.
import type { CodeActionParams, Diagnostic, CodeAction as ProtocolAction, WorkspaceEdit } from 'vscode-languageserver';
import type { Finding } from '../rules/finding.ts';
import { type CodeAction, type CodeActionKind, codeActionKinds, codeActions, type FileEdits } from '../service/code-actions.ts';
import type { Analysis } from '../service/session.ts';
import type { Range } from '../text/line-index.ts';
import { answer } from './answer.ts';
import type { Feature, ServerContext } from './server.ts';
import { workspaceEdit } from './workspace-edit.ts';

/** What the client gives back when it wants the edits of an action. */
interface ActionData {
  readonly uri: string;
  readonly range: Range;
  readonly key: string;
}

export const registerCodeActions: Feature = (context) => {
  const { connection, session } = context;
  const { resolveSupport, dataSupport } = context.capabilities().textDocument?.codeAction ?? {};
  const isLazy = dataSupport === true && resolveSupport?.properties.includes('edit') === true;

  const actionsIn = (analysis: Analysis, range: Range, only: readonly string[] | undefined): readonly CodeAction[] =>
    codeActions(analysis, analysis.file.lines.span(range), (kind) => isWanted(kind, only), {
      language: context.language(),
      host: session.host,
    });

  connection.onCodeAction((params, token) =>
    answer(token, async () => {
      const { uri } = params.textDocument;
      const analysis = await context.analyse(uri, token);
      if (analysis === undefined) return null;
      const found: ProtocolAction[] = [];
      for (const action of actionsIn(analysis, params.range, params.context.only)) {
        const known = toAction(action, params, analysis);
        if (isLazy) {
          const data: ActionData = { uri, range: params.range, key: action.key };
          found.push({ ...known, data });
        } else {
          const edit = toEdit(await action.edits(), context);
          if (edit) found.push({ ...known, edit });
        }
      }
      return found;
    }),
  );
  connection.onCodeActionResolve((action, token) =>
    answer(token, async () => {
      const { uri, range, key } = action.data as ActionData;
      const analysis = await context.analyse(uri, token);
      const chosen =
        analysis && actionsIn(analysis, range, action.kind === undefined ? undefined : [action.kind]).find((one) => one.key === key);
      const edit = chosen && toEdit(await chosen.edits(), context);
      return edit ? { ...action, edit } : action;
    }),
  );
  return { codeActionProvider: { codeActionKinds: [...codeActionKinds], resolveProvider: isLazy } };
};

/** A kind stands for all that begin with it: `source.fixAll` asks for ours. */
function isWanted(kind: CodeActionKind, only: readonly string[] | undefined): boolean {
  return only === undefined || only.some((wanted) => wanted === '' || kind === wanted || kind.startsWith(`${wanted}.`));
}

function toAction({ title, kind, isPreferred, findings }: CodeAction, { context }: CodeActionParams, analysis: Analysis): ProtocolAction {
  const solved = context.diagnostics.filter((diagnostic) => findings.some((finding) => isAbout(diagnostic, finding, analysis)));
  return { title, kind, ...(isPreferred && { isPreferred }), ...(solved.length > 0 && { diagnostics: solved }) };
}

/** Clients that forget the data of a diagnostic still have its rule and its place. */
function isAbout({ code, range, data }: Diagnostic, { rule, span, fingerprint }: Finding, { file }: Analysis): boolean {
  const told = (data as { readonly fingerprint?: unknown } | undefined)?.fingerprint;
  if (told !== undefined) return told === fingerprint;
  const { start, end } = file.lines.span(range);
  return code === rule.id && start === span.start && end === span.end;
}

/** Undefined where there is nothing to edit. */
function toEdit(files: readonly FileEdits[], context: ServerContext): WorkspaceEdit | undefined {
  const filled = files.filter(({ edits }) => edits.length > 0);
  return filled.length === 0 ? undefined : workspaceEdit(filled, context);
}
