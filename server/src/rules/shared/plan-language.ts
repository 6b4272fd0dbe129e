// The language a plan is written in, for the texts that a fix writes into it.
import type { Bilingual } from '../../plan/field.ts';
import type { Plan } from '../../workspace/plan.ts';

/** Chinese where the title has Chinese characters and no Japanese ones; else English. */
export function planLanguage({ head }: Plan): keyof Bilingual {
  const title = [...(head.title?.byLanguage.values() ?? [])].join('\n');
  return /\p{Script=Han}/u.test(title) && !/[\p{Script=Hiragana}\p{Script=Katakana}]/u.test(title) ? 'zh' : 'en';
}
