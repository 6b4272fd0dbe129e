// A number beside a threshold must not look as if it were on the other side.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { figure } from '../../server/src/rules/shared/figure.ts';

const cases: readonly (readonly [number, string])[] = [
  [0.356, '0.36'],
  [1, '1.00'],
  [0.7, '0.70'],
  [0.6971, '0.697'],
  [0.7004, '0.7004'],
  [0.3996, '0.3996'],
  [0.4 - 1e-12, '0.40'],
  [0.497, '0.497'],
  [0.69999, '0.7000'],
];

for (const [value, text] of cases) test(`${value} is shown as ${text}`, () => assert.equal(figure(value), text));
