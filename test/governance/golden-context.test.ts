// Contexts whose mode was worked out by hand from classifier.md §1: every cell, the source paper's own case, and its slip of units.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { convertUnit } from '../../server/src/governance/indicators.ts';
import { assertNear, classifyText } from './classified.ts';

test('the four contexts call for the four modes', async () => {
  for (const [capacity, development, mode] of [
    ['low', 'low', 'government-control'],
    ['low', 'high', 'social-autonomy'],
    ['high', 'low', 'collaborative-governance'],
    ['high', 'high', 'equal-cooperation'],
  ]) {
    const { mode: called } = await contextOf(`{government-capacity: ${capacity}, social-development: ${development}}`);
    assert.equal(called, mode);
  }
});

const wgi = '{id: wgi-government-effectiveness, value: 50, unit: percentile, year: 2017}';

test("the source paper's own case calls for collaborative governance", async () => {
  const context = await contextOf(
    `{indicators: [${wgi}, {id: social-organizations-density, value: 5.5, unit: per-10k-population, year: 2017}]}`,
  );
  assert.equal(context.mode, 'collaborative-governance');
  assertNear(context.governmentCapacity?.score, 0.5, 'capacity');
  assert.equal(context.governmentCapacity?.high, true);
  assertNear(context.socialDevelopment?.score, 0.11, 'development');
});

test("the source paper's slip of units is never scored as it stands", async () => {
  const density = (value: number, unit: string): string =>
    `{indicators: [${wgi}, {id: social-organizations-density, value: ${value}, unit: ${unit}}]}`;
  // 762,000 organizations for 1,390.8 million people.
  const perMillion = 762_000 / 1390.8;
  const read = await contextOf(density(perMillion, 'per-million-population'));
  assert.equal(read.socialDevelopment, undefined);
  assert.equal(read.mode, undefined);

  const converted = convertUnit(perMillion, 'per-million-population', 'per-10k-population');
  assertNear(converted, 762_000 / 139_080, 'density');
  assert.equal((await contextOf(density(converted as number, 'per-10k-population'))).mode, 'collaborative-governance');

  // Read literally, the benchmark of 50 per million would make China's 548 per million a highly developed society.
  const literal = `{indicators: [${wgi}, {id: density-by-the-letter, axis: social-development, value: ${perMillion}, unit: per-million-population, min: 0, max: 50}]}`;
  assert.equal((await contextOf(literal)).mode, 'equal-cooperation');
});

test('an axis is the mean of its scored indicators, of one id the newest year', async () => {
  const { governmentCapacity, mode } = await contextOf(`
  indicators:
    - {id: wgi-rule-of-law, value: 90, unit: percentile, year: 2015}
    - {id: wgi-rule-of-law, value: 30, unit: percentile, year: 2020}
    - {id: wgi-rule-of-law, value: 99, unit: score, year: 2021}
    - {id: wgi-political-stability, value: 140, unit: percentile, axis: social-development, min: 0, max: 1000}
    - {id: backlog, value: 8, unit: months, axis: government-capacity, min: 10, max: 0}
    - {id: flat, value: 8, unit: months, axis: government-capacity, min: 8, max: 8}
    - {id: emergency-social-organizations-share, value: 0.07, unit: share}`);
  // 0.3, clamped 1, and 0.2 on the inverted scale; what has a wrong unit or no scale does not count.
  assertNear(governmentCapacity?.score, (0.3 + 1 + 0.2) / 3, 'capacity');
  assert.equal(mode, undefined);
});

test('what is declared counts before what is measured', async () => {
  const { governmentCapacity } = await contextOf(`{government-capacity: low, indicators: [${wgi.replace('50', '90')}]}`);
  assert.deepEqual(governmentCapacity, { score: 0, high: false, borderline: false, declared: 0, measured: 0.9 });
});

test('a context score is borderline within 0.1 of the middle, the edge included', async () => {
  for (const [value, borderline, high] of [
    [39.9, false, false],
    [40, true, false],
    [49.9, true, false],
    [60, true, true],
    [60.1, false, true],
  ] as const) {
    const { governmentCapacity } = await contextOf(`{indicators: [${wgi.replace('50', String(value))}]}`);
    assert.deepEqual([governmentCapacity?.borderline, governmentCapacity?.high], [borderline, high], String(value));
  }
});

async function contextOf(context: string) {
  const text = `govplan: "1"\nplan: {id: p, title: T, type: overall, jurisdiction: {level: county, name: N}, status: draft}\ncontext: ${context}\n`;
  return (await classifyText(text)).classification.context;
}
