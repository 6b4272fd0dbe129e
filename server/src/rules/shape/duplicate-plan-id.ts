// The engine finds these across the plans of a run: rules/plan-ids.ts.
import { defineEngineRule } from '../rule.ts';

export default defineEngineRule({
  id: 'duplicate-plan-id',
  group: 'shape',
  severity: 'error',
  fix: 'none',
  summary: { en: 'Two plans have one id.', zh: '两份预案使用同一标识。' },
  why: {
    en: 'Reports, baselines and comparisons know a plan by its id; two plans of one id are taken for one.',
    zh: '报告、基线和比对均以标识识别预案，标识相同的预案会被混为一份。',
  },
  source: '',
  messages: {
    duplicate: {
      en: "The plan id '{id}' is also that of {path}. Give each plan an id of its own.",
      zh: '预案标识“{id}”与 {path} 重复。请为每份预案使用不同的标识。',
    },
  },
  labels: { other: { en: 'The other plan of this id.', zh: '使用该标识的另一份预案。' } },
});
