// The governance view: the report's pictures of the active plan in a panel beside its text. It follows the active plan and its edits, leads to
// the text, and is there again after the window was reloaded. While it is hidden or closed, nothing is asked for.
import * as vscode from 'vscode';
import type { ActivePlanTracker } from '../active-plan.ts';
import { t } from '../language.ts';
import type { Place, PlaceParams, PlanView } from '../protocol.ts';
import type { Server } from '../server.ts';
import { governanceViewType } from './active.ts';
import type { FromView, ToView, ViewState } from './messages.ts';
import { composePage, createNonce } from './page.ts';
import { readPlaces } from './places.ts';

export interface GovernanceView {
  readonly isOpen: boolean;
  /** What is shown; undefined where nothing is. */
  readonly current: PlanView | undefined;
  readonly onDidChange: vscode.Event<PlanView | undefined>;
}

export function createGovernanceView(
  extension: vscode.Uri,
  server: Server,
  plan: ActivePlanTracker,
  owned: vscode.Disposable[],
): GovernanceView {
  const changed = new vscode.EventEmitter<PlanView | undefined>();
  let panel: vscode.WebviewPanel | undefined;
  let place: PlaceParams | undefined;
  let asking: vscode.CancellationTokenSource | undefined;
  /** Whether something has changed since what is shown was drawn. */
  let isOutdated = true;
  /** With the URI of the plan that it shows. */
  let current: { readonly uri: string; readonly view: PlanView } | undefined;

  const show = (next: typeof current): void => {
    current = next;
    changed.fire(next?.view);
  };
  const post = (message: ToView): void => void panel?.webview.postMessage(message);
  const postCurrent = (): void => {
    if (current === undefined || place === undefined) return;
    const { uri, view } = current;
    const state: ViewState = { uri, line: place.position.line, ...(view.planId !== undefined && { planId: view.planId }) };
    post({ kind: 'show', plan: JSON.stringify([uri, view.planId]), state, view });
  };
  const tell = (text: string): void => {
    const keeps = current !== undefined && current.uri === place?.textDocument.uri;
    post({ kind: 'notice', text, keeps });
    if (!keeps) show(undefined);
  };

  const refresh = async (): Promise<void> => {
    asking?.cancel();
    asking = undefined;
    isOutdated = true;
    if (panel === undefined || !panel.visible || place === undefined) return;
    if (current === undefined) tell(t('Analysing plan…'));
    const { uri } = place.textDocument;
    const source = new vscode.CancellationTokenSource();
    asking = source;
    const answer = await server.ask('govplan/view', place, source.token);
    if (asking !== source) return;
    asking = undefined;
    switch (answer?.kind) {
      case undefined:
        // The server is starting, or an edit has overtaken the question: either is told of, and then it is asked anew.
        return;
      case 'none':
        show(undefined);
        return tell(t('There is no plan here to show.'));
      case 'faulty':
        return tell(t('The text has a fault of syntax. The pictures are drawn again as soon as it can be read.'));
      case 'plan':
        isOutdated = false;
        if (panel) panel.title = t('Governance: {0}', answer.name);
        show({ uri, view: answer });
        return postCurrent();
    }
  };

  const follow = (): void => {
    const { current: active } = plan;
    // Elsewhere, in a library or a text without plans, the view goes on showing the plan it has.
    if (active.kind !== 'known') return;
    const { planId } = active.classification;
    const next = { ...active.place, ...(planId !== undefined && { planId }) };
    const isSame = place !== undefined && place.textDocument.uri === next.textDocument.uri && place.planId === next.planId;
    place = next;
    // Edits are told of by the server.
    if (!isSame || current === undefined) void refresh();
  };

  const take = (given: vscode.WebviewPanel): void => {
    panel?.dispose();
    panel = given;
    const { webview } = given;
    const dist = vscode.Uri.joinPath(extension, 'client', 'dist');
    const address = (file: string): string => webview.asWebviewUri(vscode.Uri.joinPath(dist, file)).toString();
    webview.options = { enableScripts: true, localResourceRoots: [dist] };
    const icon = (theme: 'light' | 'dark'): vscode.Uri => vscode.Uri.joinPath(extension, 'client', 'media', `plan-${theme}.svg`);
    given.iconPath = { light: icon('light'), dark: icon('dark') };
    given.onDidDispose(() => {
      if (panel !== given) return;
      asking?.cancel();
      [panel, asking, place] = [undefined, undefined, undefined];
      show(undefined);
    });
    webview.onDidReceiveMessage((message: FromView) => {
      if (message.kind === 'ready') {
        // A view that was hidden begins anew.
        postCurrent();
        if (isOutdated && asking === undefined) void refresh();
        else if (current === undefined) tell(t('Analysing plan…'));
      } else void reveal(readPlaces(message.places, current?.view.files ?? []), given.viewColumn);
    });
    const title = t('Governance View');
    webview.html = composePage({
      nonce: createNonce(),
      script: address('governance-view.js'),
      style: address('governance-view.css'),
      title,
    });
  };

  const open = (): void => {
    if (panel === undefined) {
      if (plan.current.kind === 'none') {
        void vscode.window.showInformationMessage(t('Open a governance plan first: what is asked for is shown beside it.'));
        return;
      }
      const where = { viewColumn: vscode.ViewColumn.Beside, preserveFocus: true };
      place = plan.current.place;
      take(vscode.window.createWebviewPanel(governanceViewType, t('Governance View'), where));
    } else panel.reveal(undefined, true);
    follow();
  };

  owned.push(
    changed,
    new vscode.Disposable(() => asking?.cancel()),
    vscode.commands.registerCommand('govplan.showGovernanceView', open),
    plan.onDidChange(follow),
    server.onDidChange(({ uris }) => {
      if (place !== undefined && (uris === null || uris.includes(place.textDocument.uri))) void refresh();
    }),
    vscode.window.registerWebviewPanelSerializer(governanceViewType, {
      deserializeWebviewPanel: async (restored, state: unknown) => {
        place = placeOf(state);
        take(restored);
        follow();
        // With its document the server is started, where nothing else has done so.
        if (place) await vscode.workspace.openTextDocument(vscode.Uri.parse(place.textDocument.uri)).then(undefined, () => undefined);
      },
    }),
  );

  return {
    get isOpen() {
      return panel !== undefined;
    },
    get current() {
      return current?.view;
    },
    onDidChange: changed.event,
  };
}

