// Writing what is generated: a file whose content is already right is left alone, and in check mode nothing is written at all.
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';

export interface GeneratedFile {
  /** From the root of the repository, with `/`. */
  readonly path: string;
  readonly content: string;
}

/** Brings a file up to date; true where it was not. With `check` the file stays as it is. */
export async function bringUpToDate(root: string, { path, content }: GeneratedFile, check: boolean): Promise<boolean> {
  const target = join(root, path);
  if ((await readIfThere(target)) === content) return false;
  if (!check) {
    await mkdir(dirname(target), { recursive: true });
    await writeFile(target, content);
  }
  return true;
}

/** The text of a file with line ends as git may have left them on Windows made uniform; undefined where there is no such file. */
async function readIfThere(path: string): Promise<string | undefined> {
  try {
    return (await readFile(path, 'utf8')).replaceAll('\r\n', '\n');
  } catch {
    return undefined;
  }
}
