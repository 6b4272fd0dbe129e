// The marks between words: Chinese texts have their own.
import type { Bilingual } from '../plan/field.ts';
import type { Language } from './render.ts';

const marks = (en: string, zh: string): Bilingual => ({ en, zh });

export const punctuation = {
  colon: marks(': ', '：'),
  /** Between the items of a list. */
  comma: marks(', ', '、'),
  /** Between the parts of a sentence. */
  clause: marks(', ', '，'),
  semicolon: marks('; ', '；'),
} as const satisfies Readonly<Record<string, Bilingual>>;

/** Behind a text; nothing for nothing. */
export function inBrackets(text: string, language: Language): string {
  if (text === '') return '';
  return language === 'zh' ? `（${text}）` : ` (${text})`;
}
