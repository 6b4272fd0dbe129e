// Plans of extreme shapes: everybody unlinked, one body of thousands, one organization in a thousand bodies. No rule fails on them; and with
// GOVPLAN_SHAPES=1, four times the plan must not cost much more than four times the time: ratios within one run, no absolute times.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { PlanDocument } from '../../server/src/plan/build.ts';
import { type LintOptions, lintFile } from '../../server/src/rules/run.ts';
import { linkDocument } from '../../server/src/workspace/link.ts';
import { type Closure, createStore } from '../../server/src/workspace/store.ts';
import { createMemoryHost, type MemoryFiles } from '../support/memory-host.ts';
import { findRules } from '../support/rules.ts';
import { shapes } from './plans/shapes.ts';

const catalogue = await Promise.all((await findRules()).map((rule) => rule.load()));
const options: LintOptions = { catalogue, asOf: '2026-11-22', profile: 'cn', severities: new Map(), ruleOptions: new Map(), cycles: {} };

/** Four times the work is four times the time; whatever grows with the square takes sixteen times as long. */
const [times, most] = [4, 8];
/** In less time than this a ratio is one of chance. Milliseconds. */
const measurable = 8;

for (const [name, { files, size }] of Object.entries(shapes)) {
  test(`${name}: every rule comes to an end`, async () => {
    const closure = await closureOf(files(12));
    assert.deepEqual(
      lintFile(closure, options).flatMap(({ crashes }) => crashes),
      [],
    );
  });
  test(`${name}: ${times} times the plan`, { skip: process.env.GOVPLAN_SHAPES === undefined }, async (t) => {
    const [small, large] = [await measure(files(size)), await measure(files(size * times))];
    const ratio = large.lint / Math.max(small.lint, measurable);
    const linking = `${small.link.toFixed(0)} → ${large.link.toFixed(0)} ms`;
    const figures = `${small.lint.toFixed(0)} → ${large.lint.toFixed(0)} ms (×${ratio.toFixed(1)}), of which linking ${linking}`;
    t.diagnostic(`${name}, ${size} → ${size * times}: ${figures}`);
    assert.ok(ratio < most, figures);
  });
}

interface Timing {
  readonly link: number;
  readonly lint: number;
}

/** The best of some rounds, in milliseconds of processor time: others may be at work on the machine. */
async function measure(files: MemoryFiles): Promise<Timing> {
  const closure = await closureOf(files);
  const [document] = closure.entry.documents as readonly [PlanDocument];
  const best = { link: Number.POSITIVE_INFINITY, lint: Number.POSITIVE_INFINITY };
  for (let round = 0; round < 4; round++) {
    best.link = Math.min(
      best.link,
      timeOf(() => linkDocument(document, closure)),
    );
    best.lint = Math.min(
      best.lint,
      timeOf(() => lintFile(closure, options)),
    );
  }
  return best;
}

function timeOf(work: () => void): number {
  const before = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}

function closureOf(files: MemoryFiles): Promise<Closure> {
  return createStore(createMemoryHost(files)).closure('main.plan.yaml');
}
