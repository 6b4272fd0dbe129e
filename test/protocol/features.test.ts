// What a client gets of each feature: the form of the answers, by what it says it can take. What they say is tested without a protocol.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { library } from '../cli/command-line.ts';
import { type Client, type Json, type Position, pulling, pushing, withServer } from './client.ts';

const able = {
  workspace: {
    ...pulling.workspace,
    workspaceEdit: { documentChanges: true },
    textDocumentContent: {},
  },
  textDocument: {
    ...pulling.textDocument,
    definition: { linkSupport: true },
    rename: { prepareSupport: true },
    documentSymbol: { hierarchicalDocumentSymbolSupport: true },
    foldingRange: { rangeLimit: 2 },
  },
};

const files = {
  'lib.plan.yaml': 'govplan: "1"\norganizations:\n  办公室: {name: {en: Office, zh: 办公室}, sector: government}\n',
  'a.plan.yaml': `govplan: "1"
imports: lib.plan.yaml
plan: {id: a, title: 预案𠮷, type: unit, status: draft, jurisdiction: {level: organization, name: N}}
organizations:
  sky: {name: 蓝天, sector: volunteer-group, parent: 办公室}
links:
  - {from: 办公室, to: sky, type: task}
`,
};

function at(client: Client, path: string, line: number, character: number): { readonly textDocument: Json; readonly position: Position } {
  return { textDocument: { uri: client.uri(path) }, position: { line, character } };
}

test('a definition is a link to clients that know links, else a place', async () => {
  await withServer(files, { capabilities: able }, async (client) => {
    await client.open('a.plan.yaml');
    const [link] = await client.request('textDocument/definition', at(client, 'a.plan.yaml', 4, 52));
    assert.equal(link.targetUri, client.uri('lib.plan.yaml'));
    assert.deepEqual(link.targetSelectionRange, { start: { line: 2, character: 2 }, end: { line: 2, character: 5 } });
    assert.deepEqual(link.originSelectionRange, { start: { line: 4, character: 51 }, end: { line: 4, character: 54 } });
    assert.equal(await client.request('textDocument/definition', at(client, 'a.plan.yaml', 0, 0)), null);
  });
  await withServer(files, { capabilities: pushing }, async (client) => {
    const place = await client.request('textDocument/definition', at(client, 'a.plan.yaml', 4, 52));
    assert.deepEqual(place, {
      uri: client.uri('lib.plan.yaml'),
      range: { start: { line: 2, character: 2 }, end: { line: 2, character: 5 } },
    });
  });
});

test('references come from every file, highlights from one', () =>
  withServer(files, { capabilities: able }, async (client) => {
    await client.open('lib.plan.yaml');
    const params = at(client, 'lib.plan.yaml', 2, 3);
    const lines = async (includeDeclaration: boolean): Promise<readonly string[]> =>
      (await client.request('textDocument/references', { ...params, context: { includeDeclaration } })).map(
        ({ uri, range }: Json) => `${uri.slice(client.uri('').length + 1)}:${range.start.line}`,
      );
    assert.deepEqual(await lines(true), ['a.plan.yaml:4', 'a.plan.yaml:6', 'lib.plan.yaml:2']);
    assert.deepEqual(await lines(false), ['a.plan.yaml:4', 'a.plan.yaml:6']);
    const highlights = await client.request('textDocument/documentHighlight', params);
    assert.deepEqual(highlights, [{ range: { start: { line: 2, character: 2 }, end: { line: 2, character: 5 } }, kind: 3 }]);
  }));

test('a renaming knows the versions of what is open, and says in words why it refuses', async () => {
  await withServer(files, { capabilities: able, locale: 'zh' }, async (client) => {
    await client.open('a.plan.yaml', undefined, { version: 5 });
    assert.deepEqual(client.capabilities.renameProvider, { prepareProvider: true });
    const params = at(client, 'a.plan.yaml', 6, 12);
    assert.deepEqual(await client.request('textDocument/prepareRename', params), {
      range: { start: { line: 6, character: 11 }, end: { line: 6, character: 14 } },
      placeholder: '办公室',
    });
    const { documentChanges } = await client.request('textDocument/rename', { ...params, newName: 'office' });
    assert.deepEqual(
      documentChanges.map(({ textDocument, edits }: Json) => [textDocument, edits.map(({ newText }: Json) => newText)]),
      [
        [{ uri: client.uri('a.plan.yaml'), version: 5 }, ['office', 'office']],
        [{ uri: client.uri('lib.plan.yaml'), version: null }, ['office']],
      ],
    );
    await assert.rejects(client.request('textDocument/rename', { ...params, newName: 'sky' }), {
      code: -32803,
      message: '标识“sky”已被使用（a.plan.yaml:5）。',
    });
    await assert.rejects(client.request('textDocument/prepareRename', at(client, 'a.plan.yaml', 2, 25)), { code: -32803 });
  });
  await withServer(files, { capabilities: pushing }, async (client) => {
    const { changes } = await client.request('textDocument/rename', { ...at(client, 'a.plan.yaml', 6, 12), newName: 'office' });
    assert.deepEqual(Object.keys(changes), [client.uri('a.plan.yaml'), client.uri('lib.plan.yaml')]);
  });
});

