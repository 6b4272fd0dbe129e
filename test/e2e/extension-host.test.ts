// The extension, as it is packaged, in the extension host of a real VS Code: on a desktop where one can be had, in a VS Code server elsewhere.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { packageExtension } from '../extension/package-extension.ts';
import { startBrowser } from './browser.ts';
import { chooseHost, downloadDesktop, runOnDesktop } from './desktop.ts';
import { screen, Unavailable, versions } from './setup.ts';
import { bundleSuite, copyWorkspace, runSuitePage, type SuiteRun, tellResults } from './suite-host.ts';
import { startVsCodeServer } from './vscode-server.ts';

test('VS Code', async (t) => {
  const folder = await mkdtemp(join(tmpdir(), 'govplan-host-'));
  t.after(() => rm(folder, { recursive: true, force: true }));
  const host = await chooseHost(process.env.GOVPLAN_VSCODE, async () => {
    const program = await downloadDesktop();
    await screen();
    return program;
  });
  const name = host.kind === 'desktop' ? `VS Code on a desktop (${host.program})` : `VS Code server ${versions.server} (${host.why})`;
  t.diagnostic(`Extension host: ${name}`);
  try {
    await tellResults(t, await (host.kind === 'desktop' ? runOnDesktop(host.program, folder) : runInServer(folder)));
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
