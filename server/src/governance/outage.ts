// A plan with some of its actors and ties thought away: what is left of every right, responsibility, body, function and link.
import type { LinkType } from '../plan/vocabulary.ts';
import { expandLinks } from '../workspace/expand-links.ts';
import type { Actor, BodyActor, LinkedLink, OrganizationActor, Plan, Seat } from '../workspace/plan.ts';
import { decidersAmong, withStandIn } from './seats.ts';

export interface Outage {
  readonly actors: ReadonlySet<Actor>;
  readonly links: readonly FailedLink[];
}

/** What leads from one actor to another, of one type or of any. Where it is mutual, it fails both ways. */
export interface FailedLink {
  readonly from: Actor;
  readonly to: Actor;
  readonly type: LinkType | undefined;
}

/**
 * The plan after an outage, to be measured. A deputy stands in where chair and co-chairs are gone; what the actor that declares it held or
 * bore together with others is theirs; a channel ends with whoever operates it.
 */
export function planAfter(plan: Plan, { actors: gone, links: failed }: Outage): Plan {
  const left = new Map<Actor, Draft>();
  for (const actor of plan.actors.values())
    if (!gone.has(actor)) left.set(actor, { ...actor, rights: [], responsibilities: [], capabilities: [], seats: [] } as Draft);
  const find = (actor: Actor): Actor | undefined => left.get(actor) as Actor | undefined;
  // Asked of everything in the plan, for each actor that fails in turn.
  const rest = (actors: readonly Actor[]): readonly Actor[] => {
    const found: Actor[] = [];
    for (const actor of actors) {
      const there = find(actor);
      if (there) found.push(there);
    }
    return found;
  };

  for (const [actor, draft] of left) {
    if (draft.kind === 'organization' && actor.kind === 'organization')
      draft.parent = actor.parent && (find(actor.parent) as OrganizationActor | undefined);
    if (draft.kind === 'body' && actor.kind === 'body') fillSeats(draft, actor, find);
  }
  const rights = plan.rights.flatMap((right) => {
    const holders = rest(right.holders);
    const actor = find(right.actor) ?? holders[0];
    return actor ? [{ ...right, actor, holders }] : [];
  });
  const responsibilities = plan.responsibilities.flatMap((responsibility) => {
    const bearers = rest(responsibility.bearers);
    const actor = find(responsibility.actor) ?? bearers[0];
    return actor ? [{ ...responsibility, actor, bearers }] : [];
  });
  const capabilities = plan.capabilities.flatMap((capability) => {
    const actor = find(capability.actor);
    return actor ? [{ ...capability, actor }] : [];
  });
  for (const right of rights) (right.actor as Draft).rights.push(right);
  for (const responsibility of responsibilities) (responsibility.actor as Draft).responsibilities.push(responsibility);
  for (const capability of capabilities) (capability.actor as Draft).capabilities.push(capability);

  const linked = failed.length === 0 ? plan.links : plan.links.flatMap((link) => withoutPairs(link, failed));
  const links = linked
    .map((link): LinkedLink => ({ ...link, from: rest(link.from), to: rest(link.to) }))
    .filter(({ from, to }) => from.length > 0 && to.length > 0);
  const goneIds = new Set([...gone].map(({ id }) => id));
  return {
    ...plan,
    content: {
      ...plan.content,
      channels: plan.content.channels.filter(({ operatedBy }) => operatedBy === undefined || !goneIds.has(operatedBy.id)),
    },
    actors: new Map([...left].map(([actor, draft]) => [actor.id, draft as Actor])),
    organizations: rest(plan.organizations) as readonly OrganizationActor[],
    bodies: rest(plan.bodies) as readonly BodyActor[],
    rights,
    responsibilities,
    capabilities,
    functions: plan.functions.map((planFunction) => ({
      ...planFunction,
      coordinator: rest(planFunction.coordinator),
      primary: rest(planFunction.primary),
      support: rest(planFunction.support),
      actors: rest(planFunction.actors),
    })),
    links,
    ties: expandLinks(links),
  };
}

type Mutable<T> = { -readonly [K in keyof T]: T[K] extends readonly (infer I)[] ? I[] : T[K] };
type Draft = Mutable<OrganizationActor> | Mutable<BodyActor>;

function fillSeats(draft: Mutable<BodyActor>, body: BodyActor, find: (actor: Actor) => Actor | undefined): void {
  const seats = body.seats.flatMap((seat): Seat[] => {
    const holder = find(seat.holder);
    return holder ? [{ ...seat, body: draft as BodyActor, holder: holder as OrganizationActor }] : [];
  });
  draft.seats = [...withStandIn(seats)];
  for (const seat of draft.seats) (seat.holder as Mutable<OrganizationActor>).seats.push(seat);
  draft.deciders = [...decidersAmong(draft.seats, body)];
  draft.establishedBy = body.establishedBy && (find(body.establishedBy) as OrganizationActor | undefined);
}

/** A link as it is, or, where one of its pairs failed, pair by pair without that one. */
function withoutPairs(link: LinkedLink, failed: readonly FailedLink[]): readonly LinkedLink[] {
  const { type, mutual } = link.declaration;
  const hits = failed.filter((lost) => lost.type === undefined || lost.type === type?.value);
  const fails = (from: Actor, to: Actor): boolean =>
    hits.some((lost) => (lost.from === from && lost.to === to) || (mutual?.value === true && lost.from === to && lost.to === from));
  const pairs = link.from.flatMap((from) => link.to.map((to) => ({ from, to })));
  if (!pairs.some(({ from, to }) => fails(from, to))) return [link];
  return pairs.filter(({ from, to }) => !fails(from, to)).map(({ from, to }) => ({ ...link, from: [from], to: [to] }));
}
