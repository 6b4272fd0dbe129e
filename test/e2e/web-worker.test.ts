// The extension in a browser, as on vscode.dev: extension host and language server are Web Workers, and the files are nobody's disk.
import { mkdtemp, rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { test } from 'node:test';
import { startBrowser } from './browser.ts';
import { Unavailable, versions, webHost } from './setup.ts';
import { bundleSuite, copyWorkspace, runSuitePage, type SuiteRun, tellResults, unpackExtension } from './suite-host.ts';
import { freePort } from './vscode-server.ts';

interface TestWeb {
  open(options: {
    readonly browserType: 'none';
    readonly quality: 'stable';
    readonly commit: string;
    readonly testRunnerDataDir: string;
    readonly host: string;
    readonly port: number;
    readonly extensionPaths: readonly string[];
    readonly extensionDevelopmentPath: string;
    readonly extensionTestsPath: string;
    readonly folderPath: string;
  }): Promise<{ dispose(): void }>;
}

test(`VS Code ${versions.web} in a browser`, async (t) => {
  const folder = await mkdtemp(join(tmpdir(), 'govplan-web-'));
  t.after(() => rm(folder, { recursive: true, force: true }));
  try {
    await tellResults(t, await runInBrowser(folder));
  } catch (error) {
    if (!(error instanceof Unavailable)) throw error;
    t.skip(error.message);
  }
});

async function runInBrowser(folder: string): Promise<SuiteRun> {
  const { testWeb, builds, commit } = await webHost();
  const extension = await unpackExtension(folder);
  const suite = await bundleSuite(join(folder, 'suite'));
  const { open } = createRequire(import.meta.url)(testWeb) as TestWeb;
  const port = await freePort();
  const server = await open({
    browserType: 'none',
    quality: 'stable',
    commit,
    testRunnerDataDir: builds,
    host: 'localhost',
    port,
    extensionPaths: [dirname(extension)],
    extensionDevelopmentPath: suite.folder,
    extensionTestsPath: suite.module,
    folderPath: await copyWorkspace(join(folder, 'workspace')),
  });
  const browser = await startBrowser();
  try {
    const origin = `http://localhost:${port}`;
    return await runSuitePage(await browser.newPage(origin), origin);
  } finally {
    await browser.close();
    server.dispose();
  }
}
