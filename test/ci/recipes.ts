// What docs/ci.md shows, taken from the page, and a folder in which it can be run: `govplan` of the build on the PATH, nothing else new.
import { execFile } from 'node:child_process';
import { chmod, mkdir, readFile, writeFile } from 'node:fs/promises';
import { delimiter, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { type Files, type Folder, withFolder } from '../cli/command-line.ts';

export const root = fileURLToPath(new URL('../..', import.meta.url));
const bundle = join(root, 'server/dist/govplan.cjs');

export const { version } = JSON.parse(await readFile(join(root, 'server/package.json'), 'utf8')) as { readonly version: string };

const page = (await readFile(join(root, 'docs/ci.md'), 'utf8')).replaceAll('\r\n', '\n');

/** The text of the fence with this behind its language, as `file=…` or `run=…`. */
export function fence(mark: string): string {
  const found = [...page.matchAll(/^```\w+ (\S+)\n([\s\S]*?)^```$/gm)].filter(([, info]) => info === mark);
  if (found.length !== 1) throw new Error(`docs/ci.md has ${found.length} fences '${mark}'`);
  return found[0]?.[2] as string;
}

/** The marks of all fences of the page. */
export function fenceMarks(): readonly string[] {
  return [...page.matchAll(/^```\w+ ?(.*)\n[\s\S]*?^```$/gm)].map(([, info = '']) => info);
}

export interface Ran {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

export interface Workbench extends Folder {
  /** Runs a script as a CI service does: any command that fails ends it. */
  script(text: string, env?: Readonly<Record<string, string>>, shell?: readonly string[]): Promise<Ran>;
  exec(program: string, args: readonly string[], env?: Readonly<Record<string, string>>): Promise<Ran>;
  /** Makes a program of this name that does what a shell script says. */
  shim(name: string, script: string): Promise<void>;
  write(path: string, text: string): Promise<void>;
}

/** Files in a git repository of their own, all of them committed. What is called `npx govplan@<this version>` is the build, too. */
export async function withWorkbench(files: Files, work: (bench: Workbench) => Promise<void>): Promise<void> {
  await withFolder({}, async ({ path: outside }) => {
    const bin = join(outside, 'bin');
    await mkdir(bin);
    await withFolder(files, async (folder) => {
      const shim = async (name: string, script: string): Promise<void> => {
        await writeFile(join(bin, name), `#!/bin/sh\n${script}\n`);
        await chmod(join(bin, name), 0o755);
      };
      const exec = (program: string, args: readonly string[], env: Readonly<Record<string, string>> = {}): Promise<Ran> =>
        outcomeOf(program, args, { cwd: folder.path, env: { ...environment(outside, bin), ...env } });
      const bench: Workbench = {
        ...folder,
        exec,
        shim,
        script: (text, env, shell = ['bash', '-e', '-o', 'pipefail', '-c']) => exec(shell[0] as string, [...shell.slice(1), text], env),
        write: async (path, text) => {
          await mkdir(dirname(join(folder.path, path)), { recursive: true });
          await writeFile(join(folder.path, path), text);
        },
      };
      await shim('govplan', `exec '${process.execPath}' '${bundle}' "$@"`);
      await shim('npx', `[ "$1 $2" = "--yes govplan@${version}" ] || { echo "npx $*" >&2; exit 99; }\nshift 2\nexec govplan "$@"`);
      for (const args of [
        ['init', '-q', '-b', 'main'],
        ['add', '-A'],
        ['commit', '-q', '--allow-empty', '-m', 'begin'],
      ]) {
        const { code, stderr } = await exec('git', args);
        if (code !== 0) throw new Error(stderr);
      }
      await work(bench);
    });
  });
}

/** Nothing of whoever runs the tests, nothing from the network; Node is that of the tests. */
function environment(home: string, bin: string): Record<string, string> {
  return {
    PATH: [bin, dirname(process.execPath), process.env.PATH ?? ''].join(delimiter),
    HOME: home,
    LANG: 'C.UTF-8',
    GIT_AUTHOR_NAME: 'A',
    GIT_AUTHOR_EMAIL: 'a@example.org',
    GIT_COMMITTER_NAME: 'A',
    GIT_COMMITTER_EMAIL: 'a@example.org',
    npm_config_cache: join(home, 'npm-cache'),
    npm_config_offline: 'true',
    npm_config_update_notifier: 'false',
  };
}

async function outcomeOf(program: string, args: readonly string[], options: { cwd: string; env: Record<string, string> }): Promise<Ran> {
  return promisify(execFile)(program, [...args], { ...options, maxBuffer: 1 << 26 }).then(
    ({ stdout, stderr }) => ({ code: 0, stdout, stderr }),
    (error: { code?: number | string; stdout?: string; stderr?: string; message: string }) => {
      if (typeof error.code !== 'number') throw error;
      return { code: error.code, stdout: error.stdout ?? '', stderr: error.stderr ?? '' };
    },
  );
}

/** The npm package, packed from the build. */
export async function packPackage(folder: string): Promise<string> {
  const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm';
  const env = { ...process.env, PATH: [dirname(process.execPath), process.env.PATH].join(delimiter), npm_config_update_notifier: 'false' };
  const args = ['pack', '--json', '--loglevel=error', '--pack-destination', folder];
  const { stdout } = await promisify(execFile)(npm, args, { cwd: join(root, 'server'), env });
  const [packed] = JSON.parse(stdout) as readonly { readonly filename: string }[];
  return join(folder, packed?.filename as string);
}

/** Plans that share a library, two of them with one id, and one with a fault that a safe fix mends. */
export function somePlans(count: number): Files {
  const files: Record<string, string> = {
    'plans/lib.plan.yaml': 'govplan: "1"\norganizations:\n  office: {name: 县应急管理局, sector: government}\n',
    'plans/slip.plan.yaml': 'govplan: "1"\norganisations: {}\n',
  };
  for (let n = 1; n <= count; n++) {
    const id = n === count ? 1 : n;
    files[`plans/p${n}.plan.yaml`] =
      `govplan: "1"\nimports: lib.plan.yaml\nplan: {id: plan-${id}, title: Plan ${n}, type: special, jurisdiction: {level: county, name: 县}, status: draft}\n`;
  }
  return files;
}
