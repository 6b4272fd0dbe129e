// The extension in a browser (vscode.dev, github.dev): the server is a Web Worker.
import * as vscode from 'vscode';
import { BrowserMessageReader, BrowserMessageWriter, LanguageClient, type MessageTransports, State } from 'vscode-languageclient/browser';
import { activateWith, type GovplanApi, type RunningExtension } from './activate.ts';
import type { CreateClient } from './server.ts';

let running: RunningExtension | undefined;

export function activate(context: vscode.ExtensionContext): GovplanApi {
  const script = vscode.Uri.joinPath(context.extensionUri, 'server', 'dist', 'server-worker.js').toString(true);
  running = activateWith(context, createWorkerClient(script));
  return running.api;
}

export async function deactivate(): Promise<void> {
  await running?.stop();
  running = undefined;
}

function createWorkerClient(script: string): CreateClient {
  return (id, name, options) => {
    let worker: Worker | undefined;
    let fail: (error: Error) => void = () => undefined;
    const failed = new Promise<never>((_, reject) => {
      fail = reject;
    });
    // A client that is given the worker itself does not know it again: an extension host has a class of its own for workers.
    const createTransports = async (): Promise<MessageTransports> => {
      worker = new Worker(script, { name: 'govplan' });
      // A script that cannot be loaded never answers: without this the client would wait for ever.
      worker.addEventListener('error', ({ message }) => fail(new Error(message || script)));
      return { reader: new BrowserMessageReader(worker), writer: new BrowserMessageWriter(worker) };
    };
    const client = new LanguageClient(id, name, createTransports, options);
    client.onDidChangeState(({ newState }) => {
      // A worker does not end by itself when the protocol says `exit`.
      if (newState === State.Stopped || newState === State.StartFailed) worker?.terminate();
    });
    return { client, failed };
  };
}
