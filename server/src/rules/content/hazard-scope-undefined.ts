// A plan that does not say which emergencies it is for.
import { findEntry } from '../../yaml/view.ts';
import { defineRule } from '../rule.ts';
import { planPlace } from '../shared/plan-place.ts';

const keys = ['categories', 'hazards'] as const;

export default defineRule({
  id: 'hazard-scope-undefined',
  group: 'content',
  severity: 'error',
  fix: 'none',
  summary: {
    en: 'The plan names neither categories of emergencies nor hazards.',
    zh: '预案既未写明突发事件类别，也未写明灾种。',
  },
  why: {
    en: 'Without a scope nobody can tell when the plan applies, nor which authority and which law are behind it.',
    zh: '适用范围不明，就无法判断预案何时适用、由哪个机关依据哪部法律负责。',
  },
  source: 'Art. 2, 28',
  messages: {
    undefined: {
      en: "The plan does not say which emergencies it is for. Add 'categories' (such as 'natural-disaster') or 'hazards' (such as 'river-flood').",
      zh: '预案未写明适用于哪些突发事件。请填写 categories（类别，如 natural-disaster）或 hazards（灾种，如 river-flood）。',
    },
  },
  *check(plan, { doubts }) {
    const { head } = plan;
    if (head.categories.length > 0 || head.hazards.length > 0) return;
    if (keys.some((key) => head.broken.has(key) || doubts.keys.mayMean(head, key))) return;
    const empty = keys.flatMap((key) => findEntry(head.node, key)?.key ?? [])[0];
    yield { message: 'undefined', at: empty ?? planPlace(plan), entity: 'plan' };
  },
});
