// The options of the commands that have only a few. Apart from the commands, so that the help loads no command.
import type { OptionSpecs } from './arguments.ts';
import { colourOptions, commonOptions } from './command.ts';

export const rulesOptions = {
  format: { value: 'text|json', choices: ['text', 'json'], doc: { en: 'Output format; default text.', zh: '输出格式；默认 text。' } },
  ...colourOptions,
  ...commonOptions,
} as const satisfies OptionSpecs;

export const explainOptions = { ...colourOptions, ...commonOptions } as const satisfies OptionSpecs;

export const schemaOptions = {
  config: { doc: { en: 'The schema of govplan.config.yaml instead.', zh: '改为输出 govplan.config.yaml 的模式。' } },
  ...commonOptions,
} as const satisfies OptionSpecs;
