// Whose plan it is: much of what the law asks, it asks of governments.
import type { PlanHead } from '../../plan/shape.ts';
import type { Profile } from '../../plan/vocabulary.ts';

/**
 * Whether it is a government plan: its level is not `organization` and its type not `unit` (rules.md).
 * Undefined where level or type is missing and the other does not settle it.
 */
export function isGovernmentPlan({ jurisdiction, type }: PlanHead): boolean | undefined {
  const level = jurisdiction?.level?.value;
  if (level === 'organization' || type?.value === 'unit') return false;
  return level !== undefined && type !== undefined ? true : undefined;
}

/** Whether it is a government plan under the profile `cn`. Undefined where that cannot be told. */
export function isChineseGovernmentPlan(head: PlanHead, profile: Profile): boolean | undefined {
  return profile === 'cn' ? isGovernmentPlan(head) : false;
}
