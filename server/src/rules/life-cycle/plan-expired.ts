// A plan that is in force by its status, but expired by its date.
import { defineRule } from '../rule.ts';

export default defineRule({
  id: 'plan-expired',
  group: 'life-cycle',
  severity: 'error',
  fix: 'none',
  summary: {
    en: 'A plan in force has expired.',
    zh: '现行预案已过失效日期。',
  },
  why: {
    en: 'After its last day a plan gives nobody any authority, whatever its status says.',
    zh: '预案过期后，无论状态如何标注，都不再授予任何职权。',
  },
  source: '',
  messages: {
    expired: {
      en: 'The plan is in force by its status, but expired on {expires}; the check date is {date}. Extend or replace it, or correct its status.',
      zh: '预案状态为现行有效，但已于 {expires} 失效（检查日期 {date}）。请延期、更新预案，或更正其状态。',
    },
  },
  labels: { status: { en: 'Its status.', zh: '预案状态。' } },
  *check({ head: { status, expires } }, { asOf }) {
    if (status?.value !== 'in-force' || expires === undefined || expires.value >= asOf) return;
    const related = [{ at: status.node, label: 'status' }];
    yield { message: 'expired', at: expires.node, data: { expires: expires.value, date: asOf }, related };
  },
});
