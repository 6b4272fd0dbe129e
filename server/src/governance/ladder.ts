// The participation ladder (classifier.md section 4): how high each organization of S is let in, by entries that name it and by those that name a
// body in which it votes. An entry that names a body changes the body's own rung, and its members only where that is now another.
import { participationLevels } from '../plan/vocabulary.ts';
import { remembered } from '../text/remembered.ts';
import type { Actor, BodyActor, OrganizationActor } from '../workspace/plan.ts';
import { isVoting, votingSeats } from './seats.ts';
import type { Sides } from './sides.ts';

export const rungs = Object.keys(participationLevels) as readonly (keyof typeof participationLevels)[];

/** The step of a level of participation on the ladder, from 1 (inform) to 5 (empower); 0 where it is missing or could not be read. */
export function rungOf(level: keyof typeof participationLevels | undefined): number {
  return level === undefined ? 0 : rungs.indexOf(level) + 1;
}

export interface Ladder {
  /** Counts an entry of a rung that names an actor (1), or takes it out again (-1). */
  name(actor: Actor, rung: number, sign: 1 | -1): void;
  /** An organization has a vote in some bodies now (1), or has none in them any more (-1). */
  votes(organization: OrganizationActor, bodies: readonly BodyActor[], sign: 1 | -1): void;
  /** The highest rung of an organization, 0 … 5. */
  rung(organization: OrganizationActor): number;
  /** The highest rungs of all organizations of S together. */
  sum(): number;
  /** The organizations of S for which a body stands. */
  votersOf(body: BodyActor): readonly OrganizationActor[];
}

interface Climber {
  /** How many entries of each rung name it; rung 0 is never counted. */
  readonly named: number[];
  /** The highest of these. */
  own: number;
  /** The highest rung of the bodies in which it votes. */
  through: number;
}

export function createLadder(sides: Sides): Ladder {
  let sum = 0;
  const climberOf = remembered((_actor: Actor): Climber => ({ named: [0, 0, 0, 0, 0, 0], own: 0, through: 0 }));
  const voters = new Map<BodyActor, readonly OrganizationActor[]>();
  const votersOf = remembered((body: BodyActor) => votingSeats(body).filter((holder) => sides.society.has(holder)), voters);
  const setOwn = (climber: Climber, rung: number): void => {
    sum += Math.max(rung, climber.through) - Math.max(climber.own, climber.through);
    climber.own = rung;
  };
  const setThrough = (climber: Climber, rung: number): void => {
    sum += Math.max(climber.own, rung) - Math.max(climber.own, climber.through);
    climber.through = rung;
  };
  const highestBody = ({ seats }: OrganizationActor, except?: ReadonlySet<BodyActor>): number => {
    let highest = 0;
    for (const { body, kind } of seats) if (isVoting(kind) && !except?.has(body)) highest = Math.max(highest, climberOf(body).own);
    return highest;
  };

  return {
    name(actor, rung, sign) {
      if (actor.kind === 'organization' && !sides.society.has(actor)) return;
      const climber = climberOf(actor);
      climber.named[rung] = (climber.named[rung] as number) + sign;
      const highest = highestRung(climber.named);
      if (highest === climber.own) return;
      if (actor.kind === 'organization') {
        setOwn(climber, highest);
        return;
      }
      const isHigher = highest > climber.own;
      climber.own = highest;
      for (const voter of votersOf(actor)) {
        const member = climberOf(voter);
        setThrough(member, isHigher ? Math.max(member.through, highest) : highestBody(voter));
      }
    },
    votes(organization, bodies, sign) {
      for (const body of bodies) voters.delete(body);
      if (!sides.society.has(organization)) return;
      const climber = climberOf(organization);
      if (sign === -1) setThrough(climber, highestBody(organization, new Set(bodies)));
      else for (const body of bodies) setThrough(climber, Math.max(climber.through, climberOf(body).own));
    },
    rung: (organization) => Math.max(climberOf(organization).own, climberOf(organization).through),
    sum: () => sum,
    votersOf,
  };
}

function highestRung(named: readonly number[]): number {
  for (let rung = named.length - 1; rung > 0; rung--) if ((named[rung] as number) > 0) return rung;
  return 0;
}
