// The text of one configuration file → its settings, and what is wrong with them, each at its own range. Data only: nothing in a
// configuration is ever executed.
import type { Bilingual } from '../plan/field.ts';
import { parseDuration } from '../plan/scalars.ts';
import type { Profile } from '../plan/vocabulary.ts';
import { isRealDate } from '../text/calendar.ts';
import { createLineIndex, type LineIndex } from '../text/line-index.ts';
import { createWordIndex, nearestWords, type WordIndex } from '../text/nearest.ts';
import { exceededBound, type PatternBound, type PatternKind } from '../text/pattern-bounds.ts';
import { parseYaml } from '../yaml/parse.ts';
import type { YamlDocument, YamlMap, YamlNode, YamlProblem, YamlScalar } from '../yaml/tree.ts';
import { type Entry, entriesOf, followAlias, type Place } from '../yaml/view.ts';
import {
  type ConfigField,
  type ConfigFields,
  type ConfiguredSeverity,
  configFields,
  type KnownRules,
  presets,
  severityNamed,
  severityWords,
} from './config-shape.ts';
import type { FileId } from './host.ts';

/** Why a configuration that another one extends could not be used. */
export type ExtendsFailure = 'absent' | 'unreadable' | 'directory' | 'too-large' | 'outside' | 'cycle' | 'url';

export interface ConfigProblem {
  readonly code:
    | 'not-a-map'
    | 'several-documents'
    | 'unknown-key'
    | 'missing-key'
    | 'wrong-type'
    | 'unknown-value'
    | 'bad-date'
    | 'bad-duration'
    | 'unknown-rule'
    | 'unknown-option'
    | 'always-on'
    | 'unbounded-pattern'
    | `extends-${ExtendsFailure}`;
  readonly place: Place;
  readonly data: Readonly<Record<string, string | Bilingual>>;
  /** The words nearest to what was written. */
  readonly candidates?: readonly string[];
}

/** A configuration file that was read. */
export interface ConfigFile {
  readonly id: FileId;
  readonly text: string;
  readonly lines: LineIndex;
  readonly document: YamlDocument;
  /** Of the YAML text itself. */
  readonly syntax: readonly YamlProblem[];
  readonly problems: readonly ConfigProblem[];
}

export interface RuleSetting {
  readonly severity: ConfiguredSeverity | undefined;
  readonly options: Readonly<Record<string, number>>;
}

export type RuleSettings = ReadonlyMap<string, RuleSetting>;

/** What one file says itself; what it extends is looked up elsewhere. */
export interface ConfigSettings {
  readonly extends: readonly YamlScalar[];
  readonly files: readonly string[] | undefined;
  readonly ignore: readonly string[];
  readonly profile: Profile | undefined;
  readonly asOf: string | undefined;
  readonly rules: RuleSettings;
  readonly overrides: readonly { readonly files: readonly string[]; readonly rules: RuleSettings }[];
  readonly cycles: { readonly review: string | undefined; readonly exercise: string | undefined };
}

export function readConfig(
  id: FileId,
  text: string,
  known: KnownRules,
  invalidAt?: number,
): { readonly file: ConfigFile; readonly settings: ConfigSettings } {
  const stream = parseYaml(text, { origin: id, invalidAt });
  const document = stream.documents[0] as YamlDocument;
  const problems: ConfigProblem[] = [];
  const root = document.root && followAlias(document.root);
  // Half of a broken text would be taken for the whole of what was meant.
  const readable = !stream.problems.some(({ rule }) => rule === 'yaml-syntax');
  let index: WordIndex | undefined;
  const ruleIds = (): WordIndex => {
    index ??= createWordIndex(known.keys());
    return index;
  };
  const values = readable && root?.kind === 'map' ? readMap(root, configFields, { known, problems, ruleIds }) : {};
  const isEmpty = root === undefined || (root.kind === 'scalar' && root.value === undefined);
  if (readable && root?.kind !== 'map' && !isEmpty) problems.push({ code: 'not-a-map', place: root, data: {} });
  const second = stream.documents[1];
  if (readable && second?.root) problems.push({ code: 'several-documents', place: second.root, data: {} });
  const file = { id, text, lines: createLineIndex(text), document, syntax: stream.problems, problems };
  return { file, settings: settingsOf(values) };
}

