// No network: every command and the language server say the same when all that could open a connection throws, and where there is no network
// at all; and what ships holds nothing that could.
import assert from 'node:assert/strict';
import { type SpawnSyncReturns, spawnSync } from 'node:child_process';
import { glob, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { countyPlan, withFolder } from '../cli/command-line.ts';
import { pulling, withServer } from '../protocol/client.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));
const bundle = join(root, 'server/dist/govplan.cjs');

/** Makes everything that opens a connection, or asks where a host is, a failure that ends the process. */
const noNetwork = `
const refuse = (what) => () => { process._rawDebug('network: ' + what); process.exit(77); };
const hooks = {
  net: ['connect', 'createConnection', 'createServer'],
  dns: ['lookup', 'resolve', 'resolve4', 'resolve6', 'reverse'],
  http: ['request', 'get', 'createServer'],
  https: ['request', 'get', 'createServer'],
  http2: ['connect'],
  tls: ['connect'],
  dgram: ['createSocket'],
};
for (const [name, members] of Object.entries(hooks)) {
  const module = process.getBuiltinModule(name);
  for (const member of members) module[member] = refuse(name + '.' + member);
}
process.getBuiltinModule('net').Socket.prototype.connect = refuse('net.Socket.connect');
process.getBuiltinModule('dns').promises.lookup = refuse('dns.promises.lookup');
for (const name of ['fetch', 'WebSocket', 'EventSource']) globalThis[name] = refuse(name);
`;
const preload = ['--import', `data:text/javascript,${encodeURIComponent(noNetwork)}`];

/** A plan that names the network wherever it can. */
const plan = `${countyPlan}imports: [https://example.org/law.plan.yaml, //example.org/a.yaml]
legal-bases:
  law: {title: Law, kind: law, url: https://example.org/law}
x-schema: {$ref: https://example.org/schema.json}
`;
const files = {
  'a.plan.yaml': plan,
  'govplan.config.yaml': '# yaml-language-server: $schema=https://example.org/schema.json\nextends: [https://example.org/house.yaml]\n',
};

const commands: readonly (readonly string[])[] = [
  ['lint', '--format', 'json'],
  ['lint', '--format', 'sarif', '--cache=kept'],
  ['classify'],
  ['report', 'a.plan.yaml'],
  ['diff', 'a.plan.yaml', 'a.plan.yaml'],
  ['what-if', 'a.plan.yaml', '--each'],
  ['rules', '--format', 'json'],
  ['explain', 'import-failed'],
  ['schema'],
  ['init', 'new'],
];

type Run = Pick<SpawnSyncReturns<string>, 'status' | 'stdout' | 'stderr'>;

function run(cwd: string, program: string, argv: readonly string[]): Run {
  const { status, stdout, stderr } = spawnSync(program, argv, { cwd, encoding: 'utf8', env: { PATH: process.env.PATH } });
  return { status, stdout, stderr };
}

/** Where the system lets us have one: a network of our own, in which there is nothing. */
const emptyNetwork = [['-n'], ['-rn']].find((options) => spawnSync('unshare', [...options, 'true']).status === 0);

for (const argv of commands) {
  test(`'govplan ${argv.join(' ')}' says the same without a network`, () =>
    withFolder(files, async ({ path }) => {
      const plain = run(path, process.execPath, [bundle, ...argv]);
      assert.ok((plain.status ?? 9) < 2, plain.stderr);
      const ways: (readonly [string, readonly string[]])[] = [[process.execPath, [...preload, bundle, ...argv]]];
      if (emptyNetwork) ways.push(['unshare', [...emptyNetwork, process.execPath, bundle, ...argv]]);
      for (const [program, all] of ways) {
        await rm(join(path, 'new'), { recursive: true, force: true });
        assert.deepEqual(run(path, program, all), plain);
      }
    }));
}

test('the refusal that these tests rest on works', () => {
  const calls = [
    "fetch('http://127.0.0.1/')",
    "require('net').connect(1)",
    "require('dns').lookup('localhost', () => 0)",
    "require('http').get('http://127.0.0.1/')",
  ];
  for (const call of calls) assert.equal(run(root, process.execPath, [...preload, '-e', call]).status, 77, call);
});

test('the language server opens no connection while a plan that names the network is read and asked about', () =>
  withServer(files, { capabilities: pulling, node: preload }, async (client) => {
    await client.open('a.plan.yaml');
    const textDocument = { uri: client.uri('a.plan.yaml') };
    const { items } = await client.pull('a.plan.yaml');
    assert.ok(items.some(({ code }: { readonly code: string }) => code === 'import-failed'));
    for (const line of [1, 2, 4, 5]) {
      for (const method of ['hover', 'completion', 'definition'])
        await client.request(`textDocument/${method}`, { textDocument, position: { line, character: 14 } });
    }
    const links = await client.request('textDocument/documentLink', { textDocument });
    assert.ok(links.length > 0, 'addresses are shown, for the reader to follow or not');
  }));

/** What a bundle may ask Node for. What could reach a network is with the protocol's library, which knows sockets as a way to its client. */
const quiet = [
  'buffer',
  'child_process',
  'crypto',
  'events',
  'fs',
  'fs/promises',
  'module',
  'os',
  'path',
  'perf_hooks',
  'process',
  'readline',
  'timers/promises',
  'tty',
  'url',
  'util',
  'v8',
  'vm',
  'worker_threads',
];
const allowed: Readonly<Record<string, readonly string[]>> = {
  'server/dist/server-main.cjs': [...quiet, 'net'],
  'client/dist/extension.cjs': [...quiet, 'net', 'vscode'],
  'client/dist/extension-web.js': ['vscode'],
};

test('no bundle asks for what reaches a network, and none makes code of text', async () => {
  const found: string[] = [];
  for await (const name of glob('{server,client}/dist/*.{js,cjs}', { cwd: root })) {
    const path = name.replaceAll('\\', '/');
    found.push(path);
    const text = await readFile(join(root, path), 'utf8');
    const asked = [...text.matchAll(/\brequire\("(?:node:)?([^"./][^"]*)"\)/g)].map(([, module]) => module as string);
    const known = new Set(allowed[path] ?? quiet);
    assert.deepEqual(
      [...new Set(asked)].filter((module) => !known.has(module)),
      [],
      path,
    );
    const calls = /\b(?:fetch|eval|importScripts|sendBeacon)\(|\bnew (?:Function|WebSocket|XMLHttpRequest|EventSource)\b/;
    assert.doesNotMatch(text, calls, path);
  }
  assert.ok(found.length >= 5, found.join());
});
