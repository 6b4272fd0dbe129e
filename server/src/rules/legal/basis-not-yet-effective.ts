// An instrument that comes into force only after the plan that rests on it.
import { defineRule } from '../rule.ts';
import { instrumentTitle } from '../shared/instrument-title.ts';
import { instrumentsOf } from '../shared/instruments.ts';

export default defineRule({
  id: 'basis-not-yet-effective',
  group: 'legal',
  severity: 'warning',
  fix: 'none',
  summary: { en: 'A legal basis takes effect after the plan.', zh: '法律依据的施行日期晚于预案。' },
  why: {
    en: 'Until the instrument is in force the plan rests on nothing.',
    zh: '依据尚未施行，预案就没有法律基础。',
  },
  source: '',
  messages: {
    early: {
      en: "'{title}' takes effect on {effective}, after the plan ({planEffective}). Cite what is in force when the plan takes effect, or move the plan's date.",
      zh: '《{title}》自 {effective} 起施行，晚于预案施行日期（{planEffective}）。请引用预案施行时有效的依据，或调整预案日期。',
    },
  },
  labels: { plan: { en: 'The plan takes effect here.', zh: '预案施行日期。' } },
  *check(plan) {
    const start = plan.head.effective;
    if (start === undefined) return;
    for (const basis of instrumentsOf(plan)) {
      const { effective } = basis;
      if (effective === undefined || effective.value <= start.value) continue;
      yield {
        message: 'early',
        at: effective.node,
        data: { title: instrumentTitle(basis), effective: effective.value, planEffective: start.value },
        related: [{ at: start.node, label: 'plan' }],
      };
    }
  },
});
