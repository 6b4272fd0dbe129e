// The arithmetic that the figures of docs/performance.md rest on.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { interleave, median, p95, ratio, summarize } from './statistics.ts';

test('the median is the middle value, or the mean of the two in the middle', () => {
  assert.equal(median([9, 1, 5]), 5);
  assert.equal(median([4, 1, 3, 2]), 2.5);
  assert.equal(median([7]), 7);
  assert.ok(Number.isNaN(median([])));
});

test('the 95th percentile is by nearest rank: of few values the greatest', () => {
  const hundred = Array.from({ length: 100 }, (_, i) => 100 - i);
  assert.equal(p95(hundred), 95);
  assert.equal(p95([3, 9, 1, 2, 4]), 9);
  assert.equal(p95(Array.from({ length: 20 }, (_, i) => i + 1)), 19);
  assert.ok(Number.isNaN(p95([])));
});

test('statistics leave the values as they were', () => {
  const values = Object.freeze([3, 1, 2]);
  assert.deepEqual([median(values), p95(values), [...values]], [2, 3, [3, 1, 2]]);
});

test('in every round everybody has a turn, and another one begins', async () => {
  const turns: string[] = [];
  const series = await interleave(['a', 'b', 'c'], 4, async (name, round) => {
    turns.push(`${name}${round}`);
    return [turns.length];
  });
  assert.equal(turns.join(' '), 'a0 b0 c0 b1 c1 a1 c2 a2 b2 a3 b3 c3');
  assert.deepEqual(series.get('a'), [[1], [6], [8], [10]]);
});

test('a ratio compares within the rounds, so a round that was slow for all changes nothing', () => {
  const slow = [[20], [2000], [20]];
  const fast = [[10], [1000], [10]];
  assert.equal(ratio(slow, fast), 2);
  assert.equal(ratio(fast, slow), 0.5);
});

test('a ratio takes the median of each round where a round has several values', () => {
  assert.equal(ratio([[1, 2, 90]], [[4]]), 0.5);
});

test('a ratio leaves out the rounds in which one of the two was not measured', () => {
  assert.equal(ratio([[20], [], [60]], [[10], [10], []]), 2);
});

test('a summary is of all values of all rounds', () => {
  assert.deepEqual(summarize([[1, 2], [3]]), { median: 2, p95: 3 });
});
