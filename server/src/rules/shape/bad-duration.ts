import type { Bilingual } from '../../plan/field.ts';
import type { ProblemCodes } from '../../plan/problem.ts';
import { defineDocumentRule } from '../rule.ts';
import { fromProblems } from '../shared/from-problems.ts';

const messages: Readonly<Record<ProblemCodes['bad-duration'], Bilingual>> = {
  malformed: {
    en: "'{value}' is not written as durations are here. Write a number and min, h, d, mo or y, without a space: 30min, 24h, 20d, 36mo, 3y.{hint}",
    zh: '“{value}”不符合时长格式。请写数字加 min、h、d、mo 或 y，中间不留空格：30min、24h、20d、36mo、3y。{hint}',
  },
};

export default defineDocumentRule({
  id: 'bad-duration',
  group: 'shape',
  severity: 'error',
  fix: 'none',
  summary: { en: 'A duration is malformed.', zh: '时长格式有误。' },
  why: {
    en: 'Deadlines and cycles are compared with dates; that needs a number and a unit.',
    zh: '时限和周期要与日期比较，须有数字和单位。',
  },
  source: '',
  messages,
  check: (context) => fromProblems('bad-duration', context),
});
