// What becomes of the bodies in which an organization votes, when it is gone: who leads and decides in them then, and with what weight. What a body
// is in the sums is itself a sum over its seats, from which the organization is taken; only where a deputy takes the chair it is made anew.
import { remembered } from '../text/remembered.ts';
import type { BodyActor, OrganizationActor, Seat } from '../workspace/plan.ts';
import { decidersAmong, isDeciding, isLeading, isVoting, votingSeats, withStandIn } from './seats.ts';
import type { Sides } from './sides.ts';

/** A body in which an organization votes, with it and without. */
export interface BodyChange {
  readonly body: BodyActor;
  /** Whether the organization is one of those that lead it. */
  readonly isLed: boolean;
  readonly before: Footing;
  readonly after: Footing;
  readonly standIn: StandIn | undefined;
}

/** A deputy that takes the chair. */
export interface StandIn {
  readonly body: BodyActor;
  readonly holder: OrganizationActor;
  /** Whether it votes by another seat as well. */
  readonly votes: boolean;
  readonly before: Seated;
  readonly after: Seated;
}

type Seated = Pick<BodyActor, 'seats' | 'deciders'>;

/** What the sums ask of a body: of those who decide in it the weights and the sides, and how many of S vote. */
export interface Footing {
  readonly sum: number;
  readonly weighted: number;
  readonly government: number;
  readonly society: number;
  readonly voters: number;
}

/** Finds the changes of one organization after another; the sides are whole each time it is asked. */
export function createBodyChanges(sides: Sides): (organization: OrganizationActor) => readonly BodyChange[] {
  const footing = remembered((body: BodyActor) => footingOf(body.deciders, votingSeats(body), sides));
  return (organization) => {
    const bodiesBy = (keep: (seat: Seat) => boolean): ReadonlySet<BodyActor> =>
      new Set(organization.seats.filter(keep).map(({ body }) => body));
    const led = bodiesBy(({ kind }) => isLeading(kind));
    const decided = bodiesBy(({ kind, body }) => isDeciding(kind, body));
    const voice = footingOf([], [organization], sides);
    const decision = footingOf([organization], [organization], sides);
    return Array.from(
      bodiesBy(({ kind }) => isVoting(kind)),
      (body) => {
        const isLed = led.has(body);
        const before = footing(body);
        const standIn = isLed ? standInOf(body, organization) : undefined;
        const after =
          standIn === undefined
            ? minus(before, decided.has(body) ? decision : voice)
            : footingOf(standIn.after.deciders, votingSeats(standIn.after), sides);
        return { body, isLed, before, after, standIn };
      },
    );
  };
}

/** Exact, for the weights are halves. */
export function weightOf({ sum, weighted }: Footing): number | undefined {
  return weighted === 0 ? undefined : sum / weighted;
}

/** Whether both sides decide. */
export function spans({ government, society }: Footing): boolean {
  return government > 0 && society > 0;
}

/** Whether what a body holds, bears, leads and says counts otherwise. */
export function decidesOtherwise({ before, after }: BodyChange): boolean {
  return weightOf(before) !== weightOf(after) || before.government > 0 !== after.government > 0 || before.society > 0 !== after.society > 0;
}

/** Whether society is reached through a body before and not after, or the other way about. */
export function reachesOtherwise({ before, after }: BodyChange): boolean {
  return before.voters > 0 !== after.voters > 0;
}

function standInOf(body: BodyActor, gone: OrganizationActor): StandIn | undefined {
  const left = body.seats.filter(({ holder }) => holder !== gone);
  const seats = withStandIn(left);
  const at = seats === left ? -1 : seats.findIndex((seat, place) => seat !== left[place]);
  const holder = left[at]?.holder;
  return (
    holder && {
      body,
      holder,
      votes: votingSeats(body).includes(holder),
      before: { seats: body.seats, deciders: body.deciders },
      after: { seats, deciders: decidersAmong(seats, body) },
    }
  );
}

function footingOf(deciders: readonly OrganizationActor[], voters: readonly OrganizationActor[], sides: Sides): Footing {
  const footing = { sum: 0, weighted: 0, government: 0, society: 0, voters: 0 };
  for (const actor of deciders) {
    const g = sides.weight(actor);
    if (g === undefined) continue;
    footing.sum += g;
    footing.weighted++;
    if (sides.government.has(actor)) footing.government++;
    if (sides.society.has(actor)) footing.society++;
  }
  for (const actor of voters) if (sides.society.has(actor)) footing.voters++;
  return footing;
}

function minus(whole: Footing, part: Footing): Footing {
  return {
    sum: whole.sum - part.sum,
    weighted: whole.weighted - part.weighted,
    government: whole.government - part.government,
    society: whole.society - part.society,
    voters: whole.voters - part.voters,
  };
}
