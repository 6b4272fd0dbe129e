// `--since REV`: the option, and the workspace as it was at a revision of the git repository it lies in.

import { existsSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { canonicalPath, isInside, toFileId } from '../io/disk-host.ts';
import { isFolder } from '../io/folders.ts';
import { openGitTree } from '../io/git-tree.ts';
import { inPathOrder } from '../workspace/path-order.ts';
import { type OptionSpecs, type UsageFault, usageFault } from './arguments.ts';
import type { Workspace } from './workspace.ts';

export const sinceOption = {
  since: {
    value: 'REV',
    doc: {
      en: 'Compares with this revision of the git repository: a commit, a tag, a branch.',
      zh: '与 git 仓库的此修订版本比较：提交、标签或分支。',
    },
  },
} as const satisfies OptionSpecs;

export interface PastWorkspace {
  readonly workspace: Workspace;
  /** Whether a path, as it was typed, led to a plan, or to a folder with plans. */
  had(path: string): boolean;
  /** Ends what reads the repository. */
  close(): void;
}

/** `paths` as they were typed. What was a plan then is read with the configuration of now, so that only plans make a difference. */
export async function openPast(
  revision: string,
  paths: readonly string[],
  now: Workspace,
  terminalCwd: string,
): Promise<PastWorkspace | UsageFault> {
  const cwd = (await canonicalPath(terminalCwd)) ?? terminalCwd;
  const named = await Promise.all(paths.map(async (path) => (await canonicalPath(resolve(cwd, path))) ?? resolve(cwd, path)));
  const tree = await openGitTree(nearestFolder(named[0] ?? cwd), revision);
  if ('failure' in tree) return faultOf(tree.failure, revision);
  const current = new Set(now.files.map(({ id }) => id));
  const files: Workspace['files'][number][] = [];
  for (const id of tree.files) {
    const isNamed = named.some((path) => toFileId(path) === id);
    if (!isNamed && !named.some((path) => isInside(path, id))) continue;
    if (!isNamed && !current.has(id)) {
      if (!/\.ya?ml$/.test(id)) continue;
      const config = await now.configFor(id);
      // What is there and not among the files of now is left out now, and was not asked for then.
      if (!config.selects(id) || config.ignores(id, false) || existsSync(id)) continue;
    }
    files.push({ id, path: now.shown(id), named: isNamed });
  }
  files.sort(inPathOrder);
  const workspace: Workspace = { ...now, host: tree.hostFor(now.root), files, failures: [] };
  const had = (path: string): boolean => {
    const place = resolve(cwd, path);
    return files.some(({ id }) => toFileId(place) === id || isInside(place, id));
  };
  return { workspace, had, close: tree.close };
}

/** The path itself or the next above it: files and folders that were there then may be gone. */
function nearestFolder(path: string): string {
  let folder = path;
  while (!isFolder(folder) && dirname(folder) !== folder) folder = dirname(folder);
  return folder;
}

function faultOf(failure: 'no-git' | 'no-repository' | 'no-revision', revision: string): UsageFault {
  switch (failure) {
    case 'no-git':
      return usageFault('--since needs git, which is not installed.', '--since 需要 git，但未安装。');
    case 'no-repository':
      return usageFault('--since needs a git repository, and there is none here.', '--since 需要 git 仓库，此处没有。');
    case 'no-revision':
      return usageFault(`the git repository has no revision '${revision}'.`, `git 仓库中没有修订版本“${revision}”。`);
  }
}
