// What the extension does with a plan beside showing it: comparing it with a revision, writing its report, thinking actors away.
import * as vscode from 'vscode';
import { fileUri, govplan, open, replace, revertAll, until } from './editor.ts';
import { assert, assertEqual, type DefineTest } from './harness.ts';

const plan = 'modes/collaborative-governance.plan.yaml';

/** Where the workspace is no disk, there is no repository either. */
function hasRepository(): boolean {
  return ['file', 'vscode-remote'].includes(fileUri(plan).scheme);
}

function shownView(kind: string): vscode.TextDocument | undefined {
  const editors = vscode.window.visibleTextEditors.map(({ document }) => document);
  return editors.find(({ uri }) => uri.scheme === 'govplan' && uri.path.endsWith(`.${kind}`));
}

export function defineToolTests(test: DefineTest): void {
  test('a plan is compared with a revision, and the comparison follows its edits', async () => {
    await govplan();
    const editor = await open(plan);
    await vscode.commands.executeCommand('govplan.compareWithRevision', fileUri(plan), 'HEAD');
    if (!hasRepository()) {
      assertEqual(shownView('diff.txt')?.getText(), undefined, 'a comparison without a repository');
      return revertAll();
    }
    const shown = shownView('diff.txt');
    assert(shown?.getText().startsWith('Nothing changed') === true, `${shown?.getText()}`);
    await replace(editor, 'target-mode: collaborative-governance', 'target-mode: equal-cooperation');
    await until('the change', vscode.workspace.onDidChangeTextDocument, () => /target-mode/.test(shown.getText()));
    await vscode.commands.executeCommand('govplan.openTextDiff', shown.uri);
    const tab = vscode.window.tabGroups.activeTabGroup.activeTab?.input;
    assert(tab instanceof vscode.TabInputTextDiff, 'the texts are not compared');
    const past = await vscode.workspace.openTextDocument(tab.original);
    assert(past.getText().includes('target-mode: collaborative-governance'), 'the old text is not the old text');
    assertEqual(vscode.languages.getDiagnostics(past.uri), [], 'findings in the old text');
    await revertAll();
  });

  test('a revision that is not there is no comparison', async () => {
    await govplan();
    await open(plan);
    await vscode.commands.executeCommand('govplan.compareWithRevision', undefined, 'no-such-revision');
    assertEqual(shownView('diff.txt')?.getText(), undefined, 'a comparison with nothing');
    await revertAll();
  });

  test('the report is written to the file that is wanted, in both formats', async () => {
    await open(plan);
    for (const [format, start] of [
      ['html', '<!DOCTYPE html>'],
      ['md', '# '],
    ] as const) {
      const target = fileUri(`report.${format}`);
      await vscode.commands.executeCommand('govplan.exportReport', undefined, { format, target });
      const text = new TextDecoder().decode(await vscode.workspace.fs.readFile(target));
      assert(text.startsWith(start), `${format}: ${text.slice(0, 60)}`);
      await vscode.workspace.fs.delete(target);
    }
    await revertAll();
  });

  test('over each actor stands what fails with it, and a click shows all of it', async () => {
    const editor = await open(plan);
    const lenses = await vscode.commands.executeCommand<readonly vscode.CodeLens[]>(
      'vscode.executeCodeLensProvider',
      editor.document.uri,
      100,
    );
    const lens = lenses.find(({ command }) => command?.command === 'govplan.whatIf' && command.arguments?.[1] === 'county-gov');
    assert(lens?.command, `no lens: ${JSON.stringify(lenses)}`);
    assert(/^If it fails: \d+ responsibilit/.test(lens.command.title), lens.command.title);
    await vscode.commands.executeCommand(lens.command.command, ...(lens.command.arguments ?? []));
    const shown = shownView('what-if.txt');
    assert(shown && /without county-gov/.test(shown.getText()), `${shown?.getText()}`);
    await revertAll();
  });

  test('the explorer asks the same of its actors', async () => {
    const { explorer, statusBar } = await govplan();
    await open(plan);
    // The view is there as soon as a plan is.
    await until('the plan', statusBar.onDidChange, () => /\d$/.test(statusBar.current?.text ?? ''));
    await vscode.commands.executeCommand('govplan.governance.focus');
    const actor = await until('the actors', explorer.onDidChange, () =>
      explorer.roots.flatMap(({ children }) => children).find(({ key }) => key === 'organizations/rescue-team'),
    );
    await vscode.commands.executeCommand('govplan.whatIf', actor);
    const shown = shownView('what-if.txt');
    assert(shown && /without rescue-team/.test(shown.getText()), `${shown?.getText()}`);
    await revertAll();
  });
}
