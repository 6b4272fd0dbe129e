// A parent plan that is out of force.
import type { ParentPlan, Plan } from '../../workspace/plan.ts';
import type { Draft } from '../rule.ts';
import { defineRule } from '../rule.ts';
import { replacementOn } from '../shared/instruments.ts';

export default defineRule({
  id: 'parent-not-in-force',
  group: 'content',
  severity: 'warning',
  fix: 'none',
  summary: {
    en: 'A parent plan is superseded, withdrawn or expired.',
    zh: '上级预案已被替代、废止或已失效。',
  },
  why: {
    en: 'A plan under a parent that is out of force refers to a command and to thresholds that nobody keeps any more.',
    zh: '上级预案失效后，其中的指挥体系和启动标准不再有效，下级预案随之失去衔接。',
  },
  source: '',
  messages: {
    superseded: {
      en: 'The parent plan has been superseded. Name the plan that replaced it, and revise this plan accordingly.',
      zh: '上级预案已被替代。请改为现行预案，并相应修订本预案。',
    },
    withdrawn: {
      en: 'The parent plan has been withdrawn. Name a parent plan that is in force.',
      zh: '上级预案已废止。请改为现行有效的上级预案。',
    },
    expired: {
      en: 'The parent plan expired on {expires}; the check date is {date}. Name a parent plan that is in force.',
      zh: '上级预案已于 {expires} 失效（检查日期 {date}）。请改为现行有效的上级预案。',
    },
  },
  labels: { ended: { en: 'This says so.', zh: '依据在此处。' } },
  *check(plan, { asOf }) {
    for (const parent of plan.parents) {
      const draft = outOfForce(parent, plan, asOf);
      if (draft) yield { ...draft, at: parent.node, discriminator: parent.node.text };
    }
  },
});

/** What took a parent out of force by a day; a parent given by a legal basis ends as any instrument does. */
function outOfForce(parent: ParentPlan, plan: Plan, asOf: string): Omit<Draft, 'at'> | undefined {
  if (parent.kind === 'legal-basis') {
    const { value } = parent.basis;
    const replacement = replacementOn(asOf, value, plan.legalBases);
    if (replacement === undefined) return undefined;
    const at = replacement.kind === 'repealed' ? value.repealed?.node : value.supersededBy?.node;
    return { message: replacement.kind === 'repealed' ? 'withdrawn' : 'superseded', related: at ? [{ at, label: 'ended' }] : [] };
  }
  const { status, expires } = parent.head;
  if (status?.value === 'superseded' || status?.value === 'withdrawn') {
    return { message: status.value, related: [{ at: status.node, label: 'ended' }] };
  }
  if (expires === undefined || expires.value >= asOf) return undefined;
  return { message: 'expired', data: { expires: expires.value, date: asOf }, related: [{ at: expires.node, label: 'ended' }] };
}
