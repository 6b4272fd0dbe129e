// What the extension shows besides the text: the status bar, the view Governance, the classification as a document, a new plan.
import * as vscode from 'vscode';
import type { GovplanApi } from '../../../client/src/activate.ts';
import { govplan, open, positionOf, replace, revertAll, until } from './editor.ts';
import { assert, assertEqual, type DefineTest } from './harness.ts';

async function untilStatus(wanted: RegExp): Promise<NonNullable<GovplanApi['statusBar']['current']>> {
  const { statusBar } = await govplan();
  try {
    return await until('the status bar', statusBar.onDidChange, () => {
      const { current } = statusBar;
      return current !== undefined && wanted.test(current.text) && current;
    });
  } catch {
    throw new Error(`the status bar shows '${statusBar.current?.text}', not ${wanted}`);
  }
}

export function defineViewTests(test: DefineTest): void {
  test('the status bar shows each of the four modes, and how sure it is', async () => {
    for (const [file, name] of [
      ['government-control', 'Government control'],
      ['social-autonomy', 'Social autonomy'],
      ['collaborative-governance', 'Collaborative governance'],
      ['equal-cooperation', 'Equal cooperation'],
    ]) {
      await open(`modes/${file}.plan.yaml`);
      const { isWarning, tooltip } = await untilStatus(new RegExp(`${name} [01]\\.\\d\\d$`));
      assertEqual(isWarning, false, `${file}: warning`);
      for (const part of ['Locus L', 'Interaction X', 'Strongest drivers', 'Context calls for', 'Target']) {
        assert(tooltip.includes(part), `${file}: the tooltip says nothing of '${part}'`);
      }
    }
    await revertAll();
  });

  test('it warns where the context asks for another mode, and stops when that is mended', async () => {
    const editor = await open('modes/government-control.plan.yaml');
    assertEqual((await untilStatus(/Government control/)).isWarning, false, 'warning');
    const { statusBar } = await govplan();
    await replace(editor, 'target-mode: government-control', 'target-mode: equal-cooperation');
    await until('the warning', statusBar.onDidChange, () => statusBar.current?.isWarning === true);
    await vscode.commands.executeCommand('undo');
    await until('its end', statusBar.onDidChange, () => statusBar.current?.isWarning === false);
    await revertAll();
  });

  test('it follows the cursor into another plan of the same file', async () => {
    const editor = await open('two-plans.plan.yaml');
    await untilStatus(/Government control/);
    const second = positionOf(editor.document, 'Second Plan');
    editor.selection = new vscode.Selection(second, second);
    await untilStatus(/Social autonomy/);
    editor.selection = new vscode.Selection(0, 0, 0, 0);
    await untilStatus(/Government control/);
    await revertAll();
  });

  test('it disappears where there is no plan: in other files, in a library, with no editor', async () => {
    const { statusBar } = await govplan();
    for (const file of ['notes.txt', 'other.yaml', 'library/organizations (shared).plan.yaml']) {
      await open('modes/equal-cooperation.plan.yaml');
      await untilStatus(/Equal cooperation/);
      await open(file);
      await until(`its end in ${file}`, statusBar.onDidChange, () => statusBar.current === undefined);
    }
    await open('modes/equal-cooperation.plan.yaml');
    await untilStatus(/Equal cooperation/);
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    await until('its end without an editor', statusBar.onDidChange, () => statusBar.current === undefined);
  });

  test('while the text has a fault of syntax no mode is claimed', async () => {
    const editor = await open('modes/equal-cooperation.plan.yaml');
    await untilStatus(/Equal cooperation/);
    await replace(editor, 'govplan: "1"', 'govplan: "1');
    await untilStatus(/Mode not known/);
    await vscode.commands.executeCommand('undo');
    await untilStatus(/Equal cooperation/);
    await revertAll();
  });

  test('the view Governance shows the actors by side, with their findings', async () => {
    const { explorer } = await govplan();
    await open('riverside.plan.yaml');
    // The view is there as soon as a plan is.
    await untilStatus(/./);
    await vscode.commands.executeCommand('govplan.governance.focus');
    const roots = await until('the actors', explorer.onDidChange, () => explorer.roots.length === 2 && explorer.roots);
    const outline = roots.map(({ label, children }) => [label, children.map((child) => child.label)]);
    const government = ['Government side', ['County Government', 'Coordination Platform']];
    assertEqual(outline, [government, ['Society side', ['Blue Sky Rescue Team', 'Riverside Community']]], 'actors');
    const riverside = roots[1]?.children.find(({ key }) => key === 'organizations/riverside');
    assertEqual(riverside?.findings.error, 1, 'errors of riverside');
    const blueSky = roots[1]?.children.find(({ key }) => key === 'organizations/blue-sky');
    assertEqual(
      blueSky?.children.map(({ kind }) => kind),
      ['rights', 'responsibilities', 'ties', 'seats'],
      'what blue-sky has',
    );
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    await until('an empty view', explorer.onDidChange, () => explorer.roots.length === 0);
  });

  test('the classification is shown beside the plan, and follows its edits', async () => {
    const editor = await open('modes/collaborative-governance.plan.yaml');
    await untilStatus(/Collaborative governance/);
    await vscode.commands.executeCommand('govplan.showClassification');
    const shown = vscode.workspace.textDocuments.find(({ uri }) => uri.path.endsWith('.classification.txt'));
    assert(shown !== undefined, 'nothing is shown');
    assert(shown.getText().includes('Locus L'), shown.getText());
    assertEqual(vscode.window.activeTextEditor?.document.uri.toString(), editor.document.uri.toString(), 'active editor');
    await replace(editor, 'target-mode: collaborative-governance', 'target-mode: equal-cooperation');
    await until('the new target', vscode.workspace.onDidChangeTextDocument, () => /Target +equal cooperation/.test(shown.getText()));
    await revertAll();
  });

  test('the responsibility matrix and the network are shown beside the plan, and follow its edits', async () => {
    const editor = await open('riverside.plan.yaml');
    await untilStatus(/ [01]\.\d\d$/);
    for (const [command, wanted] of [
      ['govplan.showMatrix', 'Riverside Community'],
      ['govplan.showNetwork', 'riverside'],
    ] as const) {
      await vscode.commands.executeCommand(command);
      const shown = vscode.window.visibleTextEditors.find(({ document }) => document.uri.scheme === 'govplan')?.document;
      assert(shown !== undefined, `${command} shows nothing`);
      assert(shown.getText().includes(wanted), `${command}: ${shown.getText()}`);
      await replace(editor, 'Riverside Community', 'Riverbank Community');
      await replace(editor, '  riverside:', '  riverbank:');
      await until('the new name', vscode.workspace.onDidChangeTextDocument, () => /[Rr]iverbank/.test(shown.getText()));
      await vscode.commands.executeCommand('workbench.action.files.revert');
    }
    await revertAll();
  });

  test('the governance view opens beside the plan, follows its edits and the active editor, and is gone when it is closed', async () => {
    const { governanceView } = await govplan();
    const shows = (wanted: RegExp): Promise<unknown> =>
      until(`a view of ${wanted}`, governanceView.onDidChange, () => {
        const { current } = governanceView;
        return current?.sections.some(({ html }) => wanted.test(html)) && current;
      });
    const editor = await open('riverside.plan.yaml');
    await untilStatus(/ [01]\.\d\d$/);
    await vscode.commands.executeCommand('govplan.showGovernanceView');
    await shows(/Riverside Community/);
    assertEqual(governanceView.current?.files.length, 2, 'files that it leads to');
    assertEqual(vscode.window.activeTextEditor?.document.uri.toString(), editor.document.uri.toString(), 'active editor');
    await replace(editor, 'Riverside Community', 'Riverbank Community');
    await shows(/Riverbank Community/);
    await open('notes.txt');
    assertEqual(governanceView.current?.planId, 'riverside-flood', 'plan that is kept');
    await open('modes/equal-cooperation.plan.yaml');
    await shows(/Equal cooperation/);
    await revertAll();
    await until('its end', governanceView.onDidChange, () => !governanceView.isOpen);
  });

  test('a new plan is a governance plan with a mode', async () => {
    await govplan();
    await vscode.commands.executeCommand('govplan.newPlan');
    const document = vscode.window.activeTextEditor?.document;
    assertEqual(document?.languageId, 'governance-plan', 'language');
    assertEqual(document?.isUntitled, true, 'unsaved');
    await untilStatus(/ \d\.\d\d$/);
    await revertAll();
  });

  test('a restarted server goes on where the old one was', async () => {
    const editor = await open('modes/equal-cooperation.plan.yaml');
    await untilStatus(/Equal cooperation/);
    await vscode.commands.executeCommand('govplan.restartServer');
    await replace(editor, 'target-mode: equal-cooperation', 'target-mode: government-control');
    const { statusBar } = await govplan();
    await until('an answer of the new server', statusBar.onDidChange, () => statusBar.current?.isWarning === true);
    await revertAll();
  });
}
