// From the beginning to the end of a session, and what lies between that no sane client would send.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { pathToFileURL } from 'node:url';
import { library, misspelt, withFolder } from '../cli/command-line.ts';
import { type Client, pulling, pushing, startClient, withServer } from './client.ts';

test('the server says who it is and what it can do', () =>
  withServer({ 'a.plan.yaml': library }, { initialize: false }, async (client) => {
    const { capabilities, serverInfo } = await client.request('initialize', { processId: null, rootUri: null, capabilities: {} });
    assert.equal(serverInfo.name, 'govplan');
    assert.match(serverInfo.version, process.env.GOVPLAN_SOURCE ? /./ : /^\d+\.\d+\.\d+/);
    assert.equal(capabilities.positionEncoding, 'utf-16');
    assert.equal(capabilities.textDocumentSync.change, 2);
    const offered = [
      'definitionProvider',
      'referencesProvider',
      'documentHighlightProvider',
      'renameProvider',
      'documentSymbolProvider',
      'workspaceSymbolProvider',
      'documentLinkProvider',
      'foldingRangeProvider',
      'selectionRangeProvider',
      'documentFormattingProvider',
      'documentRangeFormattingProvider',
      'callHierarchyProvider',
      'hoverProvider',
    ];
    for (const provider of offered) assert.ok(capabilities[provider], provider);
    assert.equal(capabilities.diagnosticProvider, undefined, 'a client that cannot pull is pushed to');
    assert.deepEqual(capabilities.workspace.textDocumentContent, { schemes: ['govplan'] });
    assert.equal(capabilities.workspace.workspaceFolders.supported, true);
    await assert.rejects(client.request('initialize', { processId: null, rootUri: null, capabilities: {} }), { code: -32600 });
  }));

test('before initialize every request is told so, every notification dropped, and the server is none the worse', () =>
  withServer({ 'a.plan.yaml': misspelt }, { initialize: false }, async (client) => {
    const textDocument = { uri: client.uri('a.plan.yaml') };
    await client.open('a.plan.yaml');
    client.notify('workspace/didChangeWatchedFiles', { changes: [{ uri: textDocument.uri, type: 1 }] });
    for (const method of ['textDocument/hover', 'textDocument/diagnostic', 'workspace/symbol', 'shutdown', 'nonsense']) {
      await assert.rejects(client.request(method, { textDocument }), { code: -32002 }, method);
    }
    for (const params of [null, { capabilities: {}, workspaceFolders: [null] }]) {
      await assert.rejects(client.request('initialize', params), 'an initialize that cannot be understood');
    }
    await assert.rejects(client.request('shutdown', undefined), { code: -32002 });
    await client.request('initialize', { processId: null, rootUri: null, capabilities: pushing });
    client.notify('initialized', {});
    await checkAlive(client);
    assert.deepEqual(client.waiting('textDocument/publishDiagnostics'), [], 'what was opened too early is not open');
  }));

test('exit is obeyed before initialize', () =>
  withFolder({}, async ({ path }) => {
    const client = await startClient(path, { initialize: false });
    client.notify('exit', undefined);
    assert.equal(await client.exited, 1);
    assert.equal(client.stderr(), '');
  }));

test('after shutdown every request is invalid, and exit ends well', () =>
  withFolder({ 'a.plan.yaml': misspelt }, async ({ path }) => {
    const client = await startClient(path, { capabilities: pushing });
    await client.request('shutdown', undefined);
    await client.open('a.plan.yaml');
    for (const method of ['textDocument/hover', 'initialize', 'shutdown', 'nonsense']) {
      await assert.rejects(client.request(method, { textDocument: { uri: client.uri('a.plan.yaml') } }), { code: -32600 }, method);
    }
    assert.deepEqual(client.waiting('textDocument/publishDiagnostics'), []);
    client.notify('exit', undefined);
    assert.equal(await client.exited, 0);
    assert.equal(client.stderr(), '');
  }));

test('a client that pulls is asked to, and told what to watch', () =>
  withServer({}, { capabilities: pulling }, async (client) => {
    assert.equal(client.capabilities.diagnosticProvider.workspaceDiagnostics, true);
    assert.equal(client.capabilities.diagnosticProvider.interFileDependencies, true);
    const { registrations } = await client.next('client/registerCapability');
    assert.deepEqual(
      registrations.map(({ method }: { readonly method: string }) => method),
      ['workspace/didChangeWatchedFiles'],
    );
  }));

