// What can be held to without a VS Code for the desktop: which host the suite gets, and how VS Code is started and ended.
import assert from 'node:assert/strict';
import { chmod, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { chooseHost, downloadDesktop, runDesktop } from './desktop.ts';

const folder = await mkdtemp(join(tmpdir(), 'govplan-desktop-'));
after(() => rm(folder, { recursive: true, force: true }));

const unreachable = async (): Promise<string> => {
  throw new Error('no network');
};

test('the VS Code that is asked for is used, and nothing is downloaded', async () => {
  assert.deepEqual(await chooseHost(process.execPath, unreachable), { kind: 'desktop', program: process.execPath });
});

test('a VS Code that is asked for and not there is a mistake', async () => {
  await assert.rejects(chooseHost(join(folder, 'nowhere/code'), unreachable), /GOVPLAN_VSCODE names no program: .*nowhere/);
});

test('what can be downloaded is used, and else the server, which says why', async () => {
  assert.deepEqual(await chooseHost(undefined, async () => '/cache/code'), { kind: 'desktop', program: '/cache/code' });
  assert.deepEqual(await chooseHost('', unreachable), { kind: 'server', why: 'no network' });
});

test('a download that fails says so, and one that hangs is ended', async () => {
  const downloader = (text: string): readonly string[] => ['-e', text, '--'];
  const failing = downloader('console.error("getaddrinfo ENOTFOUND"); process.exitCode = 1');
  await assert.rejects(downloadDesktop(20_000, failing), /^Error: VS Code cannot be downloaded: getaddrinfo ENOTFOUND$/);
  const hanging = downloader('setInterval(() => {}, 1000)');
  await assert.rejects(downloadDesktop(200, hanging), /^Error: VS Code cannot be downloaded: not within 0.2 s$/);
  assert.match(await downloadDesktop(20_000, downloader('console.log("unpacked"); console.log(process.argv[1])')), /vscode-desktop$/);
});

test('VS Code is given the tests, the extensions and folders of its own, and its end is the end', async () => {
  const program = await standIn(`
    const env = Object.keys(process.env).filter((name) => /^VSCODE_|^ELECTRON_/.test(name));
    require('node:fs').writeFileSync(${JSON.stringify(join(folder, 'told.json'))}, JSON.stringify({ args: process.argv.slice(2), env }));
    console.log('a test has run');
    console.error('and something went wrong');
    process.exitCode = 3;`);
  const run = { program, data: '/data', workspace: '/plans', extensions: ['/unpacked/extension', '/suite'], tests: '/suite/dist/run.js' };
  process.env.VSCODE_PID = '1';
  const { lines, exit } = await runDesktop(run, []).finally(() => delete process.env.VSCODE_PID);
  assert.equal(exit, 3);
  assert.ok(lines.includes('a test has run') && lines.includes('and something went wrong'));
  const { args, env } = JSON.parse(await readFile(join(folder, 'told.json'), 'utf8')) as Record<'args' | 'env', readonly string[]>;
  assert.deepEqual(args.slice(0, 7), ['/plans', '--user-data-dir', '/data/user', '--extensions-dir', '/data/extensions', '--locale', 'en']);
  const expected = ['--extensionTestsPath=/suite/dist/run.js', '--disable-workspace-trust', '--disable-updates', '--skip-welcome'];
  for (const each of [...expected, ...run.extensions.map((path) => `--extensionDevelopmentPath=${path}`)]) {
    assert.ok(args.includes(each), `${each} in ${args.join(' ')}`);
  }
  assert.deepEqual(env, []);
});

test('a VS Code that passes ends with 0, with a screen in front of it where one is needed', async () => {
  const run = { program: await standIn(''), data: '/data', workspace: '/plans', extensions: ['/suite'], tests: '/suite/run.js' };
  const { lines, exit } = await runDesktop(run, ['env', 'SCREEN=virtual']);
  assert.deepEqual([exit, lines], [0, ['Exit code:   0']]);
});

test('a VS Code that does not end is ended', async () => {
  const program = await standIn('setInterval(() => {}, 1000)');
  const run = { program, data: '/data', workspace: '/plans', extensions: ['/suite'], tests: '/suite/run.js' };
  const { lines, exit } = await runDesktop(run, [], 300);
  assert.equal(exit, 1);
  assert.equal(lines.at(-1), 'It took longer than 0.3 s.');
});

/** A program that stands in for VS Code. */
async function standIn(code: string): Promise<string> {
  const program = join(folder, 'code');
  await writeFile(program, `#!${process.execPath}\n${code}\n`);
  await chmod(program, 0o755);
  return program;
}
