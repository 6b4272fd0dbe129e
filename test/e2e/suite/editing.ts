// Writing: completion, rename, quick fixes, formatting.
import * as vscode from 'vscode';
import { fileUri, findingsOf, open, positionOf, replace, revertAll, ruleOf, until, untilFindings } from './editor.ts';
import { assert, assertEqual, type DefineTest } from './harness.ts';

const plan = 'riverside.plan.yaml';
const library = 'library/organizations (shared).plan.yaml';

async function openPlan(): Promise<vscode.TextEditor> {
  const editor = await open(plan);
  await untilFindings(editor.document.uri, ['organization-unlinked']);
  return editor;
}

async function labelsAt({ document }: vscode.TextEditor, at: string): Promise<readonly string[]> {
  const { items } = await vscode.commands.executeCommand<vscode.CompletionList>(
    'vscode.executeCompletionItemProvider',
    document.uri,
    positionOf(document, at),
  );
  return items.map(({ label }) => (typeof label === 'string' ? label : label.label));
}

export function defineEditingTests(test: DefineTest): void {
  test('completion offers values, ids and keys, in unfinished text too', async () => {
    const editor = await openPlan();
    await replace(editor, 'sector: community', 'sector: ');
    assert((await labelsAt(editor, 'sector: |\n')).includes('academia'), 'no sectors');
    await replace(editor, 'members: blue-sky', 'members: [blue-sky, ]');
    assert((await labelsAt(editor, '[blue-sky, |]')).includes('riverside'), 'no ids');
    await replace(editor, '    chair: county-government', '    of\n    chair: county-government');
    assert((await labelsAt(editor, '    of|\n')).includes('office'), 'no keys');
    await revertAll();
  });

  test('a new line stands where what follows belongs', async () => {
    const editor = await openPlan();
    for (const [before, indent] of [
      ['    rights:', 6],
      ['    name: Blue Sky', 4],
      ['  - parties:', 6],
      ['  - from: blue-sky', 4],
      ['    procedure: |', 6],
    ] as const) {
      await editor.edit((edit) => edit.insert(new vscode.Position(0, 0), `${before}\n`));
      const end = new vscode.Position(0, before.length);
      editor.selection = new vscode.Selection(end, end);
      await vscode.commands.executeCommand('type', { text: '\n' });
      assertEqual(editor.document.lineAt(1).text, ' '.repeat(indent), before);
    }
    await revertAll();
  });

  test('rename changes an id in all files', async () => {
    const { document } = await openPlan();
    const edit = await vscode.commands.executeCommand<vscode.WorkspaceEdit>(
      'vscode.executeDocumentRenameProvider',
      document.uri,
      positionOf(document, 'chair: county|-government'),
      'county-office',
    );
    const files = edit.entries().map(([uri]) => uri.toString());
    assertEqual(files.sort(), [fileUri(library).toString(), fileUri(plan).toString()].sort(), 'files');
    assert(await vscode.workspace.applyEdit(edit), 'the edit was refused');
    await untilFindings(document.uri, ['organization-unlinked']);
    assert(document.getText().includes('chair: county-office'), 'the reference was not renamed');
    await revertAll();
    await openPlan();
    await revertAll();
  });

  test('rename refuses an id that is taken or is none, and says why', async () => {
    const { document } = await openPlan();
    for (const id of ['blue-sky', 'two words']) {
      const reason = await Promise.resolve(
        vscode.commands.executeCommand(
          'vscode.executeDocumentRenameProvider',
          document.uri,
          positionOf(document, 'from: county|-government'),
          id,
        ),
      ).then(
        () => undefined,
        (error: unknown) => String(error),
      );
      assert(reason?.includes(id), `'${id}' was not refused with its reason: ${reason}`);
    }
    await revertAll();
  });

  test('a quick fix mends its finding', async () => {
    const editor = await openPlan();
    await replace(editor, 'members: blue-sky', 'members: blue-skt');
    const findings = await untilFindings(editor.document.uri, ['dangling-reference', 'organization-unlinked']);
    const dangling = findings.find((finding) => ruleOf(finding) === 'dangling-reference');
    assert(dangling !== undefined, 'no finding');
    const actions = await vscode.commands.executeCommand<readonly vscode.CodeAction[]>(
      'vscode.executeCodeActionProvider',
      editor.document.uri,
      dangling.range,
      vscode.CodeActionKind.QuickFix.value,
      20,
    );
    const fix = actions.find(({ title, edit }) => title.includes('blue-sky') && edit !== undefined);
    assert(fix?.edit !== undefined, `no fix among: ${actions.map(({ title }) => title).join(', ')}`);
    assert(await vscode.workspace.applyEdit(fix.edit), 'the edit was refused');
    await untilFindings(editor.document.uri, ['organization-unlinked']);
    await revertAll();
  });

  test('formatting keeps comments and comes to rest', async () => {
    const editor = await openPlan();
    await replace(editor, 'members: blue-sky', 'members: [ blue-sky ,county-government]   # both');
    const edit = new vscode.WorkspaceEdit();
    edit.set(editor.document.uri, [...((await format(editor.document)) ?? [])]);
    assert(await vscode.workspace.applyEdit(edit), 'the edit was refused');
    assert(/members: \[ ?blue-sky, county-government\] +# both/.test(editor.document.getText()), editor.document.getText());
    assertEqual((await format(editor.document))?.length ?? 0, 0, 'edits of the second time');
    await revertAll();
  });

  test('a plan in a YAML file is formatted, other YAML files are left to others', async () => {
    const served = await open('served.yaml');
    await replace(served, 'title: By First Key', 'title:  By First Key');
    await until('a formatter', vscode.languages.onDidChangeDiagnostics, () => findingsOf(served.document.uri).length > 0);
    assert((await format(served.document))?.length, 'no edits');
    const other = await open('other.yaml');
    assertEqual(await format(other.document), undefined, 'edits');
    await revertAll();
  });
}

/** Undefined where no formatter is offered. */
async function format({ uri }: vscode.TextDocument): Promise<readonly vscode.TextEdit[] | undefined> {
  const options = { tabSize: 2, insertSpaces: true };
  return vscode.commands.executeCommand<vscode.TextEdit[] | undefined>('vscode.executeFormatDocumentProvider', uri, options);
}
