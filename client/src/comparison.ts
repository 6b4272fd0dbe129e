// "Compare with revision": what changed in a plan since a revision of its git repository in terms of governance, as a text beside it, and the
// same two versions in the text comparison of the editor. The server reads the repository; where it cannot, it says why.
import * as vscode from 'vscode';
import { type ActivePlanTracker, placeOfActivePlan } from './active-plan.ts';
import { t } from './language.ts';
import { askRevision } from './revisions.ts';
import { viewScheme } from './served-documents.ts';
import type { Server } from './server.ts';
import { showBeside, viewUri } from './text-views.ts';

export function registerComparison(server: Server, plan: ActivePlanTracker, owned: vscode.Disposable[]): void {
  /** From the menu of a file with its URI; whoever binds a key may give the revision too. */
  const compare = async (file?: unknown, asked?: unknown): Promise<void> => {
    const uri = file instanceof vscode.Uri && file.scheme !== viewScheme ? file : activeUri(plan);
    if (uri === undefined) {
      void vscode.window.showInformationMessage(t('Open a governance plan first: it is compared with an earlier revision of itself.'));
      return;
    }
    // The server starts with the first plan that is opened.
    await vscode.workspace.openTextDocument(uri);
    await untilRunning(server);
    const revision = typeof asked === 'string' ? asked : await askRevision(uri);
    if (revision === undefined) return;
    const place = { textDocument: { uri: uri.toString() }, position: { line: 0, character: 0 } };
    const checked = await server.ask('govplan/checkRevision', { ...place, revision });
    if (checked?.problem !== undefined) void vscode.window.showErrorMessage(checked.problem);
    else await showBeside(viewUri(uri.toString(), 'diff', revision));
  };

  const compareTexts = async (view?: unknown): Promise<void> => {
    const shown = view instanceof vscode.Uri ? view : vscode.window.activeTextEditor?.document.uri;
    const [, file, revision] = /^(\S+) (.+)$/s.exec(shown?.scheme === viewScheme ? shown.query : '') ?? [];
    if (file === undefined || revision === undefined) return;
    const uri = vscode.Uri.parse(file);
    const name = uri.path.slice(uri.path.lastIndexOf('/') + 1);
    await vscode.commands.executeCommand('vscode.diff', viewUri(file, 'past', revision), uri, `${name} (${revision})`);
  };

  owned.push(
    vscode.commands.registerCommand('govplan.compareWithRevision', compare),
    vscode.commands.registerCommand('govplan.openTextDiff', compareTexts),
  );
}

function activeUri(plan: ActivePlanTracker): vscode.Uri | undefined {
  const place = placeOfActivePlan(plan);
  return place && vscode.Uri.parse(place.textDocument.uri);
}

/** That it could not be started is told by the server itself; then nobody waits for this any more. */
function untilRunning(server: Server): Promise<void> {
  if (server.isRunning()) return Promise.resolve();
  return new Promise((resolve) => {
    const listener = server.onDidChange(() => {
      if (!server.isRunning()) return;
      listener.dispose();
      resolve();
    });
  });
}
