import assert from 'node:assert/strict';
import { test } from 'node:test';
import { convertUnit, indicatorDefinition, indicatorDefinitions, unitName } from '../../server/src/governance/indicators.ts';

test('holds the registry of the classifier, method 1', () => {
  const rows = indicatorDefinitions.map(({ id, axis, unit, min, max }) => [id, axis, unit, min, max]);
  assert.deepEqual(rows, [
    ['wgi-government-effectiveness', 'government-capacity', 'percentile', 0, 100],
    ['wgi-political-stability', 'government-capacity', 'percentile', 0, 100],
    ['wgi-regulatory-quality', 'government-capacity', 'percentile', 0, 100],
    ['wgi-rule-of-law', 'government-capacity', 'percentile', 0, 100],
    ['wgi-control-of-corruption', 'government-capacity', 'percentile', 0, 100],
    ['wgi-voice-and-accountability', 'social-development', 'percentile', 0, 100],
    ['social-organizations-density', 'social-development', 'per-10k-population', 0, 50],
    ['emergency-social-organizations-share', 'social-development', 'share', undefined, undefined],
  ]);
  assert.equal(indicatorDefinition('gdp'), undefined);
});

test('converts units of one quantity', () => {
  assert.equal(convertUnit(548, 'per-million-population', 'per-10k-population'), 5.48);
  assert.equal(convertUnit(50, 'per-million-population', 'per-10k-population'), 0.5);
  assert.equal(convertUnit(54.8, 'per-100k-population', 'per-10k-population'), 5.48);
  assert.equal(convertUnit(0.55, 'per-1000-population', 'per-10k-population'), 5.5);
  assert.equal(convertUnit(1.1, 'per-1k-population', 'per-10k-population'), 11);
  assert.equal(convertUnit(6.6, 'percent', 'share'), 0.066);
  assert.equal(convertUnit(0.066, 'fraction', 'share'), 0.066);
  assert.equal(convertUnit(68, 'percentile-rank', 'percentile'), 68);
});

test('converts nothing between units of different quantities', () => {
  assert.equal(convertUnit(68, 'percent', 'percentile'), undefined);
  assert.equal(convertUnit(0.68, 'share', 'percentile'), undefined);
  assert.equal(convertUnit(5, 'per-10k-households', 'per-10k-population'), undefined);
  assert.equal(convertUnit(1, 'estimate', 'percentile'), undefined);
  assert.equal(unitName('estimate'), undefined);
  assert.equal(unitName('per-10k-population')?.zh, '个/万人');
});