test('the outline is a tree, or flat for clients that know no tree', async () => {
  await withServer(files, { capabilities: able }, async (client) => {
    const [plan] = await client.request('textDocument/documentSymbol', at(client, 'a.plan.yaml', 0, 0));
    assert.deepEqual([plan.name, plan.detail, plan.children.map(({ name }: Json) => name)], ['a', '预案𠮷', ['sky', '办公室 → sky']]);
  });
  await withServer(files, { capabilities: pushing }, async (client) => {
    const flat = await client.request('textDocument/documentSymbol', at(client, 'a.plan.yaml', 0, 0));
    assert.deepEqual(
      flat.map(({ name, containerName }: Json) => [name, containerName]),
      [
        ['a', undefined],
        ['sky', 'a'],
        ['办公室 → sky', 'a'],
      ],
    );
  });
});

test('a client is told of no kind of symbol that it does not know', async () => {
  const text = 'govplan: "1"\nplan: {id: p}\nlevels: {r1: {scheme: response, order: 1}}\n';
  const kindOf = async (symbolKind: object): Promise<readonly unknown[]> => {
    const kinds: unknown[] = [];
    const capabilities = { workspace: { symbol: symbolKind }, textDocument: { documentSymbol: symbolKind } };
    await withServer({ 'a.plan.yaml': text }, { capabilities }, async (client) => {
      const outline = await client.request('textDocument/documentSymbol', { textDocument: { uri: client.uri('a.plan.yaml') } });
      for (const { name, kind } of [...outline, ...(await client.request('workspace/symbol', { query: 'r1' }))])
        if (name === 'r1') kinds.push(kind);
    });
    return kinds;
  };
  assert.deepEqual(await kindOf({}), [8, 8]);
  assert.deepEqual(await kindOf({ symbolKind: { valueSet: [2, 8, 22] } }), [22, 22]);
});

test('symbols of the workspace are called by id and name', () =>
  withServer(files, { capabilities: able }, async (client) => {
    client.openUri('git:/lib.plan.yaml?%7B%22ref%22%3A%22~%22%7D', files['lib.plan.yaml']);
    const found = await client.request('workspace/symbol', { query: 'OFFI' });
    assert.deepEqual(
      found.map(({ name, location }: Json) => [name, location.uri]),
      [['办公室 Office / 办公室', client.uri('lib.plan.yaml')]],
    );
  }));

test('links, folds and selections', () =>
  withServer(files, { capabilities: able }, async (client) => {
    const { textDocument } = at(client, 'a.plan.yaml', 0, 0);
    const links = await client.request('textDocument/documentLink', { textDocument });
    assert.deepEqual(links, [
      { range: { start: { line: 1, character: 9 }, end: { line: 1, character: 22 } }, target: client.uri('lib.plan.yaml') },
    ]);
    const law = (url: string): string => `govplan: "1"\nlegal-bases: {a: {title: A, kind: law, url: "${url}"}}\n`;
    client.openUri(
      'untitled:Laws',
      ['https://law.example/应急 法?a=%20', 'https://[no host', 'http://law.example/b'].map(law).join('---\n'),
    );
    const web = await client.request('textDocument/documentLink', { textDocument: { uri: 'untitled:Laws' } });
    assert.deepEqual(
      web.map(({ target }: Json) => target),
      ['https://law.example/%E5%BA%94%E6%80%A5%20%E6%B3%95?a=%20', 'http://law.example/b'],
    );
    const folds = await client.request('textDocument/foldingRange', { textDocument });
    assert.deepEqual(folds, [
      { startLine: 3, endLine: 4 },
      { startLine: 5, endLine: 6 },
    ]);
    const [selection, other] = await client.request('textDocument/selectionRange', {
      textDocument,
      positions: [
        { line: 4, character: 3 },
        { line: 99, character: 9 },
      ],
    });
    assert.deepEqual(selection.range, { start: { line: 4, character: 2 }, end: { line: 4, character: 5 } });
    assert.ok(selection.parent.parent.parent);
    assert.ok(other.range);
  }));

