// The engine finds these: rules/exceptions.ts.
import { defineEngineRule } from '../rule.ts';

export default defineEngineRule({
  id: 'unused-suppression',
  group: 'shape',
  severity: 'warning',
  fix: 'safe',
  summary: { en: 'An exception silences nothing.', zh: '豁免注释未屏蔽任何检查结果。' },
  why: {
    en: 'An exception is a governance record. One that no longer excuses anything hides the next fault of its kind.',
    zh: '豁免是治理记录。已无所豁免的注释会掩盖今后出现的同类问题。',
  },
  source: '',
  messages: {
    unused: { en: 'This exception for {rules} silences nothing. Remove it.', zh: '针对 {rules} 的豁免未屏蔽任何检查结果，请删除。' },
  },
  labels: {
    remove: { en: 'Remove the exception for {rules}', zh: '删除针对 {rules} 的豁免' },
  },
});
