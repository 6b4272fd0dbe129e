// `govplan lint`: which files it takes, what it reports, and how it exits.
import assert from 'node:assert/strict';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import { countyPlan, type Files, library, lintToJson, misspelt, placesOf, shortPlan, withFolder } from './command-line.ts';

/** The paths that are linted, whatever is found in them. */
async function checkFiles(files: Files, argv: readonly string[], paths: readonly string[]): Promise<void> {
  await withFolder(files, async (folder) => {
    const report = await lintToJson(folder, argv);
    assert.deepEqual(
      report.files.map(({ path }) => path),
      paths,
    );
  });
}

test('folders give their plan files, in path order', () =>
  checkFiles(
    {
      'b/x.plan.yaml': library,
      'a.plan.yml': library,
      'b.plan.yaml': library,
      'b/notes.yaml': library,
      'B.plan.yaml': library,
      'readme.md': '',
    },
    [],
    ['B.plan.yaml', 'a.plan.yml', 'b.plan.yaml', 'b/x.plan.yaml'],
  ));

test('.gitignore files, nested ones too, are followed', () =>
  checkFiles(
    {
      '.git/HEAD': '',
      '.gitignore': 'drafts/\n*.old.plan.yaml\n',
      'a.plan.yaml': library,
      'a.old.plan.yaml': library,
      'drafts/b.plan.yaml': library,
      'sub/.gitignore': '/c.plan.yaml\n!kept.old.plan.yaml\n',
      'sub/c.plan.yaml': library,
      'sub/kept.old.plan.yaml': library,
      'sub/deep/c.plan.yaml': library,
    },
    [],
    ['a.plan.yaml', 'sub/deep/c.plan.yaml', 'sub/kept.old.plan.yaml'],
  ));

test('.gitignore files above the folder hold too, up to the top of the repository', () =>
  checkFiles(
    { '.git/HEAD': '', '.gitignore': '/sub/a.plan.yaml\n', 'sub/a.plan.yaml': library, 'sub/b.plan.yaml': library },
    ['sub'],
    ['sub/b.plan.yaml'],
  ));

test('a folder that is named is searched, even where .gitignore leaves it out', () =>
  checkFiles(
    {
      '.git/HEAD': '',
      '.gitignore': 'out/\n*.old.plan.yaml\n',
      'out/a/b.plan.yaml': library,
      'out/a/.gitignore': 'c.*',
      'out/a/c.plan.yaml': library,
    },
    ['out/a'],
    ['out/a/b.plan.yaml'],
  ));

test('node_modules, .git and symbolic links are not walked', () =>
  checkFiles(
    {
      'a.plan.yaml': library,
      'node_modules/m/b.plan.yaml': library,
      '.git/c.plan.yaml': library,
      'round/back': { link: '..' },
      'link.plan.yaml': { link: 'a.plan.yaml' },
    },
    [],
    ['a.plan.yaml'],
  ));

test('a file that is named is linted, whatever its name and whatever ignores it', () =>
  checkFiles({ '.gitignore': '*\n', 'law.yaml': library, 'link.yaml': { link: 'law.yaml' } }, ['law.yaml'], ['law.yaml']));

test('a file named twice is linted once', () =>
  checkFiles({ 'a.plan.yaml': library }, ['.', 'a.plan.yaml', './a.plan.yaml'], ['a.plan.yaml']));

test('a named file that is not govplan is told so', () =>
  withFolder({ 'other.yaml': 'name: x\n' }, async (folder) => {
    const report = await lintToJson(folder, ['other.yaml']);
    assert.equal(report.code, 1);
    assert.ok(placesOf(report).some((place) => place.startsWith('other.yaml format-version 0:0-')));
  }));

test('with files in the configuration, YAML of any name is taken where it is govplan', () =>
  checkFiles({ 'govplan.config.yaml': 'files: "**/*.yaml"\n', 'a.yaml': library, 'b.yaml': 'kind: Deployment\n' }, [], ['a.yaml']));

