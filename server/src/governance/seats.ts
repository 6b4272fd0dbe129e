// Which seats of a body count for what (classifier.md sections 2 to 4).
import type { Actor, BodyActor, OrganizationActor, Seat, SeatKind } from '../workspace/plan.ts';

/** The keys of a body under which organizations have seats. */
export const seatKeys = ['chair', 'co-chairs', 'deputies', 'office', 'members', 'advisers', 'observers'] as const;

/** The keys that tell who decides in a body. */
export const deciderKeys = ['chair', 'co-chairs', 'members', 'decision-rule'] as const;

const seatingKinds: ReadonlySet<string> = new Set(['coordination-platform', 'council', 'working-group']);

/** Whether a body is of a kind in which those who sit together are tied by that. */
export function seatsTogether({ declaration: { kind } }: BodyActor): boolean {
  return kind !== undefined && seatingKinds.has(kind.value);
}

/** Whether a seat votes: chair, co-chairs and members. */
export function isVoting(kind: SeatKind): boolean {
  return kind === 'chair' || kind === 'co-chair' || kind === 'member';
}

/** Chair, co-chairs and members, each once: who is seated together, and whom a body stands for in participation. */
export function votingSeats(body: Pick<BodyActor, 'seats'>): readonly OrganizationActor[] {
  return holdersOf(body, isVoting);
}

/** Chair and co-chairs: the lead role of a body. */
export function leadSeats(body: BodyActor): readonly OrganizationActor[] {
  return holdersOf(body, isLeading);
}

/** Who decides of those who have these seats of a body: chair and co-chairs, and where not the chair alone decides, the members. */
export function decidersAmong(seats: readonly Seat[], body: BodyActor): readonly OrganizationActor[] {
  return holdersOf({ seats }, (kind) => isDeciding(kind, body));
}

export function isDeciding(kind: SeatKind, { declaration: { decisionRule } }: BodyActor): boolean {
  return decisionRule === undefined || decisionRule.value === 'chair-decides' ? isLeading(kind) : isVoting(kind);
}

/** Whether anybody could lead a body, thinking some actors away: one who decides, a deputy who stands in, or its office. */
export function isLed(body: BodyActor, gone: ReadonlySet<Actor> = nobody): boolean {
  const leads = (kind: SeatKind): boolean => isDeciding(kind, body) || kind === 'deputy' || kind === 'office';
  return body.seats.some(({ kind, holder }) => leads(kind) && !gone.has(holder));
}

const nobody: ReadonlySet<Actor> = new Set();

/** Seats of a body of which some are gone: a deputy takes the chair where nobody leads. */
export function withStandIn(seats: readonly Seat[]): readonly Seat[] {
  const deputy = seats.some(({ kind }) => isLeading(kind)) ? undefined : seats.find(({ kind }) => kind === 'deputy');
  return deputy === undefined ? seats : seats.map((seat) => (seat === deputy ? { ...seat, kind: 'chair' } : seat));
}

export function isLeading(kind: SeatKind): boolean {
  return kind === 'chair' || kind === 'co-chair';
}

function holdersOf({ seats }: Pick<BodyActor, 'seats'>, keep: (kind: SeatKind) => boolean): readonly OrganizationActor[] {
  const holders: OrganizationActor[] = [];
  for (const { kind, holder } of seats) if (keep(kind)) holders.push(holder);
  return holders.length < 2 ? holders : [...new Set(holders)];
}
