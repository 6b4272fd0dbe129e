// Links stand for pairs, and documents for all that they import, so that few lines stand for much: what is more than a plan can have is said and
// not computed.
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
  const mutual = await lintLinks(230, ['type: coordinate, mutual: true']);
  assert.equal(mutual.ties, 0);
  const together = await lintLinks(230, ['type: report', 'type: coordinate']);
  assert.equal(together.ties, 230 * 229);
  const alone = await lintLinks(330, ['type: coordinate']);
  assert.equal(alone.ties, 0);
  assert.ok(!alone.rules.some((rule) => /unlinked|link-missing|mode-/.test(rule)), alone.rules.join());
});

test('what the documents of a file import together is bounded, each has its share, and nothing is said to be missing that may stand there', async () => {
  const document = (index: number): string =>
    `govplan: "1"\nimports: [small.plan.yaml, large.plan.yaml]\nplan: {id: p${index}, title: P, type: special, jurisdiction: {level: county, name: Q}, status: draft, hazards: [flood]}\nlinks: [{from: s0, to: [s1, l0], type: report}]\n`;
  const library = (prefix: string, size: number): string =>
    `govplan: "1"\norganizations:\n${Array.from({ length: size }, (_, i) => `  ${prefix}${i}: {name: O, sector: government}\n`).join('')}`;
  const shape = catalogue.filter(({ group }) => group === 'shape');
  const lint = async (documents: number): Promise<readonly string[]> => {
    const files = {
      'a.plan.yaml': Array.from({ length: documents }, (_, i) => document(i)).join('---\n'),
      'small.plan.yaml': library('s', 10),
      'large.plan.yaml': library('l', 3990),
    };
    const { results } = await lintFiles(files, 'a.plan.yaml', shape);
    return results.flatMap(({ findings }) => findings.map(({ rule, message, data }) => `${rule.id} ${message} ${data?.path ?? ''}`));
  };
  const isAboutNames = (finding: string): boolean => /^(?:limit-exceeded|dangling-reference|import-failed)/.test(finding);
  assert.deepEqual((await lint(4)).filter(isAboutNames), []);
  assert.deepEqual((await lint(501)).filter(isAboutNames), Array(501).fill('limit-exceeded imported-declarations large.plan.yaml'));
});