test('exit codes: clean, findings, too many warnings', () =>
  withFolder({ 'good.plan.yaml': library, 'bad.plan.yaml': misspelt, 'short.plan.yaml': shortPlan }, async (folder) => {
    const code = async (...argv: string[]): Promise<number> => (await folder.run(['lint', ...argv])).code;
    assert.equal(await code('good.plan.yaml'), 0);
    assert.equal(await code('bad.plan.yaml'), 1);
    const { summary } = await lintToJson(folder, [
      'short.plan.yaml',
      '--rule',
      'legal-basis-absent=warning',
      '--rule',
      'hazard-scope-undefined=warning',
    ]);
    const warningsOnly = ['short.plan.yaml', '--rule', 'legal-basis-absent=warning', '--rule', 'hazard-scope-undefined=warning'];
    assert.equal(summary.errors, 0);
    assert.ok((summary.warnings ?? 0) > 1);
    assert.equal(await code(...warningsOnly), 0);
    assert.equal(await code(...warningsOnly, '--max-warnings', String(summary.warnings)), 0);
    assert.equal(await code(...warningsOnly, '--max-warnings', String((summary.warnings ?? 0) - 1)), 1);
    assert.equal(await code(...warningsOnly, '--max-warnings', '0', '--quiet'), 1, 'what is not shown still counts');
    const quiet = await folder.run(['lint', ...warningsOnly, '--max-warnings', '0', '--quiet']);
    assert.equal(quiet.stderr, `govplan lint: ${summary.warnings} warnings, and --max-warnings allows 0.\n`);
  }));

test('--quiet and --min-severity leave out what is below', () =>
  withFolder({ 'short.plan.yaml': shortPlan }, async (folder) => {
    const severities = async (...argv: string[]): Promise<readonly string[]> => {
      const { files } = await lintToJson(folder, argv);
      return [...new Set(files.flatMap(({ findings }) => findings.map(({ severity }) => severity)))].sort();
    };
    assert.deepEqual(await severities(), ['error', 'information', 'warning']);
    assert.deepEqual(await severities('--min-severity', 'warning'), ['error', 'warning']);
    assert.deepEqual(await severities('--quiet'), ['error']);
  }));

test('--rule goes before everything, but shape rules stay on', () =>
  withFolder({ 'a.plan.yaml': misspelt, 'short.plan.yaml': shortPlan }, async (folder) => {
    const off = await lintToJson(folder, ['short.plan.yaml', '--rule', 'legal-basis-absent=off']);
    assert.ok(!placesOf(off).some((place) => place.includes('legal-basis-absent')));
    const shape = await lintToJson(folder, ['a.plan.yaml', '--rule', 'unknown-key=off']);
    assert.deepEqual(placesOf(shape), ['a.plan.yaml unknown-key 1:0-1:13']);
    assert.equal(shape.files[0]?.findings[0]?.severity, 'warning', 'no further down than this');
  }));

test('--as-of is the check date', () =>
  withFolder({ 'a.plan.yaml': library }, async (folder) => {
    assert.equal((await lintToJson(folder)).asOf, '2026-11-22');
    assert.equal((await lintToJson(folder, ['--as-of', '2030-01-31'])).asOf, '2030-01-31');
  }));

test('--profile goes before what the plan says', () =>
  withFolder({ 'county.plan.yaml': countyPlan }, async (folder) => {
    const severity = async (...argv: string[]): Promise<string | undefined> => {
      const { files } = await lintToJson(folder, argv);
      return files[0]?.findings.find(({ rule }) => rule === 'response-levels-incomplete')?.severity;
    };
    assert.equal(await severity(), undefined);
    assert.equal(await severity('--profile', 'cn'), 'error');
  }));

