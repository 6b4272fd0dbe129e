// What a report on a plan is made of, whatever it is written in: the plan with its measures, its findings by family, its exceptions.
import { type Counterfactual, findCounterfactual } from '../governance/counterfactual.ts';
import type { Finding } from '../rules/finding.ts';
import { type PlainFinding, presentFinding } from '../rules/present.ts';
import type { Language } from '../rules/render.ts';
import { type RuleContext, type RuleGroup, ruleGroups, type Severity } from '../rules/rule.ts';
import type { FileId } from '../workspace/host.ts';
import type { SourceFile } from '../workspace/source-file.ts';
import type { Closure } from '../workspace/store.ts';
import { type ExceptionRecord, exceptionRegister } from './exception-register.ts';

export interface PlanReport {
  /** The plan's file as readers know it. */
  readonly path: string;
  readonly context: RuleContext;
  readonly counterfactual: Counterfactual | undefined;
  /** What no exception excuses: the families that have findings, in the order of the rules, each with the gravest first. */
  readonly families: readonly FindingFamily[];
  readonly exceptions: readonly ExceptionRecord[];
}

export interface FindingFamily {
  readonly group: RuleGroup;
  readonly findings: readonly PlainFinding[];
}

/** A plan, and all that was found in it, suppressed or not. */
export interface JudgedPlan {
  readonly context: RuleContext;
  readonly findings: readonly Finding[];
}

/** `path` is the plan's file as readers know it. */
export function planReport(path: string, { context, findings }: JudgedPlan, closure: Closure, language: Language): PlanReport {
  const sourceOf = (file: FileId): SourceFile | undefined => closure.files.get(file);
  const open = findings.filter(({ suppressed }) => suppressed === undefined);
  const families = ruleGroups.flatMap((group): readonly FindingFamily[] => {
    const own = open.filter(({ rule }) => rule.group === group).sort((a, b) => severityRanks[b.severity] - severityRanks[a.severity]);
    return own.length === 0 ? [] : [{ group, findings: own.map((finding) => presentFinding(finding, language, sourceOf)) }];
  });
  const counterfactual = findCounterfactual(context.plan, closure, context.classification);
  return { path, context, counterfactual, families, exceptions: exceptionRegister(context, findings, language) };
}

/** How many findings of a severity no exception excuses. */
export function countOf({ families }: PlanReport, severity: Severity): number {
  return families.flatMap(({ findings }) => findings).filter((finding) => finding.severity === severity).length;
}

const severityRanks: Readonly<Record<Severity, number>> = { error: 2, warning: 1, information: 0 };
