// The engine finds these: rules/exceptions.ts.
import { defineEngineRule } from '../rule.ts';

export default defineEngineRule({
  id: 'invalid-suppression',
  group: 'shape',
  severity: 'error',
  fix: 'none',
  summary: { en: 'An exception has no reason, no known rule, or a bad date.', zh: '豁免注释缺少理由、规则不存在或日期有误。' },
  why: {
    en: 'Whoever reviews the plan must see which check was waived and why. Until the record is complete, it silences nothing.',
    zh: '审查预案的人须看到豁免了哪项检查、理由为何。记录不完整时，豁免不生效。',
  },
  source: '',
  messages: {
    'no-reason': {
      en: "The exception gives no reason. Write it behind the rule: '-- reason: …'.",
      zh: '豁免未说明理由。请在规则之后写“-- reason: …”。',
    },
    'no-rule': {
      en: "The exception names no rule. Write its id behind 'govplan-disable…'.",
      zh: '豁免未指明规则。请在 govplan-disable… 之后写规则标识。',
    },
    'unknown-rule': { en: "There is no rule '{id}'.{hint}", zh: '不存在规则“{id}”。{hint}' },
    'bad-until': {
      en: "'until' must be a real date, YYYY-MM-DD, not '{until}'.",
      zh: 'until 须为真实日期（YYYY-MM-DD），而不是“{until}”。',
    },
  },
});
