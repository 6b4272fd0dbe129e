// Plans of extreme shapes, of which `npm run bench:shapes` measures how lint grows with them: no rule fails on any.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type LintOptions, lintFile } from '../../server/src/rules/run.ts';
import { createStore } from '../../server/src/workspace/store.ts';
import { createMemoryHost } from '../support/memory-host.ts';
import { findRules } from '../support/rules.ts';
import { shapes } from './plans/shapes.ts';

const catalogue = await Promise.all((await findRules()).map((rule) => rule.load()));
const options: LintOptions = { catalogue, asOf: '2026-11-22', profile: 'cn', severities: new Map(), ruleOptions: new Map(), cycles: {} };

for (const [name, { files }] of Object.entries(shapes)) {
  test(`${name}: every rule comes to an end`, async () => {
    const closure = await createStore(createMemoryHost(files(12))).closure('main.plan.yaml');
    const crashes = lintFile(closure, options).flatMap((result) => result.crashes);
    assert.deepEqual(crashes, []);
  });
}
