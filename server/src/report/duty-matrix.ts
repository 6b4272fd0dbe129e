// Who is what in which phase, by duty: who leads a function, who bears a responsibility alone, who shares one, who supports a function. Where a
// phase has nobody to do or to lead, or an actor has nothing to do, there is a gap.
import type { Phase } from '../plan/vocabulary.ts';
import { type Actor, inPhase, type Plan } from '../workspace/plan.ts';
import { byActor } from './by-actor.ts';

export const dutyKinds = ['leads', 'bears', 'shares', 'supports'] as const;
export type DutyKind = (typeof dutyKinds)[number];

export interface DutyMatrix {
  /** The phases in scope, in the order of the cycle. */
  readonly phases: readonly Phase[];
  /** The actors that take part: organizations, then bodies, each in the order of the plan. */
  readonly rows: readonly DutyRow[];
  /** Phases in scope without a responsibility, and those without a function that somebody leads. */
  readonly withoutBearer: ReadonlySet<Phase>;
  readonly withoutLead: ReadonlySet<Phase>;
}

export interface DutyRow {
  readonly actor: Actor;
  /** By phase, the ids of the responsibilities and functions behind each kind; kinds without any are left out. */
  readonly cells: ReadonlyMap<Phase, ReadonlyMap<DutyKind, readonly string[]>>;
  /** An actor of the plan's own system that has no duty in any phase. */
  readonly isIdle: boolean;
}

export function dutyMatrix(plan: Plan): DutyMatrix {
  const dutiesOfActor = byActor(dutiesOf(plan), ({ actors }) => actors);
  const rows = [...plan.organizations, ...plan.bodies].map((actor): DutyRow => {
    const own = dutiesOfActor(actor);
    const cells = new Map(plan.phases.map((phase) => [phase, cellOf(own, phase)]));
    const isExternal = actor.kind === 'organization' && actor.external;
    return { actor, cells, isIdle: !isExternal && [...cells.values()].every((cell) => cell.size === 0) };
  });
  const lacks = (kinds: readonly DutyKind[]): ReadonlySet<Phase> => {
    const has = (phase: Phase): boolean => rows.some(({ cells }) => kinds.some((kind) => cells.get(phase)?.has(kind)));
    return new Set(plan.phases.filter((phase) => !has(phase)));
  };
  return { phases: plan.phases, rows, withoutBearer: lacks(['bears', 'shares']), withoutLead: lacks(['leads']) };
}

interface Duty {
  readonly kind: DutyKind;
  readonly id: string;
  readonly actors: ReadonlySet<Actor>;
  readonly in: { readonly phases: readonly { readonly value: Phase }[] };
}

function dutiesOf(plan: Plan): readonly Duty[] {
  return [
    ...plan.functions.flatMap(({ id, coordinator, primary, support, declaration }): readonly Duty[] => {
      const leads = new Set([...coordinator, ...primary]);
      return [
        { kind: 'leads', id, actors: leads, in: declaration },
        { kind: 'supports', id, actors: new Set(support.filter((actor) => !leads.has(actor))), in: declaration },
      ];
    }),
    ...plan.responsibilities.map(
      ({ id, bearers, declaration }): Duty => ({
        kind: bearers.length > 1 ? 'shares' : 'bears',
        id,
        actors: new Set(bearers),
        in: declaration,
      }),
    ),
  ];
}

function cellOf(duties: readonly Duty[], phase: Phase): ReadonlyMap<DutyKind, readonly string[]> {
  const present = duties.filter((duty) => inPhase(duty.in, phase));
  return new Map(
    dutyKinds.flatMap((kind) => {
      const ids = present.filter((duty) => duty.kind === kind).map(({ id }) => id);
      return ids.length > 0 ? [[kind, ids] as const] : [];
    }),
  );
}
