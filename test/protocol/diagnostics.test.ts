// Diagnostics over the protocol: pushed and pulled, versioned, of the newest text, and of no more files than a change concerns.
import assert from 'node:assert/strict';
import { mkdir, rm, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import { pathToFileURL } from 'node:url';
import { library, misspelt, withFolder } from '../cli/command-line.ts';
import { type Client, type Diagnostic, type Json, pulling, pushing, startClient, withServer } from './client.ts';

const importer = 'govplan: "1"\nimports: lib.plan.yaml\n';

function codes(diagnostics: readonly Diagnostic[]): readonly string[] {
  return diagnostics.map(({ code }) => code);
}

/** Asks for the workspace, and gives what was reported by path. */
async function pullWorkspace(client: Client, previous: Readonly<Record<string, string>> = {}): Promise<Readonly<Record<string, Json>>> {
  const previousResultIds = Object.entries(previous).map(([path, value]) => ({ uri: client.uri(path), value }));
  const { items } = await client.request('workspace/diagnostic', { previousResultIds });
  return byPath(client, items);
}

function byPath(client: Client, items: readonly Json[]): Readonly<Record<string, Json>> {
  return Object.fromEntries(items.map((item) => [decodeURIComponent(item.uri.slice(client.uri('').length + 1)), item]));
}

/** A plan without a legal basis, which is a finding that a configuration can switch off. */
const unbased = (id: string): string => `govplan: "1"\nplan: {id: ${id}, title: t}\n`;

test('what is pushed belongs to a version, and of quick edits the last one counts', () =>
  withServer({ 'a.plan.yaml': library }, { capabilities: pushing }, async (client) => {
    await client.open('a.plan.yaml');
    for (let version = 2; version < 40; version++) client.change('a.plan.yaml', version, version % 2 === 0 ? misspelt : library);
    const last = await client.pushed('a.plan.yaml', ({ version }) => version === 39);
    assert.deepEqual(last.diagnostics, []);
    assert.ok(client.waiting('textDocument/publishDiagnostics').length < 38, 'not every edit had its own');
    client.close('a.plan.yaml');
    const closed = await client.pushed('a.plan.yaml', ({ version }) => version === undefined);
    assert.deepEqual(closed.diagnostics, []);
  }));

test('positions count UTF-16 units, and edits do too', () =>
  withServer({}, { capabilities: pushing }, async (client) => {
    const text = 'govplan: "1"\nx-𠮷𠮷: 🚣\norganizations: {蓝𠮷: {name: 𠮷, sector: goverment}}\n';
    await client.open('a.plan.yaml', text);
    const before = await client.pushed('a.plan.yaml');
    assert.deepEqual(
      before.diagnostics.map(({ code, range }) => [code, range.start, range.end]),
      [['unknown-value', { line: 2, character: 40 }, { line: 2, character: 49 }]],
    );
    const at = { line: 2, character: 45 };
    client.change('a.plan.yaml', 2, { range: { start: at, end: at }, text: 'n' });
    assert.deepEqual((await client.pushed('a.plan.yaml', ({ version }) => version === 2)).diagnostics, []);
  }));

test('a diagnostic says its rule, its page, its places in other files, and what is unused', () =>
  withServer(
    { 'lib.plan.yaml': library, 'a.plan.yaml': `${importer}organizations:\n  office: {name: Two, sector: government}\n` },
    { capabilities: pulling },
    async (client) => {
      await client.open('a.plan.yaml');
      const { items } = await client.pull('a.plan.yaml');
      assert.deepEqual(codes(items), ['duplicate-id']);
      const [item] = items;
      assert.equal(item.source, 'govplan');
      assert.equal(item.severity, 1);
      assert.match(item.codeDescription.href, /^https:.*duplicate-id/);
      assert.deepEqual(item.relatedInformation[0].location, {
        uri: client.uri('lib.plan.yaml'),
        range: { start: { line: 2, character: 2 }, end: { line: 2, character: 8 } },
      });
      await client.open('b.plan.yaml', 'govplan: "1"\nplan: {id: b}\nlegal-bases: {erl: {title: 法, kind: law}}\n');
      const unused = (await client.pull('b.plan.yaml')).items.find(({ code }: Diagnostic) => code === 'unused-definition');
      assert.deepEqual(unused.tags, [1]);
    },
  ));

test('what is unused is marked so only for clients that know that mark', async () => {
  const tagsOf = async (publishDiagnostics: object): Promise<unknown> => {
    let tags: unknown;
    await withServer({}, { capabilities: { textDocument: { publishDiagnostics } } }, async (client) => {
      await client.open('b.plan.yaml', 'govplan: "1"\nplan: {id: b}\nlegal-bases: {erl: {title: 法, kind: law}}\n');
      const { diagnostics } = await client.pushed('b.plan.yaml');
      tags = diagnostics.find(({ code }) => code === 'unused-definition')?.tags;
    });
    return tags;
  };
  assert.deepEqual(await tagsOf({ tagSupport: { valueSet: [1, 2] } }), [1]);
  assert.equal(await tagsOf({ tagSupport: { valueSet: [2] } }), undefined);
  assert.equal(await tagsOf({}), undefined);
});

test('what is pulled again and is the same is not sent again', () =>
  withServer({ 'a.plan.yaml': misspelt }, { capabilities: pulling }, async (client) => {
    await client.open('a.plan.yaml');
    const first = await client.pull('a.plan.yaml');
    assert.deepEqual([first.kind, codes(first.items)], ['full', ['unknown-key']]);
    const second = await client.pull('a.plan.yaml', first.resultId);
    assert.deepEqual(second, { kind: 'unchanged', resultId: first.resultId });
    client.change('a.plan.yaml', 2, `${misspelt}# nothing\n`);
    assert.equal((await client.pull('a.plan.yaml', first.resultId)).kind, 'unchanged');
    client.change('a.plan.yaml', 3, library);
    const third = await client.pull('a.plan.yaml', first.resultId);
    assert.deepEqual([third.kind, third.items], ['full', []]);
    assert.notEqual(third.resultId, first.resultId);
  }));

test('a request behind an edit sees that edit, without waiting for anything', () =>
  withServer({ 'a.plan.yaml': library }, { capabilities: pulling }, async (client) => {
    await client.open('a.plan.yaml');
    for (let version = 2; version < 12; version++) {
      const isBad = version % 2 === 0;
      client.change('a.plan.yaml', version, isBad ? misspelt : library);
      assert.deepEqual(codes((await client.pull('a.plan.yaml')).items), isBad ? ['unknown-key'] : []);
    }
  }));

test('the workspace is pulled as a whole, with progress, and then only what changed', () =>
  withServer(
    {
      'a.plan.yaml': importer,
      'lib.plan.yaml': library,
      'sub/b.plan.yml': misspelt,
      'notes.yaml': 'x: 1\n',
      'ignored/c.plan.yaml': misspelt,
      'govplan.config.yaml': 'ignore: [ignored]\nnonsense: 1\n',
    },
    { capabilities: { ...pulling, window: { workDoneProgress: true } } },
    async (client) => {
      const first = await pullWorkspace(client);
      assert.deepEqual(Object.keys(first).sort(), ['a.plan.yaml', 'govplan.config.yaml', 'lib.plan.yaml', 'sub/b.plan.yml']);
      assert.deepEqual(codes(first['sub/b.plan.yml'].items), ['unknown-key']);
      assert.deepEqual(codes(first['govplan.config.yaml'].items), ['invalid-config']);
      assert.equal(first['a.plan.yaml'].version, null);
      const known = Object.fromEntries(Object.entries(first).map(([path, { resultId }]) => [path, resultId]));
      await client.open('lib.plan.yaml', misspelt, { version: 7 });
      const second = await pullWorkspace(client, known);
      assert.deepEqual(
        Object.entries(second)
          .map(([path, { kind, version }]) => [path, kind, version])
          .sort(),
        [
          ['a.plan.yaml', 'unchanged', null],
          ['govplan.config.yaml', 'unchanged', null],
          ['lib.plan.yaml', 'full', 7],
          ['sub/b.plan.yml', 'unchanged', null],
        ],
      );
      await rm(join(client.folder, 'sub'), { recursive: true });
      client.notify('workspace/didChangeWatchedFiles', { changes: [{ uri: client.uri('sub'), type: 3 }] });
      const third = await pullWorkspace(client, known);
      assert.deepEqual([third['sub/b.plan.yml'].kind, third['sub/b.plan.yml'].items], ['full', []], 'what is gone keeps nothing');
      const partial = { previousResultIds: [], partialResultToken: 'parts', workDoneToken: 'work' };
      assert.deepEqual((await client.request('workspace/diagnostic', partial)).items, []);
      const parts = client.waiting('$/progress').filter(({ params }) => params.token === 'parts');
      assert.deepEqual(
        Object.keys(
          byPath(
            client,
            parts.flatMap(({ params }) => params.value.items),
          ),
        ).sort(),
        ['a.plan.yaml', 'govplan.config.yaml', 'lib.plan.yaml'],
      );
      const work = client.waiting('$/progress').filter(({ params }) => params.token === 'work');
      assert.deepEqual([work[0]?.params.value.kind, work.at(-1)?.params.value.kind], ['begin', 'end']);
      assert.equal(work[0]?.params.value.title, 'Checking the plans of the workspace');
    },
  ));

test('a change on the disk concerns what depends on it, and nothing else', () =>
  withServer(
    { 'a.plan.yaml': importer, 'b.plan.yaml': 'govplan: "1"\nimports: a.plan.yaml\n', 'c.plan.yaml': library },
    { capabilities: pushing },
    async (client) => {
      for (const path of ['a.plan.yaml', 'b.plan.yaml', 'c.plan.yaml']) await client.open(path);
      assert.deepEqual(codes((await client.pushed('a.plan.yaml')).diagnostics), ['import-failed']);
      for (const path of ['b.plan.yaml', 'c.plan.yaml']) assert.deepEqual((await client.pushed(path)).diagnostics, []);
      await writeFile(join(client.folder, 'lib.plan.yaml'), library);
      client.notify('workspace/didChangeWatchedFiles', { changes: [{ uri: client.uri('lib.plan.yaml'), type: 1 }] });
      assert.deepEqual((await client.pushed('a.plan.yaml')).diagnostics, []);
      await client.pushed('b.plan.yaml');
      client.change('c.plan.yaml', 2, misspelt);
      const { version } = await client.pushed('c.plan.yaml');
      assert.equal(version, 2, 'nothing was said of it before');
      await rm(join(client.folder, 'lib.plan.yaml'));
      client.notify('workspace/didChangeWatchedFiles', { changes: [{ uri: client.uri('lib.plan.yaml'), type: 3 }] });
      assert.deepEqual(codes((await client.pushed('a.plan.yaml')).diagnostics), ['import-failed']);
    },
  ));

test('an edit of a library is seen by what imports it, and a client that pulls is asked to pull', () =>
  withServer(
    { 'a.plan.yaml': `${importer}agreements: {g: {kind: contract, parties: [office, office]}}\n`, 'lib.plan.yaml': library },
    { capabilities: pulling },
    async (client) => {
      await client.open('a.plan.yaml');
      await client.open('lib.plan.yaml');
      assert.deepEqual((await client.pull('a.plan.yaml')).items, []);
      client.change('lib.plan.yaml', 2, library.replace('office', 'bureau'));
      await client.next('workspace/diagnostic/refresh');
      assert.deepEqual(codes((await client.pull('a.plan.yaml')).items), ['dangling-reference', 'dangling-reference']);
      client.close('lib.plan.yaml');
      await client.next('workspace/diagnostic/refresh');
      assert.deepEqual((await client.pull('a.plan.yaml')).items, [], 'the disk speaks again');
    },
  ));

test('a configuration concerns the files for which it holds, on the disk and in the editor', () =>
  withServer(
    {
      'a/govplan.config.yaml': 'rules: {}\n',
      'a/x.plan.yaml': unbased('x'),
      'a/own/govplan.config.yaml': '',
      'a/own/z.plan.yaml': unbased('z'),
      'b/y.plan.yaml': unbased('y'),
    },
    { capabilities: pushing, roots: ['a', 'b'] },
    async (client) => {
      const others = ['a/own/z.plan.yaml', 'b/y.plan.yaml'];
      for (const path of ['a/x.plan.yaml', ...others]) {
        await client.open(path);
        assert.ok(codes((await client.pushed(path)).diagnostics).includes('legal-basis-absent'));
      }
      const checkOthers = async (version: number): Promise<void> => {
        for (const path of others) {
          client.change(path, version, `${unbased(path.replace(/\W/g, ''))}# ${version}\n`);
          assert.equal((await client.pushed(path)).version, version, 'nothing was said of it before');
        }
      };
      const off = 'rules: {legal-basis-absent: off}\n';
      await writeFile(join(client.folder, 'a/govplan.config.yaml'), off);
      client.notify('workspace/didChangeWatchedFiles', { changes: [{ uri: client.uri('a/govplan.config.yaml'), type: 2 }] });
      assert.ok(!codes((await client.pushed('a/x.plan.yaml')).diagnostics).includes('legal-basis-absent'));
      await checkOthers(2);
      await client.open('a/govplan.config.yaml', 'rules: {}\n', { languageId: 'yaml' });
      assert.ok(codes((await client.pushed('a/x.plan.yaml')).diagnostics).includes('legal-basis-absent'));
      await checkOthers(3);
      await writeFile(join(client.folder, 'b/govplan.config.yaml'), off);
      client.notify('workspace/didChangeWatchedFiles', { changes: [{ uri: client.uri('b/govplan.config.yaml'), type: 1 }] });
      assert.ok(!codes((await client.pushed('b/y.plan.yaml')).diagnostics).includes('legal-basis-absent'));
    },
  ));

test('an edited configuration concerns files that are not open', () =>
  withServer({ 'govplan.config.yaml': '', 'x.plan.yaml': unbased('x') }, { capabilities: pulling }, async (client) => {
    assert.ok(codes((await pullWorkspace(client))['x.plan.yaml'].items).includes('legal-basis-absent'));
    await client.open('govplan.config.yaml', 'rules: {legal-basis-absent: off}\n', { languageId: 'yaml' });
    await client.next('workspace/diagnostic/refresh');
    assert.ok(!codes((await pullWorkspace(client))['x.plan.yaml'].items).includes('legal-basis-absent'));
  }));

test('an edit that changes nothing has its version', () =>
  withServer({ 'a.plan.yaml': misspelt }, { capabilities: pushing }, async (client) => {
    await client.open('a.plan.yaml');
    await client.pushed('a.plan.yaml');
    client.change('a.plan.yaml', 2, misspelt);
    assert.deepEqual([(await client.pushed('a.plan.yaml')).version], [2]);
  }));

test('the workspace is read in the background, with progress where the client shows it', () =>
  withServer(
    { 'a.plan.yaml': library, 'b.plan.yaml': misspelt },
    { capabilities: { window: { workDoneProgress: true } }, locale: 'zh' },
    async (client) => {
      const { token } = await client.next('window/workDoneProgress/create');
      const { value } = await client.next('$/progress', (params) => params.token === token);
      assert.equal(value.kind, 'begin');
      assert.equal(value.title, '正在读取工作区中的预案');
      await client.next('$/progress', (params) => params.token === token && params.value.kind === 'end');
    },
  ));

test('a configuration is a document of its own, and holds from the moment it is edited', () =>
  withServer(
    { 'a.plan.yaml': library, 'govplan.config.yaml': 'extends: ./base.yaml\n', 'base.yaml': 'rules: {organization-without-right: off}\n' },
    { capabilities: pulling, locale: 'zh-cn' },
    async (client) => {
      const plan = 'govplan: "1"\nplan: {id: p, status: draft, type: unit, title: T, jurisdiction: {level: organization, name: N}}\n';
      await client.open('a.plan.yaml', plan);
      const has = async (code: string): Promise<boolean> => codes((await client.pull('a.plan.yaml')).items).includes(code);
      assert.ok(await has('legal-basis-absent'));
      await client.open('govplan.config.yaml', 'rules: {legal-basis-absent: off, nonsense: off}\n', { languageId: 'yaml' });
      assert.equal(await has('legal-basis-absent'), false);
      const { items } = await client.pull('govplan.config.yaml');
      assert.deepEqual(
        items.map(({ code, range }: Diagnostic) => [code, range.start]),
        [['invalid-config', { line: 0, character: 33 }]],
      );
      assert.match(items[0].message, /\p{Script=Han}/u);
      client.close('govplan.config.yaml');
      assert.ok(await has('legal-basis-absent'));
      await writeFile(join(client.folder, 'base.yaml'), 'rules: {legal-basis-absent: off}\n');
      client.notify('workspace/didChangeWatchedFiles', { changes: [{ uri: client.uri('base.yaml'), type: 2 }] });
      await client.next('workspace/diagnostic/refresh');
      assert.equal(await has('legal-basis-absent'), false);
      await client.open('base.yaml', 'nonsense: 1\n', { languageId: 'yaml' });
      assert.deepEqual(codes((await client.pull('base.yaml')).items), ['invalid-config'], 'what another extends is one too');
    },
  ));

test('two plans of the workspace with one id', () =>
  withServer(
    { 'x/a.plan.yaml': 'govplan: "1"\nplan: {id: same}\n', 'x/b.plan.yaml': 'govplan: "1"\nplan: {id: other}\n' },
    { capabilities: pushing },
    async (client) => {
      await client.open('x/b.plan.yaml');
      await client.pushed('x/b.plan.yaml');
      client.change('x/b.plan.yaml', 2, 'govplan: "1"\nplan: {id: same}\n');
      const isDuplicate = ({ code }: Diagnostic): boolean => code === 'duplicate-plan-id';
      const { diagnostics } = await client.pushed('x/b.plan.yaml', (params) => params.diagnostics.some(isDuplicate));
      const found = diagnostics.find(isDuplicate);
      assert.match(found?.message ?? '', /x\/a\.plan\.yaml/);
      assert.deepEqual(found?.relatedInformation?.[0].location, {
        uri: client.uri('x/a.plan.yaml'),
        range: { start: { line: 1, character: 11 }, end: { line: 1, character: 15 } },
      });
      await client.open('x/a.plan.yaml', 'govplan: "1"\nplan: {id: third}\n');
      await client.pushed('x/b.plan.yaml', (params) => !params.diagnostics.some(isDuplicate));
    },
  ));

test('a plan id is that of another plan only within the workspace', () =>
  withServer(
    {
      'own/a.plan.yaml': 'govplan: "1"\nplan: {id: same}\n',
      'own/drafts/b.plan.yaml': '',
      'own/govplan.config.yaml': 'ignore: [drafts/]\n',
      'c.plan.yaml': '',
    },
    { capabilities: pulling, roots: ['own'] },
    async (client) => {
      const found = async (uri: string): Promise<boolean> => {
        const { items } = await client.request('textDocument/diagnostic', { textDocument: { uri } });
        return codes(items).includes('duplicate-plan-id');
      };
      const text = 'govplan: "1"\nimports: lib.plan.yaml\nplan: {id: same}\n';
      await client.open('own/a.plan.yaml');
      await pullWorkspace(client);
      const earlier = `${client.uri('own/a.plan.yaml').replace(/^file:\/\//, 'git:')}?%7B%22ref%22%3A%22~%22%7D`;
      for (const uri of [client.uri('own/drafts/b.plan.yaml'), client.uri('c.plan.yaml'), earlier]) {
        client.openUri(uri, text);
        assert.deepEqual([await found(uri), await found(client.uri('own/a.plan.yaml'))], [false, false], uri);
      }
      const { items } = await client.request('textDocument/diagnostic', { textDocument: { uri: earlier } });
      assert.ok(codes(items).includes('missing-key') && !codes(items).includes('import-failed'), 'what stands beside it is unknown');
      const whole = await client.request('workspace/diagnostic', { previousResultIds: [] });
      assert.ok(!whole.items.some(({ uri }: Json) => uri === earlier), 'it is no part of the workspace');
      client.openUri('untitled:Untitled-1', text);
      assert.ok(await found('untitled:Untitled-1'), 'it is to become one of the workspace');
    },
  ));

test('which documents are served', () =>
  withServer({}, { capabilities: pushing }, async (client) => {
    const bad = 'govplan: "1"\norganisations: {}\n';
    const found = async (uri: string, text: string, languageId: string): Promise<readonly string[]> => {
      client.openUri(uri, text, languageId);
      const { diagnostics } = await client.next('textDocument/publishDiagnostics', (params) => params.uri === uri);
      return codes(diagnostics);
    };
    assert.deepEqual(await found(client.uri('by-key.yaml'), bad, 'yaml'), ['unknown-key']);
    assert.deepEqual(await found(client.uri('other.yaml'), `x: 1\n${bad}`, 'yaml'), []);
    assert.deepEqual(await found(client.uri('by-name.plan.yml'), 'x: 1\n', 'yaml'), ['format-version', 'unknown-key']);
    assert.deepEqual(await found('untitled:Untitled-1', 'x: 1\n', 'governance-plan'), ['format-version', 'unknown-key']);
    client.openUri(client.uri('readme.md'), bad, 'markdown');
    assert.deepEqual(await client.request('textDocument/documentSymbol', { textDocument: { uri: client.uri('readme.md') } }), null);
    assert.deepEqual(client.waiting('textDocument/publishDiagnostics'), [], 'nothing is said of other languages');
    assert.equal(await client.request('textDocument/formatting', { textDocument: { uri: client.uri('readme.md') }, options: {} }), null);
  }));

test('a document that was never saved is read as if it stood in the workspace', () =>
  withServer(
    { 'lib.plan.yaml': library, 'govplan.config.yaml': 'rules: {legal-basis-absent: off}\n' },
    { capabilities: pushing },
    async (client) => {
      const plan = 'govplan: "1"\nimports: lib.plan.yaml\nplan: {id: p, approval: {by: office}}\n';
      client.openUri('untitled:Untitled-1', plan);
      const { diagnostics } = await client.next('textDocument/publishDiagnostics', ({ uri }) => uri === 'untitled:Untitled-1');
      const found = codes(diagnostics);
      assert.ok(
        !found.includes('import-failed') && !found.includes('dangling-reference') && !found.includes('legal-basis-absent'),
        found.join(),
      );
    },
  ));

test('imports stay in the folder of their workspace, and folders come and go', () =>
  withServer(
    { 'one/a.plan.yaml': 'govplan: "1"\nimports: ../two/lib.plan.yaml\n', 'two/lib.plan.yaml': library, 'two/b.plan.yaml': importer },
    { capabilities: pulling, roots: ['one', 'two'] },
    async (client) => {
      await client.open('one/a.plan.yaml');
      await client.open('two/b.plan.yaml');
      const { items } = await client.pull('one/a.plan.yaml');
      assert.deepEqual(codes(items), ['import-failed']);
      assert.deepEqual((await client.pull('two/b.plan.yaml')).items, []);
      const folder = (path: string): Json => ({ uri: pathToFileURL(join(client.folder, path)).href, name: path });
      client.notify('workspace/didChangeWorkspaceFolders', { event: { added: [folder('')], removed: [folder('one'), folder('two')] } });
      await client.next('workspace/diagnostic/refresh');
      assert.deepEqual((await client.pull('one/a.plan.yaml')).items, []);
      assert.deepEqual(Object.keys(await pullWorkspace(client)).sort(), ['one/a.plan.yaml', 'two/b.plan.yaml', 'two/lib.plan.yaml']);
    },
  ));

test(
  'a folder that is known by another name keeps that name',
  { skip: process.platform === 'win32' ? 'links need rights there' : false },
  () =>
    withFolder(
      { 'real/a.plan.yaml': `${importer}organizations: {office: {name: Two, sector: government}}\n`, 'real/lib.plan.yaml': library },
      async ({ path }) => {
        await symlink(join(path, 'real'), join(path, 'link'));
        const client = await startClient(join(path, 'link'), { capabilities: pushing });
        await client.open('a.plan.yaml');
        const { diagnostics } = await client.pushed('a.plan.yaml');
        assert.equal(diagnostics[0]?.relatedInformation?.[0].location.uri, client.uri('lib.plan.yaml'));
        await client.open('lib.plan.yaml', library.replace('office', 'bureau'));
        assert.deepEqual((await client.pushed('a.plan.yaml')).diagnostics, [], 'what is open counts, whatever it is called');
        await client.stop();
      },
    ),
);

test('a client that cannot watch sees what is on the disk when it opens a document', () =>
  withServer({ 'a.plan.yaml': importer }, { capabilities: {} }, async (client) => {
    await client.open('a.plan.yaml');
    assert.deepEqual(codes((await client.pushed('a.plan.yaml')).diagnostics), ['import-failed']);
    await mkdir(client.folder, { recursive: true });
    await writeFile(join(client.folder, 'lib.plan.yaml'), library);
    client.close('a.plan.yaml');
    await client.pushed('a.plan.yaml');
    await client.open('a.plan.yaml');
    assert.deepEqual((await client.pushed('a.plan.yaml')).diagnostics, []);
  }));

test('a request that is taken back is answered as cancelled', () =>
  withServer({ 'a.plan.yaml': library }, { capabilities: pulling }, async (client) => {
    const many = Array.from({ length: 1500 }, (_, index) => `  o${index}: {name: 名${index}, sector: government}\n`).join('');
    await client.open('big.plan.yaml', `govplan: "1"\nplan: {id: big, title: 大}\norganizations:\n${many}`);
    const textDocument = { uri: client.uri('big.plan.yaml') };
    const asked = ['textDocument/diagnostic', 'textDocument/documentSymbol', 'textDocument/foldingRange'].map((method) =>
      client.ask(method, { textDocument }),
    );
    for (const { id } of asked) client.notify('$/cancelRequest', { id });
    for (const { result } of asked) await assert.rejects(result, { code: -32800 });
    client.notify('$/cancelRequest', { id: 99999 });
    const { items } = await client.pull('big.plan.yaml');
    assert.ok(items.length > 0);
  }));

test('an edit overtakes what was asked of the text before it', () =>
  withServer({}, { capabilities: pulling }, async (client) => {
    await client.open('a.plan.yaml', library);
    const textDocument = { uri: client.uri('a.plan.yaml') };
    const symbols = client.ask('textDocument/documentSymbol', { textDocument });
    client.change('a.plan.yaml', 2, library.replace('office', '新𠮷'));
    const outcome = await symbols.result.then(JSON.stringify, ({ code }) => code);
    assert.ok(outcome === -32801 || outcome.includes('office'), 'an answer is about the text it was asked of');
    const now = await client.request('textDocument/documentSymbol', { textDocument });
    assert.match(JSON.stringify(now), /新𠮷/);
  }));
