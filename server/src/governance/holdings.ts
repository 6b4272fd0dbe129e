// Who holds and who bears, as the rules mean it: `with` included, and an actor also holds what a body holds, and bears what a body
// bears, in which it is a decider (rules.md). The classifier's narrower notion is `HeldRight.holders` and `BorneResponsibility.bearers`.
//
// What a body holds is not copied to its deciders before somebody asks for the whole list: a council of thousands with thousands of rights
// would be millions of entries, and most questions are answered by one look at the body.
import type { Phase, RightKind } from '../plan/vocabulary.ts';
import { intersects } from '../text/intersects.ts';
import type { Actor, BodyActor, BorneResponsibility, HeldRight, Plan } from '../workspace/plan.ts';

/** Whatever is listed is in the plan's order. */
export interface Holdings {
  rightsOf(actor: Actor): readonly HeldRight[];
  responsibilitiesOf(actor: Actor): readonly BorneResponsibility[];
  hasRights(actor: Actor): boolean;
  /** Whether a right of an actor is of a kind, or of one that could not be read. */
  mayHold(actor: Actor, kind: RightKind): boolean;
  /** The first responsibility of an actor, or the first that names a phase. */
  firstDutyOf(actor: Actor, phase?: Phase): BorneResponsibility | undefined;
  /** The first responsibilities of an actor that name one of some phases, at most so many. */
  firstDutiesOf(actor: Actor, phases: readonly Phase[], most: number): readonly BorneResponsibility[];
  /** The actors, each once. */
  holdersOf(right: HeldRight): readonly Actor[];
  bearersOf(responsibility: BorneResponsibility): readonly Actor[];
  /** Whether two groups, each with the deciders of its bodies, have anyone in common. */
  meet(one: readonly Actor[], other: readonly Actor[]): boolean;
}

export function createHoldings(plan: Plan): Holdings {
  const bodiesOf = new Map<Actor, BodyActor[]>();
  for (const body of plan.bodies) for (const decider of body.deciders) append(bodiesOf, decider, body);
  const rights = createLists(plan.rights, bodiesOf, 'rights', (right) => right.holders);
  const duties = createLists(plan.responsibilities, bodiesOf, 'responsibilities', (responsibility) => responsibility.bearers);

  /** Of bodies and of those who decide in some: the others are looked through. */
  const kinds = new Map<Actor, ReadonlySet<RightKind | undefined>>();
  const kindsOf = (actor: Actor): ReadonlySet<RightKind | undefined> => {
    const known = kinds.get(actor);
    if (known) return known;
    const found = new Set<RightKind | undefined>();
    for (const { declaration } of rights.direct(actor)) found.add(declaration.kind?.value);
    for (const body of bodiesOf.get(actor) ?? []) for (const kind of kindsOf(body)) found.add(kind);
    kinds.set(actor, found);
    return found;
  };
  const firsts = new Map<Actor, ReadonlyMap<Phase | undefined, BorneResponsibility>>();
  const firstsOf = (actor: Actor): ReadonlyMap<Phase | undefined, BorneResponsibility> => {
    const known = firsts.get(actor);
    if (known) return known;
    const found = new Map<Phase | undefined, BorneResponsibility>();
    const add = (phase: Phase | undefined, duty: BorneResponsibility): void => {
      const earlier = found.get(phase);
      if (earlier === undefined || duties.placeOf(duty) < duties.placeOf(earlier)) found.set(phase, duty);
    };
    for (const duty of duties.direct(actor)) {
      add(undefined, duty);
      for (const { value } of duty.declaration.phases) add(value, duty);
    }
    for (const body of bodiesOf.get(actor) ?? []) for (const [phase, duty] of firstsOf(body)) add(phase, duty);
    firsts.set(actor, found);
    return found;
  };
  const inPhases = (actor: Actor, phases: readonly Phase[], most: number): readonly BorneResponsibility[] => {
    const found: BorneResponsibility[] = [];
    for (const duty of duties.direct(actor)) {
      if (found.length === most) break;
      if (duty.declaration.phases.some(({ value }) => phases.includes(value))) found.push(duty);
    }
    return found;
  };
  const ofBodies = new Map<string, Map<BodyActor, readonly BorneResponsibility[]>>();
  const ofBody = (body: BodyActor, phases: readonly Phase[], most: number): readonly BorneResponsibility[] => {
    const key = `${most} ${phases.join(' ')}`;
    const known = ofBodies.get(key) ?? new Map<BodyActor, readonly BorneResponsibility[]>();
    ofBodies.set(key, known);
    const found = known.get(body) ?? inPhases(body, phases, most);
    known.set(body, found);
    return found;
  };
  const isPlain = (actor: Actor): boolean => actor.kind === 'organization' && !bodiesOf.has(actor);

  return {
    rightsOf: rights.of,
    responsibilitiesOf: duties.of,
    hasRights: (actor) => rights.direct(actor).length > 0 || (!isPlain(actor) && kindsOf(actor).size > 0),
    mayHold(actor, kind) {
      if (!isPlain(actor)) return kindsOf(actor).has(kind) || kindsOf(actor).has(undefined);
      return rights.direct(actor).some(({ declaration }) => declaration.kind === undefined || declaration.kind.value === kind);
    },
    firstDutyOf(actor, phase) {
      if (!isPlain(actor)) return firstsOf(actor).get(phase);
      const borne = duties.direct(actor);
      return phase === undefined ? borne[0] : borne.find(({ declaration }) => declaration.phases.some(({ value }) => value === phase));
    },
    firstDutiesOf(actor, phases, most) {
      const own = inPhases(actor, phases, most);
      const bodies = bodiesOf.get(actor);
      if (bodies === undefined) return own;
      const all = new Set([own, ...bodies.map((body) => ofBody(body, phases, most))].flat());
      return [...all].sort((a, b) => duties.placeOf(a) - duties.placeOf(b)).slice(0, most);
    },
    holdersOf: (right) => withDeciders(right.holders),
    bearersOf: (responsibility) => withDeciders(responsibility.bearers),
    meet: createMeeting(),
  };
}

