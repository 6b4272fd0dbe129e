// What the command line prints of a plan, as read-only documents beside it, kept up to date while they are open: its classification, its
// responsibility matrix, its network. The two latter come by way of the protocol (`workspace/textDocumentContent`).
import * as vscode from 'vscode';
import type { ActivePlan, ActivePlanTracker } from './active-plan.ts';
import type { PlaceParams } from './protocol.ts';
import type { Server } from './server.ts';

const classificationScheme = 'govplan-classification';
const serverScheme = 'govplan';

type Shown = Exclude<ActivePlan, { kind: 'none' }>;

export function registerTextViews(server: Server, plan: ActivePlanTracker, owned: vscode.Disposable[]): void {
  const changed = new vscode.EventEmitter<vscode.Uri>();

  const classification: vscode.TextDocumentContentProvider = {
    onDidChange: changed.event,
    provideTextDocumentContent: async (uri, token) => {
      const text = await server.ask('govplan/classificationText', placeOf(uri), token);
      return text ?? `${vscode.l10n.t('There is no plan here to classify.')}\n`;
    },
  };

  const open = async (uriOf: (plan: Shown) => vscode.Uri): Promise<void> => {
    const { current } = plan;
    if (current.kind === 'none') {
      void vscode.window.showInformationMessage(vscode.l10n.t('Open a governance plan first: what is asked for is shown beside it.'));
      return;
    }
    const document = await vscode.workspace.openTextDocument(uriOf(current));
    await vscode.window.showTextDocument(document, { viewColumn: vscode.ViewColumn.Beside, preserveFocus: true, preview: true });
  };

  owned.push(
    changed,
    vscode.workspace.registerTextDocumentContentProvider(classificationScheme, classification),
    vscode.commands.registerCommand('govplan.showClassification', () => open(classificationUri)),
    vscode.commands.registerCommand('govplan.showMatrix', () => open((shown) => serverUri(shown, 'matrix'))),
    vscode.commands.registerCommand('govplan.showNetwork', () => open((shown) => serverUri(shown, 'network'))),
    server.onDidChange(({ uris }) => {
      for (const { uri } of vscode.workspace.textDocuments) {
        const isMeant = uri.scheme === classificationScheme && (uris === null || uris.includes(placeOf(uri).textDocument.uri));
        if (isMeant) changed.fire(uri);
      }
    }),
  );
}

/** One document for each plan: edits move it about in its file, so its id counts before the line it stood in. */
function classificationUri(plan: Shown): vscode.Uri {
  const { uri } = plan.place.textDocument;
  const { line, planId = '' } =
    plan.kind === 'known'
      ? { line: plan.classification.range.start.line, planId: plan.classification.planId }
      : { line: plan.place.position.line };
  const path = `/${nameOf(uri)}.classification.txt`;
  return vscode.Uri.from({ scheme: classificationScheme, path, query: JSON.stringify([uri, line, planId]) });
}

function placeOf({ query }: vscode.Uri): PlaceParams {
  const [uri, line, planId] = JSON.parse(query) as [string, number, string];
  return { textDocument: { uri }, position: { line, character: 0 }, ...(planId !== '' && { planId }) };
}

function serverUri({ place }: Shown, kind: 'matrix' | 'network'): vscode.Uri {
  const { uri } = place.textDocument;
  return vscode.Uri.from({ scheme: serverScheme, path: `/${nameOf(uri)}.${kind}.txt`, query: uri });
}

function nameOf(uri: string): string {
  return decodeURIComponent(uri.slice(uri.lastIndexOf('/') + 1)).replace(/(?:\.plan)?\.ya?ml$/, '');
}
