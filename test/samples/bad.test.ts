// The bad samples have exactly the findings that samples/bad/EXPECTED.md lists, and each is marked beside the line it speaks of.
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import { catalogue } from '../../server/src/rules/catalogue.generated.ts';
import { lintSamples, type SampleFinding } from '../../server/tools/precision-samples.ts';
import { root } from '../support/rules.ts';

const folder = 'samples/bad/';
const english = await lintSamples(root, 'samples/bad', 'en');
const chinese = await lintSamples(root, 'samples/bad', 'zh');

test('what is found is what EXPECTED.md lists', async () => {
  const listed = readExpectation(await readFile(join(root, folder, 'EXPECTED.md'), 'utf8'));
  checkRows(english.findings.map(rowOf), listed, `the tables as they are found:\n\n${writeTables(english.findings)}`);
});

test('every finding is marked in its file, and every mark is a finding', async () => {
  const marked = await Promise.all(
    english.paths.map(async (path) => readMarks(await readFile(join(root, path), 'utf8')).map((mark) => `${path} ${mark}`)),
  );
  const found = english.findings.filter(({ excused }) => !excused).map(({ path, line, rule }) => `${path} ${line} ${rule}`);
  checkRows(found, marked.flat(), 'mark what is found as `# ← rule`');
});

test('every rule of the catalogue can be seen at work', () => {
  const seen = new Set(english.findings.map(({ rule }) => rule));
  assert.deepEqual(
    catalogue.map(({ id }) => id).filter((id) => !seen.has(id)),
    [],
  );
});

test('a bad sample is bad in one way: most of its findings are of one family', () => {
  const groupOf = new Map(catalogue.map(({ id, group }) => [id, group]));
  for (const path of english.paths) {
    const groups = english.findings.filter((finding) => finding.path === path).map(({ rule }) => groupOf.get(rule));
    const family = groups.filter((group) => path.includes('/config/') || path.includes('/libraries/') || path.includes(`/${group}`));
    assert.ok(family.length * 2 >= groups.length, `${path}: ${groups.join(', ')}`);
  }
});

test('both languages say the same findings in words of their own', () => {
  assert.deepEqual(english.findings.map(rowOf), chinese.findings.map(rowOf));
  for (const [index, { message, path, line }] of english.findings.entries()) {
    const other = chinese.findings[index]?.message ?? '';
    assert.match(message, /[A-Za-z]{2}/, `${path}:${line}`);
    assert.match(other, /\p{Script=Han}{2}/u, `${path}:${line}`);
    assert.notEqual(message, other);
  }
});

/** `rights.plan.yaml 34 requisition-without-compensation warning`, `… excused` where an exception in the file holds. */
function rowOf({ path, line, rule, severity, excused }: SampleFinding): string {
  return `${path.slice(folder.length)} ${line} ${rule} ${severity}${excused ? ' excused' : ''}`;
}

/** The rows of the tables; each table stands under a heading with the name of its file. */
function readExpectation(markdown: string): readonly string[] {
  let file = '';
  return markdown.split('\n').flatMap((line) => {
    file = /^## `(.+)`$/.exec(line)?.[1] ?? file;
    const row = /^\| (\d+) \| `([a-z0-9-]+)`(?: ×(\d+))? \| ([a-z]+)(?:, (excused))? \|$/.exec(line);
    if (row === null) return [];
    const [, at, rule, times = '1', severity, excused] = row;
    return Array.from({ length: Number(times) }, () => `${file} ${at} ${rule} ${severity}${excused ? ' excused' : ''}`);
  });
}

function writeTables(findings: readonly SampleFinding[]): string {
  const files = [...new Set(findings.map(({ path }) => path))];
  const tables = files.map((file) => {
    const counts = new Map<string, number>();
    for (const { line, rule, severity, excused } of findings.filter(({ path }) => path === file)) {
      const row = `| ${line} | \`${rule}\`{times} | ${severity}${excused ? ', excused' : ''} |`;
      counts.set(row, (counts.get(row) ?? 0) + 1);
    }
    const rows = [...counts].map(([row, count]) => row.replace('{times}', count > 1 ? ` ×${count}` : ''));
    return [`## \`${file.slice(folder.length)}\``, '', '| line | rule | severity |', '| ---: | --- | --- |', ...rows].join('\n');
  });
  return tables.join('\n\n');
}

/** The same rows, each as often, in any order; only what differs is shown. */
function checkRows(found: readonly string[], expected: readonly string[], hint: string): void {
  const without = (all: readonly string[], others: readonly string[]): readonly string[] => {
    const left = [...others];
    return all.filter((row) => {
      const at = left.indexOf(row);
      if (at >= 0) left.splice(at, 1);
      return at < 0;
    });
  };
  const [unexpected, missing] = [without(found, expected), without(expected, found)];
  if (unexpected.length + missing.length === 0) return;
  assert.fail(['found, not expected:', ...unexpected, 'expected, not found:', ...missing, hint].join('\n'));
}

/**
 * `# ← some-rule, other-rule ×2` behind a line speaks of that line, on a line of its own of the next one. Gives `12 some-rule`, once for
 * each finding.
 */
function readMarks(text: string): readonly string[] {
  return text.split('\n').flatMap((line, index) => {
    const mark = /^(.*)# ← (.+)$/.exec(line);
    if (mark === null) return [];
    const at = mark[1]?.trim() === '' ? index + 2 : index + 1;
    return (mark[2] ?? '').split(', ').flatMap((word) => {
      const [rule, times = '×1'] = word.split(' ');
      return Array.from({ length: Number(times.slice(1)) }, () => `${at} ${rule}`);
    });
  });
}