/** Shows the first place, where its file is already shown or else beside the view; several are listed there too. */
async function reveal(places: readonly Place[], own: vscode.ViewColumn | undefined): Promise<void> {
  const locations = places.map(({ uri, range: { start, end } }) => {
    return new vscode.Location(vscode.Uri.parse(uri), new vscode.Range(start.line, start.character, end.line, end.character));
  });
  const [first] = locations;
  if (first === undefined) return;
  const { visibleTextEditors, tabGroups } = vscode.window;
  const shown = visibleTextEditors.find(({ document }) => document.uri.toString() === first.uri.toString());
  const beside = tabGroups.all.find(({ viewColumn }) => viewColumn !== own)?.viewColumn;
  const viewColumn = shown?.viewColumn ?? beside ?? vscode.ViewColumn.Beside;
  await vscode.window.showTextDocument(first.uri, { viewColumn, selection: first.range });
  if (locations.length > 1) await vscode.commands.executeCommand('editor.action.peekLocations', first.uri, first.range.start, locations);
}

/** What the view had kept; undefined where that is anything else. */
function placeOf(state: unknown): PlaceParams | undefined {
  const { uri, line, planId } = (state ?? {}) as Partial<ViewState>;
  if (typeof uri !== 'string' || typeof line !== 'number') return undefined;
  return { textDocument: { uri }, position: { line, character: 0 }, ...(typeof planId === 'string' && { planId }) };
}
