// The options of `govplan classify`.
import type { OptionSpecs } from '../arguments.ts';
import { colourOptions, commonOptions } from '../command.ts';
import { inputOptions, stdinOptions } from '../lint/options.ts';

export const classifyOptions = {
  format: { value: 'text|json', choices: ['text', 'json'], doc: { en: 'Output format; default text.', zh: '输出格式；默认 text。' } },
  ...inputOptions,
  ...stdinOptions,
  ...colourOptions,
  ...commonOptions,
} as const satisfies OptionSpecs;