test('a file of several documents has one entry a document', () =>
  withFolder({ 'two.plan.yaml': `${library}---\n${shortPlan}---\n`, 'one.plan.yaml': library }, async (folder) => {
    const { files, summary } = await lintToJson(folder);
    assert.deepEqual(
      files.map(({ path, document, classification }) => [path, document, classification !== undefined]),
      [
        ['one.plan.yaml', undefined, false],
        ['two.plan.yaml', 0, false],
        ['two.plan.yaml', 1, true],
      ],
    );
    assert.equal(summary.files, 2);
  }));

test('one plan id in two files is found at the later one', () =>
  withFolder({ 'a.plan.yaml': shortPlan, 'b.plan.yaml': shortPlan }, async (folder) => {
    const report = await lintToJson(folder);
    const found = report.files.flatMap(({ path, findings }) =>
      findings.filter(({ rule }) => rule === 'duplicate-plan-id').map(({ message, related }) => ({ path, message, related })),
    );
    assert.deepEqual(
      found.map(({ path, related }) => [path, (related as { path: string }[]).map((place) => place.path)]),
      [['b.plan.yaml', ['a.plan.yaml']]],
    );
    assert.match(found[0]?.message ?? '', /'short'.*a\.plan\.yaml/);
    assert.doesNotMatch(found[0]?.message ?? '', new RegExp(folder.path), 'no path of this machine');
  }));

test('paths are shown from the working directory, or from --root', () =>
  withFolder({ 'plans/city/a.plan.yaml': misspelt }, async (folder) => {
    const paths = async (argv: readonly string[], cwd: string): Promise<readonly string[]> =>
      (await lintToJson(folder, argv, { cwd })).files.map(({ path }) => path);
    assert.deepEqual(await paths([], '.'), ['plans/city/a.plan.yaml']);
    assert.deepEqual(await paths([], 'plans'), ['city/a.plan.yaml']);
    assert.deepEqual(await paths(['..'], 'plans/city'), ['a.plan.yaml']);
    assert.deepEqual(await paths(['--root', '../..', '.'], 'plans/city'), ['plans/city/a.plan.yaml']);
    assert.deepEqual(await paths(['--root', '../..'], 'plans/city'), ['plans/city/a.plan.yaml']);
    assert.deepEqual(await paths(['--root', 'city'], 'plans'), ['a.plan.yaml']);
    assert.deepEqual(await paths([join(folder.path, 'plans')], '.'), ['plans/city/a.plan.yaml']);
  }));

test('imports stay within the working directory, or within --root', () =>
  withFolder({ 'law.plan.yaml': library, 'plans/a.plan.yaml': 'govplan: "1"\nimports: ../law.plan.yaml\n' }, async (folder) => {
    assert.deepEqual(placesOf(await lintToJson(folder)), []);
    assert.deepEqual(placesOf(await lintToJson(folder, [], { cwd: 'plans' })), ['a.plan.yaml import-failed 1:9-1:25']);
    assert.deepEqual(placesOf(await lintToJson(folder, ['--root', '..'], { cwd: 'plans' })), []);
  }));

test('outside of the working directory, the workspace is where the configuration is, or the folder that was named', () =>
  withFolder(
    { 'far/law.plan.yaml': library, 'far/plans/a.plan.yaml': 'govplan: "1"\nimports: ../law.plan.yaml\n', 'here/x': '' },
    async (folder) => {
      const failures = async (path: string): Promise<readonly string[]> => placesOf(await lintToJson(folder, [path], { cwd: 'here' }));
      assert.deepEqual(await failures('../far'), []);
      assert.deepEqual(await failures('../far/plans/a.plan.yaml'), ['../far/plans/a.plan.yaml import-failed 1:9-1:25']);
      await writeFile(join(folder.path, 'far/govplan.config.yaml'), '# empty\n');
      assert.deepEqual(await failures('../far/plans/a.plan.yaml'), []);
    },
  ));

