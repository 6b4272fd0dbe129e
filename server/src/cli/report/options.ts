// The options of `govplan report`.
import type { OptionSpecs } from '../arguments.ts';
import { commonOptions } from '../command.ts';
import { inputOptions } from '../lint/options.ts';

export const reportOptions = {
  format: {
    value: 'html|md',
    choices: ['html', 'md'],
    doc: { en: 'One HTML file, or Markdown with Mermaid; default html.', zh: '单个 HTML 文件，或含 Mermaid 图的 Markdown；默认 html。' },
  },
  out: { value: 'FILE', doc: { en: 'Writes into this file instead of standard output.', zh: '写入此文件，而不是标准输出。' } },
  ...inputOptions,
  ...commonOptions,
} as const satisfies OptionSpecs;
