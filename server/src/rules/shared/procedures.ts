// Which procedures a plan surely lacks.
import { camelCase } from '../../plan/field.ts';
import type { Procedures } from '../../plan/shape.ts';
import type { Plan } from '../../workspace/plan.ts';
import type { MisspeltKeys } from './misspelt-keys.ts';

export type ProcedureKey =
  | 'initial-response'
  | 'reporting'
  | 'escalation'
  | 'requisition-compensation'
  | 'donation-disclosure'
  | 'after-action-review';

/** False also where the procedure may stand under a misspelt key or in what could not be read. `misspelt` are the keys of the plan's own document. */
export function lacksProcedure({ content }: Plan, { mayMean }: MisspeltKeys, key: ProcedureKey): boolean {
  const { procedures } = content;
  if (procedures === undefined) return !content.broken.has('procedures') && !mayMean(content, 'procedures');
  return procedures[camelCase(key) as keyof Procedures] === undefined && !procedures.broken.has(key) && !mayMean(procedures, key);
}
