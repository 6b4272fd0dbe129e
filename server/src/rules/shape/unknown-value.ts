import type { Bilingual } from '../../plan/field.ts';
import type { ProblemCodes, ProblemOf } from '../../plan/problem.ts';
import { replaceScalar } from '../../yaml/edit.ts';
import { defineDocumentRule, type Fix } from '../rule.ts';
import { fromProblems } from '../shared/from-problems.ts';

const messages: Readonly<Record<ProblemCodes['unknown-value'], Bilingual>> = {
  unknown: { en: "'{value}' is not one of {values}.{hint}", zh: '“{value}”不在可选值之列。{hint}可选值：{values}。' },
  several: {
    en: 'Several values are a list, and a list stands in brackets. Write {list}.',
    zh: '多个值应写成列表并放在方括号内。请写成 {list}。',
  },
  joined: {
    en: 'Several values stand here as one. Put plain commas between them: {list}.',
    zh: '此处的多个值连成了一个。请用半角逗号分隔：{list}。',
  },
};

export default defineDocumentRule({
  id: 'unknown-value',
  group: 'shape',
  severity: 'error',
  fix: 'safe',
  summary: { en: 'A value is not in its closed list.', zh: '值不在限定取值之列。' },
  why: {
    en: 'Rules and measures rest on the closed lists; a value outside them counts for nothing.',
    zh: '各项规则和指标以限定取值为基础，列外的值不起作用。',
  },
  source: '',
  messages,
  labels: { replace: { en: "Change to '{value}'", zh: '改为“{value}”' } },
  check: (context) => fromProblems('unknown-value', context, replacing),
});

function replacing({ place, candidates = [] }: ProblemOf<'unknown-value'>): readonly Fix[] {
  const [value] = candidates;
  if (value === undefined || candidates.length > 1 || place.kind !== 'scalar') return [];
  return [{ title: 'replace', data: { value }, safe: true, edits: (text) => replaceScalar(text, place, value) }];
}
