// A government plan below the national level that names no plan above it.
import type { Plan } from '../../workspace/plan.ts';
import type { Fix } from '../rule.ts';
import { defineRule } from '../rule.ts';
import { isGovernmentPlan } from '../shared/government-plan.ts';
import { growAll, growList, growMap } from '../shared/growth.ts';
import { replacementOn } from '../shared/instruments.ts';
import { offerFix } from '../shared/offered-fix.ts';
import type { Offers } from '../shared/offers.ts';
import { planPlace } from '../shared/plan-place.ts';

export default defineRule({
  id: 'parent-plan-missing',
  group: 'content',
  severity: 'warning',
  fix: 'offered',
  summary: {
    en: 'A government plan below the national level names no parent plan.',
    zh: '国家级以下的政府预案没有写明上级预案。',
  },
  why: {
    en: 'Plans form one system from the nation down. A plan without a parent is not tied into the command above it.',
    zh: '应急预案自上而下构成一个体系。没有上级预案，就无法与上级的指挥相衔接。',
  },
  source: 'Art. 26–27; S1',
  messages: {
    missing: {
      en: "The plan names no plan above it. Give in 'parent-plans' the path of the parent plan, or the id of a legal basis of kind 'plan'.",
      zh: '预案没有写明上级预案。请在 parent-plans 中填写上级预案的路径，或类型为 plan 的法律依据标识。',
    },
  },
  labels: {
    name: { en: "Name '{basis}' as the parent plan", zh: '将“{basis}”设为上级预案' },
    add: { en: 'Add a parent plan for the author to complete', zh: '添加待补充的上级预案' },
  },
  *check(plan, { asOf, doubts, offers }) {
    const { head } = plan;
    if (isGovernmentPlan(head) !== true || head.jurisdiction?.level?.value === 'national' || head.parentPlans.length > 0) return;
    if (head.broken.has('parent-plans') || doubts.keys.mayMean(head, 'parent-plans')) return;
    yield { message: 'missing', at: planPlace(plan), entity: 'plan', fixes: offerParents(plan, offers, asOf) };
  },
});

/** More plans than these among the legal bases are no choice any more. */
const MOST_OFFERED = 5;

/** The plans that are among the legal bases already; without any, a new one to complete. */
function offerParents(plan: Plan, offers: Offers, asOf: string): readonly Fix[] {
  const { head, legalBases } = plan;
  const known = [...legalBases].filter(([, { value }]) => value.kind?.value === 'plan' && !replacementOn(asOf, value, legalBases));
  const parents = offers.growing(head.node, 'parent-plans');
  const named = known.slice(0, MOST_OFFERED).flatMap(([id]) => {
    return offerFix('name', { basis: id }, growList(parents, id));
  });
  if (named.length > 0) return named;
  const id = offers.freeId('legal-basis', 'parent-plan');
  const basis = growMap(offers.section('legal-bases'), id, '{title: …, kind: plan}');
  return offerFix('add', {}, growAll(growList(parents, id), basis));
}
