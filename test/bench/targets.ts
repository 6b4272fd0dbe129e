// What was promised, and whether this run kept it. A target counts as met when the median and the 95th percentile both say so; one that speaks
// of the 95th percentile, when that does.
import type { Bilingual } from '../../server/src/plan/field.ts';
import type { Result } from './bench.ts';
import type { Profiled } from './profile.ts';
import { p95, ratio, type Series, summarize } from './statistics.ts';

export type Results = ReadonlyMap<string, Result>;

/** A figure by the median and by the 95th percentile. */
export interface Measured {
  readonly median: number;
  readonly p95: number;
}

export interface Target {
  readonly text: Bilingual;
  /** A factor, or milliseconds. */
  readonly unit: 'times' | 'milliseconds';
  readonly limit: number;
  /** Whether figures have to stay below the limit, or to reach it. */
  readonly sense: 'at most' | 'at least';
  readonly isOfP95?: boolean;
  /** Undefined where this run did not measure it. */
  measure(results: Results): Measured | undefined;
  /** What is looked into where it is missed. */
  readonly profiled: Profiled;
}

export type Verdict = 'met' | 'median only' | 'missed';

export function verdictOf({ limit, sense, isOfP95 }: Target, measured: Measured): Verdict {
  const holds = (value: number): boolean => (sense === 'at most' ? value <= limit : value >= limit);
  if (isOfP95) return holds(measured.p95) ? 'met' : 'missed';
  if (!holds(measured.median)) return 'missed';
  return holds(measured.p95) ? 'met' : 'median only';
}

export const targets: readonly Target[] = [
  {
    text: { en: '1,000 files: at least 40 times faster than Spectral', zh: '1000 个文件：至少比 Spectral 快 40 倍' },
    unit: 'times',
    limit: 40,
    sense: 'at least',
    measure: comparison('many-files', ['Spectral', '1,000 files'], ['govplan', '1,000 files']),
    profiled: 'many-files',
  },
  {
    text: { en: '1,000 files: at least 10 times faster than ajv + yaml', zh: '1000 个文件：至少比 ajv + yaml 快 10 倍' },
    unit: 'times',
    limit: 10,
    sense: 'at least',
    measure: comparison('many-files', ['ajv + yaml', '1,000 files'], ['govplan', '1,000 files']),
    profiled: 'many-files',
  },
  {
    text: { en: 'a file of 2 MB: at least 5 times faster than Spectral', zh: '2 MB 的文件：至少比 Spectral 快 5 倍' },
    unit: 'times',
    limit: 5,
    sense: 'at least',
    measure: comparison('one-file', ['Spectral', '2 MB'], ['govplan', '2 MB']),
    profiled: 'one-file',
  },
  {
    text: { en: "cold start on a small plan: at most 1.3 times `node -e ''`", zh: "小型预案的冷启动：不超过 `node -e ''` 的 1.3 倍" },
    unit: 'times',
    limit: 1.3,
    sense: 'at most',
    measure: comparison('cold-start', ['govplan', '5 KB'], ["node -e ''", '5 KB']),
    profiled: 'cold-start',
  },
  {
    text: {
      en: 'keystroke to diagnostics on 50,000 lines: at least 100 times faster than yaml-language-server',
      zh: '50000 行时从键入到诊断：至少比 yaml-language-server 快 100 倍',
    },
    unit: 'times',
    limit: 100,
    sense: 'at least',
    measure: comparison('keystrokes', ['yaml-language-server', '50,000 lines'], ['govplan', '50,000 lines']),
    profiled: 'keystrokes',
  },
  {
    text: {
      en: 'keystroke on 50,000 lines: p95 at most 3 times that on 200 lines',
      zh: '50000 行时键入的 p95 不超过 200 行时的 3 倍',
    },
    unit: 'times',
    limit: 3,
    sense: 'at most',
    isOfP95: true,
    measure: comparison('keystrokes', ['govplan', '50,000 lines'], ['govplan', '200 lines']),
    profiled: 'keystrokes',
  },
  {
    text: { en: 'the worst edits at 2 MB: p95 under 50 ms, each of them', zh: '2 MB 时最不利的编辑：每种的 p95 均低于 50 毫秒' },
    unit: 'milliseconds',
    limit: 50,
    sense: 'at most',
    isOfP95: true,
    measure: worst,
    profiled: 'worst-edits',
  },
  {
    text: { en: 'lint at most 3 times its own parse, at 2 MB', zh: '2 MB 时检查耗时不超过自身解析的 3 倍' },
    unit: 'times',
    limit: 3,
    sense: 'at most',
    measure: comparison('growth', ['lint', '×100'], ['parse', '×100']),
    profiled: 'one-file',
  },
  {
    text: {
      en: "memory on 50,000 lines: at most a quarter of yaml-language-server's",
      zh: '50000 行时内存不超过 yaml-language-server 的四分之一',
    },
    unit: 'times',
    limit: 0.25,
    sense: 'at most',
    measure: comparison('memory', ['govplan', 'language server, 50,000 lines'], ['yaml-language-server', 'language server, 50,000 lines']),
    profiled: 'memory',
  },
];

/** A contestant on one of the cases of a workload. */
type Place = readonly [row: string, label: string];

/** How one compares with another: the median of the ratios of the rounds, and the ratio of the 95th percentiles. */
function comparison(workload: string, of: Place, to: Place): Target['measure'] {
  return (results) => {
    const [series, base] = [of, to].map((place) => cell(results.get(workload), place));
    return series && base && { median: ratio(series, base), p95: p95(series.flat()) / p95(base.flat()) };
  };
}

/** The slowest of the worst edits. */
function worst(results: Results): Measured | undefined {
  const result = results.get('worst-edits');
  const own = result?.rows.find(({ name }) => name === 'govplan');
  if (own === undefined) return undefined;
  const summaries = own.cells.flatMap((series) => (series === undefined ? [] : [summarize(series)]));
  return { median: Math.max(...summaries.map(({ median }) => median)), p95: Math.max(...summaries.map(({ p95 }) => p95)) };
}

function cell(result: Result | undefined, [row, label]: Place): Series | undefined {
  const column = result?.cases.findIndex(({ en }) => en === label) ?? -1;
  const series = result?.rows.find(({ name }) => name === row)?.cells[column];
  return series === undefined || series.flat().length === 0 ? undefined : series;
}
