// `--shard` and `merge`: the parts of a run, joined, are the run. GOVPLAN_PLANS sets how many plans are generated (default 200).
import assert from 'node:assert/strict';
import { chmod, mkdir, rename, rm, writeFile } from 'node:fs/promises';
import { test } from 'node:test';
import {
  asNobody,
  countyPlan,
  type Files,
  type Folder,
  type JsonReport,
  library,
  lintToJson,
  misspelt,
  shortPlan,
  withFolder,
} from './command-line.ts';

/** Plans that share libraries; every 50th has the id of its predecessor, every 70th excuses that. */
function generated(count: number): Files {
  const files: Record<string, string> = { 'govplan.config.yaml': 'rules: {no-such-rule: off}\nas-of: 2026-01-01\n' };
  for (let n = 0; n < 10; n++) {
    files[`lib/l${n}.plan.yaml`] = `govplan: "1"
organizations:
  office-${n}: {name: 第${n}局, sector: government, rights: {open-${n}: {kind: activate}}}
  team-${n}: {name: Team ${n}, sector: volunteer-group}
`;
  }
  for (let n = 1; n <= count; n++) {
    const id = n % 50 === 0 ? n - 1 : n;
    const except = n % 100 === 0 ? '# govplan-disable-file duplicate-plan-id -- reason: twins; approved-by: me\n' : '';
    files[`p${n % 7}/plan-${n}.plan.yaml`] = `${except}govplan: "1"
imports: [../lib/l${n % 10}.plan.yaml, ../lib/l${(n + 3) % 10}.plan.yaml]
plan: {id: plan-${id}, title: 预案 ${n}, type: special, jurisdiction: {level: county, name: 县}, status: draft}
links:
  - {from: office-${n % 10}, to: [team-${n % 10}, team-${(n + 3) % 10}], type: task}
`;
  }
  return files;
}

async function mergeShards(
  folder: Folder,
  count: number,
  argv: readonly string[] = [],
  cwd = '.',
): Promise<{ readonly stdout: string; readonly code: number }> {
  const { stdout, stderr, code } = await runShards(folder, count, argv, cwd);
  assert.equal(stderr, '');
  return { stdout, code };
}

async function runShards(folder: Folder, count: number, argv: readonly string[], cwd = '.'): ReturnType<Folder['run']> {
  const names: string[] = [];
  for (let index = 1; index <= count; index++) {
    names.push(`out/${index}.json`);
    await folder.run(['lint', '--shard', `${index}/${count}`, '--format', `json:out/${index}.json`, ...argv], { cwd });
  }
  return folder.run(['merge', ...names.reverse()], { cwd });
}

test('8 shards, merged, are one run to the byte', () =>
  withFolder(generated(Number(process.env.GOVPLAN_PLANS ?? 200)), async (folder) => {
    const whole = await folder.run(['lint', '--format', 'json']);
    const merged = await mergeShards(folder, 8);
    assert.ok(merged.stdout === whole.stdout, 'the bytes differ');
    assert.equal(merged.code, whole.code);
    assert.match(whole.stdout, /"rule": "duplicate-plan-id"/);
    assert.match(whole.stdout, /"reason": "twins"/);
  }));

test('every file is in exactly one shard', () =>
  withFolder(generated(40), async (folder) => {
    const seen: string[] = [];
    for (const index of [1, 2, 3]) {
      const report = await lintToJson(folder, ['--shard', `${index}/3`]);
      assert.ok(report.files.length > 0);
      seen.push(...report.files.map(({ path }) => path).filter((path) => path !== 'govplan.config.yaml'));
    }
    assert.equal(seen.length, 50);
    assert.equal(new Set(seen).size, 50);
  }));

test('a shard without files is empty; languages, dates, severities and several documents are merged too', () => {
  const files = {
    'a.plan.yaml': `${shortPlan}---\n${shortPlan}`,
    'b/govplan.config.yaml': 'as-of: 2025-05-05\nrules: {duplicate-plan-id: warning}\n',
    'b/b.plan.yaml': shortPlan,
    'c.plan.yaml': library,
  };
  return withFolder(files, async (folder) => {
    for (const argv of [[], ['--lang', 'zh'], ['--quiet'], ['--min-severity', 'warning'], ['--as-of', '2026-01-01']]) {
      const whole = await folder.run(['lint', '--format', 'json', ...argv]);
      assert.equal((await mergeShards(folder, 9, argv)).stdout, whole.stdout, argv.join(' '));
    }
  });
});

test('outside of the working directory too, the later plan is the one that comes later in the report', () => {
  return withFolder({ 'a/z.plan.yaml': shortPlan, 'b/a.plan.yaml': shortPlan }, async (folder) => {
    const argv = ['../b', '.'];
    const whole = await folder.run(['lint', '--format', 'json', ...argv], { cwd: 'a' });
    const found = (JSON.parse(whole.stdout) as JsonReport).files.map(({ path, findings }) => [
      path,
      findings.some(({ rule }) => rule === 'duplicate-plan-id'),
    ]);
    assert.deepEqual(found, [
      ['../b/a.plan.yaml', false],
      ['z.plan.yaml', true],
    ]);
    assert.equal((await mergeShards(folder, 3, argv, 'a')).stdout, whole.stdout);
  });
});