interface Reading {
  readonly known: KnownRules;
  readonly problems: ConfigProblem[];
  /** The ids of the rules, to be asked for what a misspelt one may mean. */
  readonly ruleIds: () => WordIndex;
}

/** What a map of fixed keys was read into: only what is there and fits. */
type Values = Readonly<Record<string, unknown>>;

function settingsOf(values: Values): ConfigSettings {
  const cycles = (values.cycles ?? {}) as Values;
  return {
    extends: (values.extends ?? []) as readonly YamlScalar[],
    files: values.files as readonly string[] | undefined,
    ignore: (values.ignore ?? []) as readonly string[],
    profile: values.profile as Profile | undefined,
    asOf: values['as-of'] as string | undefined,
    rules: (values.rules ?? new Map()) as RuleSettings,
    overrides: (values.overrides ?? []) as ConfigSettings['overrides'],
    cycles: { review: cycles.review as string | undefined, exercise: cycles.exercise as string | undefined },
  };
}

function readMap(map: YamlMap, fields: ConfigFields, reading: Reading, owner?: YamlNode): Values {
  const values: Record<string, unknown> = {};
  const seen = new Set<string>();
  for (const entry of entriesOf(map)) {
    const key = entry.key.text;
    if (seen.has(key) || key.startsWith('x-')) continue;
    seen.add(key);
    const field = Object.hasOwn(fields, key) ? fields[key] : undefined;
    if (field === undefined) reportUnknown('unknown-key', entry.key, Object.keys(fields), reading, { key });
    else if (entry.value !== undefined) values[key] = readField(field, entry, reading);
  }
  for (const [key, field] of Object.entries(fields)) {
    if (field.required && !seen.has(key))
      reading.problems.push({ code: 'missing-key', place: owner ?? map.pairs[0]?.key ?? map, data: { key } });
  }
  return values;
}

function readField({ shape }: ConfigField, entry: Entry, reading: Reading): unknown {
  const value = entry.value as YamlNode;
  switch (shape.kind) {
    case 'extends':
      return itemsOf(value).flatMap((item) => readExtends(item, reading) ?? []);
    case 'globs': {
      const items = itemsOf(value).flatMap((item) => readText(item, reading, expected.glob) ?? []);
      const bounded = items.filter((item) => isBounded(item, shape.of, reading)).map(({ text }) => text);
      // Where none is left, the default holds: a run that lints nothing would hide the fault.
      if (items.length >= shape.minimum) return bounded.length >= shape.minimum ? bounded : undefined;
      return value.kind === 'list' && value.items.length === 0 ? wrongType(value, expected.globs, reading) : undefined;
    }
    case 'enum':
      return readEnum(value, Object.keys(shape.values), reading);
    case 'date':
      return readChecked(value, 'bad-date', expected.date, isRealDate, reading);
    case 'duration':
      return readChecked(value, 'bad-duration', expected.duration, (text) => parseDuration(text) !== undefined, reading);
    case 'map':
      return value.kind === 'map' ? readMap(value, shape.fields, reading, entry.key) : wrongType(value, expected.map, reading, entry.key);
    case 'maps':
      return itemsOf(value).flatMap((item) => {
        const map = followAlias(item);
        if (map?.kind !== 'map') return wrongType(item, expected.map, reading, entry.key) ?? [];
        const values = readMap(map, shape.fields, reading);
        return values.files && values.rules ? [values] : [];
      });
    case 'rules':
      return value.kind === 'map' ? readRules(value, reading) : wrongType(value, expected.rules, reading, entry.key);
  }
}