test('--stdin reads one document under its name', () =>
  withFolder({ 'law.plan.yaml': library, 'plans/govplan.config.yaml': 'as-of: 2031-01-01\n' }, async (folder) => {
    const stdin = 'govplan: "1"\nimports: ../law.plan.yaml\norganisations: {}\n';
    const report = await lintToJson(folder, ['--stdin', '--stdin-filename', 'plans/new.plan.yaml'], { stdin });
    assert.deepEqual([report.code, report.asOf, placesOf(report)], [1, '2031-01-01', ['plans/new.plan.yaml unknown-key 2:0-2:13']]);
    const nameless = await lintToJson(folder, ['--stdin'], { stdin: library });
    assert.deepEqual([nameless.code, nameless.files.length], [0, 1]);
  }));

test('several formats, each to its place', () =>
  withFolder({ 'a.plan.yaml': misspelt }, async (folder) => {
    const { code, stdout } = await folder.run([
      'lint',
      '--format',
      'github',
      '--format',
      'json:out/report.json',
      '--format',
      'sarif:report.sarif',
    ]);
    assert.equal(code, 1);
    assert.match(stdout, /^::error file=a\.plan\.yaml,/);
    assert.equal(JSON.parse(await folder.read('out/report.json')).summary.errors, 1);
    assert.equal(JSON.parse(await folder.read('report.sarif')).runs[0].results.length, 1);
  }));

test('the language comes from --lang, else from the locale, but programs read English', () =>
  withFolder({ 'a.plan.yaml': misspelt }, async (folder) => {
    const han = /\p{Script=Han}/u;
    const zh = { env: { LANG: 'zh_CN.UTF-8' } };
    assert.match((await folder.run(['lint'], zh)).stdout, han);
    assert.doesNotMatch((await folder.run(['lint'], { env: { LANG: 'zh_CN.UTF-8', LC_ALL: 'C' } })).stdout, han);
    assert.doesNotMatch((await folder.run(['lint', '--lang=en'], zh)).stdout, han);
    assert.doesNotMatch((await folder.run(['lint', '--format', 'json'], zh)).stdout, han);
    assert.match((await folder.run(['lint', '--format', 'json', '--lang', 'zh'])).stdout, han);
    assert.match((await folder.run(['lint', '--nonsense'], zh)).stderr, han);
  }));

test('colours: asked for, NO_COLOR, FORCE_COLOR, terminal', () =>
  withFolder({ 'a.plan.yaml': misspelt }, async (folder) => {
    const isColoured = async (argv: readonly string[], env: Record<string, string>, isTerminal: boolean): Promise<boolean> =>
      (await folder.run(['lint', ...argv], { env, isTerminal })).stdout.includes('\u001b[');
    assert.equal(await isColoured([], {}, false), false);
    assert.equal(await isColoured([], {}, true), true);
    assert.equal(await isColoured([], { NO_COLOR: '1' }, true), false);
    assert.equal(await isColoured([], { TERM: 'dumb' }, true), false);
    assert.equal(await isColoured([], { FORCE_COLOR: '1' }, false), true);
    assert.equal(await isColoured(['--color'], { NO_COLOR: '1' }, false), true);
    assert.equal(await isColoured(['--no-color'], { FORCE_COLOR: '1' }, true), false);
  }));

test('--stats says on standard error what was read', () =>
  withFolder({ 'a.plan.yaml': library }, async (folder) => {
    const { stdout, stderr } = await folder.run(['lint', '--stats']);
    assert.match(stderr, /files 1 · documents 1 · 1 KB/);
    assert.doesNotMatch(stdout, /documents/);
  }));

test('when time is up the rest is not linted, and that is said', () =>
  withFolder({ 'a.plan.yaml': library, 'b.plan.yaml': library }, async (folder) => {
    const { code, stderr } = await folder.run(['lint', '--timeout', '0.000001']);
    assert.equal(code, 3);
    assert.match(stderr, /incomplete: time was up before 'a\.plan\.yaml'; 2 files/);
  }));
