// What reading and linking documents can find wrong: data only. The rule of the same id turns it into a finding with a text.
import type { Place } from '../yaml/view.ts';

/** The rules of the family "syntax and shape" that reading and linking feed. */
export type ShapeRule =
  | 'yaml-syntax'
  | 'format-version'
  | 'unknown-key'
  | 'missing-key'
  | 'wrong-type'
  | 'unknown-value'
  | 'bad-id'
  | 'bad-date'
  | 'bad-duration'
  | 'duplicate-id'
  | 'dangling-reference'
  | 'wrong-reference-kind'
  | 'import-failed'
  | 'import-cycle'
  | 'limit-exceeded';

export interface Problem {
  readonly rule: ShapeRule;
  /** Which message of the rule applies. */
  readonly code: string;
  readonly place: Place;
  readonly data: Readonly<Record<string, string | number>>;
  /** The other place involved, such as the first definition of an id. */
  readonly related?: Place | undefined;
  /** The words nearest to what was written; a safe fix exists when there is exactly one. */
  readonly candidates?: readonly string[] | undefined;
}
