// Which seats of a body count for what (classifier.md sections 2 to 4).
import type { BodyActor, OrganizationActor, SeatKind } from '../workspace/plan.ts';

/** Kinds of body whose seats tie those who sit together. */
export const seatingKinds: ReadonlySet<string> = new Set(['coordination-platform', 'council', 'working-group']);

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
