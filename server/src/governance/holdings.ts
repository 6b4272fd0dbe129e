// Who holds and who bears, as the rules mean it: `with` included, and an actor also holds what a body holds, and bears what a body
// bears, in which it is a decider (rules.md). The classifier's narrower notion is `HeldRight.holders` and `BorneResponsibility.bearers`.
import type { Actor, BorneResponsibility, HeldRight, Plan } from '../workspace/plan.ts';

export interface Holdings {
  rightsOf(actor: Actor): readonly HeldRight[];
  responsibilitiesOf(actor: Actor): readonly BorneResponsibility[];
  holdersOf(right: HeldRight): ReadonlySet<Actor>;
  bearersOf(responsibility: BorneResponsibility): ReadonlySet<Actor>;
}

export function createHoldings(plan: Plan): Holdings {
  const rights = new Map<Actor, HeldRight[]>();
  const responsibilities = new Map<Actor, BorneResponsibility[]>();
  const holders = new Map<HeldRight, ReadonlySet<Actor>>();
  const bearers = new Map<BorneResponsibility, ReadonlySet<Actor>>();
  for (const right of plan.rights) {
    const actors = withDeciders(right.holders);
    holders.set(right, actors);
    for (const actor of actors) append(rights, actor, right);
  }
  for (const responsibility of plan.responsibilities) {
    const actors = withDeciders(responsibility.bearers);
    bearers.set(responsibility, actors);
    for (const actor of actors) append(responsibilities, actor, responsibility);
  }
  const nobody: ReadonlySet<Actor> = new Set();
  return {
    rightsOf: (actor) => rights.get(actor) ?? [],
    responsibilitiesOf: (actor) => responsibilities.get(actor) ?? [],
    holdersOf: (right) => holders.get(right) ?? nobody,
    bearersOf: (responsibility) => bearers.get(responsibility) ?? nobody,
  };
}

/** The actors, and for each body among them its deciders. */
export function withDeciders(actors: readonly Actor[]): ReadonlySet<Actor> {
  const all = new Set(actors);
  for (const actor of actors) if (actor.kind === 'body') for (const decider of actor.deciders) all.add(decider);
  return all;
}

function append<K, V>(map: Map<K, V[]>, key: K, value: V): void {
  const values = map.get(key);
  if (values) values.push(value);
  else map.set(key, [value]);
}
