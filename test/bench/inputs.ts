// What is given to everybody: the generated plans on the disk, and the same data as JSON.
import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { parse } from 'yaml';
import { generatePlan } from './generate-plan.ts';
import type { Faults, Input } from './peers/linter.ts';
import { generateWorkspace } from './plans/workspace.ts';

export const KB = 1024;

/** One plan of that size. */
export async function writePlan(folder: string, bytes: number): Promise<Input> {
  return writeFileOf(folder, `plan-${bytes}`, generatePlan(bytes));
}

/** So many plans of 8 KB, and the libraries that they share. */
export async function writeWorkspace(folder: string, plans: number): Promise<Input> {
  const files = generateWorkspace(plans, 8 * KB);
  const [path, json] = [join(folder, `files-${plans}`), join(folder, `files-${plans}-json`)];
  for (const [name, text] of files) {
    await write(join(path, name), text);
    await write(join(json, `${name}.json`), JSON.stringify(parse(text)));
  }
  return { path, isFolder: true, json };
}

/** Plans with one fault each, which the linters have to find before they are timed. */
export async function writeFaults(folder: string): Promise<Readonly<Record<keyof Faults, Input>>> {
  const sound = generatePlan(5 * KB);
  return {
    missingKey: await writeFileOf(folder, 'missing-key', sound.replace(/^ {2}type: .*\n/m, '')),
    duplicateKey: await writeFileOf(folder, 'duplicate-key', sound.replace(/^( {2}type: .*\n)/m, '$1$1'), '{}'),
  };
}

/** The YAML library's own check of keys takes time that grows with their square; the text is known to be sound. */
async function writeFileOf(
  folder: string,
  name: string,
  text: string,
  json = JSON.stringify(parse(text, { uniqueKeys: false })),
): Promise<Input> {
  const input = { path: join(folder, name, 'bench.plan.yaml'), isFolder: false, json: join(folder, `${name}.json`) };
  await write(input.path, text);
  await write(input.json, json);
  return input;
}

async function write(path: string, text: string): Promise<void> {
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, text);
}
