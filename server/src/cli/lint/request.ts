// What a run of `lint` is asked for, read from the arguments and checked before anything is done.
import { catalogue as everyRule } from '../../rules/catalogue.generated.ts';
import type { RunSettings } from '../../rules/lint-options.ts';
import type { Rule } from '../../rules/rule.ts';
import { isFault, parseArguments, type UsageFault, usageFault } from '../arguments.ts';
import { formatNames, hasClassification, hasDigests } from '../format/formats.ts';
import type { Terminal } from '../terminal.ts';
import { searchedPaths } from '../workspace.ts';
import { lintOptions } from './options.ts';
import { type LintValues, type OutputRequest, outputRequests, runSettings, timeLimit, wholeNumber } from './settings.ts';
import { readShard, type Shard } from './shard.ts';

export interface LintRequest {
  readonly values: LintValues;
  /** As they were typed. */
  readonly paths: readonly string[];
  readonly settings: RunSettings;
  readonly outputs: readonly OutputRequest[];
  readonly shard: Shard | undefined;
  readonly maxWarnings: number | undefined;
  /** How many threads may be used; undefined for as many as the work has use for. */
  readonly threads: number | undefined;
  /** Milliseconds. */
  readonly limit: number | undefined;
  /** What is mended, compared or typed in is looked at anew each time. */
  readonly isPlain: boolean;
  /** Whether somebody asks for the digests of the files. */
  readonly digests: boolean;
  /** Whether somebody asks for the classification of the plans. */
  readonly classifies: boolean;
}

export function readRequest(argv: readonly string[], catalogue: readonly Rule[], terminal: Terminal): LintRequest | UsageFault {
  const parsed = parseArguments(argv, lintOptions);
  if (isFault(parsed)) return parsed;
  const { values, positionals } = parsed;
  const conflict = conflictOf(values, positionals);
  if (conflict) return conflict;
  const settings = runSettings(values, catalogue, terminal);
  if (isFault(settings)) return settings;
  const maxWarnings = wholeNumber('--max-warnings', values['max-warnings']);
  if (typeof maxWarnings === 'object') return maxWarnings;
  const concurrency = wholeNumber('--concurrency', values.concurrency, 1);
  if (typeof concurrency === 'object') return concurrency;
  const limit = timeLimit(values.timeout);
  if (typeof limit === 'object') return limit;
  const outputs = outputRequests(values.format, formatNames);
  if (isFault(outputs)) return outputs;
  if (values['fix-dry-run'] && values.format.length > 0 && outputs.some(({ file }) => file === undefined)) {
    return usageFault(
      '--fix-dry-run prints a diff on standard output: give the format a file, as in json:FILE.',
      '--fix-dry-run 在标准输出中显示差异，请为该格式指定文件，如 json:FILE。',
    );
  }
  const shard = readShard(values.shard);
  if (shard && isFault(shard)) return shard;
  const isPlain = !values.fix && !values['fix-dry-run'] && values.since === undefined && !values.stdin;
  // Threads know the rules that ship; while files are watched only a few are linted at a time.
  const isShared = isPlain && catalogue === everyRule && !values.watch;
  // What a cache knows takes no time: how much is left to do shows only later.
  const threads = isShared ? (concurrency ?? (values.cache === undefined ? undefined : 1)) : 1;
  const paths = searchedPaths(positionals, values, terminal);
  const isKept = values.cache !== undefined || values.watch;
  const digests = isKept || values.since !== undefined || outputs.some(({ format }) => hasDigests(format));
  const classifies = outputs.some(({ format }) => hasClassification(format));
  return { values, paths, settings, outputs, shard, maxWarnings, threads, limit, isPlain, digests, classifies };
}

/** Options that make no sense together. */
function conflictOf(values: LintValues, positionals: readonly string[]): UsageFault | undefined {
  if (values.fix && values['fix-dry-run'])
    return usageFault('--fix and --fix-dry-run exclude each other.', '--fix 与 --fix-dry-run 不能同时使用。');
  if (values.baseline === undefined && (values['update-baseline'] || values['baseline-strict']))
    return usageFault(
      '--update-baseline and --baseline-strict need --baseline FILE.',
      '--update-baseline 和 --baseline-strict 须与 --baseline FILE 同时使用。',
    );
  if (values['update-baseline'] && (values.since !== undefined || values.stdin)) {
    return usageFault(
      '--update-baseline takes all findings of files: --since and --stdin do not go with it.',
      '--update-baseline 记录文件的全部结果，不能与 --since 或 --stdin 同时使用。',
    );
  }
  if (values.shard !== undefined && (values['update-baseline'] || values.since !== undefined || values.stdin)) {
    return usageFault(
      '--shard looks at a part of the files: --update-baseline, --since and --stdin do not go with it.',
      '--shard 仅检查部分文件，不能与 --update-baseline、--since 或 --stdin 同时使用。',
    );
  }
  if (values.since !== undefined && (values.stdin || values.fix || values['fix-dry-run'])) {
    return usageFault(
      '--since looks at what is in the files: --stdin, --fix and --fix-dry-run do not go with it.',
      '--since 针对文件内容，不能与 --stdin、--fix 或 --fix-dry-run 同时使用。',
    );
  }
  if (values.watch && (values.stdin || values.fix || values['fix-dry-run'] || values['update-baseline'])) {
    return usageFault(
      '--watch looks at files that others change: --stdin, --fix, --fix-dry-run and --update-baseline do not go with it.',
      '--watch 监视由他人改动的文件，不能与 --stdin、--fix、--fix-dry-run 或 --update-baseline 同时使用。',
    );
  }
  if (values['stdin-filename'] !== undefined && !values.stdin)
    return usageFault('--stdin-filename needs --stdin.', '--stdin-filename 须与 --stdin 同时使用。');
  if (values.stdin && positionals.length > 0) {
    return usageFault(
      `--stdin reads one document; '${positionals[0]}' cannot be linted with it.`,
      `--stdin 只读取一个文件，不能同时检查“${positionals[0]}”。`,
    );
  }
  return undefined;
}
