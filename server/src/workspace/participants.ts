// Which imported actors take part in a plan (classifier.md section 2): those its own document names, and whom these seat or co-name.
import type { PlanDocument } from '../plan/build.ts';
import type { Reference } from '../plan/field.ts';
import type { FoundReference } from '../plan/read-scope.ts';
import type { Actor } from './plan.ts';

/** Sections in which a name makes an imported actor take part, wherever in the section it stands. */
const namingSections: ReadonlySet<string> = new Set([
  'bodies',
  'functions',
  'links',
  'procedures',
  'channels',
  'participation',
  'cultivation',
  'exercises',
]);

/** The ids of the imported actors that take part, of actors that know their rights and responsibilities. */
export function takingPart(document: PlanDocument, actors: ReadonlyMap<string, Actor>): ReadonlySet<string> {
  const taking = new Set<string>();
  const queue: Actor[] = [];
  const add = (id: string): void => {
    const actor = actors.get(id);
    if (actor === undefined || !actor.imported || taking.has(id)) return;
    taking.add(id);
    queue.push(actor);
  };
  if (![...actors.values()].some((actor) => actor.imported)) return taking;
  for (const declaration of document.declarations) if (declaration.addition) add(declaration.id);
  for (const reference of document.references) if (isNaming(reference)) add(reference.id);
  for (let actor = queue.pop(); actor !== undefined; actor = queue.pop()) for (const { id } of seatsAndCoNames(actor)) add(id);
  return taking;
}

/** Whether a document names an actor in such a way that it takes part, an entry of its own aside. */
export function isNamedIn(document: PlanDocument, id: string): boolean {
  return document.references.some((reference) => reference.id === id && isNaming(reference));
}

function isNaming({ to, route: [section, , , , field] }: FoundReference): boolean {
  const named = namingSections.has(section ?? '') || (section === 'organizations' && field === 'with');
  return named && (to === 'actor' || to === 'organization' || to === 'via');
}

/** Its rights and responsibilities are those of every entry that speaks of it: an imported file may add to what another declares. */
function seatsAndCoNames(actor: Actor): readonly Reference[] {
  const coNamed = [...actor.rights, ...actor.responsibilities].flatMap((held) => held.declaration.with);
  if (actor.kind === 'organization') return coNamed;
  const { chair, coChairs, deputies, office, members, advisers, observers } = actor.declaration;
  const single = [chair, office].flatMap((reference) => reference ?? []);
  return [...coNamed, ...single, ...coChairs, ...deputies, ...members, ...advisers, ...observers];
}
