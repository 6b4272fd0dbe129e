// What the command line prints of a plan, as read-only documents beside it. The server provides them (`workspace/textDocumentContent`) and keeps
// them up to date while they are open.
import * as vscode from 'vscode';
import type { ActivePlan, ActivePlanTracker } from './active-plan.ts';
import { t } from './language.ts';
import { viewScheme } from './served-documents.ts';

type Shown = Exclude<ActivePlan, { kind: 'none' }>;

export function registerTextViews(plan: ActivePlanTracker, owned: vscode.Disposable[]): void {
  const open = async (uriOf: (plan: Shown) => vscode.Uri): Promise<void> => {
    const { current } = plan;
    if (current.kind === 'none') {
      void vscode.window.showInformationMessage(t('Open a governance plan first: what is asked for is shown beside it.'));
      return;
    }
    await showBeside(uriOf(current));
  };

  owned.push(
    vscode.commands.registerCommand('govplan.showClassification', () => open(classificationUri)),
    vscode.commands.registerCommand('govplan.showMatrix', () => open(({ place }) => viewUri(place.textDocument.uri, 'matrix'))),
    vscode.commands.registerCommand('govplan.showNetwork', () => open(({ place }) => viewUri(place.textDocument.uri, 'network'))),
  );
}

export async function showBeside(uri: vscode.Uri): Promise<void> {
  const document = await vscode.workspace.openTextDocument(uri);
  await vscode.window.showTextDocument(document, { viewColumn: vscode.ViewColumn.Beside, preserveFocus: true, preview: true });
}

type ViewKind = 'classification' | 'matrix' | 'network' | 'diff' | 'past' | 'what-if';

/** A document that the server provides about a plan; `asked` is the revision or the id that it is about. */
export function viewUri(plan: string, kind: ViewKind, asked?: string): vscode.Uri {
  const about = asked === undefined ? '' : ` (${asked.replaceAll('/', '-')})`;
  const path = `/${nameOf(plan)}${about}.${kind}.${kind === 'past' ? 'plan.yaml' : 'txt'}`;
  return vscode.Uri.from({ scheme: viewScheme, path, query: asked === undefined ? plan : `${plan} ${asked}` });
}

/** Of several plans in a file, that of the cursor. */
function classificationUri(plan: Shown): vscode.Uri {
  return viewUri(plan.place.textDocument.uri, 'classification', plan.kind === 'known' ? plan.classification.planId : undefined);
}

function nameOf(uri: string): string {
  return decodeURIComponent(uri.slice(uri.lastIndexOf('/') + 1)).replace(/(?:\.plan)?\.ya?ml$/, '');
}
