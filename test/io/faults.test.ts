// Files that are not what they were a moment ago, or never were files: each is named, nothing waits for ever, the others go on.
import assert from 'node:assert/strict';
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import type { Stats } from 'node:fs';
import { readdir, readFile, truncate, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { type Disk, directDisk } from '../../server/src/io/disk.ts';
import { createDiskHost } from '../../server/src/io/disk-host.ts';
import { library, lintToJson, misspelt, placesOf, withFolder } from '../cli/command-line.ts';

const bundle = fileURLToPath(new URL('../../server/dist/govplan.cjs', import.meta.url));
const isWindows = process.platform === 'win32' ? 'there are no such files here' : false;

/** The disk, but for what it says of files. */
function diskWith(more: Partial<Disk>): Disk {
  return { ...directDisk, ...more };
}

function fail(code: string): never {
  throw Object.assign(new Error(code), { code });
}

const plainFile = { size: 10, isFile: () => true, isDirectory: () => false } as Stats;

const changing: readonly (readonly [what: string, disk: Partial<Disk>, kind: string])[] = [
  ['is gone when it is looked at', { stat: () => fail('ENOENT') }, 'absent'],
  ['is gone when it is read', { stat: () => plainFile, readFile: () => fail('ENOENT') }, 'absent'],
  ['became a folder', { stat: () => plainFile, readFile: () => fail('EISDIR') }, 'directory'],
  ['may not be read', { stat: () => plainFile, readFile: () => fail('EACCES') }, 'unreadable'],
  ['stands on a broken disk', { stat: () => plainFile, readFile: () => fail('EIO') }, 'unreadable'],
  ['grows while it is read', { stat: () => plainFile, readFile: () => new Uint8Array(101) }, 'too-large'],
  ['is larger than memory', { stat: () => plainFile, readFile: () => fail('ERR_FS_FILE_TOO_LARGE') }, 'unreadable'],
];

for (const [what, disk, kind] of changing) {
  test(`a file that ${what} is ${kind}`, async () => {
    const host = createDiskHost('/', { disk: diskWith(disk), limits: { fileBytes: 100 } });
    assert.equal((await host.read('/a.plan.yaml')).kind, kind);
  });
}

test('a file that goes between listing and reading is named, and the others are linted', () =>
  withFolder({ 'a.plan.yaml': library, 'b.plan.yaml': misspelt }, async (folder) => {
    // The name is there when the folder is listed, and what it names is not: to a reader that is the same as a file that went away.
    const gone = join(folder.path, 'c.plan.yaml');
    const { readdir } = directDisk;
    const entry = { name: 'c.plan.yaml', isFile: () => true, isDirectory: () => false };
    directDisk.readdir = async (path) => [...(await readdir(path)), entry];
    try {
      const { code, stdout, stderr } = await folder.run(['lint', '--format', 'json']);
      assert.equal(code, 2);
      assert.match(stderr, /'c\.plan\.yaml' cannot be read/);
      assert.ok(!stderr.includes(gone), 'paths are shown as they were typed');
      assert.equal(JSON.parse(stdout).files.length, 2);
    } finally {
      directDisk.readdir = readdir;
    }
  }));

test('pipes, sockets and devices of a name that promises a plan are not opened', { skip: isWindows }, () =>
  withFolder({ 'a.plan.yaml': 'govplan: "1"\nimports: [pipe.plan.yaml, socket.plan.yaml]\n' }, async (folder) => {
    assert.equal(spawnSync('mkfifo', [join(folder.path, 'pipe.plan.yaml')]).status, 0);
    const server = createServer().listen(join(folder.path, 'socket.plan.yaml'));
    await once(server, 'listening');
    try {
      const report = await lintToJson(folder, ['--cache']);
      assert.deepEqual(placesOf(report), ['a.plan.yaml import-failed 1:10-1:24', 'a.plan.yaml import-failed 1:26-1:42']);
      for (const name of ['pipe.plan.yaml', 'socket.plan.yaml']) {
        const { code, stderr } = await folder.run(['lint', name]);
        assert.equal(code, 2);
        assert.match(stderr, /no plain file/);
      }
      for (const argv of [
        ['--config', 'pipe.plan.yaml'],
        ['--baseline', 'socket.plan.yaml'],
      ])
        assert.equal((await folder.run(['lint', 'a.plan.yaml', ...argv])).code, 2, argv.join(' '));
    } finally {
      server.close();
    }
  }),
);

test('a pipe of the name of a configuration or of ignore rules is not waited for', { skip: isWindows }, () =>
  withFolder({ 'a/.git/HEAD': '', 'a/a.plan.yaml': misspelt, 'b/b.plan.yaml': misspelt }, async (folder) => {
    for (const name of ['a/.gitignore', 'b/govplan.config.yaml']) assert.equal(spawnSync('mkfifo', [join(folder.path, name)]).status, 0);
    assert.equal((await lintToJson(folder, ['a'])).code, 1);
    const { code, stderr } = await folder.run(['lint', 'b']);
    assert.equal(code, 2);
    assert.match(stderr, /govplan\.config\.yaml' cannot be read/);
  }),
);

test('a folder of the name of a plan is a folder', () =>
  withFolder({ 'a.plan.yaml/b.plan.yaml': misspelt }, async (folder) => {
    assert.deepEqual(placesOf(await lintToJson(folder)), ['a.plan.yaml/b.plan.yaml unknown-key 1:0-1:13']);
  }));

test('a file that claims terabytes is neither read nor digested', { skip: isWindows }, () =>
  withFolder({ 'a.plan.yaml': library }, async (folder) => {
    await truncate(join(folder.path, 'a.plan.yaml'), 2 ** 42);
    const report = await lintToJson(folder);
    assert.deepEqual(placesOf(report), ['a.plan.yaml limit-exceeded 0:0-0:12']);
    assert.equal(report.files[0]?.sha256, undefined);
  }),
);

/** Where a run can write, and with what. */
const outputs: readonly (readonly string[])[] = [
  ['lint', '--format', 'json:/dev/full'],
  ['lint', '--format', 'sarif:/dev/full', '--format', 'text'],
  ['report', 'a.plan.yaml', '--out', '/dev/full'],
  ['lint', '--format', 'json:folder'],
  ['lint', '--format', 'json:a.plan.yaml/report.json'],
  ['lint', '--baseline', 'folder', '--update-baseline'],
];

for (const argv of outputs) {
  test(
    `'govplan ${argv.join(' ')}' says that it cannot write`,
    { skip: process.platform === 'linux' ? false : 'there is no full disk here' },
    () =>
      withFolder({ 'a.plan.yaml': plan, 'folder/x': '' }, async (folder) => {
        const { code, stderr } = await folder.run(argv);
        assert.equal(code, 2, stderr);
        assert.match(stderr, /(?:cannot be (?:written|read)).*(?:ENOSPC|EISDIR|ENOTDIR|EEXIST)/);
        assert.equal(await folder.read('a.plan.yaml'), plan);
      }),
  );
}

const plan =
  'govplan: "1"\nplan: {id: short, title: Short, type: unit, jurisdiction: {level: organization, name: Mill}, status: draft, hazards: [fire]}\n';

test(
  'a report on a full standard output is a failure, and no stack trace',
  {
    skip: process.platform === 'linux' ? false : 'there is no full disk here',
  },
  () =>
    withFolder({ 'a.plan.yaml': library }, async ({ path }) => {
      const { status, stderr } = spawnSync('sh', ['-c', '"$0" "$1" rules >/dev/full', process.execPath, bundle], {
        cwd: path,
        encoding: 'utf8',
      });
      assert.equal(status, 2);
      assert.match(stderr, /ENOSPC|no space/i);
      assert.doesNotMatch(stderr, /\n\s+at /);
    }),
);

test('a reader that takes one line and goes is no stack trace', { skip: isWindows }, () =>
  withFolder({ 'a.plan.yaml': `govplan: "1"\n${'oops: 1\n'.repeat(3000)}` }, async ({ path }) => {
    const script = `"$0" "$1" lint | head -1; exit \${PIPESTATUS[0]}`;
    const { status, stdout, stderr } = spawnSync('bash', ['-c', script, process.execPath, bundle], { cwd: path, encoding: 'utf8' });
    assert.match(stdout, /^a\.plan\.yaml:2:1/);
    assert.equal(status, 2);
    assert.doesNotMatch(stderr, /\n\s+at /);
  }),
);

test('a server without anybody to speak to ends', () => {
  for (const stdin of ['ignore', 'pipe'] as const) {
    const { status, signal, stderr } = spawnSync(process.execPath, [bundle, 'lsp', '--stdio'], {
      stdio: [stdin, 'pipe', 'pipe'],
      encoding: 'utf8',
    });
    assert.deepEqual([status, signal], [1, null], stdin);
    assert.equal(stderr, '');
  }
});

for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  test(`${signal} ends a server at once`, { skip: isWindows }, async () => {
    const child = spawn(process.execPath, [bundle, 'lsp', '--stdio'], { stdio: ['pipe', 'pipe', 'inherit'] });
    const body = JSON.stringify({
      jsonrpc: '2.0',
      id: 1,
      method: 'initialize',
      params: { processId: null, rootUri: null, capabilities: {} },
    });
    child.stdin.write(`Content-Length: ${body.length}\r\n\r\n${body}`);
    await once(child.stdout, 'data');
    child.kill(signal);
    const [code, by] = await once(child, 'exit');
    assert.ok(by === signal || (typeof code === 'number' && code !== 0), `${code} ${by}`);
  });
}

test('what a cache holds of another version, of nobody or of half an entry is not taken', () =>
  withFolder({ 'a.plan.yaml': misspelt }, async (folder) => {
    const plain = (await folder.run(['lint', '--format', 'json'])).stdout;
    await folder.run(['lint', '--cache=kept']);
    const names = (await readdir(join(folder.path, 'kept'))).filter((name) => name.endsWith('.json'));
    assert.equal(names.length, 1);
    const place = join(folder.path, 'kept', names[0] as string);
    const whole = await readFile(place, 'utf8');
    const wrong = [
      '',
      '{}',
      '[]',
      'null',
      '"x"',
      whole.slice(0, whole.length / 2),
      whole.replace('unknown-key', 'unknown-kex'),
      '\0'.repeat(whole.length),
    ];
    for (const text of wrong) {
      await writeFile(place, text);
      const { stdout, stderr, code } = await folder.run(['lint', '--cache=kept', '--format', 'json']);
      assert.deepEqual([stdout, stderr, code], [plain, '', 1], text.slice(0, 40));
      assert.equal(await readFile(place, 'utf8'), whole, 'what was damaged is written anew');
    }
  }));
