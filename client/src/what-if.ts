// "What if this actor fails?": what fails with an actor, as a text beside the plan; or all actors, ranked by what fails with them.
import * as vscode from 'vscode';
import { type ActivePlanTracker, placeOfActivePlan } from './active-plan.ts';
import { t } from './language.ts';
import type { GovernanceNode, PlaceParams } from './protocol.ts';
import type { Server } from './server.ts';
import { showBeside, viewUri } from './text-views.ts';

export function registerWhatIf(server: Server, plan: ActivePlanTracker, owned: vscode.Disposable[]): void {
  /** A lens gives the plan and the actor, the explorer its node; without either it is asked for. */
  const whatIf = async (about?: unknown, actor?: unknown): Promise<void> => {
    if (typeof about === 'string' && typeof actor === 'string') return showBeside(viewUri(about, 'what-if', actor));
    const place = placeOfActivePlan(plan);
    if (place === undefined) {
      void vscode.window.showInformationMessage(t('Open a governance plan first: its actors are thought away one by one.'));
      return;
    }
    const { uri } = place.textDocument;
    if (isNode(about)) return showBeside(viewUri(uri, 'what-if', actorOf(about)));
    const picked = await askActor(server, place);
    if (picked) await showBeside(viewUri(uri, 'what-if', picked.actor));
  };
  owned.push(vscode.commands.registerCommand('govplan.whatIf', whatIf));
}

interface ActorItem extends vscode.QuickPickItem {
  /** Undefined for all of them, one after the other. */
  readonly actor?: string;
}

/** The actors of the plan, the one that the cursor stands in or behind first. */
async function askActor(server: Server, place: PlaceParams): Promise<ActorItem | undefined> {
  const tree = await server.ask('govplan/governanceTree', place);
  if (tree === undefined) return undefined;
  const actors = tree.roots.flatMap(({ children }) => children);
  const line = vscode.window.activeTextEditor?.selection.active.line ?? 0;
  const lineOf = ({ place: own }: GovernanceNode): number => (own?.uri === place.textDocument.uri ? own.range.start.line : -1);
  const before = actors.filter((actor) => lineOf(actor) >= 0 && lineOf(actor) <= line);
  const nearest = before.toSorted((a, b) => lineOf(b) - lineOf(a))[0];
  const sorted = [...(nearest ? [nearest] : []), ...actors.filter((actor) => actor !== nearest)];
  const items: readonly ActorItem[] = [
    ...sorted.map((node) => ({ label: node.label, description: actorOf(node), actor: actorOf(node) })),
    { label: '', kind: vscode.QuickPickItemKind.Separator },
    { label: t('Each in turn'), detail: t('Ranks all actors by what fails with them') },
  ];
  return vscode.window.showQuickPick(items, { title: t('What If This Actor Fails?'), matchOnDescription: true });
}

function isNode(value: unknown): value is GovernanceNode {
  return typeof value === 'object' && value !== null && 'key' in value && typeof value.key === 'string';
}

function actorOf({ key }: GovernanceNode): string {
  return key.replace(/^(?:organizations|bodies)\//, '');
}
