// The peers are no dependencies of the project: they are installed once a machine, at pinned versions, outside of the checkout.
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { npm, once } from '../../e2e/setup.ts';

/** The `node_modules` that holds these packages. Nothing of them is run while they are installed. */
export async function packages(name: string, specifiers: readonly string[]): Promise<string> {
  const folder = await once(`bench-${name}`, async (draft) => {
    await writeFile(join(draft, 'package.json'), '{ "private": true }\n');
    await npm(draft, 'install', '--ignore-scripts', ...specifiers);
  });
  return join(folder, 'node_modules');
}
