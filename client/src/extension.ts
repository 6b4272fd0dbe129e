// The extension on a desktop and on a remote machine: the server is a process of its own.
import * as vscode from 'vscode';
import { LanguageClient, TransportKind } from 'vscode-languageclient/node';
import { activateWith, type GovplanApi, type RunningExtension } from './activate.ts';

let running: RunningExtension | undefined;

export function activate(context: vscode.ExtensionContext): GovplanApi {
  const module = vscode.Uri.joinPath(context.extensionUri, 'server', 'dist', 'server.cjs').fsPath;
  running = activateWith(context, (id, name, options) => ({
    client: new LanguageClient(id, name, { module, transport: TransportKind.ipc }, options),
  }));
  return running.api;
}

export async function deactivate(): Promise<void> {
  await running?.stop();
  running = undefined;
}
