// `govplan diff` and `lint --since`: what changed in governance terms, and which findings the change caused.
import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { parse, stringify } from 'yaml';
import { type Folder, lintToJson, withFolder } from './command-line.ts';

const example = await readFile(fileURLToPath(new URL('../../samples/cn/qinghe-flood.plan.yaml', import.meta.url)), 'utf8');

const plan = `govplan: "1"
plan: {id: mill, title: Mill, type: unit, jurisdiction: {level: organization, name: Mill}, status: draft}
organizations:
  office:
    name: Office
    sector: government
    rights:
      open: {kind: activate}
      close: {kind: terminate}
  team: {name: Team, sector: volunteer-group}
bodies:
  hq: {name: HQ, kind: command-headquarters, chair: office, members: [team]}
links:
  - {from: office, to: [team], type: share-information, mutual: true}
participation:
  - {phases: [response], who: team, level: consult}
`;

interface DiffJson {
  readonly changes: readonly {
    readonly kind: string;
    readonly entity: string;
    readonly path: string;
    readonly range: LineRange;
    readonly before?: object;
    readonly after?: object;
  }[];
  readonly mode: { readonly before?: { readonly X: number }; readonly after?: { readonly X: number } };
  readonly plans?: readonly { readonly path: string }[];
  readonly findings: { readonly new: readonly DiffFinding[]; readonly fixed: readonly DiffFinding[]; readonly remaining: number };
}
interface DiffFinding {
  readonly path: string;
  readonly rule: string;
  readonly range: LineRange;
  readonly related?: readonly { readonly path: string; readonly range: LineRange }[];
}
interface LineRange {
  readonly start: { readonly line: number };
}

async function diffToJson(folder: Folder, ...argv: readonly string[]): Promise<DiffJson & { readonly code: number }> {
  const { code, stdout, stderr } = await folder.run(['diff', '--format', 'json', '--as-of', '2025-11-22', ...argv]);
  assert.notEqual(stdout, '', stderr);
  return { code, ...(JSON.parse(stdout) as DiffJson) };
}

async function changesBetween(old: string, now: string): Promise<readonly string[]> {
  let lines: readonly string[] = [];
  await withFolder({ 'a.plan.yaml': old, 'b.plan.yaml': now }, async (folder) => {
    const { changes } = await diffToJson(folder, 'a.plan.yaml', 'b.plan.yaml');
    lines = changes.map(({ kind, entity, before, after }) =>
      [kind, entity, ...(before ? [JSON.stringify(before)] : []), ...(after ? [JSON.stringify(after)] : [])].join(' '),
    );
  });
  return lines;
}

/** The same said in another way: keys backwards, flow style, JSON's quotes. */
function rewritten(text: string): string {
  const turn = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.length === 1 ? turn(value[0]) : value.map(turn).reverse();
    if (value === null || typeof value !== 'object') return value;
    return Object.fromEntries(
      Object.entries(value)
        .reverse()
        .map(([key, inner]) => [key, turn(inner)]),
    );
  };
  return `# rewritten\n${stringify(turn(parse(text)), { collectionStyle: 'flow', defaultStringType: 'QUOTE_DOUBLE', lineWidth: 60 })}`;
}

test('another order, another style and comments change nothing', () =>
  withFolder({ 'a.plan.yaml': example, 'b.plan.yaml': rewritten(example) }, async (folder) => {
    const { code, changes, mode, findings } = await diffToJson(folder, 'a.plan.yaml', 'b.plan.yaml');
    assert.deepEqual([code, changes, findings.new, findings.fixed], [0, [], [], []]);
    assert.deepEqual(mode.after, mode.before);
    const { stdout } = await folder.run(['diff', 'a.plan.yaml', 'b.plan.yaml', '--lang', 'zh']);
    assert.match(stdout, /^治理内容没有变化。\n/);
  }));

test('defaults that are spelt out change nothing', async () => {
  const spelt = plan
    .replace('kind: activate', 'kind: activate, rule: sole')
    .replace('members: [team]', 'members: team, decision-rule: chair-decides');
  assert.deepEqual(await changesBetween(plan, spelt), []);
});

test('each change is said once, under the name by which findings know it', async () => {
  const now = plan
    .replace('      close: {kind: terminate}\n', '')
    .replace('sector: volunteer-group}', 'sector: volunteer-group, rights: {close: {kind: terminate}}}')
    .replace('kind: activate', 'kind: activate, basis: law#3')
    .replace(', members: [team]', ', advisers: team')
    .replace(', mutual: true', '')
    .replace('level: consult', 'level: involve')
    .replace('status: draft', 'status: in-force');
  assert.deepEqual(await changesBetween(plan, now), [
    'changed plan {"status":"draft"} {"status":"in-force"}',
    'changed seats/hq/team {"seat":"member"} {"seat":"adviser"}',
    'changed rights/open {} {"basis":"law#3"}',
    'moved rights/close {"holder":"office"} {"holder":"team"}',
    'removed links/team/share-information/office {}',
    'changed participation/team {"response":"consult"} {"response":"involve"}',
  ]);
});