test('a client is asked for files that it has only where it says that it answers', async () => {
  const ask = async (more: object): Promise<number> => {
    let asked = 0;
    await withServer({}, { capabilities: { ...pulling, ...more } }, async ({ openUri, request, waiting }) => {
      const uri = 'vscode-vfs://github/a/b/flood.plan.yaml';
      openUri(uri, 'govplan: "1"\nimports: lib.plan.yaml\n');
      await request('textDocument/diagnostic', { textDocument: { uri } });
      asked = waiting('govplan/readFile').length;
    });
    return asked;
  };
  assert.equal(await ask({}), 0);
  assert.notEqual(await ask({ experimental: { govplan: { files: true } } }), 0);
});

test('the process ends as the client says, or with it', () =>
  withFolder({}, async ({ path }) => {
    const polite = await startClient(path);
    assert.equal(await polite.stop(), 0);
    const abrupt = await startClient(path);
    abrupt.notify('exit', undefined);
    assert.equal(await abrupt.exited, 1);
    const gone = await startClient(path);
    gone.hangUp();
    assert.equal(await gone.exited, 1);
    assert.equal(gone.stderr(), '');
  }));

test('a client that goes away right behind its requests is answered', () =>
  withFolder({ 'a.plan.yaml': misspelt }, async ({ path }) => {
    for (const last of ['workspace/symbol', 'shutdown']) {
      const client = await startClient(path, { initialize: false });
      const first = client.ask('initialize', { processId: null, rootUri: pathToFileURL(path).href, capabilities: {} });
      client.notify('initialized', {});
      const answers = [
        first,
        ...Array.from({ length: 20 }, () => client.ask('workspace/symbol', { query: '' })),
        client.ask(last, { query: '' }),
      ];
      client.hangUp();
      for (const { result } of answers) assert.ok((await result) !== undefined);
      assert.equal(await client.exited, last === 'shutdown' ? 0 : 1);
      assert.equal(client.stderr(), '');
    }
  }));

test('without a way to speak there is no server', () =>
  withFolder({}, async ({ run }) => {
    const { code, stderr } = await run(['lsp']);
    assert.equal(code, 2);
    assert.match(stderr, /--stdio/);
    assert.equal((await run(['lsp', '--stdio', 'a.plan.yaml'])).code, 2);
  }));

test('older clients have one root', () =>
  withServer(
    { 'a.plan.yaml': library, 'b/c.plan.yaml': 'govplan: "1"\nimports: ../a.plan.yaml\n' },
    { initialize: false },
    async (client) => {
      await client.request('initialize', { processId: null, rootUri: pathToFileURL(client.folder).href, capabilities: pushing });
      client.notify('initialized', {});
      await client.open('b/c.plan.yaml');
      assert.deepEqual((await client.pushed('b/c.plan.yaml')).diagnostics, []);
    },
  ));

/** Whatever came before, the server still works. */
async function checkAlive(client: Client): Promise<void> {
  await client.open('alive.plan.yaml', misspelt);
  const { diagnostics } = await client.pushed('alive.plan.yaml');
  assert.deepEqual(
    diagnostics.map(({ code }) => code),
    ['unknown-key'],
  );
  client.close('alive.plan.yaml');
  assert.deepEqual((await client.pushed('alive.plan.yaml')).diagnostics, []);
}

test('nonsense is answered as an error, and harms nobody', () =>
  withServer({ 'a.plan.yaml': library }, { capabilities: pushing }, async (client) => {
    const textDocument = { uri: client.uri('a.plan.yaml') };
    await assert.rejects(client.request('textDocument/nonsense', {}), { code: -32601 });
    client.notify('textDocument/nonsense', { x: 1 });
    client.notify('$/nonsense', {});
    for (const method of [
      'hover',
      'definition',
      'references',
      'rename',
      'formatting',
      'documentSymbol',
      'foldingRange',
      'selectionRange',
    ]) {
      for (const params of [{}, { textDocument: {} }, { textDocument: null }, null, [], 'text', undefined]) {
        await client
          .request(`textDocument/${method}`, params)
          .catch((error) => assert.ok(error.code <= -32600 || error.code === -32803, JSON.stringify(error)));
      }
    }
    for (const position of [
      { line: -1, character: -7 },
      { line: 9e9, character: 9e9 },
      { line: 0.5, character: 'x' },
      { line: 1, character: 1e6 },
    ]) {
      assert.ok((await client.request('textDocument/hover', { textDocument, position })) !== undefined);
    }
    await checkAlive(client);
  }));

