// `--baseline`: what was there before is not reported again, wherever it moves; what is gone is said.
import assert from 'node:assert/strict';
import { mkdir, rename, writeFile } from 'node:fs/promises';
import { test } from 'node:test';
import { countyPlan, lintToJson, misspelt, withFolder } from './command-line.ts';

const files = { 'a.plan.yaml': countyPlan, 'lib.plan.yaml': misspelt };

test('what the baseline knows is neither reported nor fails the run', () =>
  withFolder(files, async (folder) => {
    const before = await lintToJson(folder);
    assert.equal(before.code, 1);
    const { code, stderr } = await folder.run(['lint', '--baseline', 'base.json', '--update-baseline']);
    assert.equal(code, 0);
    assert.match(stderr, /\d+ findings written into the baseline/);
    const after = await lintToJson(folder, ['--baseline', 'base.json']);
    assert.deepEqual([after.code, after.files.flatMap(({ findings }) => findings), after.files.length], [0, [], 2]);
    const updated = await folder.read('base.json');
    await folder.run(['lint', '--baseline', 'base.json', '--update-baseline']);
    assert.equal(await folder.read('base.json'), updated);
  }));

test('findings are known again after renaming, reordering and reformatting', () =>
  withFolder(files, async (folder) => {
    await folder.run(['lint', '--baseline', 'base.json', '--update-baseline']);
    await mkdir(`${folder.path}/sub`);
    await rename(`${folder.path}/a.plan.yaml`, `${folder.path}/sub/b.plan.yaml`);
    const moved = countyPlan.replace('plan: {id: county, title: County,', '# moved\nplan: {title: "County",\n  id: "county",');
    await writeFile(`${folder.path}/sub/b.plan.yaml`, moved);
    const { code, stderr } = await folder.run(['lint', '--baseline', 'base.json', '--baseline-strict']);
    assert.equal(code, 0, stderr);
  }));

test('a new finding is reported beside the known ones', () =>
  withFolder(files, async (folder) => {
    await folder.run(['lint', '--baseline', 'base.json', '--update-baseline']);
    await writeFile(`${folder.path}/lib.plan.yaml`, `${misspelt}agreement: {}\n`);
    const { files: found, code } = await lintToJson(folder, ['--baseline', 'base.json']);
    assert.deepEqual([found.flatMap(({ findings }) => findings.map(({ rule }) => rule)), code], [['unknown-key'], 1]);
  }));

test('stale entries are said, fail the run when asked, and are no matter of files that were not linted', () =>
  withFolder(files, async (folder) => {
    await folder.run(['lint', '--baseline', 'base.json', '--update-baseline']);
    await writeFile(`${folder.path}/lib.plan.yaml`, misspelt.replace('organisations', 'organizations'));
    const lenient = await folder.run(['lint', '--baseline', 'base.json']);
    assert.equal(lenient.code, 0);
    assert.match(lenient.stderr, /the baseline knows a finding that is gone: unknown-key in 'lib\.plan\.yaml'/);
    assert.equal((await folder.run(['lint', '--baseline', 'base.json', '--baseline-strict'])).code, 1);
    assert.equal((await folder.run(['lint', '--baseline', 'base.json', '--baseline-strict', 'a.plan.yaml'])).code, 0);
    await folder.run(['lint', '--baseline', 'base.json', '--update-baseline', 'lib.plan.yaml']);
    const kept = JSON.parse(await folder.read('base.json')) as { findings: { path: string }[] };
    assert.ok(kept.findings.length > 0 && kept.findings.every(({ path }) => path === 'a.plan.yaml'));
  }));

test('what is known of a text that cannot be read is not gone: it is neither called stale nor taken out', () =>
  withFolder(files, async (folder) => {
    await folder.run(['lint', '--baseline', 'base.json', '--update-baseline']);
    const known = await folder.read('base.json');
    await writeFile(`${folder.path}/a.plan.yaml`, `${countyPlan}x-note: [\n`);
    const { code, stdout, stderr } = await folder.run(['lint', '--baseline', 'base.json']);
    assert.deepEqual([code, stdout.includes('yaml-syntax'), stderr.includes('is gone')], [1, true, false]);
    await folder.run(['lint', '--baseline', 'base.json', '--update-baseline']);
    assert.match(await folder.read('base.json'), /"rule": "yaml-syntax"/);
    await writeFile(`${folder.path}/a.plan.yaml`, countyPlan);
    assert.equal((await folder.run(['lint', '--baseline', 'base.json'])).code, 0);
    await folder.run(['lint', '--baseline', 'base.json', '--update-baseline']);
    assert.equal(await folder.read('base.json'), known);
  }));

test('SARIF keeps account of what is known', () =>
  withFolder(files, async (folder) => {
    await folder.run(['lint', '--baseline', 'base.json', '--update-baseline']);
    const { stdout } = await folder.run(['lint', '--baseline', 'base.json', '--format', 'sarif']);
    interface Result {
      readonly baselineState: string;
      readonly suppressions: readonly { readonly kind: string; readonly justification: string }[];
    }
    const { runs } = JSON.parse(stdout) as { runs: { results: Result[] }[] };
    const results = runs[0]?.results ?? [];
    assert.ok(results.length > 0);
    for (const { baselineState, suppressions } of results) {
      assert.deepEqual(
        [baselineState, suppressions[0]?.kind, suppressions[0]?.justification],
        ['unchanged', 'external', 'Known from the baseline.'],
      );
    }
  }));

test('a baseline that is missing or none is wrong usage', () =>
  withFolder({ ...files, 'base.json': '{"version": 2}' }, async (folder) => {
    for (const argv of [['--baseline', 'none.json'], ['--baseline', 'base.json'], ['--update-baseline'], ['--baseline-strict']]) {
      assert.equal((await folder.run(['lint', ...argv])).code, 2, argv.join(' '));
    }
  }));
