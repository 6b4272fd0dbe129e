// The files that ship, run as they ship: nothing beside them, under the oldest Node they promise, found on this machine or not.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { closeSync, existsSync, openSync } from 'node:fs';
import { cp, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { findNode } from '../support/old-node.ts';
import { misspelt, withFolder } from './command-line.ts';

const bundle = fileURLToPath(new URL('../../server/dist/govplan.cjs', import.meta.url));
const oldNode = await findNode('v20.');

interface Run {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

function run(node: string, argv: readonly string[], cwd: string, input = ''): Run {
  const { status, stdout, stderr } = spawnSync(node, argv, { cwd, input, encoding: 'utf8', env: { PATH: process.env.PATH } });
  return { status, stdout, stderr };
}

for (const [name, node] of [
  ['this Node', process.execPath],
  ['Node 20', oldNode],
] as const) {
  test(
    `the bundle alone lints, explains and writes its schema under ${name}`,
    { skip: node === undefined ? 'Node 20 is not on the PATH' : false },
    () =>
      withFolder({ 'a.plan.yaml': misspelt }, async ({ path }) => {
        // Elsewhere than in the repository, so that nothing beside it can help.
        const copy = join(path, 'dist/govplan.cjs');
        await cp(dirname(bundle), dirname(copy), { recursive: true });
        const govplan = (...argv: readonly string[]): Run => run(node as string, [copy, ...argv], path);
        assert.match(govplan('--version').stdout, /^\d+\.\d+\.\d+\n$/);
        const lint = govplan('lint', '--format', 'json');
        assert.equal(lint.status, 1, lint.stderr);
        assert.equal(JSON.parse(lint.stdout).files[0].findings[0].rule, 'unknown-key');
        assert.equal(govplan('lint', '--format', 'sarif', '--fix').status, 0);
        assert.match(govplan('explain', 'unknown-key').stdout, /^unknown-key\n/);
        assert.equal(JSON.parse(govplan('schema').stdout).$id, 'urn:govplan:format:1');
        assert.deepEqual(JSON.parse(govplan('classify', '--format', 'json').stdout).files, []);
        const wrong = govplan('lint', 'nowhere');
        assert.deepEqual([wrong.status, wrong.stdout], [2, '']);
      }),
  );
}

test('the bundle is executable', { skip: process.platform === 'win32' ? 'there is no such mode here' : false }, async () => {
  assert.equal((await stat(bundle)).mode & 0o111, 0o111);
});

test('a reader that goes away is no stack trace', { skip: process.platform === 'win32' ? 'there are no such pipes here' : false }, () =>
  withFolder({ 'a.plan.yaml': misspelt }, async ({ path }) => {
    const script = `"$1" "$2" rules --format json | :; exit \${PIPESTATUS[0]}`;
    const { status, stderr } = spawnSync('bash', ['-c', script, 'sh', process.execPath, bundle], { cwd: path, encoding: 'utf8' });
    // The reader may also have stayed long enough.
    assert.ok(status === 2 || status === 0, `exit code ${status}`);
    assert.doesNotMatch(stderr, /\n\s+at /);
  }),
);

test('an output that takes nothing is told of in the language of the reader', { skip: !existsSync('/dev/full') }, () => {
  const full = openSync('/dev/full', 'w');
  const { status, stderr } = spawnSync(process.execPath, [bundle, 'schema'], {
    stdio: ['ignore', full, 'pipe'],
    encoding: 'utf8',
    env: { LANG: 'zh_CN.UTF-8' },
  });
  closeSync(full);
  assert.deepEqual([status, stderr], [2, 'govplan: 无法写入输出（ENOSPC）。\n']);
});
