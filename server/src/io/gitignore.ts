// What `.gitignore` files leave out, as git reads them: nested ones too, the deepest that says anything decides.
import { readFile, stat } from 'node:fs/promises';
import { dirname, join, relative, sep } from 'node:path';
import ignore, { type Ignore } from 'ignore';

export interface GitIgnore {
  /** The rules that hold in a folder below this one. */
  enter(folder: string): Promise<GitIgnore>;
  ignores(path: string, isFolder: boolean): boolean;
}

/**
 * The rules that hold in a folder: its own, and those of the folders above it up to the top of its git repository. What leaves out the
 * folder itself is not heeded: whoever names it wants it.
 */
export async function gitIgnoreOf(folder: string): Promise<GitIgnore> {
  let rules = withLevels([]);
  for (const outer of await foldersOfRepository(folder)) {
    if (rules.ignores(outer, true)) rules = withLevels([]);
    rules = await rules.enter(outer);
  }
  return rules;
}

interface Level {
  readonly folder: string;
  readonly matcher: Ignore;
}

/** `levels` from the deepest to the topmost. */
function withLevels(levels: readonly Level[]): GitIgnore {
  return {
    enter: async (folder) => {
      const text = await readFile(join(folder, '.gitignore'), 'utf8').catch(() => undefined);
      return text === undefined ? withLevels(levels) : withLevels([{ folder, matcher: ignore().add(text) }, ...levels]);
    },
    ignores: (path, isFolder) => {
      for (const { folder, matcher } of levels) {
        const way = relative(folder, path).replaceAll(sep, '/');
        const verdict = matcher.test(isFolder ? `${way}/` : way);
        if (verdict.ignored) return true;
        if (verdict.unignored) return false;
      }
      return false;
    },
  };
}

/** From the top of the repository down to the folder; the folder alone where it is in none. */
async function foldersOfRepository(folder: string): Promise<readonly string[]> {
  const folders = [folder];
  for (let top = folder; !(await exists(join(top, '.git'))); ) {
    const parent = dirname(top);
    if (parent === top) return [folder];
    folders.unshift(parent);
    top = parent;
  }
  return folders;
}

async function exists(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    () => false,
  );
}
