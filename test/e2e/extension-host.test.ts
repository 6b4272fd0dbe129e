// The extension in the extension host of a real VS Code server, installed from its package.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { packageExtension } from '../extension/package-extension.ts';
import { startBrowser } from './browser.ts';
import { Unavailable } from './setup.ts';
import { bundleSuite, copyWorkspace, runSuitePage, type SuiteRun, tellResults } from './suite-host.ts';
import { startVsCodeServer } from './vscode-server.ts';

test('VS Code server', async (t) => {
  const folder = await mkdtemp(join(tmpdir(), 'govplan-host-'));
  t.after(() => rm(folder, { recursive: true, force: true }));
  try {
    await tellResults(t, await runInServer(folder));
  } catch (error) {
    if (!(error instanceof Unavailable)) throw error;
    t.skip(error.message);
  }
});

async function runInServer(folder: string): Promise<SuiteRun> {
  const vsix = join(folder, 'govplan.vsix');
  await packageExtension(vsix);
  const suite = await bundleSuite(join(folder, 'suite'));
  const workspace = await copyWorkspace(join(folder, 'workspace'));
  const server = await startVsCodeServer({ data: join(folder, 'data'), extensions: [vsix], forTests: true });
  const browser = await startBrowser();
  try {
    const payload = [
      ['extensionDevelopmentPath', server.remote(suite.folder)],
      ['extensionTestsPath', server.remote(suite.module)],
      ['skipWelcome', 'true'],
    ];
    const url = `${server.origin}/?folder=${encodeURIComponent(workspace)}&payload=${encodeURIComponent(JSON.stringify(payload))}`;
    return await runSuitePage(await browser.newPage(server.origin), url);
  } finally {
    await browser.close();
    await server.stop();
  }
}
