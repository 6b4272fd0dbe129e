// Which seats of a body count for what (classifier.md sections 2 to 4).
import type { BodyActor, OrganizationActor, SeatKind } from '../workspace/plan.ts';

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
export function votingSeats(body: BodyActor): readonly OrganizationActor[] {
  return holdersOf(body, isVoting);
}

/** Chair and co-chairs: the lead role of a body. */
export function leadSeats(body: BodyActor): readonly OrganizationActor[] {
  return holdersOf(body, (kind) => kind === 'chair' || kind === 'co-chair');
}

function holdersOf({ seats }: BodyActor, keep: (kind: SeatKind) => boolean): readonly OrganizationActor[] {
  const holders: OrganizationActor[] = [];
  for (const { kind, holder } of seats) if (keep(kind)) holders.push(holder);
  return holders.length < 2 ? holders : [...new Set(holders)];
}