test('a request that lacks what it needs is told what', () =>
  withServer({ 'a.plan.yaml': library }, { capabilities: pushing }, async (client) => {
    const textDocument = { uri: client.uri('a.plan.yaml') };
    for (const [method, params, missing] of [
      ['textDocument/hover', undefined, 'textDocument.uri, position'],
      ['textDocument/completion', { textDocument }, 'position'],
      ['textDocument/completion', { textDocument: { uri: 7 }, position: { line: 0, character: 0 } }, 'textDocument.uri'],
      ['textDocument/codeAction', { textDocument, range: {}, context: null }, 'range, context'],
      ['textDocument/codeLens', {}, 'textDocument.uri'],
      ['workspace/symbol', null, 'query'],
      ['callHierarchy/incomingCalls', { item: {} }, 'item.uri, item.selectionRange'],
      ['codeAction/resolve', { title: 'x', data: { nonsense: 1 } }, 'data.uri, data.range'],
      ['govplan/classification', [], 'textDocument.uri, position'],
      ['govplan/view', { textDocument }, 'position'],
      ['govplan/checkRevision', { textDocument }, 'revision'],
    ] as const) {
      await assert.rejects(client.request(method, params), { code: -32602, message: `missing or of the wrong type: ${missing}` }, method);
    }
    await assert.rejects(client.request('govplan/refused', { code: 1, reason: 'x' }), { code: -32601 });
    await checkAlive(client);
  }));

test('a client that does not say what it can is told that this is missing, and may say it then', () =>
  withServer({}, { initialize: false }, async (client) => {
    const missing = { code: -32602, message: 'missing or of the wrong type: capabilities' };
    await assert.rejects(client.request('initialize', {}), missing);
    await assert.rejects(client.request('initialize', { capabilities: null }), missing);
    const { serverInfo } = await client.request('initialize', { processId: null, rootUri: null, capabilities: {} });
    assert.equal(serverInfo.name, 'govplan');
  }));

test('documents that are not there, and URIs that are none', () =>
  withServer({ 'a.plan.yaml': library, 'dir.plan.yaml/x': '' }, { capabilities: pushing }, async (client) => {
    const uris = [
      client.uri('absent.plan.yaml'),
      client.uri('dir.plan.yaml'),
      'file://another-machine/a.plan.yaml',
      'file:///%00.plan.yaml',
      'file:///%2F.plan.yaml',
      'http://example.com/a.plan.yaml',
      'untitled:Untitled-1',
      'nonsense',
      '',
    ];
    for (const uri of uris) {
      assert.equal(await client.request('textDocument/hover', { textDocument: { uri }, position: { line: 0, character: 0 } }), null, uri);
      assert.equal(await client.request('textDocument/documentSymbol', { textDocument: { uri } }), null, uri);
      client.notify('textDocument/didClose', { textDocument: { uri } });
      client.notify('textDocument/didChange', { textDocument: { uri, version: 3 }, contentChanges: [{ text: 'x' }] });
      client.openUri(uri, 'govplan: "1"\norganisations: {}\n');
      await client.next('textDocument/publishDiagnostics', (params) => params.uri === uri && params.diagnostics.length === 1);
      client.notify('textDocument/didClose', { textDocument: { uri } });
      await client.next('textDocument/publishDiagnostics', (params) => params.uri === uri && params.diagnostics.length === 0);
    }
    client.notify('workspace/didChangeWatchedFiles', {
      changes: [
        { uri: 'nonsense', type: 1 },
        { uri: '', type: 7 },
      ],
    });
    client.notify('workspace/didChangeWatchedFiles', {});
    client.notify('textDocument/didOpen', {});
    client.notify('textDocument/didOpen', { textDocument: { uri: client.uri('x.plan.yaml') } });
    await checkAlive(client);
  }));

test('edits out of range land at the edge', () =>
  withServer({ 'a.plan.yaml': library }, { capabilities: pushing }, async (client) => {
    await client.open('a.plan.yaml');
    const far = { line: 9999, character: 9999 };
    client.change('a.plan.yaml', 2, { range: { start: far, end: far }, text: 'organisations: {}\n' });
    const { diagnostics } = await client.pushed('a.plan.yaml', ({ version }) => version === 2);
    assert.deepEqual(
      diagnostics.map(({ code, range }) => [code, range.start]),
      [['unknown-key', { line: 3, character: 0 }]],
    );
    client.change('a.plan.yaml', 3, {
      range: { start: { line: -5, character: -5 }, end: { line: 0, character: 500 } },
      text: 'govplan: "1"',
    });
    client.change('a.plan.yaml', 4, { range: { start: { line: 3, character: 0 }, end: { line: 0, character: 0 } }, text: '' });
    client.change('a.plan.yaml', 5, library);
    assert.deepEqual((await client.pushed('a.plan.yaml', ({ version }) => version === 5)).diagnostics, []);
  }));

test('a message that is no JSON is passed over', () =>
  withServer({}, { capabilities: pushing }, async (client) => {
    client.raw('Content-Length: 5\r\n\r\n{x:1}');
    client.raw('Content-Length: 2\r\nContent-Type: application/vscode-jsonrpc; charset=utf-8\r\n\r\n[]');
    client.raw('Content-Length: 4\r\n\r\nnull');
    await checkAlive(client);
  }));
