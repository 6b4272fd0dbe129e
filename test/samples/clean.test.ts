// The samples that people learn from are free of findings, and those of one mode each have exactly the findings that their heads name.
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import { catalogue } from '../../server/src/rules/catalogue.generated.ts';
import { lintSamples, type SampleFinding } from '../../server/tools/precision-samples.ts';
import { root } from '../support/rules.ts';

const { asOf, paths, findings } = await lintSamples(root, 'samples');

test('the samples are read on their own day, whatever today is', () => assert.equal(asOf, '2026-11-22'));

test('the good samples have no finding', () => {
  const good = paths.filter((path) => !path.startsWith('samples/bad/') && !path.startsWith('samples/modes/'));
  assert.ok(good.length >= 10, 'there are good samples');
  const found = findings.filter(({ path, excused }) => good.includes(path) && !excused);
  assert.deepEqual(found.map(shown), []);
});

for (const path of paths.filter((name) => name.startsWith('samples/modes/'))) {
  test(`${path} has the findings that its head names`, async () => {
    const text = await readFile(join(root, path), 'utf8');
    const head = text.slice(0, text.search(/^govplan:/m));
    const named = catalogue.map(({ id }) => id).filter((id) => new RegExp(`(?<![\\w-])${id}(?![\\w-])`).test(head));
    const found = findings.filter((finding) => finding.path === path);
    assert.deepEqual([...new Set(found.map(({ rule }) => rule))].sort(), named, found.map(shown).join('\n'));
    if (named.length === 0) assert.match(head, /[Ww]ithout findings/, 'a head says that nothing is found');
  });
}

function shown({ path, line, rule, message }: SampleFinding): string {
  return `${path}:${line} ${rule}: ${message}`;
}
