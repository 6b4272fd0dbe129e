// Makes the package as `npm run package` does, from the bundles that are there.
import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { inflateRawSync } from 'node:zlib';

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

/** The files in a package, by the names they have there: what the central directory at the end of a zip file lists. */
export function readPackage(zip: Buffer): ReadonlyMap<string, Buffer> {
  const files = new Map<string, Buffer>();
  const end = zip.lastIndexOf('PK\x05\x06', undefined, 'latin1');
  let entry = zip.readUInt32LE(end + 16);
  for (let left = zip.readUInt16LE(end + 10); left > 0; left--) {
    const [method, size, nameLength] = [zip.readUInt16LE(entry + 10), zip.readUInt32LE(entry + 20), zip.readUInt16LE(entry + 28)];
    const name = zip.toString('utf8', entry + 46, entry + 46 + nameLength);
    const at = zip.readUInt32LE(entry + 42);
    const start = at + 30 + zip.readUInt16LE(at + 26) + zip.readUInt16LE(at + 28);
    const content = zip.subarray(start, start + size);
    files.set(name, method === 0 ? content : inflateRawSync(content));
    entry += 46 + nameLength + zip.readUInt16LE(entry + 30) + zip.readUInt16LE(entry + 32);
  }
  return files;
}
