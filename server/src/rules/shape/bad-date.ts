import type { Bilingual } from '../../plan/field.ts';
import type { ProblemCodes } from '../../plan/problem.ts';
import { defineDocumentRule } from '../rule.ts';
import { fromProblems } from '../shared/from-problems.ts';

const messages: Readonly<Record<ProblemCodes['bad-date'], Bilingual>> = {
  malformed: {
    en: "'{value}' is not written as dates are here: YYYY-MM-DD.{hint}",
    zh: '“{value}”不符合日期格式，请写成 YYYY-MM-DD。{hint}',
  },
  'no-such-day': { en: "The calendar has no day '{value}'.", zh: '日历上没有“{value}”这一天。' },
};

export default defineDocumentRule({
  id: 'bad-date',
  group: 'shape',
  severity: 'error',
  fix: 'none',
  summary: { en: 'A date is malformed or does not exist.', zh: '日期格式有误或不存在。' },
  why: {
    en: 'Validity, review and expiry are reckoned from dates; one that nobody can place in the calendar decides nothing.',
    zh: '生效、评估和失效均按日期推算，无法落在日历上的日期不能作为依据。',
  },
  source: '',
  messages,
  check: (context) => fromProblems('bad-date', context),
});
