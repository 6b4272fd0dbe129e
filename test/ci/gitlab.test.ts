// The GitLab template and what docs/ci.md says of it, run by a runner of GitLab pipelines that checks files against GitLab's own schema.
import assert from 'node:assert/strict';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { program, Unavailable } from '../e2e/setup.ts';
import { fence, packPackage, type Ran, root, somePlans, type Workbench, withWorkbench } from './recipes.ts';

const template = await readFile(join(root, 'docs/ci/gitlab.yml'), 'utf8');
const runner = createRequire(import.meta.url).resolve('gitlab-ci-local/dist/index.js');

const packed = await mkdtemp(join(tmpdir(), 'govplan-gitlab-'));
after(() => rm(packed, { recursive: true, force: true }));

const rsync = await program(['rsync'], ['rsync']).catch((error: unknown) => {
  if (error instanceof Unavailable) return error;
  throw error;
});
const skip = process.platform === 'win32' ? 'there is no shell here' : rsync instanceof Unavailable ? rsync.message : false;

/** Runs a pipeline in a shell: images are for servers. */
async function pipeline(bench: Workbench, text: string, ...args: readonly string[]): Promise<Ran> {
  await bench.write('.gitlab-ci.yml', text);
  assert.equal((await bench.script('git add -A && git commit -q -m pipeline')).code, 0);
  return bench.exec(process.execPath, [runner, '--force-shell-executor', ...args]);
}

test('the template runs, and leaves both reports', { skip }, () =>
  withWorkbench(somePlans(3), async (bench) => {
    const tarball = await packPackage(packed);
    const variables = ['--variable', `GOVPLAN_PACKAGE=${tarball}`, '--variable', 'GOVPLAN_PATHS=plans'];
    await bench.script('rm "$(command -v npx)"');
    const { code, stdout, stderr } = await pipeline(bench, template, ...variables);
    assert.equal(code, 1, stdout);
    assert.match(stderr, /json schema validated/);
    const issues = JSON.parse(await bench.read('.gitlab-ci-local/artifacts/govplan/gl-code-quality-report.json')) as readonly object[];
    assert.ok(issues.length > 5);
    assert.match(await bench.read('.gitlab-ci-local/artifacts/govplan/govplan-junit.xml'), /<testsuites name="govplan"/);
    const lenient = await pipeline(
      bench,
      template,
      ...variables,
      '--variable',
      'GOVPLAN_OPTIONS=--root . --rule unknown-key=warning',
      '--variable',
      'GOVPLAN_PATHS=plans/slip.plan.yaml',
    );
    assert.equal(lenient.code, 0, lenient.stdout);
  }),
);

test('what includes it only sets variables', () => {
  const names = [...template.matchAll(/^ {2}(GOVPLAN_\w+):/gm)].map(([, name]) => name);
  const set = [...fence('file=.gitlab-ci.yml').matchAll(/^ {2}(\w+):/gm)].map(([, name]) => name);
  assert.ok(set.length > 0);
  for (const name of set) assert.ok(names.includes(name), name);
});

test('in parts, merged, it is one run to the byte', { skip }, () =>
  withWorkbench(somePlans(9), async (bench) => {
    const { stdout, stderr } = await pipeline(bench, fence('file=.gitlab-ci-many.yml'));
    assert.match(stderr, /json schema validated/);
    const whole = await bench.exec('govplan', ['lint', '--format', 'json', 'plans']);
    assert.ok((await bench.read('.gitlab-ci-local/artifacts/merge/govplan.json')) === whole.stdout, stdout);
  }),
);
