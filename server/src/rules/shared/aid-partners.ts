// What actors are able to do: by capabilities of their own, and by those that agreements of mutual aid or supply bring in.
import type { Actor, LinkedAgreement, Plan } from '../../workspace/plan.ts';
import type { HoldingDoubts } from './holding-doubts.ts';
import { anyUnread, entriesUnread } from './unread.ts';

/** The kinds of capability of some actors; `unclear` where there may be more that could not be read. */
export interface Abilities {
  readonly kinds: ReadonlySet<string>;
  readonly unclear: boolean;
}

/**
 * For an actor, and those who decide in it, what they can do and what their partners can lend: under the agreements that have not expired on
 * a date, and are of kind `mutual-aid` or used by a link of supply or mutual aid. Undefined where the text of agreements or links is so faulty
 * that it cannot be told.
 */
export function findAbilities(plan: Plan, date: string, doubts: HoldingDoubts): ((actor: Actor) => Abilities) | undefined {
  const agreements = [...plan.agreements.values()].map(({ value }) => value);
  const declarations = agreements.map(({ declaration }) => declaration);
  const links = plan.links.map(({ declaration }) => declaration);
  if (entriesUnread(plan.content, 'agreements') || anyUnread(declarations, 'parties', 'kind')) return undefined;
  if (anyUnread(links, 'agreement', 'type')) return undefined;

  const ownOf = remembered((actor: Actor): Abilities => {
    const kinds = new Set<string>();
    let unclear = doubts.about(actor, 'capabilities');
    for (const { declaration } of actor.capabilities) {
      if (declaration.kind) kinds.add(declaration.kind.value);
      // A capability of unknown kind may be the one that is needed.
      else unclear = true;
    }
    return { kinds, unclear };
  });
  const lent = new Map<Actor, Abilities[]>();
  for (const { parties } of aidAgreements(agreements, plan, date)) {
    const present = parties.filter((party) => party.takesPart);
    const abilities = together(present.map(ownOf));
    for (const party of present) {
      const known = lent.get(party);
      if (known) known.push(abilities);
      else lent.set(party, [abilities]);
    }
  }
  const withPartners = remembered((actor: Actor): Abilities => {
    const loans = lent.get(actor);
    return loans ? together([ownOf(actor), ...loans]) : ownOf(actor);
  });
  const ofGroup = remembered((actor: Actor): Abilities => {
    return actor.kind === 'body' ? together([actor, ...actor.deciders].map(withPartners)) : withPartners(actor);
  });
  return ofGroup;
}

function together(all: readonly Abilities[]): Abilities {
  const kinds = new Set<string>();
  for (const abilities of all) for (const kind of abilities.kinds) kinds.add(kind);
  return { kinds, unclear: all.some(({ unclear }) => unclear) };
}

function remembered<K, V extends object>(make: (key: K) => V): (key: K) => V {
  const made = new Map<K, V>();
  return (key) => {
    const value = made.get(key) ?? make(key);
    made.set(key, value);
    return value;
  };
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
