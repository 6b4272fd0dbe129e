// docs/performance.md and the writer of it: tables, verdicts, and that the page is what the writer makes.
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { test } from 'node:test';
import type { Result } from './bench.ts';
import type { Environment } from './environment.ts';
import { figure } from './page/figures.ts';
import { performancePage } from './page/page.ts';
import { table } from './page/table.ts';
import { targetsTable } from './page/targets-table.ts';
import { workloadTable } from './page/workload-table.ts';
import type { Profile } from './profile.ts';
import { type Target, targets, verdictOf } from './targets.ts';
import { workloads } from './workloads/workloads.ts';

const page = await readFile(new URL('../../docs/performance.md', import.meta.url), 'utf8');

test('figures have three digits and the unit that fits', () => {
  assert.deepEqual(
    [0.7, 12.34, 999.4, 1234, 61_000].map((value) => figure(value, 'milliseconds')),
    ['0.70 ms', '12.3 ms', '999 ms', '1.23 s', '61.0 s'],
  );
  assert.equal(figure(857 * 1024 ** 2, 'bytes'), '857 MB');
  assert.equal(figure(0.25, 'times'), '×0.25');
});

test('a table is Markdown, with figures on the right', () => {
  assert.equal(
    table([{ title: '' }, { title: 'a|b', isFigures: true }], [['x', 'two\nlines']]),
    ['|  | a\\|b |', '| --- | ---: |', '| x | two lines |'].join('\n'),
  );
});

const small: Result = {
  base: 'own',
  cases: [
    { en: '5 KB', zh: '5 KB' },
    { en: 'many', zh: '多' },
  ],
  rows: [
    {
      name: 'own',
      what: { en: 'all', zh: '全部' },
      cells: [
        [[10], [20]],
        [[100], [100]],
      ],
    },
    { name: 'peer', cells: [[[30], [60]], undefined] },
  ],
};

test('a workload is told by median, 95th percentile and how many times that is', () => {
  assert.equal(
    workloadTable({ unit: 'milliseconds' }, small),
    [
      '|  | 5 KB | many · 多 |',
      '| --- | ---: | ---: |',
      '| own: all · 全部 | 15.0 ms (20.0 ms) | 100 ms (100 ms) |',
      '| peer | 45.0 ms (60.0 ms) ×3.00 | – |',
    ].join('\n'),
  );
});

test('without a base, each case is compared with the one before it', () => {
  const { base: _, ...growth } = small;
  assert.match(workloadTable({ unit: 'bytes' }, { ...growth, rows: growth.rows.slice(0, 1) }), /\(0\.00 MB\) ×7\.50 \|$/m);
});

test('many cases of few contestants stand below one another', () => {
  const cases = ['a', 'b', 'c', 'd'].map((label) => ({ en: label, zh: label }));
  const rows = [{ name: 'own', cells: cases.map(() => [[1]]) }];
  assert.match(workloadTable({ unit: 'milliseconds' }, { base: 'own', cases, rows }), /^\| d \| 1\.00 ms \(1\.00 ms\) \|$/m);
});

test('a target is met when the median and the 95th percentile both say so', () => {
  const target = (sense: Target['sense']): Target => ({ ...(targets[0] as Target), limit: 10, sense });
  assert.equal(verdictOf(target('at least'), { median: 12, p95: 10 }), 'met');
  assert.equal(verdictOf(target('at least'), { median: 12, p95: 9 }), 'median only');
  assert.equal(verdictOf(target('at most'), { median: 11, p95: 9 }), 'missed');
  assert.equal(verdictOf(target('at most'), { median: 1, p95: 10 }), 'met');
  const ofP95: Target = { ...target('at most'), isOfP95: true };
  assert.equal(verdictOf(ofP95, { median: 11, p95: 9 }), 'met');
  assert.equal(verdictOf(ofP95, { median: 1, p95: 11 }), 'missed');
});

test('every target is a row, and takes its figures from where they stand', () => {
  const results = new Map<string, Result>([
    [
      'cold-start',
      {
        cases: [{ en: '5 KB', zh: '5 KB' }],
        rows: [
          { name: 'govplan', cells: [[[50], [55]]] },
          { name: "node -e ''", cells: [[[40], [50]]] },
        ],
      },
    ],
  ]);
  const rows = targetsTable(results).split('\n').slice(2);
  assert.equal(rows.length, targets.length);
  assert.equal(rows.filter((row) => row.endsWith('| – | – | not measured · 未测 |')).length, targets.length - 1);
  assert.match(rows.find((row) => row.includes('cold start')) ?? '', /\| ×1\.18 \| ×1\.10 \| met · 达标 \|$/);
});

