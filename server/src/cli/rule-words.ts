// The words in which the command line speaks of the fixes of rules.
import type { Bilingual } from '../plan/field.ts';
import type { Rule } from '../rules/rule.ts';

export const fixWords: Readonly<Record<Rule['fix'], Bilingual>> = {
  safe: { en: 'safe fix', zh: '可自动修复' },
  offered: { en: 'fix offered', zh: '提供修改建议' },
  none: { en: 'no fix', zh: '无自动修复' },
};
