// The plans that everybody is measured on: the same every time, sound, near to real ones; and the edits that are typed into them.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { catalogue } from '../../server/src/rules/catalogue.generated.ts';
import { lintFiles } from '../support/lint.ts';
import { typing, worstEdits } from './edits.ts';
import { generatePlan } from './generate-plan.ts';
import { bytesOf, linesOf, sectionNames } from './plans/sections.ts';
import { generateWorkspace } from './plans/workspace.ts';

test('a plan is as large as it is asked to be, and the same every time', () => {
  for (const bytes of [8_000, 50_000, 500_000]) {
    const text = generatePlan(bytes);
    assert.equal(text, generatePlan(bytes));
    assert.ok(bytesOf(text) >= bytes && bytesOf(text) < bytes + 1000, `${bytesOf(text)} bytes for ${bytes}`);
  }
  for (const lines of [200, 2000]) {
    const found = linesOf(generatePlan({ lines }));
    assert.ok(found >= lines && found < lines + 20, `${found} lines for ${lines}`);
  }
});

test('the smallest plan has about 5 KB', () => {
  assert.ok(Math.abs(bytesOf(generatePlan(5 * 1024)) - 5 * 1024) < 512);
});

test('a plan has all sections, Chinese text and comments, and no part of it twice', () => {
  const text = generatePlan(50_000);
  for (const name of sectionNames) assert.equal(text.split(`\n${name}:\n`).length, 2, name);
  assert.ok((text.match(/\p{Script=Han}/gu) ?? []).length > text.length / 20);
  assert.match(text, /^ *# .*\p{Script=Han}/mu);
  const names = [...text.matchAll(/^ {4}name: (.*)$/gm)].map(([, name]) => name);
  assert.equal(new Set(names).size, names.length);
});

test('plans lint without a finding, so that nobody is timed while printing', async () => {
  for (const size of [5000, 60_000]) {
    const { results } = await lintFiles({ 'a.plan.yaml': generatePlan(size) }, 'a.plan.yaml', catalogue);
    assert.deepEqual(results.flatMap(messages), []);
  }
});

test('plans of a workspace import shared libraries, and lint without a finding', async () => {
  const files = generateWorkspace(51, 8 * 1024);
  const paths = [...files.keys()];
  assert.equal(paths.filter((path) => path.startsWith('libraries/')).length, 3);
  const ids = [...files.values()].flatMap((text) => /^ {2}id: (.*)$/m.exec(text)?.[1] ?? []);
  assert.equal(new Set(ids).size, 51);
  for (const path of [paths[2], paths.at(-1), 'libraries/law.plan.yaml'] as string[]) {
    const { results } = await lintFiles(Object.fromEntries(files), path, catalogue);
    assert.deepEqual(results.flatMap(messages), [], path);
  }
});

test('a plan without its libraries is found out: its references lead there', async () => {
  const [path, text] = [...generateWorkspace(1, 8 * 1024)].at(-1) as [string, string];
  const { results } = await lintFiles({ [path]: text }, path, catalogue);
  assert.ok(results.flatMap(messages).includes('import-failed'));
});

test('every edit changes the plan, and is taken back', () => {
  const text = generatePlan({ lines: 400 });
  for (const { name, steps } of [typing(text), ...worstEdits(text)]) {
    const document = TextDocument.create('file:///a.plan.yaml', 'yaml', 0, text);
    for (const [index, changes] of steps.entries()) {
      const before = document.getText();
      TextDocument.update(document, [...changes], index + 1);
      assert.notEqual(document.getText(), before, name.en);
    }
    assert.equal(document.getText(), text, name.en);
  }
});

test('the id that is renamed is much used', () => {
  const [changes = []] = worstEdits(generatePlan(100_000)).find(({ name }) => name.en.includes('everywhere'))?.steps ?? [];
  assert.ok(changes.length > 50, `${changes.length} places`);
});

function messages({ findings }: Awaited<ReturnType<typeof lintFiles>>['results'][number]): readonly string[] {
  return findings.map(({ rule }) => (typeof rule === 'string' ? rule : rule.id));
}
