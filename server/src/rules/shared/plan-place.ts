// Where a finding about the plan as a whole stands: at the section in which something is missing, where there is one.
import type { Plan } from '../../workspace/plan.ts';
import { findEntry, type Place } from '../../yaml/view.ts';

/** The key of the first of the sections that the plan has; without any, the plan's id, and without an id the key `plan`. */
export function planPlace(plan: Plan, ...sections: readonly string[]): Place {
  const root = plan.content.node;
  for (const section of sections) {
    const entry = findEntry(root, section);
    if (entry) return entry.key;
  }
  return plan.head.id?.node ?? findEntry(root, 'plan')?.key ?? plan.head.node;
}
