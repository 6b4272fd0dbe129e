// Who can lend whom a capability: the partners under agreements that bring help in.
import type { Actor, LinkedAgreement, Plan } from '../../workspace/plan.ts';
import { anyUnread, entriesUnread } from './unread.ts';

/**
 * By actor, those that take part and share with it an agreement that has not expired on a date and is of kind `mutual-aid` or used by a link
 * of supply or mutual aid. Undefined where the text of agreements or links is so faulty that it cannot be told.
 */
export function findAidPartners(plan: Plan, date: string): ReadonlyMap<Actor, ReadonlySet<Actor>> | undefined {
  const agreements = [...plan.agreements.values()].map(({ value }) => value);
  const declarations = agreements.map(({ declaration }) => declaration);
  if (entriesUnread(plan.content, 'agreements') || anyUnread(declarations, 'parties', 'kind')) return undefined;
  if (
    anyUnread(
      plan.links.map(({ declaration }) => declaration),
      'agreement',
      'type',
    )
  )
    return undefined;
  return partnersOf(aidAgreements(agreements, plan, date));
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

function partnersOf(agreements: readonly LinkedAgreement[]): ReadonlyMap<Actor, ReadonlySet<Actor>> {
  const partners = new Map<Actor, Set<Actor>>();
  for (const { parties } of agreements) {
    const present = parties.filter((party) => party.takesPart);
    for (const party of present) {
      const known = partners.get(party) ?? new Set();
      for (const other of present) known.add(other);
      partners.set(party, known);
    }
  }
  return partners;
}
