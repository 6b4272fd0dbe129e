// Whose ties cannot be known: a link that cannot be read, or that leads to an id nobody declares, is no tie yet and no lack of one either.
import type { Reference } from '../../plan/field.ts';
import type { Actor, LinkedLink, Plan } from '../../workspace/plan.ts';
import { createHiddenKeys } from './hidden-keys.ts';

export interface TieDoubts {
  /** Anybody's ties may stand in what could not be read or imported. */
  readonly everybody: boolean;
  /** Anybody may have a role in a function that could not be read. */
  readonly roles: boolean;
  /** What this actor seems to lack may stand in a faulty link, or under a misspelt id. */
  about(actor: Actor): boolean;
}

const seatKeys = ['chair', 'co-chairs', 'deputies', 'office', 'members', 'advisers', 'observers'] as const;

export function createTieDoubts(plan: Plan): TieDoubts {
  const { content, complete } = plan;
  const hidden = createHiddenKeys(plan);
  // A link without one of its ends may lead to anybody, and anybody may be the chair that a body does not name.
  const hasHiddenLinks =
    hidden.inItems('links') ||
    hidden.inAny(content.links, 'from', 'to') ||
    content.links.some(({ from, to }) => !from.length || !to.length);
  const hasHiddenSeats =
    hidden.inEntries('bodies') || hidden.inAny(content.bodies, ...seatKeys) || content.bodies.some(({ chair }) => chair === undefined);
  const everybody = !complete || hasHiddenLinks || hasHiddenSeats;
  const doubtful = new Set(plan.links.filter((link) => !isClear(link, plan)).flatMap(({ from, to }) => [...from, ...to]));
  return {
    everybody,
    roles: hidden.inEntries('functions') || hidden.inAny(content.functions, 'coordinator', 'primary', 'support'),
    about: (actor) => everybody || doubtful.has(actor) || plan.misspelt.has(actor.id),
  };
}

function isClear({ declaration }: LinkedLink, plan: Plan): boolean {
  const { type, from, to } = declaration;
  const isKnown = ({ id }: Reference): boolean => plan.actors.has(id);
  return type !== undefined && from.length > 0 && to.length > 0 && from.every(isKnown) && to.every(isKnown);
}
