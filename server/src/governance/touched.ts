// What names an actor, among the elements on which a plan is measured, and what becomes of it in the sums.
import type { Actor } from '../workspace/plan.ts';
import type { Sign } from './dyads.ts';
import type { Elements } from './elements.ts';
import type { Tally } from './tally.ts';

export type Touched = Omit<Elements, 'bodies'>;

/** Counts elements in (1) or out (-1), as they are or without an actor, which takes its ties along. */
export function countTouched(tally: Tally, touched: Touched, sign: Sign, without?: Actor): void {
  for (const right of touched.rights) tally.right(right, sign, without);
  for (const responsibility of touched.responsibilities) tally.responsibility(responsibility, sign, without);
  for (const planFunction of touched.functions) tally.planFunction(planFunction, sign, without);
  for (const tie of touched.ties) if (tie.from !== without && tie.to !== without) tally.tie(tie, sign);
  for (const entry of touched.participation) tally.participation(entry, sign, without);
  for (const channel of touched.channels) tally.channel(channel, sign, without);
}

type Collected = { -readonly [K in keyof Touched]: Touched[K][number][] };

/** The elements that name each actor, of those that are asked for. */
export function collectTouched(elements: Elements, isAskedFor: (actor: Actor) => boolean): (actor: Actor) => Touched {
  const known = new Map<Actor, Collected>();
  const collect = <K extends keyof Touched>(kind: K, element: Touched[K][number], actors: Iterable<Actor>): void => {
    for (const actor of actors) {
      if (!isAskedFor(actor)) continue;
      const touched = known.get(actor) ?? { rights: [], responsibilities: [], functions: [], ties: [], participation: [], channels: [] };
      known.set(actor, touched);
      (touched[kind] as Touched[K][number][]).push(element);
    }
  };
  for (const right of elements.rights) collect('rights', right, right.holders);
  for (const responsibility of elements.responsibilities) collect('responsibilities', responsibility, responsibility.bearers);
  for (const planFunction of elements.functions) collect('functions', planFunction, planFunction.actors);
  for (const tie of elements.ties) collect('ties', tie, [tie.from, tie.to]);
  for (const entry of elements.participation) collect('participation', entry, entry.who);
  for (const channel of elements.channels) collect('channels', channel, channel.serves);
  return (actor) => known.get(actor) ?? nothing;
}

const nothing: Touched = { rights: [], responsibilities: [], functions: [], ties: [], participation: [], channels: [] };
