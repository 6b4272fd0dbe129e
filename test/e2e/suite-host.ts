// The suite of tests as the hosts want it: an extension that holds nothing but the tests, and a workspace of its own for each run.
import { execFile } from 'node:child_process';
import { cp, mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { TestContext } from 'node:test';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { build } from 'esbuild';
import type { Page } from 'playwright-core';
import { packageExtension, readPackage } from '../extension/package-extension.ts';
import { resultMark, type TestResult } from './suite/harness.ts';

const run = promisify(execFile);
const root = fileURLToPath(new URL('../..', import.meta.url));

/** Where the runs leave pictures and logs. Git ignores it. */
export const artifacts = join(root, 'artifacts');

export interface SuiteExtension {
  readonly folder: string;
  /** The module whose `run` runs the tests; its name as hosts want it, on a disk and in a browser. */
  readonly module: string;
}

export async function bundleSuite(folder: string): Promise<SuiteExtension> {
  const module = join(folder, 'dist/run.js');
  await mkdir(folder, { recursive: true });
  await build({
    entryPoints: [join(root, 'test/e2e/suite/run.ts')],
    outfile: module,
    bundle: true,
    format: 'cjs',
    platform: 'browser',
    target: 'es2022',
    external: ['vscode'],
    define: { SUITE_PATTERN: JSON.stringify(process.env.SUITE_PATTERN ?? '') },
    logLevel: 'warning',
  });
  const entries = { main: './dist/run.js', browser: './dist/run.js', extensionKind: ['workspace'] };
  const manifest = { name: 'govplan-tests', publisher: 'govplan', version: '0.0.1', engines: { vscode: '^1.91.0' }, ...entries };
  await writeFile(join(folder, 'package.json'), JSON.stringify(manifest));
  return { folder, module };
}

/** The package of the extension, unpacked into a folder; gives the folder in which its manifest is. */
export async function unpackExtension(folder: string): Promise<string> {
  const vsix = join(folder, 'govplan.vsix');
  await packageExtension(vsix);
  for (const [name, content] of readPackage(await readFile(vsix))) {
    const path = join(folder, 'unpacked', name);
    await mkdir(dirname(path), { recursive: true });
    await writeFile(path, content);
  }
  return join(folder, 'unpacked/extension');
}

/** A copy of the test workspace, with a plan for each mode. */
export async function copyWorkspace(folder: string): Promise<string> {
  await cp(join(root, 'test/e2e/workspace'), folder, { recursive: true });
  await cp(join(root, 'samples/modes'), join(folder, 'modes'), { recursive: true });
  const control = await readFile(join(folder, 'modes/government-control.plan.yaml'), 'utf8');
  const another = control.replace('target-mode: government-control', 'target-mode: equal-cooperation').replace('id: mode-', 'id: other-');
  await writeFile(join(folder, 'modes/mismatch.plan.yaml'), another);
  // In a browser VS Code saves by itself; the tests edit without saving.
  await mkdir(join(folder, '.vscode'));
  await writeFile(join(folder, '.vscode/settings.json'), JSON.stringify({ 'files.autoSave': 'off' }));
  await commitAll(folder);
  return folder;
}

/** What the tests compare with. */
async function commitAll(folder: string): Promise<void> {
  const git = (...args: readonly string[]): Promise<unknown> =>
    run('git', ['-C', folder, '-c', 'user.name=t', '-c', 'user.email=t@example.org', '-c', 'commit.gpgsign=false', ...args]);
  await git('init', '-q');
  await git('add', '-A');
  await git('commit', '-q', '-m', 'Begin');
}

export interface SuiteRun {
  readonly lines: readonly string[];
  readonly exit: number;
}

/** Opens a page of VS Code that runs the tests, and waits for their end. */
export async function runSuitePage(page: Page, url: string): Promise<SuiteRun> {
  const lines: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error') lines.push(`[page] ${message.text()}`);
  });
  await page.exposeFunction('codeAutomationLog', (_type: string, args: readonly unknown[]) => lines.push(args.join(' ')));
  const finished = new Promise<number>((resolve, reject) => {
    void page.exposeFunction('codeAutomationExit', resolve);
    page.once('crash', () => reject(new Error('the page crashed')));
    page.once('close', () => reject(new Error('the page was closed')));
  });
  await page.goto(url);
  return { exit: await finished, lines };
}

/** Tells the tests of the host as tests of this process. All that the host said is kept as an artefact. */
export async function tellResults(t: TestContext, { lines, exit }: SuiteRun): Promise<void> {
  await mkdir(artifacts, { recursive: true });
  await writeFile(join(artifacts, `${t.name.replace(/\W+/g, '-')}.log`), `${lines.join('\n')}\n`);
  const results = lines.flatMap((line) => {
    const at = line.indexOf(resultMark);
    if (at < 0) return [];
    return [JSON.parse(line.slice(at + resultMark.length).replace(/[^}]*$/, '')) as TestResult];
  });
  for (const { name, error } of results) {
    await t.test(name, () => {
      if (error !== undefined) throw new Error(error);
    });
  }
  if (results.length === 0 || (exit !== 0 && results.every(({ error }) => error === undefined))) {
    throw new Error(`The host ended with ${exit}:\n${lines.slice(-60).join('\n')}`);
  }
}
