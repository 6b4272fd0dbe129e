// The core against the oracle on random plans: every number to 1e-9, every name. GOVPLAN_RUNS asks for more plans than the quick suite takes.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { classificationJson } from '../../server/src/report/classification-json.ts';
import { createSourceFile } from '../../server/src/workspace/source-file.ts';
import { changedDocuments, rightDocuments } from '../plan/documents.ts';
import { assertAgreement, classifyText } from './classified.ts';
import { deletions } from './oracle-facts.ts';
import { type GeneratedPlan, planPath, plans } from './plans.ts';

const numRuns = Number(process.env.GOVPLAN_RUNS ?? 150);

test(`the core agrees with the oracle on ${numRuns} random plans`, async () => {
  await fc.assert(
    fc.asyncProperty(plans, async (generated) => {
      await assertAgreement(generated);
    }),
    { numRuns },
  );
});

test('it agrees on plans with so many elements that stability tries a part of them', async () => {
  await fc.assert(
    fc.asyncProperty(plans, fc.array(fc.nat(200), { minLength: 3, maxLength: 3 }), async (generated, sizes) => {
      const { oracle } = await assertAgreement(padded(generated, sizes));
      assert.ok(deletions(oracle.facts).length > 400);
    }),
    { numRuns: Math.ceil(numRuns / 20) },
  );
});

test('whatever is wrong with a document, what can be read of it is measured within its bounds', async () => {
  const inBounds = (value: unknown, path: string): void => {
    if (typeof value === 'number') assert.ok(value >= -1e-9 && value <= 1 + 1e-9, `${path} is ${value}`);
    else if (typeof value === 'object' && value !== null)
      for (const [key, inner] of Object.entries(value)) inBounds(inner, `${path}/${key}`);
  };
  await fc.assert(
    fc.asyncProperty(fc.oneof(changedDocuments, rightDocuments), async (document) => {
      const text = JSON.stringify(document);
      if (createSourceFile(planPath, text).documents[0]?.content?.plan === undefined) return;
      const { classification, network } = await classifyText(text);
      const { context, structure, phases } = classificationJson(classification, network);
      inBounds({ context, structure, phases }, '');
    }),
    { numRuns: Math.max(100, numRuns) },
  );
});

/** The plan with rights that change nothing, in the first and last of its own organizations and in those it imports. */
function padded({ main, libraries }: GeneratedPlan, [a = 0, b = 0, c = 0]: readonly number[]): GeneratedPlan {
  const voices = (prefix: string, count: number) =>
    Object.fromEntries(Array.from({ length: count }, (_, n) => [`${prefix}${n}`, { kind: 'propose' }]));
  const organization = (prefix: string, count: number) => ({ name: 'O', sector: 'expert', rights: voices(prefix, count) });
  const organizations = { first: organization('a', a), ...main.organizations, last: organization('b', b) };
  const bodies = { ...main.bodies, filled: { name: 'B', kind: 'council', chair: 'first', rights: voices('d', 401 - a - b + c) } };
  const library = libraries['library.plan.yaml'];
  const far = { ...library, organizations: { ...library.organizations, far: organization('c', c) } };
  const withFar = { ...main, cultivation: [{ kind: 'train', provider: 'first', recipients: 'far' }] };
  return { main: { ...withFar, organizations, bodies }, libraries: { ...libraries, 'library.plan.yaml': far } };
}
