// `govplan report`: where it goes, what it is judged by, and what is no plan.
import assert from 'node:assert/strict';
import { readdir, readFile } from 'node:fs/promises';
import { test } from 'node:test';
import { library, shortPlan, withFolder } from './command-line.ts';

test('the report goes to standard output, or whole into a file', () =>
  withFolder({ 'a.plan.yaml': shortPlan }, async (folder) => {
    const shown = await folder.run(['report', 'a.plan.yaml']);
    assert.deepEqual([shown.code, shown.stderr], [0, '']);
    assert.match(shown.stdout, /^<!DOCTYPE html>\n<html lang="en">/);
    const written = await folder.run(['report', 'a.plan.yaml', '--out', 'r.html']);
    assert.deepEqual([written.code, written.stdout, written.stderr], [0, '', '']);
    assert.equal(await folder.read('r.html'), shown.stdout);
    assert.deepEqual((await readdir(folder.path)).sort(), ['a.plan.yaml', 'r.html']);
  }));

test('Markdown, the language and the check date are chosen', () =>
  withFolder({ 'a.plan.yaml': shortPlan }, async (folder) => {
    const { stdout, code } = await folder.run(['report', '--format', 'md', '--lang', 'zh', '--as-of', '2025-03-04', 'a.plan.yaml']);
    assert.equal(code, 0);
    assert.match(stdout, /^# Short（short）\n\n治理报告 · 基准日期 2025-03-04 · `a\.plan\.yaml` · govplan /);
    assert.ok((await folder.run(['report', 'a.plan.yaml', '--lang', 'zh'])).stdout.includes('<html lang="zh-Hans">'));
  }));

test('it is about one plan', () =>
  withFolder({ 'a.plan.yaml': shortPlan, 'b.plan.yaml': shortPlan, 'library.plan.yaml': library }, async (folder) => {
    for (const argv of [
      [],
      ['a.plan.yaml', 'b.plan.yaml'],
      ['library.plan.yaml'],
      ['.'],
      ['none.plan.yaml'],
      ['a.plan.yaml', '--format', 'pdf'],
    ]) {
      const { code, stdout, stderr } = await folder.run(['report', ...argv]);
      assert.deepEqual([code, stdout], [2, ''], argv.join(' '));
      assert.notEqual(stderr, '');
    }
  }));

test('the folders of the file are made, as those of --format are', () =>
  withFolder({ 'a.plan.yaml': shortPlan }, async (folder) => {
    const { code, stderr } = await folder.run(['report', 'a.plan.yaml', '--out', 'not/yet/r.html']);
    assert.deepEqual([code, stderr], [0, '']);
    assert.match(await folder.read('not/yet/r.html'), /^<!DOCTYPE html>/);
  }));

test('a file that cannot be written is named', () =>
  withFolder({ 'a.plan.yaml': shortPlan, taken: '' }, async (folder) => {
    const { code, stderr } = await folder.run(['report', 'a.plan.yaml', '--out', 'taken/r.html']);
    assert.equal(code, 2);
    assert.match(stderr, /^govplan report: 'taken\/r\.html' cannot be written \(E[A-Z]+\)\.\n$/);
  }));

test('behind a Chinese colon stands no blank, before the mode that a change would give either', async () => {
  const sample = await readFile(new URL('../../samples/modes/parallel.plan.yaml', import.meta.url), 'utf8');
  await withFolder({ 'a.plan.yaml': sample }, async (folder) => {
    for (const format of ['html', 'md']) {
      const { stdout } = await folder.run(['report', 'a.plan.yaml', '--lang', 'zh', '--format', format]);
      assert.ok(/改动[^：\n]*：(?:<strong>|\*\*)协同治理/.test(stdout), format);
      assert.deepEqual(stdout.match(/[：，；、] (?:<strong>|\*\*)?\p{Script=Han}.*/gu), null, format);
    }
  });
});
