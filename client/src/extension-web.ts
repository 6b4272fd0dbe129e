// The extension in a browser (vscode.dev, github.dev): the server is a Web Worker.
import * as vscode from 'vscode';
import { LanguageClient } from 'vscode-languageclient/browser';
import { activateWith, type GovplanApi, type RunningExtension } from './activate.ts';

let running: RunningExtension | undefined;

export function activate(context: vscode.ExtensionContext): GovplanApi {
  const script = vscode.Uri.joinPath(context.extensionUri, 'server', 'dist', 'server-worker.js').toString(true);
  running = activateWith(
    context,
    (id, name, options) => new LanguageClient(id, name, () => Promise.resolve(new Worker(script, { name: 'govplan' })), options),
  );
  return running.api;
}

export async function deactivate(): Promise<void> {
  await running?.stop();
  running = undefined;
}
