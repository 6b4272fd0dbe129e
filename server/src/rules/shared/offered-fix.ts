// A fix that the author must complete or judge.
import type { Fix } from '../rule.ts';
import type { Growth } from './growth.ts';

/** None where there is no place for what it would add. */
export function offerFix(title: string, data: NonNullable<Fix['data']>, edits: Growth): readonly Fix[] {
  return edits ? [{ title, data, safe: false, edits }] : [];
}
