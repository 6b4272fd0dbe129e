// What a command works on: the files that were named or found, the disk behind them, and the configuration that holds for each.

import { readdirSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { type DiscoveryFailure, discoverFiles, type FoundFile, shownPath } from '../io/discover.ts';
import { canonicalPath, createDiskHost, type DiskHost, isInside, toFileId } from '../io/disk-host.ts';
import { isFolder } from '../io/folders.ts';
import { knownRules } from '../rules/known-rules.ts';
import type { Rule } from '../rules/rule.ts';
import { type Config, type Configurations, createConfigurations, defaultConfig, folderOf } from '../workspace/config.ts';
import { configFileName } from '../workspace/config-shape.ts';
import type { FileId } from '../workspace/host.ts';
import { isFault, type UsageFault, usageFault } from './arguments.ts';
import type { Terminal } from './terminal.ts';
import { unreadableKinds } from './unreadable.ts';

export interface Workspace {
  readonly host: DiskHost;
  /** No import leads out of it. */
  readonly root: string;
  /** In path order. */
  readonly files: readonly FoundFile[];
  /** Files and folders that could not be read. */
  readonly failures: readonly DiscoveryFailure[];
  /** The folders that were searched. */
  readonly folders: readonly string[];
  configFor(file: FileId): Promise<Config>;
  /** A path as reports show it. */
  shown(file: FileId): string;
}

export interface WorkspaceOptions {
  readonly config: string | undefined;
  readonly 'no-config': boolean;
  readonly root: string | undefined;
  /** Whether the host gives digests; it does where this is left out. */
  readonly digests?: boolean;
  /** The files, where they have been found before; then nothing is searched. */
  readonly found?: readonly FoundFile[];
  /** Whether there may be no plans, or not what is named: for what is compared with something else. `lackOf` tells. */
  readonly mayLack?: boolean;
}

/** What a command looks through: what is named, else the working directory, or the root where that does not hold it. */
export function searchedPaths(
  positionals: readonly string[],
  { root }: Pick<WorkspaceOptions, 'root'>,
  { cwd }: Pick<Terminal, 'cwd'>,
): readonly string[] {
  if (positionals.length > 0) return positionals;
  return root === undefined || isInside(resolve(cwd, root), cwd) ? ['.'] : [root];
}

/** `stdinName` is the name under which standard input is read; then there are no paths. */
export async function openWorkspace(
  paths: readonly string[],
  options: WorkspaceOptions,
  catalogue: readonly Rule[],
  terminal: Pick<Terminal, 'cwd'>,
  stdinName?: string,
): Promise<Workspace | UsageFault> {
  if (options.config !== undefined && options['no-config'])
    return usageFault('--config and --no-config exclude each other.', '--config 与 --no-config 不能同时使用。');
  const cwd = (await canonicalPath(terminal.cwd)) ?? terminal.cwd;
  const named = (stdinName === undefined ? paths : [stdinName]).map((path) => resolve(cwd, path));
  const root = options.root === undefined ? await commonRoot(cwd, named) : await canonicalPath(resolve(cwd, options.root));
  if (root === undefined || !isFolder(root)) {
    return usageFault(`the root '${options.root}' is no folder.`, `根目录“${options.root}”不是文件夹。`);
  }
  const host = createDiskHost(root, { digests: options.digests ?? true });
  for (const path of options.root === undefined ? [] : named) {
    const canonical = await canonicalPath(path);
    if (canonical === undefined || !isInside(root, canonical)) {
      return usageFault(
        `'${shownPath(cwd, path)}' lies outside the root '${options.root}'.`,
        `“${shownPath(cwd, path)}”在根目录“${options.root}”之外。`,
      );
    }
  }
  const configFor = await configurationOf(options, cwd, root, host, catalogue);
  if (isFault(configFor)) return configFor;
  const base = options.root === undefined ? cwd : root;
  const shownPaths = new Map<FileId, string>();
  const shown = (file: FileId): string => {
    const path = shownPaths.get(file) ?? shownPath(base, file);
    shownPaths.set(file, path);
    return path;
  };
  if (stdinName !== undefined) {
    const id = toFileId((await canonicalPath(resolve(cwd, stdinName))) ?? resolve(cwd, stdinName));
    return {
      host,
      root,
      files: [{ id, path: shownPath(base, resolve(cwd, stdinName)), named: true }],
      failures: [],
      folders: [],
      configFor: (file) => configFor.of(folderOf(file)),
      shown,
    };
  }
  const { found } = options;
  const { files, failures, folders } = found
    ? { files: found, failures: [], folders: [] }
    : await discoverFiles(paths, cwd, base, configFor.of);
  const lack = options.mayLack ? undefined : lackOf(paths, files, failures);
  return lack ?? { host, root, files, failures, folders, configFor: (file) => configFor.of(folderOf(file)), shown };
}

/** Why there is nothing to work on: what is named is not there, or no plan is among what was searched. */
export function lackOf(
  paths: readonly string[],
  files: readonly FoundFile[],
  failures: readonly DiscoveryFailure[],
): UsageFault | undefined {
  const absent = failures.find(({ kind }) => kind === 'absent');
  if (absent) return usageFault(`there is no file or folder '${absent.path}'.`, `没有文件或文件夹“${absent.path}”。`);
  if (files.length > 0 || failures.length > 0) return undefined;
  const where = paths.join(' ');
  return usageFault(
    `no plans were found in '${where}': folders are searched for what the configuration selects (default **/*.plan.{yaml,yml}).`,
    `在“${where}”中没有找到预案：对文件夹，仅查找配置所选的文件（默认 **/*.plan.{yaml,yml}）。`,
  );
}

/**
 * The working directory where it holds everything that was named. Else the nearest folder that does, or the workspace it belongs to: the
 * nearest folder above that has a configuration or is the top of a git repository.
 */
async function commonRoot(cwd: string, named: readonly string[]): Promise<string | undefined> {
  if (named.every((path) => isInside(cwd, path))) return cwd;
  const folders = named.map((path) => (isFolder(path) ? path : dirname(path)));
  let common = folders[0] ?? cwd;
  while (!folders.every((folder) => isInside(common, folder))) common = dirname(common);
  for (let folder = common; dirname(folder) !== folder; folder = dirname(folder)) {
    const found = namesIn(folder);
    if (found.includes(configFileName) || found.includes('.git')) return canonicalPath(folder);
  }
  return canonicalPath(common);
}

function namesIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}

async function configurationOf(
  options: WorkspaceOptions,
  cwd: string,
  root: string,
  host: DiskHost,
  catalogue: readonly Rule[],
): Promise<{ of(folder: FileId): Promise<Config> } | UsageFault> {
  if (options['no-config']) {
    const config = defaultConfig(toFileId(root));
    return { of: async () => config };
  }
  const configurations: Configurations = createConfigurations({
    host,
    // A configuration above the workspace may build on what lies beside it; one within, on anything in the workspace.
    extendsHost: (file) => (isInside(root, file) ? host : createDiskHost(folderOf(file))),
    known: knownRules(catalogue),
    top: options.root === undefined ? '/' : toFileId(root),
  });
  if (options.config === undefined) return { of: configurations.forFolder };
  const config = await configurations.load(
    toFileId((await canonicalPath(resolve(cwd, options.config))) ?? resolve(cwd, options.config)),
    toFileId(root),
  );
  if (config.unreadable) {
    const reason = unreadableKinds[config.unreadable.kind];
    return usageFault(
      `the configuration '${options.config}' cannot be read (${reason.en}).`,
      `无法读取配置“${options.config}”（${reason.zh}）。`,
    );
  }
  return { of: async () => config };
}
