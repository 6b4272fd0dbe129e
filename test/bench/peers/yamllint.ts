// yamllint: syntax and style only. It says nothing of what stands in a plan, and is here as the linter that many teams already run.

import { program } from '../../e2e/setup.ts';
import { run } from '../process.ts';
import type { Linter } from './linter.ts';

/** Plans have long lines and no document marker. */
const configuration =
  '{extends: default, rules: {line-length: disable, document-start: disable, braces: disable, brackets: disable, comments: disable}}';

export async function yamllint(): Promise<Linter> {
  const path = await program(['yamllint'], ['yamllint']);
  const { output } = await run(path, ['--version']);
  return {
    name: 'yamllint',
    what: { en: 'syntax and style', zh: '语法和风格' },
    version: output.trim().replace(/^yamllint /, ''),
    isFloor: false,
    finds: 'duplicateKey',
    command: (input) => ({ program: path, args: ['--config-data', configuration, input.path], exitCode: 0 }),
  };
}
