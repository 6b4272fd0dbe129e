// The options of `govplan lint`.
import { profiles } from '../../plan/vocabulary.ts';
import type { OptionSpecs } from '../arguments.ts';
import { colourOptions, commonOptions } from '../command.ts';
import { formatNames } from '../format/formats.ts';
import { sinceOption } from '../since.ts';

/** What decides how plans are read and judged. */
export const inputOptions = {
  config: {
    value: 'FILE',
    doc: { en: 'The configuration for all files, instead of the nearest to each.', zh: '对所有文件使用此配置，而不是各文件最近的配置。' },
  },
  'no-config': { doc: { en: 'No configuration file is read.', zh: '不读取任何配置文件。' } },
  root: {
    value: 'DIR',
    doc: {
      en: 'The workspace: no import leads out of it, and paths are shown from it. Default the working directory. Linted where no path is given and the working directory lies elsewhere.',
      zh: '工作区：导入不得超出其外，路径以其为起点显示。默认为当前目录。未给出路径且当前目录不在其中时，检查该工作区。',
    },
  },
  'as-of': { value: 'DATE', doc: { en: 'The check date (YYYY-MM-DD); default today.', zh: '检查基准日期（YYYY-MM-DD）；默认为当天。' } },
  profile: {
    value: 'ID',
    choices: Object.keys(profiles),
    doc: { en: 'Checks every plan under this profile, whatever it says itself.', zh: '所有预案均按此规则包检查，无论其自身如何写明。' },
  },
} as const satisfies OptionSpecs;

/** What is read from standard input instead of from files. */
export const stdinOptions = {
  stdin: { doc: { en: 'Reads one document from standard input.', zh: '从标准输入读取一个文件。' } },
  'stdin-filename': {
    value: 'FILE',
    doc: { en: 'The name it is read under: for imports, configuration and reports.', zh: '按此文件名处理：用于导入、配置和报告。' },
  },
} as const satisfies OptionSpecs;

const severityChoices = ['error', 'warning', 'information', 'info'] as const;

export const lintOptions = {
  format: {
    value: 'NAME[:FILE]',
    repeatable: true,
    doc: {
      en: `Output format, into a file where one is named; may be given several times. One of ${formatNames.join(', ')}.`,
      zh: `输出格式，可指定写入的文件；可多次给出。可选：${formatNames.join('、')}。`,
    },
  },
  ...inputOptions,
  rule: {
    value: 'ID=SEVERITY',
    repeatable: true,
    doc: {
      en: 'Sets a severity (error, warning, information, off); goes before the configuration.',
      zh: '设置规则级别（error、warning、information、off），优先于配置。',
    },
  },
  'min-severity': {
    value: 'SEVERITY',
    choices: severityChoices,
    doc: { en: 'Leaves findings below this severity out of every report.', zh: '各报告中略去低于此级别的结果。' },
  },
  'max-warnings': { value: 'N', doc: { en: 'Fails when there are more warnings than this.', zh: '警告多于此数时视为不通过。' } },
  quiet: { doc: { en: 'Reports errors only.', zh: '仅报告错误。' } },
  fix: { doc: { en: 'Applies the safe fixes, then lints what came out.', zh: '应用安全修复，然后检查修复后的内容。' } },
  'fix-dry-run': { doc: { en: 'Prints what --fix would change, as a unified diff.', zh: '以统一差异格式显示 --fix 将作的改动。' } },
  ...stdinOptions,
  baseline: {
    value: 'FILE',
    doc: {
      en: 'Leaves out the findings that this file knows, wherever they have moved.',
      zh: '略去此文件已记录的结果，无论其位置如何变动。',
    },
  },
  'update-baseline': { doc: { en: 'Writes what is found now into the baseline.', zh: '将当前结果写入基线文件。' } },
  'baseline-strict': {
    doc: { en: 'Fails when the baseline knows findings that are gone.', zh: '基线中有已不存在的结果时视为不通过。' },
  },
  since: {
    ...sinceOption.since,
    doc: {
      en: 'Only the findings that the changes since this git revision caused, each at the change.',
      zh: '仅报告此 git 修订版本以来的改动所引起的问题，并显示在改动之处。',
    },
  },
  concurrency: {
    value: 'N',
    doc: {
      en: 'Up to so many threads where there are enough files; default: as many as pay. The reports stay the same.',
      zh: '文件足够多时最多使用 N 个线程；默认按工作量自动确定。报告内容不变。',
    },
  },
  cache: {
    value: 'DIR',
    optional: true,
    doc: {
      en: 'Keeps what was found, and lints again only what changed; in DIR, default .govplan-cache.',
      zh: '保存检查结果，仅重新检查有变化的文件；保存在 DIR，默认 .govplan-cache。',
    },
  },
  shard: {
    value: 'I/N',
    doc: {
      en: 'Lints the Ith of N parts of the files; govplan merge joins their JSON.',
      zh: '仅检查 N 份中的第 I 份文件；用 govplan merge 合并各份 JSON。',
    },
  },
  watch: {
    doc: {
      en: 'Lints again whenever a plan, what it imports or the configuration changes, until Ctrl-C.',
      zh: '预案、其导入的文件或配置有变化时重新检查，按 Ctrl-C 结束。',
    },
  },
  stats: { doc: { en: 'Says on standard error what took how long.', zh: '在标准错误输出中给出用时统计。' } },
  timeout: {
    value: 'SECONDS',
    doc: { en: 'Stops before the next file when this time is up; exit code 3.', zh: '超过此时间即不再检查后续文件，退出码为 3。' },
  },
  ...colourOptions,
  ...commonOptions,
} as const satisfies OptionSpecs;
