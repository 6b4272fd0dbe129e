// Whom an actor is tied to, as the rules mean it: by a link of any type, and by a seat to the body and to all who sit in it.
import type { RuleContext } from '../rules/rule.ts';
import type { Actor, BodyActor } from '../workspace/plan.ts';

export interface ActorTies {
  /** How many other actors an actor is tied to. */
  count(actor: Actor): number;
  /** The first of them: those it is linked to, then those it sits with. */
  first(actor: Actor, most: number): readonly Actor[];
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
  return {
    count(actor) {
      const groups = [...groupsOf(actor)].sort((a, b) => b.size - a.size);
      const others = new Set([...linkedTo(actor), ...groups.slice(1).flatMap((group) => [...group])]);
      const [largest] = groups;
      let count = largest?.size ?? 0;
      for (const other of others) if (!largest?.has(other)) count++;
      const counted = largest?.has(actor) || others.has(actor);
      return counted ? count - 1 : count;
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
