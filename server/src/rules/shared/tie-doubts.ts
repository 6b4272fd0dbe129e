// Whose ties cannot be known: a link that cannot be read, or that leads to an id nobody declares, is no tie yet and no lack of one either.
import { seatKeys } from '../../governance/seats.ts';
import type { Reference } from '../../plan/field.ts';
import type { Actor, LinkedLink, Plan } from '../../workspace/plan.ts';
import type { HiddenKeys } from './hidden-keys.ts';
import { isMisspeltIn } from './misspelt-ids.ts';

export interface TieDoubts {
  /** Anybody's ties may stand in what could not be read or imported. */
  readonly everybody: boolean;
  /** Anybody may have a role in a function that could not be read. */
  readonly roles: boolean;
  /** What this actor seems to lack may stand in a faulty link, or under a misspelt id in a link or a seat. */
  about(actor: Actor): boolean;
  /** The same, where a role in a function would do too. */
  aboutRoles(actor: Actor): boolean;
}

export function createTieDoubts(plan: Plan, hidden: HiddenKeys): TieDoubts {
  const { content, complete } = plan;
  // A link without one of its ends may lead to anybody, and anybody may be the chair that a body does not name.
  const hasHiddenLinks = (): boolean =>
    hidden.inItems('links') ||
    hidden.inAny(content.links, 'from', 'to') ||
    content.links.some(({ from, to }) => from.length === 0 || to.length === 0);
  const hasHiddenSeats = (): boolean =>
    hidden.inEntries('bodies') || hidden.inAny(content.bodies, ...seatKeys) || content.bodies.some(({ chair }) => chair === undefined);
  const everybody = !complete || hasHiddenLinks() || hasHiddenSeats();
  const doubtful = new Set<Actor>();
  for (const link of plan.links) {
    if (isClear(link, plan)) continue;
    for (const actor of link.from) doubtful.add(actor);
    for (const actor of link.to) doubtful.add(actor);
  }
  const about = (actor: Actor): boolean => everybody || doubtful.has(actor) || isMisspeltIn(plan, actor, 'links', 'bodies');
  return {
    everybody,
    roles: hidden.inEntries('functions') || hidden.inAny(content.functions, 'coordinator', 'primary', 'support'),
    about,
    aboutRoles: (actor) => about(actor) || isMisspeltIn(plan, actor, 'functions'),
  };
}

/** As many actors as ids: all are known. An id that is named twice has to be looked up. */
function isClear({ declaration, from, to }: LinkedLink, { actors }: Plan): boolean {
  const areKnown = (references: readonly Reference[], found: readonly Actor[]): boolean =>
    references.length > 0 && (references.length === found.length || references.every(({ id }) => actors.has(id)));
  return declaration.type !== undefined && areKnown(declaration.from, from) && areKnown(declaration.to, to);
}
