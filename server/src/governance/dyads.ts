// The government–society dyads behind coverage, cooperativeness and reciprocity (classifier.md section 4), kept so that a link or a body can be
// put in and taken out at its own cost. Those who sit together are never listed pair by pair: a council of thousands has millions of pairs that
// are all alike, and they are counted (seating.ts).
import type { Actor, BodyActor, OrganizationActor } from '../workspace/plan.ts';
import type { Bench } from './seating.ts';
import type { Sides } from './sides.ts';

/** 1 puts something in, -1 takes it out. */
export type Sign = 1 | -1;

export interface Dyads {
  /** One directed tie by a link, of any type that makes a dyad. */
  link(government: Actor, society: OrganizationActor, kind: LinkTieKind, sign: Sign): void;
  /** Takes a body out, and puts it back: those of the plan are in it from the beginning. */
  body(body: BodyActor, sign: Sign): void;
  /** The votes of an organization in some bodies, which the plan has from the beginning. None of its links may be in then. */
  votes(organization: OrganizationActor, bodies: readonly BodyActor[], sign: Sign): void;
  totals(): Totals;
  /** Whether an organization has a cooperative tie to an actor of government. */
  isCovered(society: OrganizationActor): boolean;
  /** Every dyad, one by one. */
  list(): Iterable<DyadMeasure>;
}

export type LinkTieKind = 'fromGovernment' | 'fromSociety' | 'directive' | 'other';

export interface DyadMeasure {
  readonly government: Actor;
  readonly society: OrganizationActor;
  /** Cooperative directed ties; a shared seat counts as two. */
  readonly cooperative: number;
  readonly directive: number;
  /** Cooperative ties in both directions. */
  readonly reciprocal: boolean;
}

interface Totals {
  readonly dyads: number;
  /** Dyads with cooperative or directive ties, and the sum of their shares c/(c + d). */
  readonly judged: number;
  readonly shares: number;
  readonly reciprocal: number;
  /** Organizations of S with a cooperative tie to G. */
  readonly covered: number;
}

/** How links tie an organization of S to an actor of G; seats come on top. */
type LinkTies = { readonly government: Actor } & Record<LinkTieKind, number>;

/** An organization of S with its partners. */
interface Partners {
  readonly linked: Map<Actor, LinkTies>;
  /** How many of the linked ones it cooperates with by a link. */
  cooperating: number;
}

