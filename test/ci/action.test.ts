// `action.yml`: taken by GitHub's own reader, and its steps run with what a runner gives them, the package installed without a network.
import assert from 'node:assert/strict';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import type { Log } from 'sarif';
import { withFolder } from '../cli/command-line.ts';
import { type ActionRun, actionFaults, runAction } from './github.ts';
import { packPackage, root, somePlans, version, withWorkbench } from './recipes.ts';

const text = await readFile(join(root, 'action.yml'), 'utf8');
const skip = process.platform === 'win32' ? 'there is no bash here' : false;

const packed = await mkdtemp(join(tmpdir(), 'govplan-action-'));
const tarball = await packPackage(packed);
after(() => rm(packed, { recursive: true, force: true }));

/** The action on some plans, with the package packed from the build. */
async function onPlans(
  inputs: Readonly<Record<string, string>>,
  check: (run: ActionRun, read: (path: string) => Promise<string>) => Promise<void> | void,
): Promise<void> {
  await withFolder({}, ({ path: temp }) =>
    withWorkbench(somePlans(3), async (bench) => {
      const run = await runAction(text, { package: tarball, ...inputs }, bench, temp, root);
      await check(run, bench.read);
    }),
  );
}

test('GitHub takes it', () => {
  assert.deepEqual(actionFaults(text), []);
  assert.notDeepEqual(actionFaults(text.replace('using: composite', 'using: perl')), []);
});

test('no input becomes text of a script', () => {
  for (const [, script = ''] of text.matchAll(/^ {6}run: \|\n((?: {8}.*\n|\n)+)/gm)) assert.ok(!script.includes('${{'), script);
});

test('it annotates, summarizes, counts, uploads SARIF, and fails for errors', { skip }, () =>
  onPlans({ paths: 'plans\nplans/slip.plan.yaml\n', 'as-of': '2026-01-01' }, async ({ code, log, outputs, summary, called }, read) => {
    assert.equal(code, 1, log);
    assert.match(log, /^::error file=plans\/slip\.plan\.yaml,line=2,endLine=2,col=1,endColumn=14,title=govplan%3A unknown-key::/m);
    assert.match(summary, /^## govplan\n\n5 files checked: \d+ errors/);
    const { summary: counts, asOf } = JSON.parse(await readFile(outputs.json as string, 'utf8'));
    assert.equal(asOf, '2026-01-01');
    const { sarif, json: _, 'exit-code': exit, ...numbers } = outputs;
    assert.deepEqual([sarif, exit], ['govplan.sarif', '1']);
    assert.deepEqual(numbers, Object.fromEntries(Object.entries(counts).map(([name, count]) => [name, String(count)])));
    const uploaded = JSON.parse(await read('govplan.sarif')) as Log;
    assert.ok(uploaded.runs[0]?.results?.some(({ ruleId }) => ruleId === 'duplicate-plan-id'));
    assert.deepEqual(called, [
      { uses: 'github/codeql-action/upload-sarif@v4', with: { sarif_file: 'govplan.sarif', category: 'govplan' } },
    ]);
  }),
);

test('its inputs: what fails the job, and what is made of the findings', { skip }, async () => {
  await onPlans({ paths: 'plans', 'fail-on': 'never', annotations: 'false', summary: 'false', upload: 'false', lang: 'zh' }, (run) => {
    assert.deepEqual([run.code, run.outputs['exit-code'], run.summary, run.called], [0, '1', '', []], run.log);
    assert.match(run.log, /已检查 5 个文件/);
    assert.doesNotMatch(run.log, /^::/m);
  });
  await onPlans({ paths: 'plans/lib.plan.yaml', 'fail-on': 'warning', sarif: 'out/x.sarif', category: 'two' }, (run) => {
    assert.deepEqual([run.code, run.called[0]?.with], [0, { sarif_file: 'out/x.sarif', category: 'two' }], run.log);
  });
  await onPlans({ paths: 'nowhere', 'fail-on': 'never' }, (run) => {
    assert.deepEqual([run.code, run.outputs['exit-code'], run.called], [2, '2', []], run.log);
  });
  await onPlans({ 'fail-on': 'sometimes' }, ({ code, log }) => {
    assert.equal(code, 2);
    assert.match(log, /::error title=govplan::fail-on/);
  });
});

test('without a version it installs its own', { skip }, () =>
  withWorkbench({}, async (bench) => {
    await bench.shim('npm', 'echo "$@"');
    const { log } = await runAction(text, {}, bench, bench.path, root);
    assert.match(log, new RegExp(` govplan@${version.replaceAll('.', '\\.')}\n`));
    assert.match((await runAction(text, { version: '9.8.7' }, bench, bench.path, root)).log, / govplan@9\.8\.7\n/);
  }),
);