test('with a baseline too: files renamed and doubled, a plan id used twice, entries that are stale', () => {
  const numbered = (n: number): string => countyPlan.replace('id: county', `id: plan-${n % 4}`);
  const files = Object.fromEntries([1, 2, 3, 4, 5].map((n) => [`p${n}.plan.yaml`, numbered(n)]));
  return withFolder({ ...files, 'gone.plan.yaml': misspelt }, async (folder) => {
    await folder.run(['lint', '--baseline', 'base.json', '--update-baseline']);
    await rename(`${folder.path}/p2.plan.yaml`, `${folder.path}/q.plan.yaml`);
    await writeFile(`${folder.path}/r.plan.yaml`, numbered(2));
    await rm(`${folder.path}/gone.plan.yaml`);
    const argv = ['--baseline', 'base.json'];
    const whole = await folder.run(['lint', '--format', 'json', ...argv]);
    assert.match(whole.stdout, /"path": "r\.plan\.yaml"[\s\S]*"rule": "duplicate-plan-id"/);
    for (const count of [2, 3, 7]) {
      const names = Array.from({ length: count }, (_, index) => `out/${index + 1}.json`);
      for (const [index, name] of names.entries()) {
        const { stderr } = await folder.run(['lint', '--shard', `${index + 1}/${count}`, '--format', `json:${name}`, ...argv]);
        assert.doesNotMatch(stderr, /gone/);
      }
      const merged = await folder.run(['merge', ...names]);
      assert.equal(merged.stdout, whole.stdout);
      assert.match(merged.stderr, /^govplan merge: the baseline knows a finding that is gone: unknown-key in 'gone\.plan\.yaml'[^\n]*\n$/);
    }
  });
});

test('with a baseline too: a configuration with faults, which holds for the files of several shards', () => {
  const plans = Object.fromEntries([1, 2, 3, 4].map((n) => [`p${n}.plan.yaml`, countyPlan.replace('id: county', `id: plan-${n}`)]));
  return withFolder({ ...plans, 'govplan.config.yaml': 'rulez: {}\nprofil: cn\n' }, async (folder) => {
    await folder.run(['lint', '--baseline', 'base.json', '--update-baseline']);
    await writeFile(`${folder.path}/govplan.config.yaml`, 'rulez: {}\nprofile: xx\n');
    const argv = ['--baseline', 'base.json'];
    const whole = await folder.run(['lint', '--format', 'json', ...argv]);
    assert.equal(whole.stdout.match(/"invalid-config"/g)?.length, 1);
    for (const count of [2, 3]) {
      const merged = await runShards(folder, count, argv);
      assert.equal(merged.stdout, whole.stdout);
      assert.equal(merged.stderr.match(/invalid-config/g)?.length, 1);
    }
  });
});

test('merge fails for a stale baseline when asked', () =>
  withFolder({ 'a.plan.yaml': library, 'gone.plan.yaml': misspelt }, async (folder) => {
    await folder.run(['lint', '--baseline', 'base.json', '--update-baseline']);
    await writeFile(`${folder.path}/gone.plan.yaml`, library);
    await folder.run(['lint', '--shard', '1/1', '--baseline', 'base.json', '--format', 'json:1.json']);
    assert.equal((await folder.run(['merge', '1.json'])).code, 0);
    assert.equal((await folder.run(['merge', '--baseline-strict', '1.json'])).code, 1);
  }));

test('merge fails as a shard did that is incomplete, or could not read something', () =>
  withFolder({ 'a.plan.yaml': library, 'b.plan.yaml': library, 'closed/c.plan.yaml': library }, async (folder) => {
    await folder.run(['lint', '--shard', '1/1', '--timeout', '0.000001', '--format', 'json:late.json']);
    const late = await folder.run(['merge', 'late.json']);
    assert.equal(late.code, 3);
    assert.match(late.stderr, /^govplan merge: [^\n]*time was up before 'a\.plan\.yaml'[^\n]*\n$/);

    await chmod(`${folder.path}/closed`, 0);
    await mkdir(`${folder.path}/out`);
    await chmod(`${folder.path}/out`, 0o777);
    await asNobody(folder, () => runShards(folder, 2, []));
    await chmod(`${folder.path}/closed`, 0o755);
    const closed = await folder.run(['merge', 'out/1.json', 'out/2.json']);
    assert.equal(closed.code, 2);
    assert.match(closed.stderr, /^govplan merge: [^\n]*'closed'[^\n]*\n$/);
  }));

test('shards that are missing or given twice, and what is no result, are wrong usage', () =>
  withFolder({ 'a.plan.yaml': shortPlan, 'b.plan.yaml': library, 'no.json': '{}' }, async (folder) => {
    for (const index of [1, 2]) await folder.run(['lint', '--shard', `${index}/2`, '--format', `json:${index}.json`]);
    for (const argv of [[], ['1.json'], ['1.json', '1.json'], ['no.json'], ['absent.json']]) {
      assert.equal((await folder.run(['merge', ...argv])).code, 2, argv.join(' '));
    }
    for (const shard of ['0/2', '3/2', '1', 'x/y']) assert.equal((await folder.run(['lint', '--shard', shard])).code, 2, shard);
  }));
