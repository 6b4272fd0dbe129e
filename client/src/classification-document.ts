// The classification of a plan as a read-only document: what `govplan classify` prints, kept up to date while it is open.
import * as vscode from 'vscode';
import type { ActivePlan, ActivePlanTracker } from './active-plan.ts';
import type { PlaceParams } from './protocol.ts';
import type { Server } from './server.ts';

const scheme = 'govplan-classification';

/** Registers the command that opens it beside the plan. */
export function registerClassificationDocument(server: Server, plan: ActivePlanTracker, owned: vscode.Disposable[]): void {
  const changed = new vscode.EventEmitter<vscode.Uri>();

  const provider: vscode.TextDocumentContentProvider = {
    onDidChange: changed.event,
    provideTextDocumentContent: async (uri, token) => {
      const text = await server.ask('govplan/classificationText', placeOf(uri), token);
      return text ?? `${vscode.l10n.t('There is no plan here to classify.')}\n`;
    },
  };

  const open = async (): Promise<void> => {
    const { current } = plan;
    if (current.kind === 'none') {
      void vscode.window.showInformationMessage(vscode.l10n.t('Open a governance plan first: its classification is shown beside it.'));
      return;
    }
    const document = await vscode.workspace.openTextDocument(uriOf(current));
    await vscode.window.showTextDocument(document, { viewColumn: vscode.ViewColumn.Beside, preserveFocus: true, preview: true });
  };

  owned.push(
    changed,
    vscode.workspace.registerTextDocumentContentProvider(scheme, provider),
    vscode.commands.registerCommand('govplan.showClassification', open),
    server.onDidChange(({ uris }) => {
      for (const { uri } of vscode.workspace.textDocuments) {
        if (uri.scheme === scheme && (uris === null || uris.includes(placeOf(uri).textDocument.uri))) changed.fire(uri);
      }
    }),
  );
}

/** One document for each plan: edits move it about in its file, so its id counts before the line it stood in. */
function uriOf(plan: Exclude<ActivePlan, { kind: 'none' }>): vscode.Uri {
  const { uri } = plan.place.textDocument;
  const { line, planId = '' } =
    plan.kind === 'known'
      ? { line: plan.classification.range.start.line, planId: plan.classification.planId }
      : { line: plan.place.position.line };
  const name = decodeURIComponent(uri.slice(uri.lastIndexOf('/') + 1)).replace(/(?:\.plan)?\.ya?ml$/, '');
  return vscode.Uri.from({ scheme, path: `/${name}.txt`, query: JSON.stringify([uri, line, planId]) });
}

function placeOf({ query }: vscode.Uri): PlaceParams {
  const [uri, line, planId] = JSON.parse(query) as [string, number, string];
  return { textDocument: { uri }, position: { line, character: 0 }, ...(planId !== '' && { planId }) };
}
