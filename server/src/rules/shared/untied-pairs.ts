// Which pairs of organizations have no tie. Pairs are not tried one by one: organizations with the same seats are taken together, and only
// one that lacks a tie is compared with the others, so that a function whose members all sit in one body costs one look at each.
import type { Ties } from '../../network/ties.ts';
import type { BodyActor, OrganizationActor } from '../../workspace/plan.ts';

export type Pair = readonly [OrganizationActor, OrganizationActor];

export interface UntiedPairs {
  readonly count: number;
  /** The pairs one after the other, in the order of the organizations. Found as they are asked for. */
  pairs(): Iterable<Pair>;
}

/** The organizations must differ from one another. */
export function findUntiedPairs(organizations: readonly OrganizationActor[], ties: Ties): UntiedPairs {
  return organizations.length > FEW ? findAmongMany(organizations, ties) : findAmongFew(organizations, ties);
}

/** So few are compared one with the other. */
const FEW = 8;

function findAmongFew(organizations: readonly OrganizationActor[], ties: Ties): UntiedPairs {
  const found: Pair[] = [];
  for (let first = 0; first + 1 < organizations.length; first++) {
    for (let second = first + 1; second < organizations.length; second++) {
      const pair: Pair = [organizations[first] as OrganizationActor, organizations[second] as OrganizationActor];
      if (!ties.tied(...pair)) found.push(pair);
    }
  }
  return { count: found.length, pairs: () => found };
}

function findAmongMany(organizations: readonly OrganizationActor[], ties: Ties): UntiedPairs {
  const all: ReadonlySet<OrganizationActor> = new Set(organizations);
  const classes = groupBySeats(organizations);
  const classOf = new Map(classes.flatMap((group) => group.members.map((member) => [member, group] as const)));
  const isNear = (organization: OrganizationActor, near: ReadonlySet<SeatClass>): boolean =>
    near.has(classOf.get(organization) as SeatClass);
  const linkedAmong = (member: OrganizationActor): readonly OrganizationActor[] => {
    const links = ties.linksOf(member);
    if (links.length > organizations.length) return organizations.filter((other) => ties.linked(member, other));
    return [...new Set(links.map(({ from, to }) => (from === member ? to : from) as OrganizationActor))].filter((other) => all.has(other));
  };

  /** How many of the organizations each one has no tie to. */
  const lacks = new Map<OrganizationActor, number>();
  for (const group of classes) {
    const near = seatedWith(group);
    const seated = [...near].reduce((size, { members }) => size + members.length, 0);
    const unseated = organizations.length - Math.max(seated, 1);
    for (const member of group.members) {
      const linked = unseated === 0 ? [] : linkedAmong(member).filter((other) => !isNear(other, near));
      lacks.set(member, unseated - linked.length);
    }
  }

  function* pairs(): Iterable<Pair> {
    const lacking = organizations.filter((organization) => lacks.get(organization) !== 0);
    for (const [index, one] of lacking.entries()) {
      const near = seatedWith(classOf.get(one) as SeatClass);
      for (let next = index + 1; next < lacking.length; next++) {
        const other = lacking[next] as OrganizationActor;
        if (!isNear(other, near) && !ties.linked(one, other)) yield [one, other];
      }
    }
  }

  return { count: [...lacks.values()].reduce((sum, lack) => sum + lack, 0) / 2, pairs };
}

/** Organizations that sit in the same of the bodies in which more than one of them sits. */
interface SeatClass {
  readonly members: OrganizationActor[];
  /** For each of these bodies the classes that sit in it, this one among them. */
  readonly rooms: readonly SeatClass[][];
}

function groupBySeats(organizations: readonly OrganizationActor[]): readonly SeatClass[] {
  const bodiesOf = (organization: OrganizationActor): readonly BodyActor[] => [...new Set(organization.seats.map(({ body }) => body))];
  const seated = new Map<BodyActor, number>();
  for (const organization of organizations) for (const body of bodiesOf(organization)) seated.set(body, (seated.get(body) ?? 0) + 1);
  // Where all of them sit in one body, no other body matters.
  const full = [...seated].find(([, count]) => count === organizations.length);
  const rooms = new Map(
    (full ? [full] : [...seated]).flatMap(([body, count]): [BodyActor, SeatClass[]][] => (count > 1 ? [[body, []]] : [])),
  );

  const classes = new Map<string, SeatClass>();
  for (const organization of organizations) {
    const shared = bodiesOf(organization).filter((body) => rooms.has(body));
    const ids = shared.map(({ id }) => id);
    const key = ids.sort().join('\n');
    const known = classes.get(key);
    if (known) known.members.push(organization);
    else {
      const made: SeatClass = { members: [organization], rooms: shared.map((body) => rooms.get(body) as SeatClass[]) };
      classes.set(key, made);
      for (const room of made.rooms) room.push(made);
    }
  }
  return [...classes.values()];
}

/** The classes that share a body with this one; itself too, if it sits in any. */
function seatedWith({ rooms }: SeatClass): ReadonlySet<SeatClass> {
  return new Set(rooms.flat());
}
