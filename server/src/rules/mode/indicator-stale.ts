// An indicator that speaks of a year long past.
import { defineRule } from '../rule.ts';

/** Years after which a figure no longer shows what the surroundings are like. */
const yearsCurrent = 5;

export default defineRule({
  id: 'indicator-stale',
  group: 'mode',
  severity: 'information',
  fix: 'none',
  summary: {
    en: 'An indicator is of a year more than five before the check date.',
    zh: '指标数据年份早于检查日期五年以上。',
  },
  why: {
    en: 'Capacity and social development change. The mode that the context calls for should rest on what is true now.',
    zh: '政府能力和社会发展程度不断变化，判断适用模式应依据当前情况。',
  },
  source: '',
  messages: {
    stale: {
      en: "Indicator '{id}' is of {year}, more than five years before the check date {asOf}. Add a newer figure.",
      zh: '指标“{id}”为 {year} 年数据，距检查日期 {asOf} 已超过五年。请补充较新的数据。',
    },
  },
  *check({ content }, { asOf }) {
    const indicators = content.context?.indicators ?? [];
    const newest = new Map<string, number>();
    for (const { id, year } of indicators) {
      if (id && year) newest.set(id.value, Math.max(newest.get(id.value) ?? year.value, year.value));
    }
    for (const { id, year } of indicators) {
      // Of one indicator in several years only the newest counts: the older ones are its history.
      if (id === undefined || year === undefined || year.value < (newest.get(id.value) ?? year.value)) continue;
      if (Number(asOf.slice(0, 4)) - year.value <= yearsCurrent) continue;
      yield { message: 'stale', at: year.node, data: { id: id.value, year: year.value, asOf } };
    }
  },
});