/** What is not bounded is reported, and matches nothing. */
function isBounded(item: YamlScalar, kind: PatternKind, { problems }: Reading): boolean {
  const patterns = kind === 'ignore' ? item.text.split('\n') : [item.text];
  const exceeded = patterns.map((pattern) => exceededBound(pattern, kind)).find((bound) => bound !== undefined);
  if (exceeded) problems.push({ code: 'unbounded-pattern', place: item, data: { bound: bounds[exceeded] } });
  return exceeded === undefined;
}

function readRules(map: YamlMap, reading: Reading): RuleSettings {
  const settings = new Map<string, RuleSetting>();
  for (const { key, value } of entriesOf(map)) {
    const rule = reading.known.get(key.text);
    if (rule === undefined) reportUnknown('unknown-rule', key, reading.ruleIds(), reading, { id: key.text });
    else if (value !== undefined && !settings.has(key.text)) settings.set(key.text, readRule(key, value, rule.alwaysOn, reading));
  }
  return settings;
}

function readRule(key: YamlScalar, value: YamlNode, alwaysOn: boolean, reading: Reading): RuleSetting {
  if (value.kind !== 'map') return { severity: readSeverity(key, value, alwaysOn, reading), options: {} };
  const known = reading.known.get(key.text)?.options ?? {};
  const options: Record<string, number> = {};
  let severity: ConfiguredSeverity | undefined;
  for (const entry of entriesOf(value)) {
    const name = entry.key.text;
    if (name === 'severity') severity = entry.value && readSeverity(entry.key, entry.value, alwaysOn, reading);
    else if (!Object.hasOwn(known, name)) {
      reportUnknown('unknown-option', entry.key, ['severity', ...Object.keys(known)], reading, { option: name, rule: key.text });
    } else {
      const minimum = known[name]?.minimum ?? 0;
      const number = entry.value?.kind === 'scalar' ? entry.value.value : undefined;
      if (typeof number === 'number' && Number.isInteger(number) && number >= minimum) options[name] = number;
      else wrongType(entry.value ?? entry.pair.value, expected.atLeast(minimum), reading, entry.key);
    }
  }
  return { severity, options };
}

function readSeverity(key: YamlScalar, value: YamlNode, alwaysOn: boolean, reading: Reading): ConfiguredSeverity | undefined {
  const word = readEnum(value, [...Object.keys(severityWords), 'info'], reading, key);
  const severity = word === undefined ? undefined : severityNamed(word);
  if (alwaysOn && (severity === 'off' || severity === 'information')) {
    reading.problems.push({ code: 'always-on', place: value, data: { rule: key.text } });
  }
  return severity;
}

function readExtends(item: YamlNode, reading: Reading): YamlScalar | undefined {
  const scalar = readText(item, reading, expected.extends);
  if (scalar === undefined || Object.hasOwn(presets, scalar.text) || isConfigPath(scalar.text)) return scalar;
  reportUnknown('unknown-value', scalar, Object.keys(presets), reading, { value: scalar.text });
  return undefined;
}

/** What is no preset is a path as soon as it looks like one. */
function isConfigPath(text: string): boolean {
  return /[/\\]|\.ya?ml$/.test(text);
}

function readEnum(value: YamlNode, values: readonly string[], reading: Reading, owner?: YamlNode): string | undefined {
  if (value.kind !== 'scalar' || typeof value.value !== 'string') return wrongType(value, expected.oneOf(values), reading, owner);
  if (values.includes(value.text)) return value.text;
  return reportUnknown('unknown-value', value, values, reading, { value: value.text });
}

function readChecked(
  value: YamlNode,
  code: 'bad-date' | 'bad-duration',
  wanted: Bilingual,
  isGood: (text: string) => boolean,
  reading: Reading,
): string | undefined {
  const scalar = readText(value, reading, wanted);
  if (scalar === undefined || isGood(scalar.text)) return scalar?.text;
  reading.problems.push({ code, place: scalar, data: { value: scalar.text } });
  return undefined;
}

