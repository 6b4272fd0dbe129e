// What partners can lend: the capabilities that agreements of mutual aid or supply bring in.
import type { Actor, LinkedAgreement, Plan } from '../../workspace/plan.ts';
import type { HoldingDoubts } from './holding-doubts.ts';
import { anyUnread, entriesUnread } from './unread.ts';

/** The kinds of capability of some actors; `unclear` where there may be more that could not be read. */
export interface Abilities {
  readonly kinds: ReadonlySet<string>;
  readonly unclear: boolean;
}

/**
 * By actor, what its partners can lend under the agreements that have not expired on a date, and are of kind `mutual-aid` or used by a link
 * of supply or mutual aid. Undefined where the text of agreements or links is so faulty that it cannot be told.
 */
export function findAid(plan: Plan, date: string, doubts: HoldingDoubts): ReadonlyMap<Actor, readonly Abilities[]> | undefined {
  const agreements = [...plan.agreements.values()].map(({ value }) => value);
  const declarations = agreements.map(({ declaration }) => declaration);
  const links = plan.links.map(({ declaration }) => declaration);
  if (entriesUnread(plan.content, 'agreements') || anyUnread(declarations, 'parties', 'kind')) return undefined;
  if (anyUnread(links, 'agreement', 'type')) return undefined;
  const aid = new Map<Actor, Abilities[]>();
  for (const { parties } of aidAgreements(agreements, plan, date)) {
    const present = parties.filter((party) => party.takesPart);
    const abilities = abilitiesOf(present, doubts);
    for (const party of present) {
      const known = aid.get(party);
      if (known) known.push(abilities);
      else aid.set(party, [abilities]);
    }
  }
  return aid;
}

export function abilitiesOf(actors: readonly Actor[], doubts: HoldingDoubts): Abilities {
  const kinds = actors.flatMap((actor) => actor.capabilities.map(({ declaration }) => declaration.kind?.value));
  const known = kinds.filter((kind) => kind !== undefined);
  // A capability of unknown kind may be the one that is needed.
  const unclear = known.length < kinds.length || actors.some((actor) => doubts.about(actor, 'capabilities'));
  return { kinds: new Set(known), unclear };
}

function aidAgreements(agreements: readonly LinkedAgreement[], plan: Plan, date: string): readonly LinkedAgreement[] {
  const used = new Set<LinkedAgreement | undefined>();
  for (const { declaration, agreement } of plan.links) {
    if (declaration.type?.value === 'supply' || declaration.type?.value === 'mutual-aid') used.add(agreement?.value);
  }
  return agreements.filter((agreement) => {
    const { kind, expires } = agreement.declaration;
    return (expires === undefined || expires.value >= date) && (kind?.value === 'mutual-aid' || used.has(agreement));
  });
}
