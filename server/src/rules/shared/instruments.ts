// The legal instruments a plan rests on: which of them rules speak of, on which day they are judged, and what takes one out of force.
import type { PlanDocument } from '../../plan/build.ts';
import type { FoundLegalReference } from '../../plan/read-scope.ts';
import type { LegalBasis } from '../../plan/shape.ts';
import type { Plan, Visible } from '../../workspace/plan.ts';
import type { InstrumentCitation } from './legal-register.ts';

/** The instruments that the plan declares itself, or cites from what it imports (rules.md, "Places"). */
export function instrumentsOf(plan: Plan): readonly LegalBasis[] {
  const visible = [...plan.legalBases];
  const cited = visible.some(([, { imported }]) => imported) ? citedIds(plan) : undefined;
  return visible.flatMap(([id, { value, imported }]) => (!imported || cited?.has(id) ? [value] : []));
}

function citedIds(plan: Plan): ReadonlySet<string> {
  const cited = new Set<string>();
  for (const { id } of citationsOf(plan)) cited.add(id);
  for (const parent of plan.head.parentPlans) if (parent.kind === 'legal-basis') cited.add(parent.reference.id);
  return cited;
}

/** Every citation of the plan's own document, and those of the imported actors that take part: they bring their rights and duties. */
export function citationsOf(plan: Plan): readonly FoundLegalReference[] {
  const documents = new Set<PlanDocument>();
  for (const list of [plan.organizations, plan.bodies, plan.rights, plan.responsibilities]) {
    for (const { document } of list) if (document !== plan.document) documents.add(document);
  }
  if (documents.size === 0) return plan.document.legalReferences;
  const brought = [...documents].flatMap((document) =>
    document.legalReferences.filter(({ route: [section, id] }) => {
      return (section === 'organizations' || section === 'bodies') && id !== undefined && plan.actors.get(id)?.takesPart === true;
    }),
  );
  return [...plan.document.legalReferences, ...brought];
}

/** The day on which a plan's bases must be in force: its effective date or the check date, whichever is later. */
export function basisDate(plan: Plan, asOf: string): string {
  const effective = plan.head.effective?.value;
  return effective !== undefined && effective > asOf ? effective : asOf;
}

export type Replacement =
  | { readonly kind: 'repealed'; readonly since: string; readonly successor: LegalBasis | undefined }
  | { readonly kind: 'superseded'; readonly since: string; readonly successor: LegalBasis };

/**
 * What took an instrument out of force on a day, as the plan itself tells: its repeal, or a successor, from the day that is effective or
 * else issued. A successor without either date settles nothing.
 */
export function replacementOn(
  date: string,
  { repealed, supersededBy }: LegalBasis,
  legalBases: ReadonlyMap<string, Visible<LegalBasis>>,
): Replacement | undefined {
  const successor = supersededBy && legalBases.get(supersededBy.id)?.value;
  if (repealed && repealed.value <= date) return { kind: 'repealed', since: repealed.value, successor };
  const since = successor && beginOf(successor);
  return successor && since !== undefined && since <= date ? { kind: 'superseded', since, successor } : undefined;
}

/** The first day of an instrument, where the plan tells it. */
export function beginOf({ effective, issued, broken }: LegalBasis): string | undefined {
  return broken.has('effective') ? undefined : (effective ?? issued)?.value;
}

/** What the register of replaced instruments is asked by. */
export function citationOf({ title, number, issued, effective, amended, articles }: LegalBasis): InstrumentCitation {
  return {
    titles: [...(title?.byLanguage.values() ?? [])],
    number: number?.value,
    issued: issued?.value,
    effective: effective?.value,
    amended: amended.map(({ value }) => value),
    articles: articles?.value,
  };
}
