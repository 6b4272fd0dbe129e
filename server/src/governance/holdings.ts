// Who holds and who bears, as the rules mean it: `with` included, and an actor also holds what a body holds, and bears what a body
// bears, in which it is a decider (rules.md). The classifier's narrower notion is `HeldRight.holders` and `BorneResponsibility.bearers`.
//
// What a body holds is not copied to its deciders before somebody asks for the whole list: a council of thousands with thousands of rights
// would be millions of entries, and most questions are answered by one look at the body.
import type { Responsibility } from '../plan/shape.ts';
import type { Phase, RightKind } from '../plan/vocabulary.ts';
import { append } from '../text/append.ts';
import { intersects } from '../text/intersects.ts';
import { late } from '../text/late.ts';
import { remembered } from '../text/remembered.ts';
import type { Actor, BodyActor, BorneResponsibility, HeldRight, Plan } from '../workspace/plan.ts';

/** Whatever is listed is in the plan's order. */
export interface Holdings {
  rightsOf(actor: Actor): readonly HeldRight[];
  responsibilitiesOf(actor: Actor): readonly BorneResponsibility[];
  hasRights(actor: Actor): boolean;
  /** Whether a right of an actor is of a kind, or of one that could not be read. */
  mayHold(actor: Actor, kind: RightKind): boolean;
  /** The first responsibility of an actor, or the first that names a phase; one of its bodies' only where it has none of its own. */
  firstDutyOf(actor: Actor, phase?: Phase): BorneResponsibility | undefined;
  /** The first responsibilities of an actor that name one of some phases, at most so many. */
  firstDutiesOf(actor: Actor, phases: readonly Phase[], most: number): readonly BorneResponsibility[];
  /** Whether two groups, each with the deciders of its bodies, have anyone in common. */
  meet(one: readonly Actor[], other: readonly Actor[]): boolean;
}

export function createHoldings(plan: Plan): Holdings {
  const bodiesOf = new Map<Actor, BodyActor[]>();
  for (const body of plan.bodies) for (const decider of body.deciders) append(bodiesOf, decider, body);
  /** An actor, and the bodies in which it decides. */
  const withBodies = (actor: Actor): readonly Actor[] => [actor, ...(bodiesOf.get(actor) ?? [])];

  const rights = byActor(plan.rights, ({ holders }) => holders);
  const kindsOf = remembered((actor: Actor) => new Set(rights.of(actor).map(({ declaration }) => declaration.kind?.value)));

  const duties = byActor(plan.responsibilities, ({ bearers }) => bearers);
  const dutiesIn = remembered((actor: Actor) =>
    remembered((phase: Phase | undefined) => duties.of(actor).filter(({ declaration }) => names(declaration, phase))),
  );

  return {
    rightsOf: remembered((actor) => rights.inOrder(withBodies(actor).flatMap(rights.of))),
    responsibilitiesOf: remembered((actor) => duties.inOrder(withBodies(actor).flatMap(duties.of))),
    hasRights: (actor) => withBodies(actor).some((holder) => rights.of(holder).length > 0),
    mayHold: (actor, kind) => withBodies(actor).some((holder) => kindsOf(holder).has(kind) || kindsOf(holder).has(undefined)),
    firstDutyOf(actor, phase) {
      const own = duties.of(actor).find(({ declaration }) => names(declaration, phase));
      const bodies = own === undefined ? bodiesOf.get(actor) : undefined;
      return bodies === undefined ? own : duties.inOrder(bodies.flatMap((body) => dutiesIn(body)(phase).slice(0, 1)))[0];
    },
    firstDutiesOf(actor, phases, most) {
      const first = withBodies(actor).flatMap((bearer) => phases.flatMap((phase) => dutiesIn(bearer)(phase).slice(0, most)));
      return duties.inOrder(first).slice(0, most);
    },
    meet: createMeeting(),
  };
}

function names({ phases }: Responsibility, phase: Phase | undefined): boolean {
  return phase === undefined || phases.some(({ value }) => value === phase);
}

interface ByActor<T> {
  /** What is an actor's own, or shared with it by name. */
  of(actor: Actor): readonly T[];
  /** Each item once, in the plan's order. */
  inOrder(items: readonly T[]): readonly T[];
}

function byActor<T>(items: readonly T[], actorsOf: (item: T) => readonly Actor[]): ByActor<T> {
  const lists = new Map<Actor, T[]>();
  for (const item of items) for (const actor of actorsOf(item)) append(lists, actor, item);
  const places = late(() => new Map(items.map((item, place) => [item, place])));
  const placeOf = (item: T): number => places().get(item) ?? 0;
  return {
    of: (actor) => lists.get(actor) ?? [],
    inOrder: (found) => (found.length < 2 ? found : [...new Set(found)].sort((a, b) => placeOf(a) - placeOf(b))),
  };
}

function createMeeting(): Holdings['meet'] {
  const decidersOf = remembered((body: BodyActor): ReadonlySet<Actor> => new Set(body.deciders));
  const bodiesMeet = remembered((one: BodyActor) => remembered((other: BodyActor) => intersects(decidersOf(one), decidersOf(other))));
  const groupOf = remembered((actors: readonly Actor[]): Group => {
    return { members: new Set(actors), bodies: actors.filter((actor) => actor.kind === 'body') };
  });
  return (some, others) => {
    const [one, other] = [groupOf(some), groupOf(others)];
    return (
      intersects(one.members, other.members) ||
      one.bodies.some((body) => intersects(decidersOf(body), other.members)) ||
      other.bodies.some((body) => intersects(decidersOf(body), one.members)) ||
      one.bodies.some((body) => other.bodies.some((another) => bodiesMeet(body)(another)))
    );
  };
}

/** Those who hold or bear something; what is asked of thousands is asked of each of them against thousands. */
interface Group {
  readonly members: ReadonlySet<Actor>;
  readonly bodies: readonly BodyActor[];
}

/** The actors, and for each body among them its deciders; each once, where the actors are. */
export function withDeciders(actors: readonly Actor[]): readonly Actor[] {
  if (actors.every(({ kind }) => kind === 'organization')) return actors;
  const all = new Set(actors);
  for (const actor of actors) if (actor.kind === 'body') for (const decider of actor.deciders) all.add(decider);
  return [...all];
}
