// Whom a misspelt id may mean. It leaves open what is said where it stands, and nothing else: a misspelt parent tells nothing of links.
import type { Actor, Plan } from '../../workspace/plan.ts';

export type Naming = 'links' | 'bodies' | 'functions' | 'rights' | 'responsibilities' | 'participation' | 'cultivation';

/**
 * Whether an id that nobody declares, in one of these sections, was probably meant for the actor; or that of an entry with `imported: true`,
 * which may say all there is to say of it.
 */
export function isMisspeltIn({ misspelt }: Plan, { id }: Actor, ...sections: readonly Naming[]): boolean {
  const found = misspelt.get(id);
  return found !== undefined && (found.has('addition') || sections.some((section) => found.has(section)));
}

/** Those who would take part if their ids were written right. */
export function misspeltOutsiders({ misspelt, actors }: Plan): readonly Actor[] {
  return [...misspelt.keys()].flatMap((id) => actors.get(id) ?? []).filter(({ takesPart }) => !takesPart);
}
