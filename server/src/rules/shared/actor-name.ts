// What a message calls an actor: its name in the reader's language, or its id where it has none.
import type { Actor } from '../../workspace/plan.ts';
import type { Datum } from '../rule.ts';

export function actorName({ declaration, id }: Actor): Datum {
  return declaration.name?.byLanguage ?? id;
}
