// Commands that need no plan: a new one from the starter snippet, and a fresh start of the language server.
import * as vscode from 'vscode';
import english from '../snippets/governance-plan.json' with { type: 'json' };
import chinese from '../snippets/governance-plan.zh-cn.json' with { type: 'json' };
import { language } from './language.ts';
import { planLanguage } from './served-documents.ts';
import type { Server } from './server.ts';

export function registerCommands(server: Server, owned: vscode.Disposable[]): void {
  owned.push(
    vscode.commands.registerCommand('govplan.newPlan', createPlan),
    vscode.commands.registerCommand('govplan.restartServer', () => server.restart().catch(() => undefined)),
  );
}

/** Opens an unsaved plan with what every plan needs; what is the author's to say is selected in turn. */
async function createPlan(): Promise<void> {
  const document = await vscode.workspace.openTextDocument({ language: planLanguage });
  const editor = await vscode.window.showTextDocument(document);
  const snippets = language() === 'zh' ? chinese : english;
  await editor.insertSnippet(new vscode.SnippetString(snippets['New plan'].body.join('\n')), new vscode.Position(0, 0));
}