const environment: Environment = {
  date: '2026-11-22',
  system: 'linux 6.1',
  cores: 2,
  memory: 8 * 1024 ** 3,
  node: 'v20.0.0',
  newNode: 'v24.0.0',
  others: 0.02,
  minutes: 20,
};

function written(others: number | undefined, profiles: ReadonlyMap<'cold-start', Profile> = new Map()): string {
  const linter = { what: { en: '', zh: '' }, isFloor: false, command: () => ({ program: '', args: [], exitCode: 0 }) };
  return performancePage({
    environment: { ...environment, others },
    bench: {
      govplan: { ...linter, name: 'govplan', version: '1.0.0' },
      peers: [],
      missing: [{ name: 'yamllint', reason: 'only root may install it' }],
      yamlLanguageServer: { name: 'yaml-language-server', reason: 'no network' },
    },
    workloads,
    results: new Map(workloads.map(({ id }) => [id, small])),
    profiles,
  });
}

test('the page says what was not measured, and why', () => {
  assert.match(written(0), /^\| yamllint \| not measured · 未测: only root may install it \|$/m);
});

test('the page says so where the machine was not quiet', () => {
  assert.match(written(0.42), /\*\*The machine was not quiet\*\*: other programs had 42 %/);
  assert.doesNotMatch(written(0.02), /not quiet/);
  assert.match(written(undefined), /^\| other programs .* \| unknown · 不明 \|$/m);
});

test('a missed target is explained by what its time went to', () => {
  const modules = [
    { name: 'server/src/yaml/quick.ts', self: 60 },
    { name: 'garbage collection · 垃圾回收', self: 30 },
    ...Array.from({ length: 10 }, (_, i) => ({ name: `package p${i}`, self: 1 })),
  ];
  const why = written(0, new Map([['cold-start', { unit: 'milliseconds', total: 100, modules }]]));
  assert.match(
    why,
    /^Most of the time went to `server\/src\/yaml\/quick\.ts` \(60 %\), garbage collection \(30 %\), package p0 \(1 %\)\./m,
  );
  assert.match(why, /垃圾回收 \(30 %\)/);
  assert.match(why, /^\| everything else · 其余 \| 4\.00 ms \| 4 % \|$/m);
});

test('docs/performance.md is what the writer makes', () => {
  assert.deepEqual(prose(page), prose(written(0)), 'measure again with `npm run bench -- --write`');
  assert.deepEqual(firstCells(page, 'Targets'), firstCells(written(0), 'Targets'));
  for (const line of page.split('\n').filter((row) => row.startsWith('|'))) assert.match(line, /^\|.*\|$/);
});

test('docs/performance.md explains every target that was not met', () => {
  const open = firstCells(page, 'Targets', (row) => !/\| (?:met · 达标|not measured · 未测) \|$/.test(row)).slice(2);
  const why = section(page, 'Why a target was missed');
  for (const text of open) assert.ok(why.includes(text.split(' · ')[0] as string), text);
});

/** The page without what differs from run to run: figures, the reasons of what was missed, the note on the machine. */
function prose(text: string): readonly string[] {
  const [why, note] = [section(text, 'Why a target was missed'), /^\*\*The machine was not quiet[\s\S]*?(?=^## )/m.exec(text)?.[0] ?? ''];
  return (why === '' ? text : text.replace(why, ''))
    .replace(note, '')
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('|'));
}

function section(text: string, title: string): string {
  const start = text.indexOf(`## ${title}`);
  const end = text.indexOf('\n## ', start);
  return start < 0 ? '' : text.slice(start, end < 0 ? undefined : end + 1);
}

function firstCells(text: string, title: string, fits: (row: string) => boolean = () => true): readonly string[] {
  const rows = section(text, title)
    .split('\n')
    .filter((line) => line.startsWith('|') && fits(line));
  return rows.map((row) => row.split(' | ')[0]?.slice(2) as string);
}