test('a finding that an edit caused elsewhere is shown at the edit, the broken place beside it', () =>
  withFolder({ 'a.plan.yaml': plan, 'b.plan.yaml': plan.replace('      close: {kind: terminate}\n', '') }, async (folder) => {
    const { code, findings } = await diffToJson(folder, 'a.plan.yaml', 'b.plan.yaml');
    const missing = findings.new.find(({ rule }) => rule === 'termination-missing');
    // The right was lost by the office, in line 3; what lacks an end is the right to open, in line 7.
    assert.equal(missing?.range.start.line, 3);
    assert.equal(missing?.related?.[0]?.range.start.line, 7);
    assert.equal(code, 1);
    assert.ok(findings.remaining > 0);
  }));

test('what an edit removed leaves its references behind: they belong to the edit', () =>
  withFolder({ 'a.plan.yaml': plan, 'b.plan.yaml': plan.replace(/^ {2}team: .*\n/m, '') }, async (folder) => {
    const { findings } = await diffToJson(folder, 'a.plan.yaml', 'b.plan.yaml');
    const dangling = findings.new.filter(({ rule }) => rule === 'dangling-reference');
    assert.equal(dangling.length, 3);
    for (const { range } of dangling) assert.equal(range.start.line, 2);
  }));

test('what is fixed is said, and a plan under another id is still the same plan', () =>
  withFolder(
    { 'a.plan.yaml': plan.replace('      close: {kind: terminate}\n', ''), 'b.plan.yaml': plan.replace('id: mill', 'id: mill-2') },
    async (folder) => {
      const { code, findings } = await diffToJson(folder, 'a.plan.yaml', 'b.plan.yaml');
      assert.deepEqual(
        [code, findings.new.map(({ rule }) => rule), findings.fixed.map(({ rule }) => rule)],
        // The right that ends a response came without a law.
        [0, ['right-without-basis'], ['termination-missing']],
      );
    },
  ));

test('folders: files that got another name are found again, and a shared library is said once', () => {
  const lib = 'govplan: "1"\norganizations:\n  aid: {name: Aid, sector: social-organization}\n';
  const user = (id: string): string =>
    `govplan: "1"\nimports: lib.plan.yaml\nplan: {id: ${id}, title: T, type: unit, jurisdiction: {level: organization, name: M}, status: draft}\nfunctions:\n  f: {name: F, primary: aid}\n`;
  const files = {
    'old/lib.plan.yaml': lib,
    'old/one.plan.yaml': user('one'),
    'old/two.plan.yaml': user('two'),
    'new/lib.plan.yaml': lib.replace('name: Aid', 'name: Help'),
    'new/first.plan.yaml': user('one'),
    'new/two.plan.yaml': user('two'),
  };
  return withFolder(files, async (folder) => {
    const { changes, plans, findings, code } = await diffToJson(folder, 'old', 'new');
    assert.deepEqual(
      changes.map(({ kind, entity, path, range }) => `${kind} ${entity} ${path}:${range.start.line}`),
      ['changed organizations/aid new/lib.plan.yaml:2'],
    );
    assert.deepEqual([plans?.map(({ path }) => path), findings.new, code], [['new/first.plan.yaml', 'new/two.plan.yaml'], [], 0]);
  });
});

test('what a library took away is told in the library: nothing was edited in the plans that miss it', () => {
  const lib = 'govplan: "1"\norganizations:\n  aid: {name: Aid, sector: social-organization}\n  city: {name: City, sector: government}\n';
  const user = 'govplan: "1"\nimports: lib.plan.yaml\norganizations:\n  aid: {imported: true}\n  city: {imported: true}\n';
  const files = {
    'old/lib.plan.yaml': lib,
    'old/user.plan.yaml': user,
    'new/lib.plan.yaml': lib.replace('  aid:', '  help:'),
    'new/user.plan.yaml': user,
  };
  return withFolder(files, async (folder) => {
    const { findings } = await diffToJson(folder, 'old', 'new');
    assert.deepEqual(
      findings.new.map(({ rule, path, range, related }) => [
        rule,
        path,
        range.start.line,
        related?.[0]?.path,
        related?.[0]?.range.start.line,
      ]),
      [['dangling-reference', 'new/lib.plan.yaml', 1, 'new/user.plan.yaml', 3]],
    );
  });
});

const git = promisify(execFile);

