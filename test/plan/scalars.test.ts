// What was meant by a date or a duration that is written otherwise.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { dateMeant, durationMeant } from '../../server/src/plan/scalars.ts';

test('a date of another form is told where its year stands first and the day exists', () => {
  for (const text of ['2025年6月3日', '2025-6-3', '2025/06/03', '2025.6.3', '２０２５年６月３日', ' 2025 年 6 月 3 日 ']) {
    assert.equal(dateMeant(text), '2025-06-03', text);
  }
  for (const text of ['2025年6月31日', '3/6/2025', '2025年6月', '25-6-3', 'soon']) assert.equal(dateMeant(text), undefined, text);
});

test('a duration of another form is told where its unit is one', () => {
  const known = {
    '30分钟': '30min',
    '1 小时': '1h',
    '2个小时': '2h',
    '30 min': '30min',
    '3年': '3y',
    '36个月': '36mo',
    '2 weeks': '14d',
    '24H': '24h',
  };
  for (const [text, duration] of Object.entries(known)) assert.equal(durationMeant(text), duration, text);
  for (const text of ['6m', '20个工作日', '30', '立即', 'PT1H']) assert.equal(durationMeant(text), undefined, text);
});
