// Spectral with a ruleset of equal intent (spectral-ruleset.mjs).
import { copyFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { packages } from './install.ts';
import type { Linter } from './linter.ts';

const version = '6.16.3';

const ruleset = fileURLToPath(new URL('spectral-ruleset.mjs', import.meta.url));

/** `folder` is where the ruleset is copied to: Spectral looks for what a ruleset imports beside it. */
export async function spectral(node: string, folder: string): Promise<Linter> {
  const modules = await packages(`spectral-${version}`, [`@stoplight/spectral-cli@${version}`]);
  const rules = join(folder, 'spectral-ruleset.mjs');
  await copyFile(ruleset, rules);
  const program = join(modules, '@stoplight/spectral-cli/dist/index.js');
  return {
    name: 'Spectral',
    what: { en: 'a ruleset of equal intent, one file at a time', zh: '意图相同的规则集，逐个文件检查' },
    version,
    isFloor: false,
    finds: 'missingKey',
    command: ({ path, isFolder }) => ({
      program: node,
      args: [program, 'lint', '--ruleset', rules, isFolder ? `${path}/**/*.plan.yaml` : path],
      exitCode: 0,
    }),
  };
}
