// The options of `govplan diff`.
import type { OptionSpecs } from '../arguments.ts';
import { colourOptions, commonOptions } from '../command.ts';
import { inputOptions, lintOptions } from '../lint/options.ts';
import { sinceOption } from '../since.ts';

export const diffFormatNames = ['text', 'json', 'markdown', 'sarif'] as const;
export type DiffFormatName = (typeof diffFormatNames)[number];

export const diffOptions = {
  ...sinceOption,
  format: {
    value: 'NAME[:FILE]',
    repeatable: true,
    doc: {
      en: `Output format, into a file where one is named; may be given several times. One of ${diffFormatNames.join(', ')}.`,
      zh: `输出格式，可指定写入的文件；可多次给出。可选：${diffFormatNames.join('、')}。`,
    },
  },
  ...inputOptions,
  rule: lintOptions.rule,
  'max-warnings': {
    value: 'N',
    doc: { en: 'Fails when there are more new warnings than this.', zh: '新增警告多于此数时视为不通过。' },
  },
  ...colourOptions,
  ...commonOptions,
} as const satisfies OptionSpecs;
