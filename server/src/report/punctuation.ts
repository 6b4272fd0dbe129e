// The marks between words: Chinese texts have their own.
import type { Bilingual } from '../plan/field.ts';
import type { Language } from '../rules/render.ts';

const marks = (en: string, zh: string): Bilingual => ({ en, zh });

export const punctuation = {
  colon: marks(': ', '：'),
  /** Between the items of a list. */
  comma: marks(', ', '、'),
  semicolon: marks('; ', '；'),
} as const satisfies Readonly<Record<string, Bilingual>>;

/** An aside behind the words it belongs to. */
export function bracketed(text: string, language: Language): string {
  return language === 'zh' ? `（${text}）` : ` (${text})`;
}
