// The measures of a plan while one of its actors is away: of one after another, each at the cost of what names it and of the seats it has. All is
// counted once, on a copy of the plan; what an actor takes along is taken out of the sums, and put in again when it is back.
import { append } from '../text/append.ts';
import type { Actor, OrganizationActor, Plan } from '../workspace/plan.ts';
import { type BodyChange, createBodyChanges, decidesOtherwise, reachesOtherwise, spans, weightOf } from './body-change.ts';
import type { Sign } from './dyads.ts';
import { elementsOf } from './elements.ts';
import { planAfter } from './outage.ts';
import type { LinkedChannel } from './participation.ts';
import { type ChangingSides, createSides } from './sides.ts';
import { tallyOf } from './structure.ts';
import type { Measure, Tally } from './tally.ts';
import { collectTouched, countTouched, type Touched } from './touched.ts';

/** Gives what `measureStructure` finds in the plan after the outage of an actor, but for the rounding of sums. */
export function createAbsences(plan: Plan): (actor: Actor) => Measure {
  const copy = planAfter(plan, { actors: new Set(), links: [] });
  const sides = createSides(copy);
  const elements = elementsOf(copy);
  const model: Model = {
    sides,
    tally: tallyOf(copy, elements, sides),
    touching: collectTouched(elements, () => true),
    operated: byOperator(elements.channels),
    changesWithout: createBodyChanges(sides),
  };
  return ({ id }) => {
    const actor = copy.actors.get(id);
    const steps = actor ? stepsOf(model, actor) : [];
    for (const step of steps) step(-1);
    const measure = model.tally.measure();
    for (const step of steps.toReversed()) step(1);
    return measure;
  };
}

/** A copy of a plan, measured. */
interface Model {
  readonly sides: ChangingSides;
  readonly tally: Tally;
  readonly touching: (actor: Actor) => Touched;
  /** By the id of whoever operates them. */
  readonly operated: ReadonlyMap<string, readonly LinkedChannel[]>;
  readonly changesWithout: (organization: OrganizationActor) => readonly BodyChange[];
}

function byOperator(channels: readonly LinkedChannel[]): Model['operated'] {
  const operated = new Map<string, LinkedChannel[]>();
  for (const channel of channels) {
    const id = channel.declaration.operatedBy?.id;
    if (id !== undefined) append(operated, id, channel);
  }
  return operated;
}

/** Something that happens when an actor goes (-1), and is undone when it is back (1): then the last comes first. */
type Step = (sign: Sign) => void;

function stepsOf(model: Model, actor: Actor): readonly Step[] {
  if (actor.kind === 'organization') return stepsOfOrganization(model, actor);
  return stepsAround(model, actor, model.touching(actor), [(sign) => model.tally.body(actor, sign)]);
}

/** Around what an actor is by itself: what names it, or is seen otherwise without it, is taken out before and put in as it is then. */
function stepsAround({ tally, operated }: Model, actor: Actor, touched: Touched, steps: readonly Step[]): readonly Step[] {
  const ended = new Set(operated.get(actor.id));
  const channels = touched.channels.filter((channel) => !ended.has(channel));
  return [
    (sign) => countTouched(tally, { ...touched, channels: [...channels, ...ended] }, sign),
    ...steps,
    (sign) => countTouched(tally, { ...touched, channels }, opposite(sign), actor),
  ];
}

/** Its seats stay where they are: an organization on neither side, and without a weight, counts for nothing in any of them. */
function stepsOfOrganization(model: Model, organization: OrganizationActor): readonly Step[] {
  const { sides, tally } = model;
  const changes = model.changesWithout(organization);
  const bodies = changes.map(({ body }) => body);
  const weighed = changes.filter(({ before, after }) => weightOf(before) !== weightOf(after));
  const led = changes.filter(({ isLed, before, after }) => isLed || spans(before) !== spans(after));
  const standIns = changes.flatMap(({ standIn }) => standIn ?? []);
  const countLed = (sign: Sign): void => {
    for (const { body } of led) tally.lead(body, sign);
  };
  return stepsAround(model, organization, touchedBy(model, organization, changes), [
    countLed,
    (sign) => tally.votes(organization, bodies, sign),
    (sign) => {
      for (const { body, holder, votes } of standIns) if (!votes) tally.votes(holder, [body], opposite(sign));
    },
    (sign) => tally.organization(organization, sign),
    (sign) => {
      sides.organization(organization, sign);
      for (const { body, before, after } of weighed) sides.reweigh(body, weightOf(sign === -1 ? after : before));
      for (const { body, before, after } of standIns) Object.assign(body, sign === -1 ? after : before);
    },
    (sign) => countLed(opposite(sign)),
  ]);
}

/** What names an organization, and what is seen otherwise without it: what names its bodies, and the ties of those that stand in. */
function touchedBy({ touching }: Model, organization: OrganizationActor, changes: readonly BodyChange[]): Touched {
  const own = touching(organization);
  const decided = [own, ...changes.filter(decidesOtherwise).map(({ body }) => touching(body))];
  const reached = [own, ...changes.filter(reachesOtherwise).map(({ body }) => touching(body))];
  const tied = [...decided, ...changes.flatMap(({ standIn }) => (standIn ? [touching(standIn.holder)] : []))];
  return {
    rights: union(decided.map(({ rights }) => rights)),
    responsibilities: union(decided.map(({ responsibilities }) => responsibilities)),
    functions: union(decided.map(({ functions }) => functions)),
    ties: union(tied.map(({ ties }) => ties)),
    participation: union(reached.map(({ participation }) => participation)),
    channels: union(reached.map(({ channels }) => channels)),
  };
}

function union<T>(lists: readonly (readonly T[])[]): readonly T[] {
  const [first = []] = lists;
  return lists.length === 1 ? first : [...new Set(lists.flat())];
}

function opposite(sign: Sign): Sign {
  return sign === 1 ? -1 : 1;
}
