// A fingerprint is that of a finding wherever it stands: baselines and comparisons of two states of a plan hold on to it.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import rule from '../../server/src/rules/rights/responsibility-overlap.ts';
import { lintFiles } from '../support/lint.ts';

test('of several actors that do the same, the findings have the same fingerprints in whatever order they stand', async () => {
  const inOrder = (ids: readonly string[]): Promise<readonly string[]> =>
    fingerprints(`organizations:
${ids.map((id) => `  ${id}: {name: ${id}, sector: government, responsibilities: {rescue-${id}: {action: Rescue, phases: response}}}`).join('\n')}
`);
  const before = await inOrder(['army', 'fire', 'port']);
  assert.equal(before.length, 2);
  for (const ids of [
    ['army', 'port', 'fire'],
    ['fire', 'army', 'port'],
    ['fire', 'port', 'army'],
    ['port', 'army', 'fire'],
    ['port', 'fire', 'army'],
  ])
    assert.deepEqual(await inOrder(ids), before, ids.join());
});

async function fingerprints(body: string): Promise<readonly string[]> {
  const head = 'govplan: "1"\nplan: {id: p, title: P, type: special, jurisdiction: {level: county, name: Q}, status: draft}\n';
  const { results } = await lintFiles({ 'a.plan.yaml': head + body }, 'a.plan.yaml', [rule]);
  return results.flatMap(({ findings }) => findings.map(({ fingerprint }) => fingerprint)).sort();
}
