// The language server as the rest of the extension sees it: started, asked, restarted after a fault, and gone with the window.
import * as vscode from 'vscode';
import {
  type BaseLanguageClient,
  CloseAction,
  ErrorAction,
  type ErrorHandler,
  type LanguageClientOptions,
  RequestType,
  RevealOutputChannelOn,
  type StaticFeature,
} from 'vscode-languageclient';
import { createPlanFormatting } from './formatting.ts';
import { language, t } from './language.ts';
import type { ChangedParams, ListFilesParams, ParamsOf, PlaceRequests, ReadFileParams, ReadFileResult } from './protocol.ts';
import { createServedFilter, documentSelector } from './served-documents.ts';
import { listWorkspaceFiles, readWorkspaceFile } from './workspace-files.ts';

export interface Server {
  /** A failure is shown to the user, and rejects. */
  start(): Promise<void>;
  restart(): Promise<void>;
  stop(): Promise<void>;
  isRunning(): boolean;
  /** Undefined where no plan stands at the place, or where the answer is no longer wanted or cannot be had. */
  ask<M extends keyof PlaceRequests>(
    method: M,
    params: ParamsOf<M>,
    token?: vscode.CancellationToken,
  ): Promise<PlaceRequests[M] | undefined>;
  /** The server started, stopped, or says that its answers may have become others. */
  readonly onDidChange: vscode.Event<ChangedParams>;
}

/** Makes a client for the one way in which the host runs a server: a process, or a Web Worker. */
export type CreateClient = (id: string, name: string, options: LanguageClientOptions) => CreatedClient;

export interface CreatedClient {
  readonly client: BaseLanguageClient;
  /** Rejects where the server fails in a way that the client does not notice. */
  readonly failed?: Promise<never>;
}

/** Files that are governance plans by their names. */
const planName = /\.plan\.ya?ml$/;

export function createServer(createClient: CreateClient, owned: vscode.Disposable[]): Server {
  const output = vscode.window.createOutputChannel('govplan', { log: true });
  const changed = new vscode.EventEmitter<ChangedParams>();
  owned.push(output, changed);
  let client: BaseLanguageClient | undefined;
  const everything: ChangedParams = { uris: null };

  const start = async (): Promise<void> => {
    const { sendRequest, sendNotification } = createServedFilter((shown) => {
      formatting.setDocuments(shown.filter(({ path }) => !planName.test(path)));
    });
    let hasStarted = false;
    const { client: created, failed } = createClient('govplan', 'govplan', {
      documentSelector,
      outputChannel: output,
      revealOutputChannelOn: RevealOutputChannelOn.Never,
      errorHandler: createErrorHandler(
        () => hasStarted,
        () => void offerRestart(t('The govplan language server stopped unexpectedly.')),
      ),
      initializationFailedHandler: () => false,
      middleware: { ...(sendRequest && { sendRequest }), ...(sendNotification && { sendNotification }) },
      diagnosticPullOptions: { onChange: true, onTabs: true, match: (_, { path }) => planName.test(path) },
    });
    client = created;
    // The client shows its own errors in its own words, in English; the user is told once, in the words of the extension.
    const log = created.error.bind(created);
    created.error = (message, data) => log(message, data, false);
    const formatting = createPlanFormatting(created);
    created.registerFeature(extensionCapabilities);
    created.registerFeature(formatting);
    created.onRequest(new RequestType<ReadFileParams, ReadFileResult, void>('govplan/readFile'), readWorkspaceFile);
    created.onRequest(new RequestType<ListFilesParams, readonly string[], void>('govplan/listFiles'), listWorkspaceFiles);
    created.onNotification('govplan/changed', (params: ChangedParams) => changed.fire(params));
    created.onDidChangeState(() => changed.fire(everything));
    try {
      await Promise.race([created.start(), ...(failed ? [failed] : [])]);
      hasStarted = true;
    } catch (error) {
      output.error(String(error));
      void offerRestart(t('The govplan language server did not start. Its output says why.'));
      throw error;
    }
  };

  const stop = async (): Promise<void> => {
    const running = client;
    client = undefined;
    // A client that failed to start, or whose server died, has nothing to stop, and says so by an error.
    await running?.dispose().catch((error: unknown) => output.info(String(error)));
  };

  const restart = async (): Promise<void> => {
    await stop();
    await start();
  };

  const offerRestart = async (message: string): Promise<void> => {
    const again = t('Restart');
    const details = t('Show Output');
    const choice = await vscode.window.showErrorMessage(message, again, details);
    if (choice === again) await restart().catch(() => undefined);
    if (choice === details) output.show();
  };

  return {
    start,
    restart,
    stop,
    isRunning: () => client?.isRunning() === true,
    ask: async (method, params, token) => {
      if (client === undefined || !client.isRunning()) return undefined;
      try {
        return (await client.sendRequest<PlaceRequests[typeof method] | null>(method, params, token)) ?? undefined;
      } catch (error) {
        if (!token?.isCancellationRequested) output.debug(`${method}: ${messageOf(error)}`);
        return undefined;
      }
    },
    onDidChange: changed.event,
  };
}

/** What this client can beyond the protocol, and the language that the user wants to be spoken to in. */
const extensionCapabilities: StaticFeature = {
  fillInitializeParams: (params) => {
    params.locale = language();
  },
  fillClientCapabilities: (capabilities) => {
    capabilities.experimental = {
      ...capabilities.experimental,
      govplan: { changes: true, files: true, whatIf: vscode.workspace.getConfiguration('govplan').get('codeLens.whatIf', true) },
    };
  },
  initialize: () => undefined,
  getState: () => ({ kind: 'static' }),
  clear: () => undefined,
};

/** A server that dies is started again by itself, but not over and over: what dies at once would die again. */
function createErrorHandler(hasStarted: () => boolean, giveUp: () => void): ErrorHandler {
  const deaths: number[] = [];
  return {
    error: () => ({ action: ErrorAction.Continue }),
    closed: () => {
      // That it did not start at all is told by whoever started it.
      if (!hasStarted()) return { action: CloseAction.DoNotRestart, handled: true };
      deaths.push(Date.now());
      const recent = deaths.filter((time) => time > Date.now() - 180_000);
      if (recent.length <= 3) return { action: CloseAction.Restart, handled: true };
      giveUp();
      return { action: CloseAction.DoNotRestart, handled: true };
    },
  };
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
