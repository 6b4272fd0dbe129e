// What the fixes of one plan have in common: whom they name where the author must choose, where they write, and which ids are free. Each is found
// once, when the first fix asks for it, for a plan may have thousands of findings of one kind.
import type { Sides } from '../../governance/sides.ts';
import type { IdSpace } from '../../plan/field.ts';
import { late } from '../../text/late.ts';
import { remembered } from '../../text/remembered.ts';
import type { Names } from '../../workspace/names.ts';
import type { Actor, OrganizationActor, Plan } from '../../workspace/plan.ts';
import type { YamlMap } from '../../yaml/tree.ts';
import { commandBodies } from './command-bodies.ts';
import { freeId } from './free-id.ts';
import { type GrowingKey, growingKey } from './growth.ts';
import { actingActors } from './own-actors.ts';

export interface Offers {
  /** A section of the plan's own document. */
  section(key: string): GrowingKey;
  /** A key of a map to which several fixes may add: of an actor whose rights are thousands. */
  growing(map: YamlMap, key: string): GrowingKey;
  /** The id that is wished for, or with the first number behind it that makes it free. */
  freeId(space: IdSpace, wish: string): string;
  /** The actor an organization should be linked to first; undefined where there is no other. */
  partnerOf(organization: OrganizationActor): Actor | undefined;
  /** The government actor a society organization should be linked to first: whoever acts for the plan. */
  governmentPartner(): Actor | undefined;
  /**
   * The government actor that most likely gives support: who runs the office of a command body, or chairs one, else an organization of the plan,
   * else a body, else one from outside.
   */
  supporter(): Actor | undefined;
}

/** `sidesOf` is asked only where a fix needs a side. */
export function createOffers(plan: Plan, names: Names, sidesOf: () => Sides): Offers {
  const growing = remembered((map: YamlMap) => remembered((key: string) => growingKey(map, key)));
  const ids = remembered((space: IdSpace) => remembered((wish: string) => freeId(names, space, wish)));
  const partners = late(() => firstTwo([actingActors(plan), plan.bodies, plan.organizations]));
  const governmentPartner = late(() => {
    const { government } = sidesOf();
    return first(actingActors(plan), (actor) => government.has(actor)) ?? first(government);
  });
  const supporter = late(() => {
    const { government } = sidesOf();
    const isOwn = (actor: Actor): boolean => actor.kind === 'organization' && !actor.external;
    const isOwnGovernment = (actor: Actor): boolean => isOwn(actor) && government.has(actor);
    return (
      first(seatHolders(plan), isOwnGovernment) ??
      first(government, isOwn) ??
      first(government, ({ kind }) => kind === 'body') ??
      first(government)
    );
  });
  return {
    growing: (map, key) => growing(map)(key),
    section: growing(plan.content.node),
    freeId: (space, wish) => ids(space)(wish),
    partnerOf: (organization) => partners().find((actor) => actor !== organization),
    governmentPartner,
    supporter,
  };
}

/** Who runs the offices of the command bodies, and who chairs them: first of the plan's own, for an imported one may be a superior's. */
function* seatHolders(plan: Plan): Iterable<Actor> {
  const commands = commandBodies(plan);
  for (const imported of [false, true]) {
    const seats = commands.filter((body) => body.imported === imported).flatMap((body) => body.seats);
    for (const wanted of ['office', 'chair'] as const) for (const { kind, holder } of seats) if (kind === wanted) yield holder;
  }
}

function first(actors: Iterable<Actor>, keep: (actor: Actor) => boolean = () => true): Actor | undefined {
  for (const actor of actors) if (keep(actor)) return actor;
  return undefined;
}

/** The first two actors of some lists that differ. */
function firstTwo(lists: readonly Iterable<Actor>[]): readonly Actor[] {
  const found: Actor[] = [];
  for (const list of lists) {
    for (const actor of list) {
      if (found[0] !== actor) found.push(actor);
      if (found.length === 2) return found;
    }
  }
  return found;
}
