// For commands that are about a single plan.
import type { RuleContext } from '../rules/rule.ts';
import type { DocumentResult } from '../rules/run.ts';
import { type UsageFault, usageFault } from './arguments.ts';
import type { LintedFile, LintRun } from './lint/run.ts';

export interface OnlyPlan {
  readonly linted: LintedFile;
  readonly result: DocumentResult;
  readonly context: RuleContext;
}

export function onlyPlan(file: string, { linted: all }: LintRun): OnlyPlan | UsageFault {
  const plans = all.flatMap((linted) =>
    linted.results.flatMap((result): readonly OnlyPlan[] => (result.context ? [{ linted, result, context: result.context }] : [])),
  );
  const [first, second] = plans;
  if (first !== undefined && second === undefined) return first;
  if (first === undefined) return usageFault(`'${file}' holds no plan.`, `“${file}”中没有预案。`);
  return usageFault(`name one plan: '${file}' holds ${plans.length}.`, `请给出单个预案：“${file}”含有 ${plans.length} 个。`);
}