async function withRepository(files: Readonly<Record<string, string>>, work: (folder: Folder) => Promise<void>): Promise<void> {
  await withFolder(files, async (folder) => {
    const run = (...args: readonly string[]): Promise<unknown> =>
      git('git', ['-c', 'user.name=t', '-c', 'user.email=t@example.org', '-c', 'commit.gpgsign=false', ...args], { cwd: folder.path });
    await run('init', '-q');
    await run('add', '-A');
    await run('commit', '-q', '-m', 'first');
    await work(folder);
  });
}

test('--since compares with a revision, read without touching the working tree', () =>
  withRepository({ 'plans/a b.plan.yaml': plan }, async (folder) => {
    await writeFile(`${folder.path}/plans/a b.plan.yaml`, plan.replace('      close: {kind: terminate}\n', ''));
    const { changes, findings, code } = await diffToJson(folder, '--since', 'HEAD');
    assert.deepEqual(
      changes.map(({ kind, entity, path }) => `${kind} ${entity} ${path}`),
      ['removed rights/close plans/a b.plan.yaml'],
    );
    assert.deepEqual([findings.new.map(({ rule }) => rule), code], [['termination-missing'], 1]);

    const report = await lintToJson(folder, ['--since', 'HEAD', 'plans']);
    assert.deepEqual(
      [report.files.flatMap((file) => file.findings.map(({ rule }) => rule)), report.summary.errors, report.code],
      [['termination-missing'], 1, 1],
    );
  }));

test('plans that came where none were, and of which none is left, are all that changed', () =>
  withRepository({ 'README.md': '', 'plans/a.plan.yaml': plan }, async (folder) => {
    await rm(`${folder.path}/plans`, { recursive: true });
    for (const paths of [[], ['plans'], ['plans/a.plan.yaml']]) {
      const { changes, mode, code } = await diffToJson(folder, '--since', 'HEAD', ...paths);
      assert.deepEqual(
        [[...new Set(changes.map(({ kind }) => kind))], Object.keys(mode), code],
        [['removed'], ['before'], 0],
        paths.join(),
      );
    }
    for (const paths of [['plans/b.plan.yaml'], ['README.md/none']])
      assert.equal((await folder.run(['diff', '--since', 'HEAD', ...paths])).code, 2, paths.join());

    await mkdir(`${folder.path}/old`);
    await mkdir(`${folder.path}/new`);
    assert.match((await folder.run(['diff', 'old', 'new'])).stderr, /no plans were found in 'old new'/);
    await writeFile(`${folder.path}/new/a.plan.yaml`, plan);
    const { changes } = await diffToJson(folder, 'old', 'new');
    assert.deepEqual([...new Set(changes.map(({ kind }) => kind))], ['added']);
  }));

test('--since: a revision that is none, an option in its place, and no repository are wrong usage', () =>
  withRepository({ 'a.plan.yaml': plan }, async (folder) => {
    for (const revision of ['nowhere', '--output=x']) {
      const { code, stderr } = await folder.run(['diff', `--since=${revision}`]);
      assert.deepEqual([code, stderr.includes(`no revision '${revision}'`)], [2, true]);
    }
  }));

test('wrong usage says what is expected', () =>
  withFolder({ 'a.plan.yaml': plan, 'sub/b.plan.yaml': plan }, async (folder) => {
    for (const argv of [
      ['diff', 'a.plan.yaml'],
      ['diff', 'a.plan.yaml', 'sub'],
      ['diff', '--format', 'junit', 'sub', 'sub'],
    ]) {
      assert.equal((await folder.run(argv)).code, 2, argv.join(' '));
    }
  }));

test('markdown and text speak both languages; sarif has the new findings alone', () =>
  withFolder(
    { 'a.plan.yaml': plan, 'b.plan.yaml': plan.replace(', members: [team]', '').replace('      close: {kind: terminate}\n', '') },
    async (folder) => {
      const argv = [
        'diff',
        'a.plan.yaml',
        'b.plan.yaml',
        '--format',
        'markdown:out/c.md',
        '--format',
        'sarif:out/c.sarif',
        '--format',
        'text',
      ];
      const { stdout } = await folder.run([...argv, '--lang', 'zh']);
      assert.match(stdout, /席位[\s\S]*- hq: team/);
      assert.match(await folder.read('out/c.md'), /^## govplan：治理内容的变化\n/);
      const { runs } = JSON.parse(await folder.read('out/c.sarif')) as {
        runs: { results: { ruleId: string; relatedLocations: unknown[] }[] }[];
      };
      assert.ok(runs[0]?.results.some(({ ruleId, relatedLocations }) => ruleId === 'termination-missing' && relatedLocations.length > 0));
      const english = await folder.run(['diff', 'a.plan.yaml', 'b.plan.yaml']);
      assert.match(english.stdout, /Seats\n {4}- hq: team {2}seat: member/);
    },
  ));
