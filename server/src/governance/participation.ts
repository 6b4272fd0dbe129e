// Participation entries and channels with their actors resolved.
import type { Reference } from '../plan/field.ts';
import type { Channel, Participation } from '../plan/shape.ts';
import type { Actor, Plan } from '../workspace/plan.ts';

export interface LinkedParticipation {
  readonly declaration: Participation;
  readonly who: readonly Actor[];
}

export interface LinkedChannel {
  readonly declaration: Channel;
  readonly serves: readonly Actor[];
}

export function linkedParticipation(plan: Plan): readonly LinkedParticipation[] {
  return plan.content.participation.map((declaration) => ({ declaration, who: resolve(plan, declaration.who) }));
}

export function linkedChannels(plan: Plan): readonly LinkedChannel[] {
  return plan.content.channels.map((declaration) => ({ declaration, serves: resolve(plan, declaration.serves) }));
}

/** The actors that references name, each once; an unknown id is ignored. */
function resolve(plan: Plan, references: readonly Reference[]): readonly Actor[] {
  return [...new Set(references.flatMap(({ id }) => plan.actors.get(id) ?? []))];
}
