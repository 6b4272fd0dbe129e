// A plan that was filed too late after its issue.
import { workingDaysBetween } from '../../text/calendar.ts';
import { defineRule } from '../rule.ts';
import { profilePack } from '../shared/profiles.ts';

export default defineRule({
  id: 'filing-late',
  group: 'life-cycle',
  severity: 'warning',
  profiles: ['cn'],
  fix: 'none',
  summary: {
    en: 'The plan was filed more than 20 working days after its issue.',
    zh: '预案印发超过 20 个工作日后才备案。',
  },
  why: {
    en: 'Filing lets the level above check that plans fit together. Public holidays are not known here: only Saturdays and Sundays are left out.',
    zh: '备案使上级能够核查预案是否衔接。此处仅扣除周六、周日，未计法定节假日。',
  },
  source: 'Measures for emergency plans (cn), Art. 26',
  messages: {
    late: {
      en: 'The plan was issued on {issued} and filed on {filed}, {days} working days later; the limit is {limit}. Record why, and file the next version in time.',
      zh: '预案于 {issued} 印发，{filed} 备案，间隔 {days} 个工作日，超过 {limit} 个工作日的时限。请说明原因，下一版按时备案。',
    },
  },
  labels: { issued: { en: 'The day of issue.', zh: '印发日期。' } },
  options: {
    'working-days': {
      minimum: 1,
      doc: { en: 'The limit in working days; default that of the profile.', zh: '备案时限（工作日）；默认取自规则包。' },
    },
  },
  *check({ head }, { option }) {
    const { issued } = head;
    const filed = head.filing?.on;
    if (issued === undefined || filed === undefined) return;
    const limit = Number(option('working-days') ?? profilePack('cn').filing.workingDays);
    const days = workingDaysBetween(issued.value, filed.value);
    // A limit that is no number compares with nothing; the configuration's own check has said so.
    if (days === undefined || !(days > limit)) return;
    const data = { issued: issued.value, filed: filed.value, days, limit };
    yield { message: 'late', at: filed.node, data, related: [{ at: issued.node, label: 'issued' }] };
  },
});
