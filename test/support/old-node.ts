// Another version of Node than the one that runs the tests, if there is one on this machine.
import { spawnSync } from 'node:child_process';
import { readdir } from 'node:fs/promises';
import { delimiter, join } from 'node:path';

/** The first program called `node` on the PATH whose version begins so. */
export async function findNode(version: string): Promise<string | undefined> {
  for (const folder of (process.env.PATH ?? '').split(delimiter)) {
    const names = await readdir(folder).catch(() => [] as string[]);
    if (!names.includes('node')) continue;
    const node = join(folder, 'node');
    if (spawnSync(node, ['--version'], { encoding: 'utf8' }).stdout?.startsWith(version)) return node;
  }
  return undefined;
}
