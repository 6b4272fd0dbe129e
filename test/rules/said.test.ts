// What the rules say: every text of the findings in the bad fences of their pages, in both languages, with the places they point to and the
// lines that their fixes change. `test/rules/said/<rule-id>.txt` is what somebody has read and found right; after a change of it:
//   npx node --test --test-update-snapshots test/rules/said.test.ts
import assert from 'node:assert/strict';
import { readdir, readFile } from 'node:fs/promises';
import { type TestContext, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { diffLines } from 'diff';
import type { Finding } from '../../server/src/rules/finding.ts';
import { renderFixTitle, renderMessage, renderRelated } from '../../server/src/rules/render.ts';
import type { Fix, Rule } from '../../server/src/rules/rule.ts';
import { applyEdits } from '../../server/src/text/edit.ts';
import { type Fence, parsePage } from '../support/page.ts';
import { type FenceRun, placeIn, runFence } from '../support/page-run.ts';
import { findRules, shapeRules } from '../support/rules.ts';

const folder = new URL('./', import.meta.url);
const languages = ['en', 'zh'] as const;
const rules = await findRules();
const shape = await shapeRules();

for (const { id, load } of rules) {
  test(`${id}: what it says`, async (t: TestContext) => {
    const rule = await load();
    const { fences } = parsePage(await readFile(new URL(`${id}.md`, folder), 'utf8'), id);
    const texts: string[] = [];
    for (const fence of fences.filter(({ kind }) => kind === 'bad')) texts.push(saidOf(rule, fence, await runFence(fence, rule, shape)));
    t.assert.fileSnapshot(texts.join('\n'), fileURLToPath(new URL(`said/${id}.txt`, folder)), { serializers: [String] });
  });
}

test('nothing is kept of rules that are gone', async () => {
  const names = rules.map(({ id }) => `${id}.txt`);
  assert.deepEqual((await readdir(new URL('said/', folder))).sort(), names.sort());
});

function saidOf(rule: Rule, fence: Fence, run: FenceRun): string {
  const own = run.findings.filter((finding) => finding.rule.id === rule.id);
  return [`# ${[fence.kind, ...[...fence.options].map((option) => option.join('='))].join(' ')}`, ...own.flatMap(linesOf)]
    .join('\n')
    .concat('\n');

  function linesOf(finding: Finding): readonly string[] {
    return [
      `${placeIn(fence, run.file, finding)} ${finding.severity}`,
      ...inBoth((language) => renderMessage(finding, language), '  '),
      ...finding.related.flatMap((related) => [
        `  ${placeIn(fence, run.file, related)}`,
        ...inBoth((language) => renderRelated(finding, related, language), '    '),
      ]),
      ...finding.fixes.flatMap((fix) => [
        `  ${fix.safe ? 'safe fix' : 'fix'}`,
        ...inBoth((language) => renderFixTitle(finding.rule, fix, language), '    '),
        ...changedLines(fence.text, fix).map((line) => `    ${line}`),
      ]),
    ];
  }
}

function inBoth(render: (language: (typeof languages)[number]) => string, indentation: string): readonly string[] {
  return languages.map((language) => indentation + render(language));
}

function changedLines(text: string, fix: Fix): readonly string[] {
  const changes = diffLines(text, applyEdits(text, fix.edits(text)).text).filter(({ added, removed }) => added || removed);
  return changes.flatMap(({ added, value }) =>
    value
      .replace(/\n$/, '')
      .split('\n')
      .map((line) => `${added ? '+' : '-'} ${line}`),
  );
}
