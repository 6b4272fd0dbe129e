// Finding one's way: hover, definitions, references, symbols, links, the chain of command, and what decorates the text.
import * as vscode from 'vscode';
import { fileUri, open, positionOf, revertAll, untilFindings } from './editor.ts';
import { assert, assertEqual, type DefineTest } from './harness.ts';

const plan = 'riverside.plan.yaml';
const library = 'library/organizations (shared).plan.yaml';

/** Opens the plan, waits until the server knows it, and asks about a place in it. */
async function ask<T>(command: string, at: string, ...more: readonly unknown[]): Promise<T> {
  const { document } = await open(plan);
  await untilFindings(document.uri, ['organization-unlinked']);
  return vscode.commands.executeCommand<T>(command, document.uri, positionOf(document, at), ...more);
}

async function askAll<T>(command: string, ...more: readonly unknown[]): Promise<T> {
  const { document } = await open(plan);
  await untilFindings(document.uri, ['organization-unlinked']);
  return vscode.commands.executeCommand<T>(command, document.uri, ...more);
}

type Place = vscode.Location | vscode.LocationLink;
const uriOf = (place: Place): string => ('targetUri' in place ? place.targetUri : place.uri).toString();

export function defineNavigationTests(test: DefineTest): void {
  test('hover on a key explains it, on an id shows who it is', async () => {
    const textOf = (hovers: readonly vscode.Hover[]): string =>
      hovers.flatMap(({ contents }) => contents.map((content) => (typeof content === 'object' ? content.value : content))).join('\n');
    const onKey = textOf(await ask('vscode.executeHoverProvider', 'sec|tor: volunteer-group'));
    assert(onKey.includes('volunteer-group'), `the key 'sector' is not explained: ${onKey}`);
    const onId = textOf(await ask('vscode.executeHoverProvider', 'members: blue|-sky'));
    assert(onId.includes('Blue Sky Rescue Team'), `the reference is not explained: ${onId}`);
    await revertAll();
  });

  test('definition leads to the declaration, in another file too', async () => {
    const own = await ask<readonly Place[]>('vscode.executeDefinitionProvider', 'members: blue|-sky');
    assertEqual(own.map(uriOf), [fileUri(plan).toString()], 'own');
    const imported = await ask<readonly Place[]>('vscode.executeDefinitionProvider', 'chair: county|-government');
    assertEqual(imported.map(uriOf), [fileUri(library).toString()], 'imported');
    await revertAll();
  });

  test('references are found in all files', async () => {
    const found = await ask<readonly vscode.Location[]>('vscode.executeReferenceProvider', 'chair: county|-government');
    const files = new Set(found.map(({ uri }) => uri.toString()));
    assertEqual([...files].sort(), [fileUri(library).toString(), fileUri(plan).toString()].sort(), 'files');
    await revertAll();
  });

  test('an id is highlighted wherever it stands', async () => {
    const found = await ask<readonly vscode.DocumentHighlight[]>('vscode.executeDocumentHighlights', 'members: blue|-sky');
    assertEqual(found.length, 4, 'places of blue-sky');
    await revertAll();
  });

  test('the outline has the actors and what they hold', async () => {
    const symbols = await askAll<readonly vscode.DocumentSymbol[]>('vscode.executeDocumentSymbolProvider');
    const names: string[] = [];
    const visit = (symbol: vscode.DocumentSymbol): void => {
      names.push(symbol.name, symbol.detail);
      symbol.children.forEach(visit);
    };
    symbols.forEach(visit);
    const all = names.join('\n');
    for (const wanted of ['Blue Sky Rescue Team', 'Coordination Platform', 'rescue']) {
      assert(all.includes(wanted), `the outline has no '${wanted}': ${all}`);
    }
    await revertAll();
  });

  test('symbols of the workspace are found by name, in any script', async () => {
    await open(plan);
    for (const query of ['Riverside Comm', '河滨社区']) {
      const found = await vscode.commands.executeCommand<readonly vscode.SymbolInformation[]>(
        'vscode.executeWorkspaceSymbolProvider',
        query,
      );
      assert(
        found.some(({ location }) => location.uri.toString() === fileUri(plan).toString()),
        `'${query}' is not found`,
      );
    }
    await revertAll();
  });

  test('an import is a link to its file', async () => {
    const links = await askAll<readonly vscode.DocumentLink[]>('vscode.executeLinkProvider', 10);
    assert(
      links.some(({ target }) => target?.toString() === fileUri(library).toString()),
      'no link to the library',
    );
    await revertAll();
  });

  test('who directs whom is a call hierarchy', async () => {
    const items = await ask<readonly vscode.CallHierarchyItem[]>('vscode.prepareCallHierarchy', 'platf|orm:');
    assertEqual(items.length, 1, 'items');
    await revertAll();
  });

  test('lenses count what an actor has, hints name whom an id means', async () => {
    const lenses = await askAll<readonly vscode.CodeLens[]>('vscode.executeCodeLensProvider', 100);
    assert(
      lenses.some(({ command }) => /1/.test(command?.title ?? '')),
      'no lens',
    );
    const all = new vscode.Range(0, 0, 1000, 0);
    const hints = await askAll<readonly vscode.InlayHint[]>('vscode.executeInlayHintProvider', all);
    const texts = hints.map(({ label }) => (typeof label === 'string' ? label : label.map(({ value }) => value).join('')));
    assert(
      texts.some((text) => text.includes('Blue Sky Rescue Team')),
      `no hint names blue-sky: ${texts.join(', ')}`,
    );
    await revertAll();
  });

  test('tokens tell government from society', async () => {
    const legend = await askAll<vscode.SemanticTokensLegend>('vscode.provideDocumentSemanticTokensLegend');
    assert(legend.tokenTypes.includes('actor') && legend.tokenModifiers.includes('society'), JSON.stringify(legend));
    const tokens = await askAll<vscode.SemanticTokens>('vscode.provideDocumentSemanticTokens');
    assert(tokens.data.length > 50, 'hardly any tokens');
    await revertAll();
  });

  test('sections fold, and a selection grows by what belongs together', async () => {
    const folds = await askAll<readonly vscode.FoldingRange[]>('vscode.executeFoldingRangeProvider');
    assert(folds.length >= 4, `${folds.length} folding ranges`);
    const { document } = await open(plan);
    const [selection] = await vscode.commands.executeCommand<readonly vscode.SelectionRange[]>(
      'vscode.executeSelectionRangeProvider',
      document.uri,
      [positionOf(document, 'members: blue|-sky')],
    );
    const texts: string[] = [];
    for (let each = selection; each !== undefined; each = each.parent as typeof each) texts.push(document.getText(each.range).trim());
    const steps = ['blue-sky', 'members: blue-sky'];
    // The editor adds steps of its own, by words and brackets.
    assertEqual(
      steps.filter((step) => texts.includes(step)),
      steps,
      `steps among ${texts.length}`,
    );
    await revertAll();
  });
}
