// A plan that reports to nobody whom its parent plan knows.
import type { PlanDocument } from '../../plan/build.ts';
import type { Actor, Plan, ResolvedParent } from '../../workspace/plan.ts';
import { defineRule, type Fix } from '../rule.ts';
import { createParentActors } from '../shared/known-to-parent.ts';
import { offerReport } from '../shared/report-offer.ts';

export default defineRule({
  id: 'upward-link-missing',
  group: 'content',
  severity: 'warning',
  fix: 'offered',
  summary: {
    en: 'No report goes to an actor that the parent plan names too.',
    zh: '没有向上级预案中的任何主体报告。',
  },
  why: {
    en: 'Two plans are linked only where the lower one reports to somebody whom the upper one knows. Else each commands for itself.',
    zh: '下级预案向上级预案中的主体报告，两级预案才能衔接，否则各自为战。',
  },
  source: 'S1 "upper and lower linkage"',
  messages: {
    unlinked: {
      en: "Nobody in this plan reports to an actor that the parent plan '{parent}' names. Add a 'report' link to one, or name one in 'procedures.reporting.to' or 'procedures.escalation.to'.",
      zh: '本预案没有主体向上级预案“{parent}”中的主体报告。请增加报告（report）联系，或在 procedures 的 reporting.to、escalation.to 中写明。',
    },
  },
  labels: {
    link: { en: "Let '{from}' report to '{to}'", zh: '由“{from}”向“{to}”报告' },
    declare: { en: "Declare '{to}' of the parent plan, and let '{from}' report to it", zh: '声明上级预案中的“{to}”，并由“{from}”向其报告' },
  },
  *check(plan, { doubts }) {
    const resolved = plan.parents.filter((parent) => parent.kind === 'plan');
    if (resolved.length === 0 || doubts.about.links('report') || doubts.about.procedures()) return;
    const addressees = addresseesOf(plan);
    /** What to do about a parent to which nobody reports; one plan may be named again and again. */
    const offersFor = new Map<PlanDocument, readonly Fix[] | undefined>();
    for (const parent of resolved) {
      if (!offersFor.has(parent.plan)) offersFor.set(parent.plan, offerUnlessLinked(plan, parent, addressees));
      const fixes = offersFor.get(parent.plan);
      if (fixes === undefined) continue;
      const name = parent.head.title?.byLanguage ?? parent.node.text;
      yield {
        message: 'unlinked',
        at: parent.node,
        discriminator: parent.head.id?.value ?? parent.node.text,
        data: { parent: name },
        fixes,
      };
    }
  },
});

/** Undefined where somebody reports to the parent plan, or it cannot be told whether anybody does. */
function offerUnlessLinked(plan: Plan, parent: ResolvedParent, addressees: readonly Actor[]): readonly Fix[] | undefined {
  // A parent that leads back is no parent, and one that names nobody cannot be reported to.
  if (parent.leadsBack || !parent.complete || addressees.some(isNameUnread)) return undefined;
  const known = createParentActors(parent);
  return known.declarations.length === 0 || addressees.some(known.has) ? undefined : offerReport(plan, parent, known);
}

/** Of whom it cannot be told whether the parent plan knows the name. */
function isNameUnread({ declaration }: Actor): boolean {
  return declaration.name === undefined || declaration.broken.has('name');
}

/** Everyone to whom somebody reports. */
function addresseesOf({ ties, content, actors }: Plan): readonly Actor[] {
  const linked = ties.flatMap(({ type, to }) => (type === 'report' ? [to] : []));
  const named = [content.procedures?.escalation, content.procedures?.reporting].flatMap((procedure) => procedure?.to ?? []);
  return [...linked, ...named.flatMap(({ id }) => actors.get(id) ?? [])];
}
