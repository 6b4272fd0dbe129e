// The packages that are installed hold these files and no others, stay small, and say whose code they carry.
import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { packageExtension, readPackage } from './package-extension.ts';

const folder = await mkdtemp(join(tmpdir(), 'govplan-package-'));
after(() => rm(folder, { recursive: true, force: true }));

const root = fileURLToPath(new URL('../..', import.meta.url));

test('the package holds what the extension needs and nothing else', async () => {
  const file = join(folder, 'govplan.vsix');
  await packageExtension(file);
  const bytes = await readFile(file);
  const files = readPackage(bytes);
  assert.deepEqual([...files.keys()].sort(), [
    '[Content_Types].xml',
    'extension.vsixmanifest',
    'extension/LICENSE.txt',
    'extension/changelog.md',
    'extension/client/dist/THIRD-PARTY-NOTICES.txt',
    'extension/client/dist/extension-web.js',
    'extension/client/dist/extension.cjs',
    'extension/client/dist/governance-view.css',
    'extension/client/dist/governance-view.js',
    'extension/client/media/icon.png',
    'extension/client/media/plan-dark.svg',
    'extension/client/media/plan-light.svg',
    'extension/client/media/walkthrough-actors.svg',
    'extension/client/media/walkthrough-findings.svg',
    'extension/client/media/walkthrough-mode.svg',
    'extension/client/media/walkthrough-write.svg',
    'extension/client/snippets/governance-plan.json',
    'extension/client/snippets/governance-plan.zh-cn.json',
    'extension/package.json',
    'extension/package.nls.json',
    'extension/package.nls.zh-cn.json',
    'extension/readme.md',
    'extension/server/dist/server-main.cjs',
    'extension/server/dist/server-worker.js',
    'extension/server/dist/server.cjs',
    'extension/syntaxes/governance-plan.tmLanguage.json',
    'extension/syntaxes/language-configuration.json',
  ]);
  assert.ok(bytes.length < 1_200_000, `${bytes.length} bytes`);
  checkLinks(String(files.get('extension/readme.md')));
  checkNotices(String(files.get('extension/client/dist/THIRD-PARTY-NOTICES.txt')), ['yaml', 'vscode-languageclient', 'minimatch']);
});

test('the package of the command line holds its bundles and the schema, and nothing else', async () => {
  const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm';
  const { stdout } = await promisify(execFile)(npm, ['pack', '--json', '--dry-run'], { cwd: `${root}server` });
  const [{ files }] = JSON.parse(stdout) as [{ readonly files: readonly { readonly path: string }[] }];
  assert.deepEqual(files.map(({ path }) => path).sort(), [
    'LICENSE',
    'README.md',
    'dist/THIRD-PARTY-NOTICES.txt',
    'dist/govplan.cjs',
    'dist/lint.cjs',
    'dist/main.cjs',
    'dist/pages.cjs',
    'dist/server-main.cjs',
    'dist/server-worker.js',
    'dist/server.cjs',
    'package.json',
    'schema/govplan-config.schema.json',
    'schema/govplan.schema.json',
  ]);
  const { devDependencies } = JSON.parse(await readFile(`${root}server/package.json`, 'utf8')) as {
    readonly devDependencies: Readonly<Record<string, string>>;
  };
  const shipped = Object.keys(devDependencies).filter((name) => !name.startsWith('@types/') && name !== 'graphology-types');
  checkNotices(await readFile(`${root}server/dist/THIRD-PARTY-NOTICES.txt`, 'utf8'), shipped);
});

/**
 * A gallery and VS Code's own view of an extension show no picture that is given by a relative path, and follow no such link: all lead to
 * the repository, and there to files that exist.
 */
function checkLinks(readme: string): void {
  const targets = [...readme.matchAll(/\]\(([^)\s]+)\)/g)].map(([, target = '']) => target);
  assert.ok(targets.length > 10);
  for (const target of targets) {
    const [, path] = /^https:\/\/github\.com\/govplan\/govplan\/(?:raw|blob)\/HEAD\/([^#]+)/.exec(target) ?? [];
    assert.ok(path !== undefined && existsSync(join(root, path)), target);
  }
}

/** Every one of these packages has its section, and every section has a licence with its whole text. */
function checkNotices(notices: string, packages: readonly string[]): void {
  const sections = notices.split(/^-{80}\n/m).slice(1);
  const names = sections.map((section) => /^(\S+) \d/.exec(section)?.[1]);
  for (const name of packages) assert.ok(names.includes(name), name);
  for (const section of sections) assert.match(section, /^\S+ \d.*\nLicence: \S.*\n(?:http.*\n)?\n(?=.*copyright).{500}/is);
}
