// Rules are found by their files, and begun by a command.
import { strict as assert } from 'node:assert';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { test } from 'node:test';
import { catalogueFile } from '../../server/tools/catalogue.ts';
import { bringUpToDate } from '../../server/tools/generated-file.ts';
import { scaffoldRule } from '../../server/tools/rule-scaffold.ts';
import { parsePage } from '../support/page.ts';

/** Runs with a repository that has these files and no others. */
async function withFiles(paths: readonly string[], run: (root: string) => Promise<void>): Promise<void> {
  const root = mkdtempSync(join(tmpdir(), 'govplan-'));
  try {
    for (const path of ['server/src/rules/rule.ts', ...paths]) {
      mkdirSync(dirname(join(root, path)), { recursive: true });
      writeFileSync(join(root, path), '');
    }
    await run(root);
  } finally {
    rmSync(root, { recursive: true });
  }
}

test('the catalogue lists the rules of all groups by id', async () => {
  const files = ['network/b-rule.ts', 'legal/a-rule.ts', 'network/notes.md', 'shared/common.ts'].map((path) => `server/src/rules/${path}`);
  await withFiles(files, async (root) => {
    const { content } = await catalogueFile(root);
    const lines = content.split('\n').slice(2);
    assert.deepEqual(lines, [
      "import aRuleRule from './legal/a-rule.ts';",
      "import bRuleRule from './network/b-rule.ts';",
      '',
      '/** Every rule, sorted by id. */',
      'export const catalogue: readonly Rule[] = [',
      '  aRuleRule,',
      '  bRuleRule,',
      '];',
      '',
    ]);
  });
});

test('a catalogue without rules is empty', async () => {
  await withFiles([], async (root) => assert.match((await catalogueFile(root)).content, /catalogue: readonly Rule\[\] = \[\];\n$/));
});

test('two groups cannot have a rule of one id', async () => {
  await withFiles(['server/src/rules/legal/a.ts', 'server/src/rules/network/a.ts'], async (root) => {
    await assert.rejects(catalogueFile(root), /two rules of the id a/);
  });
});

test('a new rule is two files, once', async () => {
  await withFiles([], async (root) => {
    const scaffold = await scaffoldRule(root, 'legal/some-rule');
    assert('files' in scaffold);
    assert.deepEqual(
      scaffold.files.map(({ path }) => path),
      ['server/src/rules/legal/some-rule.ts', 'test/rules/some-rule.md'],
    );
    for (const file of scaffold.files) assert.equal(await bringUpToDate(root, file, false), true);
    for (const file of scaffold.files) assert.equal(await bringUpToDate(root, file, true), false, 'what is up to date is left alone');
    assert.match(await refusal(root, 'network/some-rule'), /exists already, in the group legal/);
  });
});

test('the page of a new rule marks the id that its check points at', async () => {
  await withFiles([], async (root) => {
    const scaffold = await scaffoldRule(root, 'legal/some-rule');
    assert('files' in scaffold);
    const [rule, page] = scaffold.files;
    assert.match(rule?.content ?? '', /message: 'found', at: organization\.idNode/);
    const [bad] = parsePage(page?.content ?? '', 'some-rule').fences;
    assert(bad);
    const [, line = '', from = '', to = ''] = /^(\d+):(\d+)-\1:(\d+)$/.exec(bad.markers[0]?.range ?? '') ?? [];
    const written = bad.text.split('\n')[Number(line) + bad.headLines] ?? '';
    assert.equal(written.slice(Number(from), Number(to)), 'blue-sky');
    assert.equal(bad.markers[0]?.key, 'some-rule:found');
  });
});

test('names that are no rule’s are refused', async () => {
  await withFiles(['test/rules/paged.md'], async (root) => {
    for (const name of ['', 'some-rule', 'legal/', 'legal/a/b']) assert.match(await refusal(root, name), /<group>\/<id>/, name);
    for (const name of ['legal/SomeRule', 'legal/some_rule', 'legal/-a', 'legal/a--b', 'legal/1a'])
      assert.match(await refusal(root, name), /no rule id/, name);
    assert.match(await refusal(root, 'shared/some-rule'), /no group 'shared'/);
    assert.match(await refusal(root, 'legal/paged'), /test\/rules\/paged\.md exists already/);
  });
});

async function refusal(root: string, name: string): Promise<string> {
  const scaffold = await scaffoldRule(root, name);
  return 'refusal' in scaffold ? scaffold.refusal : '';
}
