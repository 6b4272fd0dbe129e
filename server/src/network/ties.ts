// Ties, as the rules mean them: an expanded link of any type between two actors; a seat ties its holder to the body and to every other
// holder of a seat in it (rules.md). A body's seats are never expanded to pairs, so a body of a thousand members costs a thousand steps.
import type { Actor, BodyActor, DirectedTie, OrganizationActor, Plan } from '../workspace/plan.ts';

export interface Ties {
  /** Whether two actors are tied, by a link in either direction or by seats. */
  tied(a: Actor, b: Actor): boolean;
  /** Whether a link joins two actors, in either direction. */
  linked(a: Actor, b: Actor): boolean;
  /** Whether a body seats both, or is one of them and seats the other. Two bodies are never tied by seats, whoever sits in both. */
  seatedTogether(a: Actor, b: Actor): boolean;
  /** Whether an actor is tied to anyone. */
  hasTie(actor: Actor): boolean;
  /** The ties by link that start or end at an actor. */
  linksOf(actor: Actor): readonly DirectedTie[];
}

/** Up to here a list is looked through; a longer one is worth a set of its own. */
const SHORT = 8;

export function createTies(plan: Plan): Ties {
  const links = new Map<Actor, DirectedTie[]>();
  const add = (actor: Actor, tie: DirectedTie): void => {
    const known = links.get(actor);
    if (known) known.push(tie);
    else links.set(actor, [tie]);
  };
  for (let i = 0; i < plan.ties.length; i++) {
    const tie = plan.ties[i] as DirectedTie;
    add(tie.from, tie);
    add(tie.to, tie);
  }

  const partners = new Map<Actor, ReadonlySet<Actor>>();
  const partnersOf = (actor: Actor, list: readonly DirectedTie[]): ReadonlySet<Actor> => {
    const known = partners.get(actor);
    if (known) return known;
    const found = new Set<Actor>();
    for (const { from, to } of list) found.add(from === actor ? to : from);
    partners.set(actor, found);
    return found;
  };
  const linked = (a: Actor, b: Actor): boolean => {
    const [ofA, ofB] = [links.get(a), links.get(b)];
    if (ofA === undefined || ofB === undefined || a === b) return false;
    const [actor, other, list] = ofA.length <= ofB.length ? [a, b, ofA] : [b, a, ofB];
    if (list.length > SHORT) return partnersOf(actor, list).has(other);
    return list.some(({ from, to }) => from === other || to === other);
  };

  const seated = new Map<BodyActor, ReadonlySet<Actor>>();
  for (const body of plan.bodies) if (body.seats.length > SHORT) seated.set(body, new Set(body.seats.map(({ holder }) => holder)));
  const sits = (holder: OrganizationActor, body: BodyActor): boolean =>
    seated.get(body)?.has(holder) ?? (body.seats.length <= SHORT && body.seats.some((seat) => seat.holder === holder));
  const met = new Map<Actor, Map<Actor, boolean>>();
  /** Two that have many seats each meet in many questions: the answer is kept. */
  const meet = (a: OrganizationActor, b: OrganizationActor): boolean => {
    const [one, other] = a.seats.length <= b.seats.length ? [a, b] : [b, a];
    if (one.seats.length <= SHORT) return one.seats.some(({ body }) => sits(other, body));
    const answers = met.get(one) ?? new Map<Actor, boolean>();
    met.set(one, answers);
    const answer = answers.get(other) ?? one.seats.some(({ body }) => sits(other, body));
    answers.set(other, answer);
    return answer;
  };
  const seatedTogether = (a: Actor, b: Actor): boolean => {
    if (a.kind === 'body') return b.kind === 'organization' && b.seats.length > 0 && sits(b, a);
    if (a.seats.length === 0) return false;
    return b.kind === 'body' ? sits(a, b) : b.seats.length > 0 && meet(a, b);
  };

  return {
    tied: (a, b) => a !== b && (linked(a, b) || seatedTogether(a, b)),
    linked,
    seatedTogether,
    hasTie: (actor) => links.has(actor) || actor.seats.length > 0,
    linksOf: (actor) => links.get(actor) ?? [],
  };
}
