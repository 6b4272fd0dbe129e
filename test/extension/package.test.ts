// The package that is installed holds these files and no others, and stays small.
import assert from 'node:assert/strict';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { packageExtension, readPackage } from './package-extension.ts';

const folder = await mkdtemp(join(tmpdir(), 'govplan-package-'));
after(() => rm(folder, { recursive: true, force: true }));

test('the package holds what the extension needs and nothing else', async () => {
  const file = join(folder, 'govplan.vsix');
  await packageExtension(file);
  const bytes = await readFile(file);
  assert.deepEqual([...readPackage(bytes).keys()].sort(), [
    '[Content_Types].xml',
    'extension.vsixmanifest',
    'extension/LICENSE.txt',
    'extension/changelog.md',
    'extension/client/dist/extension-web.js',
    'extension/client/dist/extension.cjs',
    'extension/client/media/icon.png',
    'extension/client/media/plan-dark.svg',
    'extension/client/media/plan-light.svg',
    'extension/client/media/walkthrough-actors.svg',
    'extension/client/media/walkthrough-findings.svg',
    'extension/client/media/walkthrough-mode.svg',
    'extension/client/media/walkthrough-write.svg',
    'extension/client/snippets/governance-plan.json',
    'extension/client/snippets/governance-plan.zh-cn.json',
    'extension/l10n/bundle.l10n.zh-cn.json',
    'extension/package.json',
    'extension/package.nls.json',
    'extension/package.nls.zh-cn.json',
    'extension/readme.md',
    'extension/server/dist/server-worker.js',
    'extension/server/dist/server.cjs',
    'extension/syntaxes/governance-plan.tmLanguage.json',
    'extension/syntaxes/language-configuration.json',
  ]);
  assert.ok(bytes.length < 1_200_000, `${bytes.length} bytes`);
});
