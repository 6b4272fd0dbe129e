// VS Code on a desktop as a host of the test suite, where one can be had; elsewhere the VS Code server, which is the same VS Code, does.
import { execFile, spawn } from 'node:child_process';
import { access, constants, mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { quietSettings } from './quiet-settings.ts';
import { cacheFolder, messageOf, screen } from './setup.ts';
import { bundleSuite, copyWorkspace, type SuiteRun, unpackExtension } from './suite-host.ts';

export type SuiteHost =
  | { readonly kind: 'desktop'; readonly program: string }
  /** `why` there is no desktop. */
  | { readonly kind: 'server'; readonly why: string };

/** What the process that runs the tests is told. */
export interface DesktopRun {
  readonly program: string;
  /** A folder for settings and the like. */
  readonly data: string;
  readonly workspace: string;
  /** The folders of the extensions that are being tested. */
  readonly extensions: readonly string[];
  /** The module with the tests. */
  readonly tests: string;
}

const script = fileURLToPath(new URL('desktop-process.ts', import.meta.url));

/**
 * Where the suite runs. `asked` is what the environment variable GOVPLAN_VSCODE says: the program of a VS Code that is there, and if it is
 * not there, that is a mistake and no reason for another host. Without it VS Code is downloaded, if that can be done.
 */
export async function chooseHost(asked: string | undefined, download: () => Promise<string>): Promise<SuiteHost> {
  if (asked) {
    await access(asked, constants.X_OK).catch((error: unknown) => {
      throw new Error(`GOVPLAN_VSCODE names no program: ${messageOf(error)}`);
    });
    return { kind: 'desktop', program: asked };
  }
  try {
    return { kind: 'desktop', program: await download() };
  } catch (error) {
    return { kind: 'server', why: messageOf(error) };
  }
}

/**
 * The newest VS Code, from the cache or the network; rejects, soon, where there is neither. `limit` is how long all of it may take, in
 * milliseconds; that nothing comes any more is noticed earlier.
 */
export async function downloadDesktop(limit = 300_000, downloader: readonly string[] = [script, 'download']): Promise<string> {
  const folder = join(cacheFolder, 'vscode-desktop');
  try {
    const { stdout } = await promisify(execFile)(process.execPath, [...downloader, folder], { timeout: limit, killSignal: 'SIGKILL' });
    return stdout.trim().split('\n').at(-1) ?? '';
  } catch (error) {
    const { killed, stderr = '' } = error as { killed?: boolean; stderr?: string };
    const [reason] = stderr.trim().split('\n').slice(-1);
    throw new Error(`VS Code cannot be downloaded: ${killed ? `not within ${limit / 1000} s` : reason || messageOf(error)}`);
  }
}

/** Runs the suite in VS Code with the extension as it is packaged. */
export async function runOnDesktop(program: string, folder: string): Promise<SuiteRun> {
  const suite = await bundleSuite(join(folder, 'suite'));
  const data = join(folder, 'data');
  await mkdir(join(data, 'user/User'), { recursive: true });
  await writeFile(join(data, 'user/User/settings.json'), JSON.stringify(quietSettings));
  const extensions = [await unpackExtension(folder), suite.folder];
  const workspace = await copyWorkspace(join(folder, 'workspace'));
  return runDesktop({ program, data, workspace, extensions, tests: suite.module }, await screen());
}

/** `screen` is the command in front of another that gives it a screen. `limit` is in milliseconds. */
export async function runDesktop(run: DesktopRun, screen: readonly string[], limit = 300_000): Promise<SuiteRun> {
  const [program = '', ...args] = [...screen, process.execPath, script, 'run', JSON.stringify(run)];
  // A group of its own: VS Code has processes of its own, and a screen has one.
  const child = spawn(program, args, { stdio: ['ignore', 'pipe', 'pipe'], detached: true });
  const lines: string[] = [];
  for (const stream of [child.stdout, child.stderr]) createInterface(stream).on('line', (line) => lines.push(line));
  const end = (): void => {
    if (child.pid !== undefined && child.exitCode === null) process.kill(-child.pid, 'SIGKILL');
  };
  const timer = setTimeout(() => {
    lines.push(`It took longer than ${limit / 1000} s.`);
    end();
  }, limit);
  process.once('exit', end);
  try {
    const exit = await new Promise<number>((resolve, reject) => {
      child.once('error', reject);
      child.once('close', (code) => resolve(code ?? 1));
    });
    return { lines, exit };
  } finally {
    clearTimeout(timer);
    process.off('exit', end);
  }
}
