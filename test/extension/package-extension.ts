// Makes the package as `npm run package` does, from the bundles that are there.
import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** Runs what the script of the project runs, but for building and for where the file goes. */
export async function packageExtension(file: string): Promise<void> {
  const { scripts } = JSON.parse(await readFile(`${root}package.json`, 'utf8')) as { readonly scripts: { readonly package: string } };
  const options = /vsce (package .*) --out \S+$/.exec(scripts.package)?.[1];
  if (options === undefined) throw new Error(`'${scripts.package}' does not end as it should: vsce package … --out FILE`);
  await promisify(execFile)(process.execPath, [`${root}node_modules/@vscode/vsce/vsce`, ...options.split(' '), '--out', file], {
    cwd: root,
  });
}
