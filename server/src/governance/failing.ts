// What fails when one actor of a plan does, for one after another: each costs what names the actor and the seats it has, not the whole plan.
import { append } from '../text/append.ts';
import type { Actor, BodyActor, BorneResponsibility, HeldRight, OrganizationActor, Plan } from '../workspace/plan.ts';
import { createAbsences } from './absence.ts';
import type { Verdict } from './classification.ts';
import { createCutOff } from './reach.ts';
import { isLed } from './seats.ts';
import { createSides } from './sides.ts';
import { measureStructure, verdictFrom } from './structure.ts';

/** What fails, and the mode before and after. */
export interface Failures {
  /** Nobody bears them any more, or only a body that nobody leads. */
  readonly uncovered: readonly BorneResponsibility[];
  readonly lostRights: readonly HeldRight[];
  /** Bodies without anybody left to lead them: no chair, co-chair, deputy or office, and no member who decides. */
  readonly leaderless: readonly BodyActor[];
  /** Organizations that were tied to a command body or a lead of a function, by whatever steps, and are not any more. */
  readonly unreachable: readonly OrganizationActor[];
  readonly before: Verdict;
  readonly after: Verdict;
}

/** Finds what `consequencesOf` finds of an outage of a single actor. */
export function createFailing(plan: Plan): (actor: Actor) => Failures {
  const before = verdictFrom(measureStructure(plan, createSides(plan)));
  const measureWithout = createAbsences(plan);
  const cutOff = createCutOff(plan);
  const borne = createLosses(plan.responsibilities, ({ bearers }) => bearers);
  const held = createLosses(plan.rights, ({ holders }) => holders);
  return (actor) => {
    const leaderless = actor.kind === 'body' ? [] : leaderlessWithout(actor);
    const lost = new Set<Actor>([actor, ...leaderless]);
    return {
      uncovered: borne(lost),
      lostRights: held(lost),
      leaderless,
      unreachable: cutOff(actor),
      before,
      after: verdictFrom(measureWithout(actor)),
    };
  };
}

function leaderlessWithout(organization: OrganizationActor): readonly BodyActor[] {
  const gone = new Set([organization]);
  return [...new Set(organization.seats.map(({ body }) => body))].filter((body) => isLed(body) && !isLed(body, gone));
}

/** Finds which of some things nobody has any more without some actors, in the order of all. */
function createLosses<T>(things: readonly T[], actorsOf: (thing: T) => readonly Actor[]): (gone: ReadonlySet<Actor>) => readonly T[] {
  const places = new Map<Actor, number[]>();
  for (const [place, thing] of things.entries()) for (const actor of actorsOf(thing)) append(places, actor, place);
  return (gone) => {
    const touched = new Set([...gone].flatMap((actor) => places.get(actor) ?? []));
    const lost = [...touched].filter((place) => actorsOf(things[place] as T).every((actor) => gone.has(actor)));
    return lost.sort((one, other) => one - other).map((place) => things[place] as T);
  };
}
