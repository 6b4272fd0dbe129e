// The options of `govplan init`.
import { profiles } from '../../plan/vocabulary.ts';
import type { OptionSpecs } from '../arguments.ts';
import { commonOptions } from '../command.ts';

export const initOptions = {
  profile: {
    value: 'ID',
    choices: Object.keys(profiles),
    doc: {
      en: 'The profile of the starter plan; default cn in Chinese, else generic.',
      zh: '样板预案的规则包；中文默认 cn，其余默认 generic。',
    },
  },
  ...commonOptions,
} as const satisfies OptionSpecs;