test('the chain of command goes from item to item', () =>
  withServer(files, { capabilities: able, locale: 'zh' }, async (client) => {
    const [item] = await client.request('textDocument/prepareCallHierarchy', at(client, 'a.plan.yaml', 4, 3));
    assert.deepEqual([item.name, item.uri], ['蓝天', client.uri('a.plan.yaml')]);
    const [call] = await client.request('callHierarchy/incomingCalls', { item });
    assert.equal(call.from.name, '办公室');
    assert.deepEqual(call.fromRanges, [{ start: { line: 6, character: 20 }, end: { line: 6, character: 23 } }]);
    const back = await client.request('callHierarchy/outgoingCalls', { item: { ...call.from, data: undefined } });
    assert.deepEqual(
      back.map(({ to }: Json) => to.name),
      ['蓝天'],
    );
    assert.deepEqual(await client.request('callHierarchy/incomingCalls', { item: call.from }), []);
  }));

test('formatting a plan, some of its lines, a configuration, and nothing else', () =>
  withServer(
    { 'govplan.config.yaml': 'rules:   \n    nonsense: off', 'other.yaml': 'a:\n    b: 1  \n' },
    { capabilities: able },
    async (client) => {
      const options = { tabSize: 8, insertSpaces: false };
      const format = (path: string, range?: Json): Promise<Json> =>
        client.request(range ? 'textDocument/rangeFormatting' : 'textDocument/formatting', {
          textDocument: { uri: client.uri(path) },
          options,
          range,
        });
      await client.open('a.plan.yaml', 'govplan: "1"  \norganizations:\n    a: {name: 甲,sector: party}\n');
      const edits = await format('a.plan.yaml');
      assert.deepEqual(
        edits.map(({ range: { start, end }, newText }: Json) => [start.line, start.character, end.character, newText]),
        [
          [0, 12, 14, ''],
          [2, 0, 2, ''],
          [2, 16, 16, ' '],
        ],
      );
      assert.deepEqual(await format('a.plan.yaml', { start: { line: 0, character: 0 }, end: { line: 1, character: 0 } }), [edits[0]]);
      assert.equal((await format('govplan.config.yaml')).length, 3);
      assert.equal(await format('other.yaml'), null);
    },
  ));

test('the matrix and the network are documents of their own, and follow the plan', () =>
  withServer(files, { capabilities: able }, async (client) => {
    await client.open('a.plan.yaml');
    const uri = `govplan:/a.matrix.txt?${encodeURIComponent(client.uri('a.plan.yaml'))}`;
    const { text } = await client.request('workspace/textDocumentContent', { uri });
    assert.match(text, /^预案𠮷 \(a\)\n\nActor/);
    const network = await client.request('workspace/textDocumentContent', { uri: uri.replace('matrix', 'network') });
    assert.match(network.text, /→ 蓝天 \(sky\) {2}tasking/);
    client.change('a.plan.yaml', 2, files['a.plan.yaml'].replace('蓝天', '新名'));
    assert.deepEqual(await client.next('workspace/textDocumentContent/refresh', (params) => params.uri === uri), { uri });
    assert.match((await client.request('workspace/textDocumentContent', { uri })).text, /新名 \(sky\)/);
    for (const wrong of ['govplan:/a.matrix.txt', 'govplan:/a.pdf?x', 'file:///a', 'govplan:/a.matrix.txt?%E0%A4%A']) {
      assert.equal(await client.request('workspace/textDocumentContent', { uri: wrong }), null, wrong);
    }
    const none = await client.request('workspace/textDocumentContent', { uri: uri.replace('a.plan.yaml', 'lib.plan.yaml') });
    assert.match(none.text, /no plan/);
  }));

test('the language can be asked for when the server is started', () =>
  withServer(
    { 'a.plan.yaml': 'govplan: "1"\norganisations: {}\n' },
    { capabilities: pushing, locale: 'en', arguments: ['--lang', 'zh'] },
    async (client) => {
      await client.open('a.plan.yaml');
      assert.match((await client.pushed('a.plan.yaml')).diagnostics[0]?.message ?? '', /\p{Script=Han}/u);
    },
  ));

test('a library that the configuration leaves out is renamed with the plans that import it', () =>
  withServer(
    {
      'govplan.config.yaml': 'ignore: [shared]\n',
      'shared/lib.yaml': library,
      'a.plan.yaml': 'govplan: "1"\nimports: shared/lib.yaml\nlinks: [{from: office, to: office, type: task}]\nplan: {id: p}\n',
    },
    { capabilities: able },
    async (client) => {
      const { documentChanges } = await client.request('textDocument/rename', { ...at(client, 'a.plan.yaml', 2, 16), newName: 'bureau' });
      assert.deepEqual(
        documentChanges.map(({ textDocument, edits }: Json) => [textDocument.uri.slice(client.uri('').length + 1), edits.length]),
        [
          ['a.plan.yaml', 2],
          ['shared/lib.yaml', 1],
        ],
      );
    },
  ));
