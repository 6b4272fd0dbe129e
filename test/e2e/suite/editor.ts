// What the tests do in an editor, each waiting for the event that says it is done.
import * as vscode from 'vscode';
import type { GovplanApi } from '../../../client/src/activate.ts';

/** The extension's own interface, once it is active. */
export async function govplan(): Promise<GovplanApi> {
  const extension = vscode.extensions.getExtension<GovplanApi>('govplan.govplan-vscode');
  if (extension === undefined) throw new Error('the extension is not installed');
  return extension.activate();
}

export function fileUri(path: string): vscode.Uri {
  const folder = vscode.workspace.workspaceFolders?.[0];
  if (folder === undefined) throw new Error('no folder is open');
  return vscode.Uri.joinPath(folder.uri, ...path.split('/'));
}

/** Opens a file of the workspace, the cursor where a text stands in it. */
export async function open(path: string, at?: string): Promise<vscode.TextEditor> {
  const document = await vscode.workspace.openTextDocument(fileUri(path));
  const editor = await vscode.window.showTextDocument(document);
  const place = at === undefined ? new vscode.Position(0, 0) : positionOf(document, at);
  editor.selection = new vscode.Selection(place, place);
  return editor;
}

/** The first place of a text; where it has a `|`, the place of that. */
export function positionOf(document: vscode.TextDocument, marked: string): vscode.Position {
  const bar = Math.max(0, marked.indexOf('|'));
  const offset = document.getText().indexOf(marked.replace('|', ''));
  if (offset < 0) throw new Error(`'${marked}' does not stand in ${document.uri.path}`);
  return document.positionAt(offset + bar);
}

export async function replace(editor: vscode.TextEditor, from: string, to: string): Promise<void> {
  const { document } = editor;
  const start = positionOf(document, from);
  const end = document.positionAt(document.offsetAt(start) + from.length);
  if (!(await editor.edit((edit) => edit.replace(new vscode.Range(start, end), to)))) throw new Error(`'${from}' was not replaced`);
}

/** Throws away what was changed in all files: each test begins with what is on the disk. */
export async function revertAll(): Promise<void> {
  for (const document of vscode.workspace.textDocuments.filter(({ isDirty }) => isDirty)) {
    await vscode.window.showTextDocument(document);
    await vscode.commands.executeCommand('workbench.action.files.revert');
  }
  await vscode.commands.executeCommand('workbench.action.closeAllEditors');
}

/** The value, once it is the wanted one: looked at now, and at each event. */
export function until<T>(what: string, event: vscode.Event<unknown>, look: () => T | undefined | false): Promise<T> {
  return new Promise((resolve, reject) => {
    const check = (): boolean => {
      const found = look();
      if (found === undefined || found === false) return false;
      clearTimeout(timer);
      listener.dispose();
      resolve(found);
      return true;
    };
    const timer = setTimeout(() => {
      listener.dispose();
      reject(new Error(`waited in vain for ${what}`));
    }, 8_000);
    const listener = event(check);
    check();
  });
}

/** The rules of a file's findings, sorted, once they are the wanted ones. */
export async function untilFindings(uri: vscode.Uri, wanted: readonly string[]): Promise<readonly vscode.Diagnostic[]> {
  const rulesNow = (): readonly string[] => findingsOf(uri).map(ruleOf).sort();
  const expected = [...wanted].sort().join(' ');
  try {
    return await until('findings', vscode.languages.onDidChangeDiagnostics, () => rulesNow().join(' ') === expected && findingsOf(uri));
  } catch {
    throw new Error(`${uri.path}: waited for [${expected}], there is [${rulesNow().join(' ')}]`);
  }
}

export function findingsOf(uri: vscode.Uri): readonly vscode.Diagnostic[] {
  return vscode.languages.getDiagnostics(uri).filter(({ source }) => source === 'govplan');
}

export function ruleOf({ code }: vscode.Diagnostic): string {
  return typeof code === 'object' ? String(code.value) : String(code);
}
