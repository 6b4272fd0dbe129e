// What a message calls actors: their names in the reader's language, or their ids where they have none.
import type { Bilingual } from '../../plan/field.ts';
import type { Actor } from '../../workspace/plan.ts';
import { chooseText } from '../render.ts';
import type { Datum } from '../rule.ts';
import { joinWords } from './join-words.ts';

export function actorName({ declaration, id }: Actor): Datum {
  return declaration.name?.byLanguage ?? id;
}

/** Several actors in one sentence. */
export function actorNames(actors: readonly Actor[]): Bilingual {
  const names = actors.map(({ declaration: { name }, id }) => ({
    en: name ? chooseText(name.byLanguage, 'en') : id,
    zh: name ? chooseText(name.byLanguage, 'zh') : id,
  }));
  return joinWords(names, 'and');
}
