// The responsibility matrix of a plan: which actor is what in which phase, in the manner of a RACI chart. What a plan states decides:
//   A  answers for it: holds a decision right, coordinates a function, or is primary in one
//   R  does it: bears a responsibility
//   C  is consulted: takes part above `inform`, holds a voice right or an advisory one, or supports a function
//   I  is informed: takes part by `inform`, or is told by a link that shares information or reports
import { linkedParticipation } from '../governance/participation.ts';
import type { Reference } from '../plan/field.ts';
import { decisionKinds, type Phase } from '../plan/vocabulary.ts';
import { type Actor, inPhase, type Plan } from '../workspace/plan.ts';
import type { YamlNode } from '../yaml/tree.ts';

export type MatrixRole = 'A' | 'R' | 'C' | 'I';

export interface ResponsibilityMatrix {
  /** The phases in scope, in the order of the cycle. */
  readonly phases: readonly Phase[];
  /** The actors that take part: organizations, then bodies, each in the order of the plan. */
  readonly rows: readonly MatrixRow[];
  /** How many responsibilities each phase has. */
  readonly responsibilities: ReadonlyMap<Phase, number>;
}

export interface MatrixRow {
  readonly actor: Actor;
  readonly cells: ReadonlyMap<Phase, MatrixCell>;
}

/** What an actor is in a phase, and the places in the text that say so. */
export type MatrixCell = ReadonlyMap<MatrixRole, readonly YamlNode[]>;

export const matrixRoles: readonly MatrixRole[] = ['A', 'R', 'C', 'I'];

export function responsibilityMatrix(plan: Plan): ResponsibilityMatrix {
  const actors: readonly Actor[] = [...plan.organizations, ...plan.bodies];
  const claims = claimsOf(plan);
  const rows = actors.map((actor): MatrixRow => {
    const own = claims.filter((claim) => claim.actors.has(actor));
    return { actor, cells: new Map(plan.phases.map((phase) => [phase, cellOf(own.filter((claim) => inPhase(claim.in, phase)))])) };
  });
  const count = (phase: Phase): number => plan.responsibilities.filter(({ declaration }) => inPhase(declaration, phase)).length;
  return { phases: plan.phases, rows, responsibilities: new Map(plan.phases.map((phase) => [phase, count(phase)])) };
}

/** Something that makes actors what they are in the phases it belongs to. */
interface Claim {
  readonly role: MatrixRole;
  readonly actors: ReadonlySet<Actor>;
  readonly in: { readonly phases: readonly { readonly value: Phase }[] };
  readonly node: YamlNode;
}

function claimsOf(plan: Plan): readonly Claim[] {
  const named = (references: readonly Reference[]): ReadonlySet<Actor> =>
    new Set(references.flatMap(({ id }) => plan.actors.get(id) ?? []));
  return [
    ...plan.rights.map(({ declaration, holders }): Claim => {
      const decides = declaration.kind !== undefined && decisionKinds.has(declaration.kind.value) && declaration.rule?.value !== 'advisory';
      return { role: decides ? 'A' : 'C', actors: new Set(holders), in: declaration, node: declaration.idNode };
    }),
    ...plan.responsibilities.map(
      ({ declaration, bearers }): Claim => ({ role: 'R', actors: new Set(bearers), in: declaration, node: declaration.idNode }),
    ),
    ...plan.functions.flatMap(({ declaration, coordinator, primary, support }): readonly Claim[] => [
      { role: 'A', actors: new Set([...coordinator, ...primary]), in: declaration, node: declaration.idNode },
      { role: 'C', actors: new Set(support), in: declaration, node: declaration.idNode },
    ]),
    ...linkedParticipation(plan).map(({ declaration, who }): Claim => {
      const role = declaration.level?.value === 'inform' ? 'I' : 'C';
      return { role, actors: new Set(who.flatMap(standingFor)), in: declaration, node: declaration.node };
    }),
    ...plan.content.links.flatMap((link): readonly Claim[] => {
      if (link.type?.value !== 'share-information' && link.type?.value !== 'report') return [];
      const told = new Set([...named(link.to), ...(link.mutual?.value === true ? named(link.from) : [])]);
      return [{ role: 'I', actors: told, in: link, node: link.node }];
    }),
  ];
}

/** A body stands for its chair, co-chairs and members (classifier.md section 4). */
function standingFor(actor: Actor): readonly Actor[] {
  if (actor.kind === 'organization') return [actor];
  const seated = actor.seats.filter(({ kind }) => kind === 'chair' || kind === 'co-chair' || kind === 'member');
  return [actor, ...seated.map(({ holder }) => holder)];
}

function cellOf(claims: readonly Claim[]): MatrixCell {
  return new Map(
    matrixRoles.flatMap((role) => {
      const nodes = claims.filter((claim) => claim.role === role).map(({ node }) => node);
      return nodes.length > 0 ? [[role, nodes] as const] : [];
    }),
  );
}
