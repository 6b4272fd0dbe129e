// The JSON of `what-if`, version 1: names as in findings, places as in LSP, optional keys left out.
import { classify } from '../../governance/classify.ts';
import type { Failures } from '../../governance/failing.ts';
import type { Consequences, Rank } from '../../governance/what-if.ts';
import { impactOf } from '../../governance/what-if.ts';
import { structureJson } from '../../report/classification-json.ts';
import type { PlaceOf } from '../../report/what-if-text.ts';
import type { Actor, Plan } from '../../workspace/plan.ts';

export function outageJson(path: string, without: readonly string[], plan: Plan, consequences: Consequences, placeOf: PlaceOf): string {
  const before = structureJson(classify(plan).structure);
  const after = structureJson(classify(consequences.left).structure);
  const body = {
    version: 1,
    path,
    without,
    ...consequencesJson(consequences, placeOf),
    impact: impactOf(consequences),
    mode: { before, after },
  };
  return `${JSON.stringify(body, undefined, 2)}\n`;
}

export function rankingJson(path: string, plan: Plan, ranks: readonly Rank[], placeOf: PlaceOf): string {
  const ranking = ranks.map(({ actor, consequences, impact }) => ({
    entity: entityOf(actor),
    impact,
    ...consequencesJson(consequences, placeOf),
    mode: { verdict: consequences.after, changed: consequences.before !== consequences.after },
  }));
  return `${JSON.stringify({ version: 1, path, mode: structureJson(classify(plan).structure), ranking }, undefined, 2)}\n`;
}

function consequencesJson({ uncovered, lostRights, leaderless, unreachable }: Failures, placeOf: PlaceOf): object {
  return {
    uncovered: uncovered.map(({ id, bearers, declaration }) => ({
      entity: `responsibilities/${id}`,
      bearers: bearers.map(entityOf),
      ...placeOf(declaration.idNode),
    })),
    lostRights: lostRights.map(({ id, holders, declaration }) => ({
      entity: `rights/${id}`,
      holders: holders.map(entityOf),
      ...placeOf(declaration.idNode),
    })),
    leaderless: leaderless.map((actor) => ({ entity: entityOf(actor), ...placeOf(actor.idNode) })),
    unreachable: unreachable.map((actor) => ({ entity: entityOf(actor), ...placeOf(actor.idNode) })),
  };
}

function entityOf({ kind, id }: Actor): string {
  return `${kind === 'body' ? 'bodies' : 'organizations'}/${id}`;
}
