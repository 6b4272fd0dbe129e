// Whom an actor is tied to, as the rules mean it: by a link of any type, and by a seat to the body and to all who sit in it.
import { createUnions, type Unions } from '../governance/unions.ts';
import type { RuleContext } from '../rules/rule.ts';
import { late } from '../text/late.ts';
import type { Actor, BodyActor } from '../workspace/plan.ts';

export interface ActorTies {
  /** How many other actors an actor is tied to. */
  count(actor: Actor): number;
  /** The first of them: those it is linked to, then those it sits with. */
  first(actor: Actor, most: number): readonly Actor[];
}

/** What counting needs: actors by number, and who sits with each body. */
interface Counting {
  readonly numbers: ReadonlyMap<Actor, number>;
  readonly places: ReadonlyMap<BodyActor, number>;
  readonly unions: Unions;
}

/** Bodies may have thousands of members, and each of them is tied to all others: they are counted, not listed. */
export function createActorTies({ plan, ties }: Pick<RuleContext, 'plan' | 'ties'>): ActorTies {
  const seated = new Map<BodyActor, ReadonlySet<Actor>>();
  for (const body of plan.bodies) seated.set(body, new Set<Actor>([body, ...body.seats.map(({ holder }) => holder)]));

  const groupsOf = (actor: Actor): readonly ReadonlySet<Actor>[] => {
    const bodies = actor.kind === 'body' ? [actor] : [...new Set(actor.seats.map(({ body }) => body))];
    return bodies.flatMap((body) => seated.get(body) ?? []);
  };
  const linkedTo = (actor: Actor): ReadonlySet<Actor> => {
    return new Set(ties.linksOf(actor).flatMap(({ from, to }) => [from, to].filter((end) => end !== actor)));
  };
  const counting = late((): Counting => {
    const numbers = new Map<Actor, number>([...plan.actors.values()].map((actor, number) => [actor, number]));
    const groups = Array.from(seated.values(), (group) => Array.from(group, (actor) => numbers.get(actor) as number));
    return { numbers, places: new Map([...seated.keys()].map((body, place) => [body, place])), unions: createUnions(groups, numbers.size) };
  });
  return {
    count(actor) {
      const { numbers, places, unions } = counting();
      const linked = Array.from(linkedTo(actor), (other) => numbers.get(other) as number);
      const bodies = actor.kind === 'body' ? [actor] : [...new Set(actor.seats.map(({ body }) => body))];
      const groups = bodies.flatMap((body) => places.get(body) ?? []);
      // Whoever has a seat is among those who sit with it.
      return unions.size(groups, linked) - (groups.length > 0 ? 1 : 0);
    },
    first(actor, most) {
      const found = new Set([...linkedTo(actor)].slice(0, most));
      for (const other of groupsOf(actor).flatMap((group) => [...group])) {
        if (found.size >= most) break;
        if (other !== actor) found.add(other);
      }
      return [...found];
    },
  };
}
