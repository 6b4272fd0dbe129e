// What each profile of a plan adds: its name, its cycles, its time limit for filing (server/data/profiles.json).
import data from '../../../data/profiles.json' with { type: 'json' };
import type { Bilingual } from '../../plan/field.ts';
import type { Profile } from '../../plan/vocabulary.ts';
import type { Duration } from '../../text/calendar.ts';

export interface ProfilePack {
  readonly id: Profile;
  readonly name: Bilingual;
  readonly cycles: {
    /** How often every plan is reviewed. */
    readonly review?: Duration;
    /** How often plans of the listed types are exercised. */
    readonly exercise?: Duration & { readonly planTypes: readonly string[] };
  };
  /** Working days, Monday to Friday, within which an issued plan is filed. */
  readonly filing: { readonly workingDays?: number };
}

const packs: ReadonlyMap<string, ProfilePack> = new Map((data.profiles as readonly ProfilePack[]).map((pack) => [pack.id, pack]));

/** The pack of a profile; a profile that is unknown, or not given, is `generic` (format.md section 4.1). */
export function profilePack(profile: string | undefined): ProfilePack {
  return packs.get(profile ?? 'generic') ?? genericPack;
}

const genericPack: ProfilePack = { id: 'generic', name: { en: 'Generic', zh: '通用' }, cycles: {}, filing: {} };

/** The exercise cycle that applies to plans of a type; undefined where the profile sets none for it. */
export function exerciseCycle(pack: ProfilePack, planType: string): Duration | undefined {
  return pack.cycles.exercise?.planTypes.includes(planType) ? pack.cycles.exercise : undefined;
}
