// "Export report": the plan written up for readers, as one HTML file or as Markdown, into a file that the user names.
import * as vscode from 'vscode';
import { type ActivePlanTracker, placeOfActivePlan } from './active-plan.ts';
import { t } from './language.ts';
import type { PlaceParams, ReportFormat } from './protocol.ts';
import { viewScheme } from './served-documents.ts';
import type { Server } from './server.ts';

/** Where the report goes, for whoever calls the command and does not want to be asked. */
interface Wanted {
  readonly format: ReportFormat;
  readonly target: vscode.Uri;
}

export function registerReportExport(server: Server, plan: ActivePlanTracker, owned: vscode.Disposable[]): void {
  const exportReport = async (file?: unknown, wanted?: Wanted): Promise<void> => {
    const place = placeOf(file, plan);
    if (place === undefined) {
      void vscode.window.showInformationMessage(t('Open a governance plan first: the report is written about it.'));
      return;
    }
    const format = wanted?.format ?? (await askFormat());
    if (format === undefined) return;
    const target = wanted?.target ?? (await askTarget(vscode.Uri.parse(place.textDocument.uri), format));
    if (target === undefined) return;
    const text = await server.ask('govplan/report', { ...place, format });
    if (text === undefined) {
      void vscode.window.showErrorMessage(t('There is no plan here to report on.'));
      return;
    }
    await vscode.workspace.fs.writeFile(target, new TextEncoder().encode(text));
    void offerToOpen(target, format);
  };
  owned.push(vscode.commands.registerCommand('govplan.exportReport', exportReport));
}

/** Of several plans in a file, the one at the cursor is meant. */
function placeOf(file: unknown, plan: ActivePlanTracker): PlaceParams | undefined {
  const active = placeOfActivePlan(plan);
  if (!(file instanceof vscode.Uri) || file.scheme === viewScheme || file.toString() === active?.textDocument.uri) return active;
  return { textDocument: { uri: file.toString() }, position: { line: 0, character: 0 } };
}

async function askFormat(): Promise<ReportFormat | undefined> {
  const items = [
    { label: 'HTML', detail: t('One file with pictures, for any browser and for printing; it loads nothing'), format: 'html' },
    { label: 'Markdown', detail: t('For a forge or a wiki, the network as a Mermaid chart'), format: 'md' },
  ] as const;
  const picked = await vscode.window.showQuickPick(items, { title: t('Export Report') });
  return picked?.format;
}

/** Beside the plan; for one that was never saved, in the first folder of the workspace. */
async function askTarget(plan: vscode.Uri, format: ReportFormat): Promise<vscode.Uri | undefined> {
  const name = plan.path.slice(plan.path.lastIndexOf('/') + 1).replace(/(?:\.plan)?\.ya?ml$/, '');
  const folder = plan.scheme === 'untitled' ? vscode.workspace.workspaceFolders?.[0]?.uri : vscode.Uri.joinPath(plan, '..');
  return vscode.window.showSaveDialog({
    title: t('Export Report'),
    ...(folder && { defaultUri: vscode.Uri.joinPath(folder, `${name}.report.${format}`) }),
    filters: format === 'html' ? { HTML: ['html'] } : { Markdown: ['md'] },
  });
}

async function offerToOpen(target: vscode.Uri, format: ReportFormat): Promise<void> {
  const open = t('Open');
  const name = target.path.slice(target.path.lastIndexOf('/') + 1);
  if ((await vscode.window.showInformationMessage(t('The report was written to {0}.', name), open)) !== open) return;
  // Outside of a disk there is no program that could show it.
  if (format === 'html' && target.scheme === 'file') await vscode.env.openExternal(target);
  else await vscode.commands.executeCommand('vscode.open', target);
}
