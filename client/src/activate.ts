// What both hosts of the extension start: everything but the way in which the server runs.
import * as vscode from 'vscode';
import { createActivePlanTracker } from './active-plan.ts';
import { registerCommands } from './commands.ts';
import { registerComparison } from './comparison.ts';
import { createExplorer, type Explorer } from './explorer.ts';
import { createGovernanceView, type GovernanceView } from './governance-view/panel.ts';
import { registerReportExport } from './report-export.ts';
import { isServed } from './served-documents.ts';
import { type CreateClient, createServer, type Server } from './server.ts';
import { createStatusBar, type StatusBar } from './status-bar.ts';
import { registerTextViews } from './text-views.ts';
import { registerWhatIf } from './what-if.ts';

/** What the extension offers to others. */
export interface GovplanApi {
  readonly statusBar: StatusBar;
  readonly explorer: Explorer;
  readonly governanceView: GovernanceView;
}

export interface RunningExtension {
  readonly api: GovplanApi;
  /** Ends the server; resolves when it is gone. */
  stop(): Promise<void>;
}

export function activateWith(context: vscode.ExtensionContext, createClient: CreateClient): RunningExtension {
  const owned = context.subscriptions;
  const server = createServer(createClient, owned);
  const plan = createActivePlanTracker(server, owned);
  const statusBar = createStatusBar(plan, owned);
  const explorer = createExplorer(server, plan, owned);
  const governanceView = createGovernanceView(context.extensionUri, server, plan, owned);
  registerTextViews(plan, owned);
  registerCommands(server, owned);
  registerComparison(server, plan, owned);
  registerReportExport(server, plan, owned);
  registerWhatIf(server, plan, owned);
  owned.push(
    vscode.workspace.onDidChangeConfiguration((event) => {
      // Both are agreed on when the server starts.
      const isMeant = event.affectsConfiguration('govplan.language') || event.affectsConfiguration('govplan.codeLens');
      if (isMeant && server.isRunning()) void server.restart().catch(() => undefined);
    }),
  );
  startWhenNeeded(server, owned);
  return { api: { statusBar, explorer, governanceView }, stop: server.stop };
}

/** Commands and views are there at once. The server waits for a first plan: a window with other YAML files only has no need of it. */
function startWhenNeeded(server: Server, owned: vscode.Disposable[]): void {
  let isStarted = false;
  const start = (): void => {
    if (isStarted) return;
    isStarted = true;
    for (const listener of listeners) listener.dispose();
    // A failure is shown by the server itself.
    void server.start().catch(() => undefined);
  };
  const startFor = (document: vscode.TextDocument): void => {
    if (isServed(document)) start();
  };
  const listeners = [
    vscode.workspace.onDidOpenTextDocument(startFor),
    vscode.workspace.onDidChangeTextDocument(({ document }) => startFor(document)),
  ];
  owned.push(...listeners);
  vscode.workspace.textDocuments.forEach(startFor);
  void vscode.workspace.findFiles('**/*.plan.{yaml,yml}', '**/node_modules/**', 1).then(({ length }) => {
    if (length > 0) start();
  });
}
