// The ONE declaration of `govplan.config.yaml`: its keys with their meaning. The reader, the JSON Schema and completion come from it.
import type { Bilingual } from '../plan/field.ts';
import { profiles } from '../plan/vocabulary.ts';
import type { PatternKind } from '../text/pattern-bounds.ts';

export const configFileName = 'govplan.config.yaml';

/** The files that are linted in a folder where no configuration says otherwise. */
export const defaultFiles: readonly string[] = ['**/*.plan.yaml', '**/*.plan.yml'];

export type Preset = 'recommended' | 'strict' | 'minimal';

export const presets: Readonly<Record<Preset, Bilingual>> = {
  recommended: { en: 'every rule with its own severity (the default)', zh: '所有规则按其自身级别（默认）' },
  strict: { en: 'every warning is an error, every information a warning', zh: '警告提升为错误，提示提升为警告' },
  minimal: { en: 'errors only', zh: '仅报告错误' },
};

export type ConfiguredSeverity = 'error' | 'warning' | 'information' | 'off';

export const severityWords: Readonly<Record<ConfiguredSeverity, Bilingual>> = {
  error: { en: 'fails the run', zh: '错误：检查不通过' },
  warning: { en: 'is reported as a warning', zh: '警告' },
  information: { en: 'is reported as information', zh: '提示' },
  off: { en: 'the rule does not run', zh: '关闭该规则' },
};

/** `info` is what many other linters call it. Undefined where a word is no severity. */
export function severityNamed(word: string): ConfiguredSeverity | undefined {
  if (word === 'info') return 'information';
  return Object.hasOwn(severityWords, word) ? (word as ConfiguredSeverity) : undefined;
}

/** A whole number that a rule can be given in the configuration. */
export interface RuleOption {
  readonly minimum: number;
  readonly doc: Bilingual;
}

/** What the configuration must know of the rules; it stands below them and cannot ask. */
export interface KnownRule {
  /** Faults of syntax and shape can be neither switched off nor lowered below a warning. */
  readonly alwaysOn: boolean;
  readonly options: Readonly<Record<string, RuleOption>>;
}

export type KnownRules = ReadonlyMap<string, KnownRule>;

export type ConfigShape =
  | { readonly kind: 'extends' | 'date' | 'duration' | 'rules' }
  | { readonly kind: 'globs'; readonly of: PatternKind; readonly minimum: number }
  | { readonly kind: 'enum'; readonly values: Readonly<Record<string, Bilingual>> }
  | { readonly kind: 'map'; readonly fields: ConfigFields }
  | { readonly kind: 'maps'; readonly fields: ConfigFields };

export interface ConfigField {
  readonly shape: ConfigShape;
  readonly required: boolean;
  readonly doc: Bilingual;
}

export type ConfigFields = Readonly<Record<string, ConfigField>>;

const field = (shape: ConfigShape, en: string, zh: string, required = false): ConfigField => ({ shape, required, doc: { en, zh } });

const rules = field(
  { kind: 'rules' },
  'Severities by rule id (`error`, `warning`, `information`, `off`), or a map with `severity` and the options of the rule.',
  '按规则标识设置级别（`error`、`warning`、`information`、`off`），或用含 `severity` 及该规则选项的映射。',
);

export const configFields: ConfigFields = {
  extends: field(
    { kind: 'extends' },
    'What this configuration builds on: the presets `recommended` (default), `strict`, `minimal`, or a relative path. Later ones win.',
    '本配置的基础：预设 `recommended`（默认）、`strict`、`minimal`，或相对路径；后者优先。',
  ),
  files: field(
    { kind: 'globs', of: 'glob', minimum: 1 },
    'The files that are linted in folders, as glob patterns from the folder of this file.',
    '检查文件夹时所选的文件，为相对于本文件所在文件夹的通配模式。',
  ),
  ignore: field(
    { kind: 'globs', of: 'ignore', minimum: 0 },
    'The files and folders that are left out, as patterns of the kind `.gitignore` uses, from the folder of this file.',
    '排除的文件和文件夹，写法同 `.gitignore`，相对于本文件所在文件夹。',
  ),
  profile: field(
    { kind: 'enum', values: profiles },
    'The profile of plans that name none themselves.',
    '未自行写明 `profile` 的预案所适用的规则包。',
  ),
  'as-of': field({ kind: 'date' }, 'The check date, for reproducible runs; default today.', '检查基准日期，便于结果可复现；默认为当天。'),
  rules,
  overrides: field(
    {
      kind: 'maps',
      fields: {
        files: field(
          { kind: 'globs', of: 'glob', minimum: 1 },
          'The files these settings are for, as glob patterns.',
          '适用这些设置的文件，为通配模式。',
          true,
        ),
        rules: { ...rules, required: true },
      },
    },
    'Other severities for some of the files; later entries win.',
    '对部分文件另行设置级别；后者优先。',
  ),
  cycles: field(
    {
      kind: 'map',
      fields: {
        review: field({ kind: 'duration' }, 'How often plans must be reviewed.', '预案评估周期。'),
        exercise: field({ kind: 'duration' }, 'How often plans must be exercised.', '预案演练周期。'),
      },
    },
    'Cycles that stricter local law asks for.',
    '地方规定的更严格周期。',
  ),
};
