// Several names in one sentence, in both languages.
import type { Bilingual } from '../../plan/field.ts';

const words = {
  and: { en: ' and ', zh: '和' },
  or: { en: ' or ', zh: '或' },
};

/** `a, b and c`; `甲、乙和丙`. */
export function joinWords(names: readonly Bilingual[], conjunction: keyof typeof words): Bilingual {
  return {
    en: join(
      names.map(({ en }) => en),
      ', ',
      words[conjunction].en,
    ),
    zh: join(
      names.map(({ zh }) => zh),
      '、',
      words[conjunction].zh,
    ),
  };
}

function join(names: readonly string[], comma: string, last: string): string {
  return names.length < 2 ? names.join('') : `${names.slice(0, -1).join(comma)}${last}${names.at(-1)}`;
}