function readText(item: YamlNode, reading: Reading, wanted: Bilingual): YamlScalar | undefined {
  const target = followAlias(item);
  if (target?.kind !== 'scalar' || typeof target.value !== 'string' || target.text.trim() === '') return wrongType(item, wanted, reading);
  return target;
}

/** A single item stands for a list of one, as in plans. */
function itemsOf(value: YamlNode): readonly YamlNode[] {
  return value.kind === 'list' ? value.items : [value];
}

function reportUnknown(
  code: 'unknown-key' | 'unknown-value' | 'unknown-rule' | 'unknown-option',
  place: YamlScalar,
  words: readonly string[] | WordIndex,
  { problems }: Reading,
  data: ConfigProblem['data'],
): undefined {
  // A list of a hundred rules helps nobody.
  const isList = 'join' in words;
  const candidates = isList ? nearestWords(place.text, words) : words.nearest(place.text);
  const known = isList && words.length <= 12 ? { values: { en: words.join(', '), zh: words.join('、') } } : {};
  problems.push({ code, place, data: { ...data, ...known, near: candidates[0] ?? '' }, candidates });
}

/** What was left empty has no range to point at: then it is the key. */
function wrongType(value: YamlNode, wanted: Bilingual, { problems }: Reading, owner?: YamlNode): undefined {
  const place = value.end > value.start ? value : (owner ?? keyOf(value) ?? value);
  problems.push({ code: 'wrong-type', place, data: { expected: wanted } });
}

function keyOf(value: YamlNode): YamlNode | undefined {
  return value.parent?.kind === 'pair' ? value.parent.key : value.parent;
}

const expected = {
  extends: { en: 'the name of a preset or a relative path', zh: '预设名称或相对路径' },
  glob: { en: 'a glob pattern', zh: '通配模式' },
  globs: { en: 'at least one glob pattern', zh: '至少一个通配模式' },
  date: { en: 'a date (YYYY-MM-DD)', zh: '日期（YYYY-MM-DD）' },
  duration: { en: 'a duration such as 2y or 18mo', zh: '时长，如 2y 或 18mo' },
  map: { en: 'a map', zh: '映射' },
  rules: { en: 'a map from rule ids to severities', zh: '规则标识到级别的映射' },
  oneOf: (values: readonly string[]): Bilingual => ({ en: `one of ${values.join(', ')}`, zh: `${values.join('、')} 之一` }),
  atLeast: (minimum: number): Bilingual => ({ en: `a whole number, ${minimum} or more`, zh: `不小于 ${minimum} 的整数` }),
};

/** What a pattern may be. */
const bounds: Readonly<Record<PatternBound, Bilingual>> = {
  length: { en: 'at most 1,000 characters', zh: '不超过 1000 个字符' },
  globstars: {
    en: "at most two of '**' and of the groups '!(…)', '*(…)' and '+(…)'",
    zh: '“**”以及“!(…)”“*(…)”“+(…)”组合计不超过两个',
  },
  stars: { en: "one '*' in each name, in one of them a second", zh: '每级名称一个“*”，其中仅一级可有第二个' },
  alternatives: {
    en: "at most 100 combinations of alternatives, 10 with a second '**' or a second '*' in a name, none with both",
    zh: '备选项的组合不超过 100 种；有第二个“**”或同一级名称有第二个“*”时不超过 10 种，两者兼有时不得使用备选项',
  },
  repetition: {
    en: "in '*(…)' and '+(…)' neither alternatives nor '*' nor groups, no '+' behind a bracket, no '(?', no three '\\' in a row",
    zh: '“*(…)”“+(…)”中不得有备选项、“*”和其他组，括号之后不得有“+”，不得有“(?”，不得有连续三个“\\”',
  },
};
