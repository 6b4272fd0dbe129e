// Which rights tell who decides (classifier.md sections 3 and 5).
import type { Right } from '../plan/shape.ts';
import { decisionKinds } from '../plan/vocabulary.ts';

/** Whether a right counts in D: it is of a decision kind, and more than advice. */
export function decides({ kind, rule }: Right): boolean {
  return kind !== undefined && decisionKinds.has(kind.value) && rule?.value !== 'advisory';
}

/** Whether its holders decide together. */
export function isShared({ rule }: Right): boolean {
  return rule?.value === 'joint' || rule?.value === 'consensus';
}
