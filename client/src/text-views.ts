// What the command line prints of a plan, as read-only documents beside it, kept up to date while they are open: its classification, its
// responsibility matrix, its network. The two latter come by way of the protocol (`workspace/textDocumentContent`).
import * as vscode from 'vscode';
import type { ActivePlan, ActivePlanTracker } from './active-plan.ts';
import type { PlaceParams } from './protocol.ts';
import { viewScheme } from './served-documents.ts';
import type { Server } from './server.ts';

const classificationScheme = 'govplan-classification';

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
    await showBeside(uriOf(current));
  };

  owned.push(
    changed,
    vscode.workspace.registerTextDocumentContentProvider(classificationScheme, classification),
    vscode.commands.registerCommand('govplan.showClassification', () => open(classificationUri)),
    vscode.commands.registerCommand('govplan.showMatrix', () => open(({ place }) => viewUri(place.textDocument.uri, 'matrix'))),
    vscode.commands.registerCommand('govplan.showNetwork', () => open(({ place }) => viewUri(place.textDocument.uri, 'network'))),
    server.onDidChange(({ uris }) => {
      for (const { uri } of vscode.workspace.textDocuments) {
        const isMeant = uri.scheme === classificationScheme && (uris === null || uris.includes(placeOf(uri).textDocument.uri));
        if (isMeant) changed.fire(uri);
      }
    }),
  );
}

export async function showBeside(uri: vscode.Uri): Promise<void> {
  const document = await vscode.workspace.openTextDocument(uri);
  await vscode.window.showTextDocument(document, { viewColumn: vscode.ViewColumn.Beside, preserveFocus: true, preview: true });
}

/** A document that the server provides about a plan; `asked` is the revision or the id that it is about. */
export function viewUri(plan: string, kind: 'matrix' | 'network' | 'diff' | 'past' | 'what-if', asked?: string): vscode.Uri {
  const about = asked === undefined ? '' : ` (${asked.replaceAll('/', '-')})`;
  const path = `/${nameOf(plan)}${about}.${kind}.${kind === 'past' ? 'plan.yaml' : 'txt'}`;
  return vscode.Uri.from({ scheme: viewScheme, path, query: asked === undefined ? plan : `${plan} ${asked}` });
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

function nameOf(uri: string): string {
  return decodeURIComponent(uri.slice(uri.lastIndexOf('/') + 1)).replace(/(?:\.plan)?\.ya?ml$/, '');
}
