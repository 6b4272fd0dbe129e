// Links stand for pairs, and few lines for many of them: what is more than a plan can have is said and not computed.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { catalogue } from '../../server/src/rules/catalogue.generated.ts';
import { lintFiles } from '../support/lint.ts';

/** A plan of `actors` organizations; each link joins all with all. */
async function lintLinks(actors: number, links: readonly string[]): Promise<{ readonly rules: readonly string[]; readonly ties: number }> {
  const ids = Array.from({ length: actors }, (_, i) => `o${i}`);
  const text = [
    'govplan: "1"',
    'plan: {id: p, title: P, type: special, jurisdiction: {level: county, name: Q}, status: draft, hazards: [flood]}',
    'organizations:',
    ...ids.map((id, i) => `  ${id}: {name: ${id}, sector: ${i % 2 === 0 ? 'government' : 'volunteer-group'}}`),
    'links:',
    ...links.map((more) => `- {from: [${ids}], to: [${ids}], ${more}}`),
  ].join('\n');
  const { results } = await lintFiles({ 'a.plan.yaml': text }, 'a.plan.yaml', catalogue);
  const rules = results.flatMap(({ findings }) => findings.map(({ rule, message }) => `${rule.id} ${message}`));
  return { rules, ties: results[0]?.linked.plan?.ties.length ?? 0 };
}

test('up to a hundred thousand pairs are read', async () => {
  const { rules, ties } = await lintLinks(200, ['type: coordinate', 'type: coordinate, mutual: false']);
  assert.equal(ties, 200 * 199);
  assert.ok(!rules.some((rule) => rule.startsWith('limit-exceeded')));
});

test('the link that passes the bound is named, and nothing is said to be missing that it may hold', async () => {
  const { rules, ties } = await lintLinks(230, ['type: report', 'type: coordinate, mutual: true']);
  assert.equal(ties, 230 * 229);
  assert.deepEqual(
    rules.filter((rule) => rule.startsWith('limit-exceeded')),
    ['limit-exceeded link-pairs'],
  );
  const alone = await lintLinks(330, ['type: coordinate']);
  assert.equal(alone.ties, 0);
  assert.ok(!alone.rules.some((rule) => /unlinked|link-missing|mode-/.test(rule)), alone.rules.join());
});
