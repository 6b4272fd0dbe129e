// The options of `govplan what-if`.
import type { OptionSpecs } from '../arguments.ts';
import { colourOptions, commonOptions } from '../command.ts';
import { inputOptions } from '../lint/options.ts';

/** What `--fail-on` can be about. */
export const thresholdNames = ['uncovered', 'lost-rights', 'leaderless', 'unreachable', 'mode', 'impact'] as const;
export type ThresholdName = (typeof thresholdNames)[number];

export const whatIfOptions = {
  without: {
    value: 'ID|LINK',
    repeatable: true,
    doc: {
      en: "An actor, or a link as 'FROM->TO' or 'FROM->TO:TYPE', that fails; several together fail at once. More may follow as words.",
      zh: '失效的主体，或写作“起点->终点”“起点->终点:类型”的联系；多个同时给出表示同时失效，其后可直接续写。',
    },
  },
  each: { doc: { en: 'Lets every actor fail in turn and ranks them by what fails with them.', zh: '逐一假设各主体失效，并按影响排序。' } },
  'fail-on': {
    value: 'N|NAME[=N]',
    repeatable: true,
    doc: {
      en: `Exit code 1 when at least N (default 1) are reached: ${thresholdNames.join(', ')}. N alone is the impact, all of them together.`,
      zh: `达到 N（默认 1）时退出码为 1：${thresholdNames.join('、')}。仅写 N 表示总影响（impact）。`,
    },
  },
  format: { value: 'text|json', choices: ['text', 'json'], doc: { en: 'Output format; default text.', zh: '输出格式；默认 text。' } },
  ...inputOptions,
  ...colourOptions,
  ...commonOptions,
} as const satisfies OptionSpecs;
