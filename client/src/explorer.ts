// The view "Governance" in the explorer: who takes part in the active plan, by side, with what each may do, must do and is tied to.
// Findings are badges; a click leads to the text.
import * as vscode from 'vscode';
import type { ActivePlanTracker } from './active-plan.ts';
import { t } from './language.ts';
import type { GovernanceNode } from './protocol.ts';
import type { Server } from './server.ts';

/** Of the nodes that have findings: the decoration is asked for by a URI of this scheme. */
const nodeScheme = 'govplan-node';

export interface Explorer {
  /** The roots that are shown; none where no plan is active. */
  readonly roots: readonly GovernanceNode[];
  readonly onDidChange: vscode.Event<void>;
}

export function createExplorer(server: Server, plan: ActivePlanTracker, owned: vscode.Disposable[]): Explorer {
  const changed = new vscode.EventEmitter<GovernanceNode | undefined>();
  const updated = new vscode.EventEmitter<void>();
  const decorated = new vscode.EventEmitter<undefined>();
  let roots: readonly GovernanceNode[] = [];
  let parents: ReadonlyMap<string, GovernanceNode> = new Map();
  let asking: vscode.CancellationTokenSource | undefined;

  const provider: vscode.TreeDataProvider<GovernanceNode> = {
    onDidChangeTreeData: changed.event,
    getChildren: (node) => [...(node ? node.children : roots)],
    getParent: ({ key }) => parents.get(key),
    getTreeItem: toTreeItem,
  };
  const view = vscode.window.createTreeView('govplan.governance', { treeDataProvider: provider, showCollapseAll: true });

  const show = (next: readonly GovernanceNode[]): void => {
    roots = next;
    parents = parentsOf(next);
    const total = next.reduce((sum, { findings: { error, warning } }) => sum + error + warning, 0);
    view.badge = total > 0 ? { value: total, tooltip: t('Errors and warnings in the governance of this plan: {0}', total) } : undefined;
    changed.fire(undefined);
    decorated.fire(undefined);
    updated.fire();
  };

  const refresh = async (): Promise<void> => {
    asking?.cancel();
    asking = undefined;
    const { current } = plan;
    void vscode.commands.executeCommand('setContext', 'govplan.hasPlan', current.kind !== 'none');
    view.description = current.kind === 'known' ? (current.classification.title ?? current.classification.planId ?? '') : '';
    // A tree that is not seen is not asked for; what is being analysed keeps the tree it had.
    if (current.kind === 'analysing' || (current.kind === 'known' && !view.visible)) return;
    if (current.kind === 'none') return show([]);
    const source = new vscode.CancellationTokenSource();
    asking = source;
    const tree = await server.ask('govplan/governanceTree', current.place, source.token);
    if (asking !== source) return;
    asking = undefined;
    if (tree) show(tree.roots);
  };

  owned.push(
    changed,
    updated,
    decorated,
    view,
    new vscode.Disposable(() => asking?.cancel()),
    plan.onDidChange(() => void refresh()),
    view.onDidChangeVisibility(() => void refresh()),
    vscode.window.registerFileDecorationProvider({ onDidChangeFileDecorations: decorated.event, provideFileDecoration: toDecoration }),
  );
  void refresh();

  return {
    get roots() {
      return roots;
    },
    onDidChange: updated.event,
  };
}

function parentsOf(roots: readonly GovernanceNode[]): ReadonlyMap<string, GovernanceNode> {
  const parents = new Map<string, GovernanceNode>();
  const visit = (node: GovernanceNode): void => {
    for (const child of node.children) {
      parents.set(child.key, node);
      visit(child);
    }
  };
  for (const root of roots) visit(root);
  return parents;
}

function toTreeItem(node: GovernanceNode): vscode.TreeItem {
  const { key, kind, label, detail, place, children } = node;
  const isOpen = kind === 'side';
  const { None, Collapsed, Expanded } = vscode.TreeItemCollapsibleState;
  const item = new vscode.TreeItem(label, children.length === 0 ? None : isOpen ? Expanded : Collapsed);
  item.id = key;
  item.iconPath = new vscode.ThemeIcon(icons[kind]);
  item.contextValue = kind;
  const count = children.length > 0 && place === undefined ? String(children.length) : '';
  item.description = detail ?? count;
  item.tooltip = [label, detail, findingsText(node)].filter(Boolean).join('\n');
  const { error, warning } = node.findings;
  item.resourceUri = vscode.Uri.from({ scheme: nodeScheme, path: `/${key}`, query: `${error},${warning}` });
  if (place) {
    const { start, end } = place.range;
    const selection = new vscode.Range(start.line, start.character, end.line, end.character);
    item.command = {
      command: 'vscode.open',
      title: t('Go to Text'),
      arguments: [vscode.Uri.parse(place.uri), { selection } satisfies vscode.TextDocumentShowOptions],
    };
  }
  return item;
}

const icons: Readonly<Record<GovernanceNode['kind'], string>> = {
  side: 'layers',
  organization: 'organization',
  body: 'law',
  rights: 'key',
  responsibilities: 'checklist',
  ties: 'link',
  seats: 'person',
  right: 'key',
  responsibility: 'check',
  tie: 'arrow-both',
  seat: 'person',
};

function findingsText({ findings: { error, warning, information } }: GovernanceNode): string {
  const parts: string[] = [];
  if (error > 0) parts.push(t('Errors: {0}', error));
  if (warning > 0) parts.push(t('Warnings: {0}', warning));
  if (information > 0) parts.push(t('Notes: {0}', information));
  return parts.join(' · ');
}

function toDecoration({ scheme, query }: vscode.Uri): vscode.FileDecoration | undefined {
  if (scheme !== nodeScheme) return undefined;
  const [errors = 0, warnings = 0] = query.split(',').map(Number);
  const total = errors + warnings;
  if (total === 0) return undefined;
  // A badge has room for two characters.
  const badge = total > 9 ? '9+' : String(total);
  const colour = errors > 0 ? 'list.errorForeground' : 'list.warningForeground';
  return new vscode.FileDecoration(badge, t('Errors: {0}, warnings: {1}', errors, warnings), new vscode.ThemeColor(colour));
}
