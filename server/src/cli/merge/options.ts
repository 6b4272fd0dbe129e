// The options of `govplan merge`.
import type { OptionSpecs } from '../arguments.ts';
import { commonOptions } from '../command.ts';
import { lintOptions } from '../lint/options.ts';

export const mergeOptions = {
  'max-warnings': lintOptions['max-warnings'],
  'baseline-strict': lintOptions['baseline-strict'],
  ...commonOptions,
} as const satisfies OptionSpecs;
