// The engine finds these: rules/exceptions.ts.
import { defineEngineRule } from '../rule.ts';

export default defineEngineRule({
  id: 'expired-suppression',
  group: 'shape',
  severity: 'error',
  fix: 'none',
  summary: { en: 'An exception has run out.', zh: '豁免已过期。' },
  why: {
    en: 'An exception was granted for a time. After that the fault must be mended, or the exception be granted anew.',
    zh: '豁免是限期给予的。到期后应整改问题，或重新审批豁免。',
  },
  source: '',
  messages: {
    expired: {
      en: 'The exception for {rules} held until {until}, and the check date is {asOf}. Mend what it excused, or renew it.',
      zh: '针对 {rules} 的豁免已于 {until} 到期（检查日期 {asOf}）。请整改所豁免的问题，或重新审批。',
    },
  },
});
