// The core against the oracle on random plans: every number to 1e-9, every name. GOVPLAN_RUNS asks for more plans than the quick suite takes.
import { test } from 'node:test';
import fc from 'fast-check';
import { assertAgreement } from './classified.ts';
import { plans } from './plans.ts';

const numRuns = Number(process.env.GOVPLAN_RUNS ?? 150);

test(`the core agrees with the oracle on ${numRuns} random plans`, async () => {
  await fc.assert(
    fc.asyncProperty(plans, async (generated) => {
      await assertAgreement(generated);
    }),
    { numRuns },
  );
});
