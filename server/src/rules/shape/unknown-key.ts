import type { Bilingual } from '../../plan/field.ts';
import type { ProblemCodes, ProblemOf } from '../../plan/problem.ts';
import { renameKey } from '../../yaml/edit.ts';
import { defineDocumentRule, type Fix } from '../rule.ts';
import { fromProblems } from '../shared/from-problems.ts';

const messages: Readonly<Record<ProblemCodes['unknown-key'], Bilingual>> = {
  unknown: {
    en: "The format has no key '{key}' here.{hint} Keys of your own begin with 'x-'.",
    zh: '格式在此处没有键“{key}”。{hint}自定义的键须以“x-”开头。',
  },
  complex: { en: 'A key must be a single word, not a list or a map.', zh: '键须为单个词，不得是列表或映射。' },
  'language-tag': {
    en: "'{key}' is not a language tag. Write one such as 'zh' or 'en'; if it belongs to a text with a comma, put that text in quotes.",
    zh: '“{key}”不是语言标签，请写 zh、en 等；若它是含逗号文本的一部分，请给该文本加引号。',
  },
  imported: {
    en: "'{key}' may not stand beside 'imported: true': the organization is described where it is imported from. Remove one of the two.",
    zh: '“{key}”不得与 imported: true 并列：该组织已在导入文件中说明。请去掉其一。',
  },
  library: {
    en: "A library may not have '{key}'. Move it to a plan, or add 'plan' to make this one.",
    zh: '库文件不得有“{key}”。请移入预案，或添加 plan 使本文件成为预案。',
  },
};

export default defineDocumentRule({
  id: 'unknown-key',
  group: 'shape',
  severity: 'error',
  fix: 'safe',
  summary: { en: 'A key is not in the format.', zh: '键不在格式之内。' },
  why: {
    en: 'What stands under an unknown key is read by nobody, so a slip of the pen silently takes it out of the plan.',
    zh: '未知键下的内容不会被读取，一处笔误就会使其悄然失效。',
  },
  source: '',
  messages,
  labels: { rename: { en: "Change to '{key}'", zh: '改为“{key}”' } },
  check: (context) => fromProblems('unknown-key', context, renaming),
});

/** To the only near key, where what stands under it suits that key. */
function renaming({ place: key, data, meant }: ProblemOf<'unknown-key'>): readonly Fix[] {
  if (meant === undefined || key.kind !== 'scalar' || key.text !== data.key) return [];
  // A key that an alias stands for is written elsewhere, and may be meant there.
  if (key.parent?.kind !== 'pair' || key.parent.key !== key || key.anchor !== undefined) return [];
  return [{ title: 'rename', data: { key: meant }, safe: true, edits: (text) => renameKey(text, key, meant) }];
}
