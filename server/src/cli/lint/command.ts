// `lint` as the help and the command line know it.
import type { Command } from '../command.ts';
import { lintOptions } from './options.ts';

export const lintCommand: Command = {
  name: 'lint',
  synopsis: '[paths…]',
  summary: {
    en: 'Lints plans, libraries and configuration in files and folders (default: .).',
    zh: '检查文件和文件夹中的预案、库和配置（默认：当前目录）。',
  },
  details: {
    en: 'In folders it takes the files that the configuration selects (default **/*.plan.{yaml,yml}) and that .gitignore does not leave out;\na file that is named itself is always linted.',
    zh: '对文件夹，检查配置所选（默认 **/*.plan.{yaml,yml}）且未被 .gitignore 排除的文件；\n直接给出的文件一律检查。',
  },
  options: lintOptions,
  load: async () => (await import('./lint.ts')).lint,
};
