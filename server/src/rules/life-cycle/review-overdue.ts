// A plan in force whose review is overdue.
import { parseDuration } from '../../plan/scalars.ts';
import { findEntry } from '../../yaml/view.ts';
import { defineRule } from '../rule.ts';
import { earliestEnd } from '../shared/cycle-end.ts';
import { profilePack } from '../shared/profiles.ts';

export default defineRule({
  id: 'review-overdue',
  group: 'life-cycle',
  severity: 'warning',
  fix: 'none',
  summary: {
    en: 'The plan was not reviewed within its cycle.',
    zh: '预案未按周期评估。',
  },
  why: {
    en: 'Organizations, risks and laws change. What was not reviewed for years misleads those who rely on it.',
    zh: '机构、风险和法律都在变化。多年未评估的预案会误导使用者。',
  },
  source: 'Measures for emergency plans (cn)',
  messages: {
    overdue: {
      en: 'The last review was on {last}; the next was due by {due}, and the check date is {date}. Review the plan and enter the date.',
      zh: '最近一次评估为 {last}，最迟应于 {due} 再次评估（检查日期 {date}）。请评估预案并填写日期。',
    },
    never: {
      en: 'The plan took effect on {last} and no review is on record; one was due by {due}, and the check date is {date}. Review the plan and enter the date.',
      zh: '预案自 {last} 起施行，没有评估记录，最迟应于 {due} 评估（检查日期 {date}）。请评估预案并填写日期。',
    },
  },
  *check({ head }, { asOf, profile, cycles, doubts: { keys, hidden } }) {
    const { review, effective, status } = head;
    if (status?.value !== 'in-force' || keys.mayMean(head, 'review')) return;
    if (review === undefined ? head.broken.has('review') : hidden.in(review, 'last', 'cycle')) return;
    const last = review?.last ?? effective;
    const own = [review?.cycle?.value, cycles.review === undefined ? undefined : parseDuration(cycles.review)];
    const due = last && earliestEnd(last.value, [...own, profilePack(profile).cycles.review]);
    if (last === undefined || due === undefined || due >= asOf) return;
    const at = review?.last?.node ?? (review && findEntry(head.node, 'review')?.key) ?? last.node;
    yield { message: review?.last ? 'overdue' : 'never', at, entity: 'plan', data: { last: last.value, due, date: asOf } };
  },
});