export function createDyads(sides: Sides): Dyads {
  /** Of the linked pairs, each beside its seat: that one counts as a dyad wholly cooperative and reciprocal. */
  const linked = { dyads: 0, judged: 0, shares: 0, reciprocal: 0 };
  const seating = sides.seating();
  /** The benches that are out. */
  const away = new Set<Bench>();
  let covered = seating.benchesOf.size;
  const partnersOf = new Map<OrganizationActor, Partners>();
  const partners = (society: OrganizationActor): Partners => {
    const known = partnersOf.get(society);
    if (known) return known;
    const created = { linked: new Map(), cooperating: 0 };
    partnersOf.set(society, created);
    return created;
  };
  const sits = (society: OrganizationActor, except?: Bench): boolean =>
    seating.benchesOf.get(society)?.some((bench) => bench !== except && bench.government.size > 0 && !away.has(bench)) ?? false;
  const isCovered = (society: OrganizationActor): boolean => (partnersOf.get(society)?.cooperating ?? 0) > 0 || sits(society);
  const countLinked = (society: OrganizationActor, ties: LinkTies, sign: Sign): void => {
    const seats = seating.shared(society, ties.government, away);
    const { fromGovernment, fromSociety, directive } = ties;
    const cooperative = fromGovernment + fromSociety + 2 * seats;
    if (seats > 0) {
      linked.shares += sign * (cooperative / (cooperative + directive) - 1);
      return;
    }
    linked.dyads += sign;
    if (cooperative + directive > 0) {
      linked.judged += sign;
      linked.shares += (sign * cooperative) / (cooperative + directive);
    }
    if (fromGovernment > 0 && fromSociety > 0) linked.reciprocal += sign;
  };
  /** The links of an organization to those who sit on a bench. */
  const tiedOn = ({ linked: ties }: Partners, bench: Bench): readonly LinkTies[] => {
    if (ties.size > bench.government.size) return [...bench.government].flatMap((government) => ties.get(government) ?? []);
    return [...ties.values()].filter(({ government }) => bench.government.has(government));
  };

  return {
    link(government, society, kind, sign) {
      const held = partners(society);
      const before = isCovered(society);
      let ties = held.linked.get(government);
      if (ties) countLinked(society, ties, -1);
      else {
        ties = { government, fromGovernment: 0, fromSociety: 0, directive: 0, other: 0 };
        held.linked.set(government, ties);
      }
      const cooperated = cooperates(ties);
      ties[kind] += sign;
      if (cooperates(ties) !== cooperated) held.cooperating += cooperated ? -1 : 1;
      if (isEmpty(ties)) held.linked.delete(government);
      else countLinked(society, ties, 1);
      if (isCovered(society) !== before) covered += before ? -1 : 1;
    },
    body(body, sign) {
      const bench = seating.benches.get(body);
      if (bench === undefined || bench.government.size === 0 || away.has(bench) === (sign === -1)) return;
      const tied: { readonly society: OrganizationActor; readonly ties: readonly LinkTies[] }[] = [];
      for (const society of bench.society) {
        const held = partnersOf.get(society);
        const ties = held ? tiedOn(held, bench) : [];
        if (ties.length > 0) tied.push({ society, ties });
        for (const each of ties) countLinked(society, each, -1);
        if ((held?.cooperating ?? 0) === 0 && !sits(society, bench)) covered += sign;
      }
      if (sign === -1) away.add(bench);
      else away.delete(bench);
      for (const { society, ties } of tied) for (const each of ties) countLinked(society, each, 1);
    },
    votes(organization, bodies, sign) {
      const benches = bodies.flatMap((body) => seating.benchOf(body) ?? []);
      // Those who sit there lose, or get, the only one of the other side.
      const alone = benches.filter(({ government }) => government.size === (sign === 1 ? 0 : 1));
      const touched = sides.society.has(organization) ? [organization] : new Set(alone.flatMap(({ society }) => [...society]));
      for (const society of touched) if (isCovered(society)) covered--;
      seating.votes(organization, bodies, sign);
      for (const society of touched) if (isCovered(society)) covered++;
    },
    totals() {
      const seated = seating.pairs(away);
      return {
        dyads: linked.dyads + seated,
        judged: linked.judged + seated,
        shares: linked.shares + seated,
        reciprocal: linked.reciprocal + seated,
        covered,
      };
    },
    isCovered,
    *list() {
      for (const society of new Set([...seating.benchesOf.keys(), ...partnersOf.keys()])) {
        const held = partners(society);
        const met = new Set<Actor>();
        const seated = (seating.benchesOf.get(society) ?? []).filter((bench) => !away.has(bench));
        for (const actors of [...seated.map(({ government }) => government), held.linked.keys()]) {
          for (const government of actors) {
            if (met.has(government)) continue;
            met.add(government);
            yield { government, society, ...measureOf(held.linked.get(government), seating.shared(society, government, away)) };
          }
        }
      }
    },
  };
}

function cooperates({ fromGovernment, fromSociety }: LinkTies): boolean {
  return fromGovernment + fromSociety > 0;
}

function isEmpty({ fromGovernment, fromSociety, directive, other }: LinkTies): boolean {
  return fromGovernment + fromSociety + directive + other === 0;
}

function measureOf(ties: LinkTies | undefined, seats: number): Pick<DyadMeasure, 'cooperative' | 'directive' | 'reciprocal'> {
  const [out, back] = [ties?.fromGovernment ?? 0, ties?.fromSociety ?? 0];
  return { cooperative: out + back + 2 * seats, directive: ties?.directive ?? 0, reciprocal: seats > 0 || (out > 0 && back > 0) };
}
