// What actors are able to do: by capabilities of their own, and by those that agreements of mutual aid or supply bring in. Nobody's list of what
// partners can lend is written out: hundreds of partners with hundreds of capabilities each would be millions of entries.
import { append } from '../../text/append.ts';
import { intersects } from '../../text/intersects.ts';
import { remembered } from '../../text/remembered.ts';
import type { Actor, LinkedAgreement, Plan } from '../../workspace/plan.ts';
import type { HoldingDoubts } from './holding-doubts.ts';
import { anyUnread, entriesUnread } from './unread.ts';

/** Who can act, and under which agreements others can lend them what they lack. */
export interface Team {
  readonly members: ReadonlySet<Actor>;
  readonly agreements: ReadonlySet<LinkedAgreement>;
  /** There may be capabilities that could not be read. */
  readonly unclear: boolean;
}

export interface Abilities {
  /** An actor, and those who decide in it. */
  teamOf(actor: Actor): Team;
  /** Whether a team has a kind of capability, or a partner that lends it. */
  has(team: Team, kind: string): boolean;
}

/**
 * What teams can do under the agreements that have not expired on a date, and are of kind `mutual-aid` or used by a link of supply or mutual
 * aid. Undefined where the text of agreements or links is so faulty that it cannot be told.
 */
export function findAbilities(plan: Plan, date: string, doubts: HoldingDoubts): Abilities | undefined {
  const agreements = [...plan.agreements.values()].map(({ value }) => value);
  const declarations = agreements.map(({ declaration }) => declaration);
  if (entriesUnread(plan.content, 'agreements') || anyUnread(declarations, 'parties')) return undefined;
  const links = plan.links.map(({ declaration }) => declaration);
  // A link that names no agreement uses none, of whatever type it is.
  const resting = links.filter(({ agreement }) => agreement !== undefined);
  if (anyUnread(links, 'agreement') || anyUnread(resting, 'type')) return undefined;

  // A capability of unknown kind may be the one that is needed.
  const isUnclear = remembered((actor: Actor): boolean => {
    return doubts.about(actor, 'capabilities') || actor.capabilities.some(({ declaration }) => declaration.kind === undefined);
  });
  const agreementsOf = new Map<Actor, LinkedAgreement[]>();
  const unclear = new Set<LinkedAgreement>();
  for (const agreement of aidAgreements(agreements, plan, date)) {
    for (const party of agreement.parties.filter(({ takesPart }) => takesPart)) {
      append(agreementsOf, party, agreement);
      if (isUnclear(party)) unclear.add(agreement);
    }
  }
  const owners = new Map<string, Actor[]>();
  for (const actor of plan.actors.values()) {
    for (const { declaration } of actor.capabilities) if (declaration.kind) append(owners, declaration.kind.value, actor);
  }
  const sourcesOf = remembered((kind: string): Pick<Team, 'members' | 'agreements'> => {
    const members = new Set(owners.get(kind));
    return { members, agreements: new Set([...members].flatMap((owner) => agreementsOf.get(owner) ?? [])) };
  });
  const teamOf = remembered((actor: Actor): Team => {
    const members = new Set(actor.kind === 'body' ? [actor, ...actor.deciders] : [actor]);
    const shared = new Set([...members].flatMap((member) => agreementsOf.get(member) ?? []));
    return { members, agreements: shared, unclear: [...members].some(isUnclear) || intersects(shared, unclear) };
  });
  return {
    teamOf,
    has: (team, kind) => {
      const sources = sourcesOf(kind);
      return intersects(team.members, sources.members) || intersects(team.agreements, sources.agreements);
    },
  };
}

/** Several teams as one. */
export function together(teams: readonly Team[]): Team {
  const [only] = teams;
  if (only && teams.length === 1) return only;
  const members = new Set<Actor>();
  const agreements = new Set<LinkedAgreement>();
  for (const team of teams) {
    for (const member of team.members) members.add(member);
    for (const agreement of team.agreements) agreements.add(agreement);
  }
  return { members, agreements, unclear: teams.some(({ unclear }) => unclear) };
}

/** One whose kind could not be read may be of mutual aid. */
function aidAgreements(agreements: readonly LinkedAgreement[], plan: Plan, date: string): readonly LinkedAgreement[] {
  const used = new Set<LinkedAgreement | undefined>();
  for (const { declaration, agreement } of plan.links) {
    if (declaration.type?.value === 'supply' || declaration.type?.value === 'mutual-aid') used.add(agreement?.value);
  }
  return agreements.filter((agreement) => {
    const { kind, expires } = agreement.declaration;
    return (expires === undefined || expires.value >= date) && (kind === undefined || kind.value === 'mutual-aid' || used.has(agreement));
  });
}
