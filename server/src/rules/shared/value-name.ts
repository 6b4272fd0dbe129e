// A value of a closed list as a message names it.
import type { Bilingual } from '../../plan/field.ts';
import { shortMeaning } from '../../plan/meant-words.ts';

/** The word of the format, which the author edits; in Chinese what it means before it. */
export function valueName<V extends string>(values: Readonly<Record<V, Bilingual>>, value: V): Bilingual {
  return { en: value, zh: `${shortMeaning(values[value])}（${value}）` };
}
