// The options of `lint` as the run needs them, checked; what is wrong with them is said in a sentence.
import type { Profile } from '../../plan/vocabulary.ts';
import type { RunSettings } from '../../rules/lint-options.ts';
import type { Rule, Severity } from '../../rules/rule.ts';
import { isRealDate } from '../../text/calendar.ts';
import { type ConfiguredSeverity, severityNamed, severityWords } from '../../workspace/config-shape.ts';
import { isFault, type OptionValues, suggestion, type UsageFault, usageFault } from '../arguments.ts';
import type { FormatName } from '../format/formats.ts';
import type { Terminal } from '../terminal.ts';
import type { lintOptions } from './options.ts';

export type LintValues = OptionValues<typeof lintOptions>;

export interface OutputRequest<F extends string = FormatName> {
  readonly format: F;
  /** Undefined for standard output. */
  readonly file: string | undefined;
}

/** The options that decide how plans are judged; `rule` is not among those of every command. */
export function runSettings(
  values: Pick<LintValues, 'as-of' | 'profile'> & Partial<Pick<LintValues, 'rule'>>,
  catalogue: readonly Rule[],
  terminal: Pick<Terminal, 'today'>,
): RunSettings | UsageFault {
  const asOf = values['as-of'];
  if (asOf !== undefined && !isRealDate(asOf))
    return usageFault(`'${asOf}' is no calendar date (YYYY-MM-DD).`, `“${asOf}”不是真实日期（YYYY-MM-DD）。`);
  const severities = ruleSeverities(values.rule ?? [], catalogue);
  if (isFault(severities)) return severities;
  return { catalogue, asOf, today: terminal.today(), profile: values.profile as Profile | undefined, severities };
}

function ruleSeverities(specs: readonly string[], catalogue: readonly Rule[]): ReadonlyMap<string, ConfiguredSeverity> | UsageFault {
  const severities = new Map<string, ConfiguredSeverity>();
  for (const spec of specs) {
    const [id = '', word = ''] = spec.split(/=(.*)/s, 2);
    if (!catalogue.some((rule) => rule.id === id)) {
      const hint = suggestion(
        id,
        catalogue.map((rule) => rule.id),
      );
      return usageFault(`there is no rule '${id}'.${hint.en}`, `没有名为“${id}”的规则。${hint.zh}`);
    }
    const severity = severityNamed(word);
    if (severity === undefined) {
      const words = Object.keys(severityWords).join(', ');
      return usageFault(
        `--rule needs a rule and a severity, such as ${id}=warning (${words}).`,
        `--rule 需要规则和级别，如 ${id}=warning（${words}）。`,
      );
    }
    severities.set(id, severity);
  }
  return severities;
}

/** Which findings are reported: the higher of what `--min-severity` and `--quiet` ask for. */
export function reportedSeverity(values: LintValues): Severity {
  if (values.quiet) return 'error';
  const asked = values['min-severity'];
  return asked === undefined || asked === 'info' ? 'information' : (asked as Severity);
}

export function wholeNumber(name: string, text: string | undefined, lowest = 0): number | undefined | UsageFault {
  if (text === undefined) return undefined;
  return /^\d+$/.test(text) && Number(text) >= lowest
    ? Number(text)
    : usageFault(
        `${name} needs a whole number from ${lowest} up, not '${text}'.`,
        `${name} 应为不小于 ${lowest} 的整数，而不是“${text}”。`,
      );
}

/** Milliseconds. */
export function timeLimit(text: string | undefined): number | undefined | UsageFault {
  if (text === undefined) return undefined;
  const seconds = /^\d+(?:\.\d+)?s?$/.test(text) ? Number.parseFloat(text) : 0;
  return seconds > 0
    ? seconds * 1000
    : usageFault(`--timeout needs a number of seconds, not '${text}'.`, `--timeout 应为秒数，而不是“${text}”。`);
}

/** `text` where nothing is asked for, of the formats that a command knows. No two of them may go to one place. */
export function outputRequests<F extends string>(specs: readonly string[], names: readonly F[]): readonly OutputRequest<F>[] | UsageFault {
  const requests: OutputRequest<F>[] = [];
  for (const spec of specs.length === 0 ? ['text'] : specs) {
    const [word = '', file] = spec.split(/:(.*)/s, 2);
    const format = names.find((name) => name === word);
    if (format === undefined) {
      const hint = suggestion(word, names);
      return usageFault(
        `there is no format '${word}': one of ${names.join(', ')}.${hint.en}`,
        `没有格式“${word}”，可选：${names.join(', ')}。${hint.zh}`,
      );
    }
    if (file === '') return usageFault(`--format ${spec} names no file behind the colon.`, `--format ${spec} 的冒号后没有文件名。`);
    if (requests.some((request) => request.file === file)) {
      const where = file ?? 'standard output';
      return usageFault(
        `two formats go to ${where}: give one of them a file, as in ${format}:FILE.`,
        `两种格式都写到 ${file ?? '标准输出'}，请为其一指定文件，如 ${format}:FILE。`,
      );
    }
    requests.push({ format, file });
  }
  return requests;
}
