// A plan in force that was not exercised within its cycle.
import { parseDuration } from '../../plan/scalars.ts';
import { daysBetween } from '../../text/calendar.ts';
import { defineRule } from '../rule.ts';
import { earliestEnd } from '../shared/cycle-end.ts';
import { planPlace } from '../shared/plan-place.ts';
import { exerciseCycle, profilePack } from '../shared/profiles.ts';
import { entriesUnread } from '../shared/unread.ts';

export default defineRule({
  id: 'exercise-overdue',
  group: 'life-cycle',
  severity: 'warning',
  fix: 'none',
  summary: {
    en: 'The plan was not exercised within its cycle.',
    zh: '预案未按周期演练。',
  },
  why: {
    en: 'Only an exercise shows whether those who must work together can.',
    zh: '只有通过演练才能检验各方能否协同。',
  },
  source: 'Measures for emergency plans (cn)',
  messages: {
    overdue: {
      en: 'The newest exercise was on {last}; the next was due by {due}, and the check date is {date}. Hold an exercise and enter it.',
      zh: '最近一次演练为 {last}，最迟应于 {due} 再次演练（检查日期 {date}）。请组织演练并登记。',
    },
    never: {
      en: 'The plan took effect on {last} and was never exercised; an exercise was due by {due}, and the check date is {date}. Hold one and enter it.',
      zh: '预案自 {last} 起施行，从未演练，最迟应于 {due} 演练（检查日期 {date}）。请组织演练并登记。',
    },
  },
  *check(plan, { asOf, profile, cycles, doubts }) {
    const { head, content } = plan;
    if (head.status?.value !== 'in-force' || head.type === undefined) return;
    if (
      entriesUnread(content, 'exercises') ||
      doubts.keys.mayMean(content, 'exercises') ||
      content.exercises.some(({ on }) => on === undefined)
    )
      return;
    // A planned exercise is none yet.
    const held = content.exercises.flatMap(({ on }) => (on && on.value <= asOf ? [on] : []));
    // Of several on one day the first in the plan.
    const [newest] = held.sort((a, b) => daysBetween(a.value, b.value) ?? 0);
    const last = newest ?? head.effective;
    const own = cycles.exercise === undefined ? undefined : parseDuration(cycles.exercise);
    const due = last && earliestEnd(last.value, [own, exerciseCycle(profilePack(profile), head.type.value)]);
    if (last === undefined || due === undefined || due >= asOf) return;
    const at = newest?.node ?? (content.exercises.length > 0 ? planPlace(plan, 'exercises') : last.node);
    yield { message: newest ? 'overdue' : 'never', at, entity: 'plan', data: { last: last.value, due, date: asOf } };
  },
});
