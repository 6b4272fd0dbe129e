// What `.gitignore` files leave out, as git reads them: nested ones too, the deepest that says anything decides.
import { dirname, join, relative, sep } from 'node:path';
import ignore, { type Ignore } from 'ignore';
import { exceededBound, isLikelyPath } from '../text/pattern-bounds.ts';
import { type Disk, directDisk } from './disk.ts';
import { decodeUtf8 } from './utf8.ts';

export interface GitIgnore {
  /** The rules that hold in a folder below this one. */
  enter(folder: string): Promise<GitIgnore>;
  ignores(path: string, isFolder: boolean): boolean;
}

/**
 * The rules that hold in a folder: its own, and those of the folders above it up to the top of its git repository. What leaves out the
 * folder itself is not heeded: whoever names it wants it.
 */
export async function gitIgnoreOf(folder: string, disk: Disk = directDisk): Promise<GitIgnore> {
  let rules = withLevels([], disk);
  for (const outer of await foldersOfRepository(folder, disk)) {
    if (rules.ignores(outer, true)) rules = withLevels([], disk);
    rules = await rules.enter(outer);
  }
  return rules;
}

interface Level {
  readonly folder: string;
  readonly matcher: Ignore;
}

/** `levels` from the deepest to the topmost. */
function withLevels(levels: readonly Level[], disk: Disk): GitIgnore {
  return {
    enter: async (folder) => {
      const text = await rulesIn(folder, disk);
      return text === undefined ? withLevels(levels, disk) : withLevels([{ folder, matcher: matcherOf(text) }, ...levels], disk);
    },
    ignores: (path, isFolder) => {
      for (const { folder, matcher } of levels) {
        const way = relative(folder, path).replaceAll(sep, '/');
        if (!isLikelyPath(way)) continue;
        const verdict = matcher.test(isFolder ? `${way}/` : way);
        if (verdict.ignored) return true;
        if (verdict.unignored) return false;
      }
      return false;
    },
  };
}

/** Without the lines that could take for ever. */
function matcherOf(text: string): Ignore {
  const lines = text.split(/\r?\n/);
  return ignore({ ignoreCase: false }).add(lines.filter((line) => exceededBound(line, 'ignore') === undefined).join('\n'));
}

/** A list of patterns larger than this was not written by anybody. */
const mostBytes = 1024 * 1024;

async function rulesIn(folder: string, disk: Disk): Promise<string | undefined> {
  try {
    const path = join(folder, '.gitignore');
    // What is no plain file is not opened: a pipe would be waited for for ever.
    const found = await disk.stat(path);
    if (!found.isFile() || found.size > mostBytes) return undefined;
    return decodeUtf8(await disk.readFile(path)).text;
  } catch {
    return undefined;
  }
}

/** From the top of the repository down to the folder; the folder alone where it is in none. */
async function foldersOfRepository(folder: string, disk: Disk): Promise<readonly string[]> {
  const folders = [folder];
  for (let top = folder; !(await exists(join(top, '.git'), disk)); ) {
    const parent = dirname(top);
    if (parent === top) return [folder];
    folders.unshift(parent);
    top = parent;
  }
  return folders;
}

async function exists(path: string, disk: Disk): Promise<boolean> {
  try {
    await disk.stat(path);
    return true;
  } catch {
    return false;
  }
}
