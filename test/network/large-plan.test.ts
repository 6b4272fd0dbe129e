// Plans far larger than any that people write: every rule of the family has to come to an end on them, and to keep what it shows short.
// How long that takes is measured in test/bench.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { lintFiles } from '../support/lint.ts';
import { findRules } from '../support/rules.ts';

/** A mayor, and organizations of which every fourth is of society. Half of them sit in the headquarters, the mayor commands the others. */
function planWith(size: number): string {
  const ids = Array.from({ length: size }, (_, index) => `o${index}`);
  const half = size / 2;
  const isSociety = (index: number): boolean => index % 4 === 0;
  const organizations = ids.map((id, index) => `  ${id}: {name: O, sector: ${isSociety(index) ? 'volunteer-group' : 'government'}}\n`);
  return `govplan: "1"
plan: {id: p, title: T, type: special, status: draft, hazards: flood, jurisdiction: {level: county, name: N}}
organizations:
  mayor: {name: Mayor, sector: government, responsibilities: {rescue: {action: Rescue, phases: response, with: [${ids}]}}}
${organizations.join('')}bodies:
  hq: {name: HQ, kind: command-headquarters, chair: mayor, office: mayor, members: [${ids.slice(0, half)}], basis: law}
functions:
  seated: {name: Seated, primary: mayor, support: [${ids.slice(0, half)}]}
  commanded: {name: Commanded, primary: mayor, support: [${ids.slice(half)}]}
links:
  - {from: mayor, to: [${ids.slice(half)}], type: command}
`;
}

const rules = await Promise.all((await findRules()).filter(({ group }) => group === 'network').map((rule) => rule.load()));

async function countFindings(size: number): Promise<Readonly<Record<string, number>>> {
  const { results } = await lintFiles({ 'large.plan.yaml': planWith(size) }, 'large.plan.yaml', rules);
  const findings = results.flatMap((result) => result.findings);
  assert.deepEqual(
    results.flatMap(({ crashes }) => crashes),
    [],
  );
  assert.ok(findings.every(({ related }) => related.length <= 20));
  const counts: Record<string, number> = {};
  for (const { rule, message } of findings) counts[`${rule.id}:${message}`] = (counts[`${rule.id}:${message}`] ?? 0) + 1;
  return counts;
}

for (const size of [2_000, 20_000]) {
  test(`${size} organizations: one finding a function, one an organization, none a pair`, async () => {
    assert.deepEqual(await countFindings(size), {
      'department-link-missing:untied': 1,
      'participation-channel-missing:unnamed': size / 4,
      'single-point-of-coordination:organization': 1,
      'society-society-link-missing:function': 1,
      'society-society-link-missing:actions': 1,
    });
  });
}
