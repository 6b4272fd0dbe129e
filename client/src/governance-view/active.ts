// Whether the governance view is what the user is looking at: then no text editor is active.
import * as vscode from 'vscode';

export const governanceViewType = 'govplan.governanceView';

export function isGovernanceViewActive(): boolean {
  const input = vscode.window.tabGroups.activeTabGroup.activeTab?.input;
  // The workbench sets a word of its own before the type.
  return input instanceof vscode.TabInputWebview && input.viewType.endsWith(governanceViewType);
}