function createMeeting(): Holdings['meet'] {
  const sets = new Map<BodyActor, ReadonlySet<Actor>>();
  const decidersOf = (body: BodyActor): ReadonlySet<Actor> => {
    const known = sets.get(body) ?? new Set<Actor>(body.deciders);
    sets.set(body, known);
    return known;
  };
  const answers = new Map<BodyActor, Map<BodyActor, boolean>>();
  const bodiesMeet = (one: BodyActor, other: BodyActor): boolean => {
    const known = answers.get(one) ?? new Map<BodyActor, boolean>();
    answers.set(one, known);
    const answer = known.get(other) ?? one.deciders.some((decider) => decidersOf(other).has(decider));
    known.set(other, answer);
    return answer;
  };
  const groups = new Map<readonly Actor[], Group>();
  const groupOf = (actors: readonly Actor[]): Group => {
    const group = groups.get(actors) ?? { members: new Set(actors), bodies: actors.filter((actor) => actor.kind === 'body') };
    groups.set(actors, group);
    return group;
  };
  return (some, others) => {
    const [one, other] = [groupOf(some), groupOf(others)];
    return (
      intersects(one.members, other.members) ||
      one.bodies.some((body) => intersects(decidersOf(body), other.members)) ||
      other.bodies.some((body) => intersects(decidersOf(body), one.members)) ||
      one.bodies.some((body) => other.bodies.some((another) => bodiesMeet(body, another)))
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

interface Lists<T> {
  /** What is an actor's own, or shared with it by name. */
  direct(actor: Actor): readonly T[];
  /** This, and what is so of the bodies in which it decides. */
  of(actor: Actor): readonly T[];
  placeOf(item: T): number;
}

/** `items` are those of the plan, each with the actor that declares it. */
function createLists<K extends 'rights' | 'responsibilities', T extends Actor[K][number]>(
  items: readonly T[],
  bodiesOf: ReadonlyMap<Actor, readonly BodyActor[]>,
  section: K,
  sharersOf: (item: T) => readonly Actor[],
): Lists<T> {
  const shared = new Map<Actor, T[]>();
  for (const item of items) {
    const sharers = sharersOf(item);
    if (sharers.length === 1 && sharers[0] === item.actor) continue;
    for (const actor of sharers) if (actor !== item.actor) append(shared, actor, item);
  }
  let places: Map<T, number> | undefined;
  const placeOf = (item: T): number => {
    places ??= new Map(items.map((each, place) => [each, place]));
    return places.get(item) ?? 0;
  };
  const merge = (lists: readonly (readonly T[])[]): readonly T[] => {
    const filled = lists.filter((list) => list.length > 0);
    if (filled.length < 2) return filled[0] ?? [];
    return [...new Set(filled.flat())].sort((a, b) => placeOf(a) - placeOf(b));
  };
  const directs = new Map<Actor, readonly T[]>();
  const direct = (actor: Actor): readonly T[] => {
    const own = actor.takesPart ? (actor[section] as readonly unknown[] as readonly T[]) : [];
    const others = shared.get(actor);
    if (others === undefined) return own;
    const list = directs.get(actor) ?? merge([own, others]);
    directs.set(actor, list);
    return list;
  };
  const wholes = new Map<Actor, readonly T[]>();
  const of = (actor: Actor): readonly T[] => {
    const bodies = bodiesOf.get(actor);
    if (bodies === undefined) return direct(actor);
    const list = wholes.get(actor) ?? merge([direct(actor), ...bodies.map(direct)]);
    wholes.set(actor, list);
    return list;
  };
  return { direct, of, placeOf };
}

function append<K, V>(map: Map<K, V[]>, key: K, value: V): void {
  const values = map.get(key);
  if (values) values.push(value);
  else map.set(key, [value]);
}
