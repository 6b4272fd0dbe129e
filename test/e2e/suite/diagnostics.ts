// Findings in the editor: in plans by name and by first key, following edits, files on the disk and other open files.
import * as vscode from 'vscode';
import { fileUri, findingsOf, open, replace, revertAll, ruleOf, until, untilFindings } from './editor.ts';
import { assert, assertEqual, type DefineTest } from './harness.ts';

const plan = 'riverside.plan.yaml';

export function defineDiagnosticsTests(test: DefineTest): void {
  test('a *.plan.yaml is a governance plan, and its findings stand where the fault is', async () => {
    const { document } = await open(plan);
    assertEqual(document.languageId, 'governance-plan', 'language');
    const [finding] = await untilFindings(document.uri, ['organization-unlinked']);
    assert(finding !== undefined, 'no finding');
    assertEqual(document.getText(finding.range), 'riverside', 'range');
    assertEqual(finding.severity, vscode.DiagnosticSeverity.Error, 'severity');
    const { code } = finding;
    assert(typeof code === 'object' && code.target.toString().includes('organization-unlinked'), 'the rule has no page');
    await revertAll();
  });

  test('an edit clears a finding, and taking it back brings it again', async () => {
    const editor = await open(plan);
    const { uri } = editor.document;
    await untilFindings(uri, ['organization-unlinked']);
    await replace(editor, 'members: blue-sky', 'members: [blue-sky, riverside]');
    await untilFindings(uri, []);
    await vscode.commands.executeCommand('undo');
    await untilFindings(uri, ['organization-unlinked']);
    await revertAll();
  });

  test('an unsaved edit of a library is seen by the plan that imports it', async () => {
    const { document } = await open(plan);
    await untilFindings(document.uri, ['organization-unlinked']);
    const library = await open('library/organizations (shared).plan.yaml');
    await replace(library, '  county-government:', '  county-office:');
    await until('the dangling references', vscode.languages.onDidChangeDiagnostics, () =>
      findingsOf(document.uri).some((finding) => ruleOf(finding) === 'dangling-reference'),
    );
    await revertAll();
    await open(plan);
    await untilFindings(document.uri, ['organization-unlinked']);
    await revertAll();
  });

  test('a file that comes and goes on the disk is seen by the plan that imports it', async () => {
    const editor = await open(plan);
    const { uri } = editor.document;
    const added = fileUri('library/added.plan.yaml');
    await replace(editor, 'imports: library/', 'imports: [library/added.plan.yaml, library/');
    await replace(editor, '(shared).plan.yaml\n', '(shared).plan.yaml]\n');
    await untilFindings(uri, ['import-failed']);
    await vscode.workspace.fs.writeFile(added, new TextEncoder().encode('govplan: "1"\n'));
    await untilFindings(uri, ['organization-unlinked']);
    await vscode.workspace.fs.delete(added);
    await untilFindings(uri, ['import-failed']);
    await revertAll();
  });

  test('a YAML file whose first key is govplan is served, other YAML files are left alone', async () => {
    const served = await open('served.yaml');
    assertEqual(served.document.languageId, 'yaml', 'language');
    await until('a finding', vscode.languages.onDidChangeDiagnostics, () =>
      findingsOf(served.document.uri).some((finding) => ruleOf(finding) === 'unknown-value'),
    );
    const other = await open('other.yaml', 'status');
    const hovers = await vscode.commands.executeCommand<readonly vscode.Hover[]>(
      'vscode.executeHoverProvider',
      other.document.uri,
      other.selection.active,
    );
    assertEqual(hovers.length, 0, 'hovers');
    assertEqual(findingsOf(other.document.uri).length, 0, 'findings');
    await revertAll();
  });

  test('a YAML file that becomes a plan while it is typed is served from then on', async () => {
    const editor = await open('other.yaml');
    await replace(editor, 'kind: Deployment', 'govplan: "1"');
    await until('a finding', vscode.languages.onDidChangeDiagnostics, () =>
      findingsOf(editor.document.uri).some((finding) => ruleOf(finding) === 'unknown-value'),
    );
    await replace(editor, 'status: drafted', 'status: draft');
    await until('its end', vscode.languages.onDidChangeDiagnostics, () =>
      findingsOf(editor.document.uri).every((finding) => ruleOf(finding) !== 'unknown-value'),
    );
    await revertAll();
  });

  test('an earlier version beside a plan is explained, and has no findings', async () => {
    const { document } = await open(plan);
    const text = document.getText();
    const provider = vscode.workspace.registerTextDocumentContentProvider('past', { provideTextDocumentContent: () => text });
    const past = await vscode.workspace.openTextDocument(document.uri.with({ scheme: 'past', query: 'HEAD~1' }));
    await vscode.window.showTextDocument(past, vscode.ViewColumn.Beside);
    assertEqual(past.languageId, 'governance-plan', 'language');
    const hovers = await vscode.commands.executeCommand<readonly vscode.Hover[]>(
      'vscode.executeHoverProvider',
      past.uri,
      new vscode.Position(1, 0),
    );
    assertEqual(hovers.length, 1, 'hovers');
    const shown = await open('two-plans.plan.yaml');
    await until('findings elsewhere', vscode.languages.onDidChangeDiagnostics, () => findingsOf(shown.document.uri).length > 0);
    assertEqual(findingsOf(past.uri).length, 0, 'findings');
    provider.dispose();
    await revertAll();
  });

  test('plans that no editor shows are checked too', async () => {
    await open(plan);
    const uri = fileUri('two-plans.plan.yaml');
    await until('findings of the workspace', vscode.languages.onDidChangeDiagnostics, () => findingsOf(uri).length > 0);
    await revertAll();
  });
}
