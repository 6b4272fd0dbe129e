// The legal bases of a plan with the time in which each is valid: what the plan declares itself or cites from what it imports.

import type { LegalBasis } from '../plan/shape.ts';
import { chooseText, type Language } from '../rules/render.ts';
import type { RuleContext } from '../rules/rule.ts';
import { basisDate, beginOf, citationsOf, instrumentsOf, replacementOn } from '../rules/shared/instruments.ts';

export type ValidityStatus = 'in-force' | 'not-yet' | 'repealed' | 'superseded' | 'undated';

export interface LegalValidity {
  readonly basis: LegalBasis;
  readonly title: string;
  readonly status: ValidityStatus;
  /** First day in force, else day of issue; undefined where the plan tells neither. */
  readonly begin: string | undefined;
  /** The day on which it is repealed or replaced. */
  readonly end: string | undefined;
  readonly amended: readonly string[];
  /** How often the plan names it: as what something rests on, or as a plan above it. */
  readonly citations: number;
}

export interface LegalValidities {
  /** The plan's effective date or the check date, whichever is later. */
  readonly judgedOn: string;
  readonly rows: readonly LegalValidity[];
}

export function legalValidities({ plan, asOf }: RuleContext, language: Language): LegalValidities {
  const judgedOn = basisDate(plan, asOf);
  const counts = new Map<string, number>();
  for (const { id } of citationsOf(plan)) counts.set(id, (counts.get(id) ?? 0) + 1);
  for (const parent of plan.head.parentPlans) {
    if (parent.kind === 'legal-basis') counts.set(parent.reference.id, (counts.get(parent.reference.id) ?? 0) + 1);
  }
  const rows = instrumentsOf(plan).map((basis): LegalValidity => {
    const begin = beginOf(basis);
    const replacement = replacementOn('9999-12-31', basis, plan.legalBases);
    const end = replacement?.since;
    return {
      basis,
      title: basis.title ? chooseText(basis.title.byLanguage, language) : basis.id,
      status: statusOf(begin, end, replacement?.kind, judgedOn),
      begin,
      end,
      amended: basis.amended.map(({ value }) => value),
      citations: counts.get(basis.id) ?? 0,
    };
  });
  return { judgedOn, rows };
}

function statusOf(
  begin: string | undefined,
  end: string | undefined,
  kind: 'repealed' | 'superseded' | undefined,
  on: string,
): ValidityStatus {
  if (end !== undefined && kind !== undefined && end <= on) return kind;
  if (begin === undefined) return 'undated';
  return begin > on ? 'not-yet' : 'in-force';
}
