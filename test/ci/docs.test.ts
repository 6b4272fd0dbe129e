// docs/ci.md: every recipe is run as it stands there. What a CI service would do around it is done here.
import assert from 'node:assert/strict';
import { mkdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import { parse } from 'yaml';
import { program, Unavailable } from '../e2e/setup.ts';
import { fill, type Step, type Workflow, workflowFaults } from './github.ts';
import { fence, fenceMarks, root, somePlans, version, type Workbench, withWorkbench } from './recipes.ts';

const skip = process.platform === 'win32' ? 'there is no shell here' : false;
const workflows = ['plans', 'plan-changes', 'many-plans'].map((name) => `.github/workflows/${name}.yml`);

/** Runs a step of a workflow whose expressions mean what `context` says. */
async function runStep({ run = '', env = {} }: Step, job: Workflow['jobs'][string], context: object, bench: Workbench): Promise<number> {
  const all = Object.entries({ ...job.env, ...env }).map(([name, value]) => [name, fill(value, context as Record<string, unknown>)]);
  const { code, stderr } = await bench.script(run, { ...Object.fromEntries(all), GITHUB_BASE_REF: 'main' });
  assert.ok(code <= 1, stderr);
  return code;
}

test('every fence is run or read by a test', () => {
  assert.deepEqual(fenceMarks(), [
    `file=${workflows[0]}`,
    `file=${workflows[1]}`,
    `file=${workflows[2]}`,
    'file=.gitlab-ci.yml',
    'file=.gitlab-ci-many.yml',
    'file=.pre-commit-config.yaml',
    'run=build-server',
    'run=parallel',
    'file=govplan-job.yaml',
    'run=kubernetes-merge',
    'run=baseline',
    'run=since',
  ]);
});

test('everything is of this version', async () => {
  for (const path of ['README.md', 'docs/ci.md', 'docs/ci/gitlab.yml', '.pre-commit-hooks.yaml']) {
    const text = await readFile(join(root, path), 'utf8');
    const named = [...text.matchAll(/govplan(?:@|:|\/govplan@v|\/govplan\/v)(\d+\.\d+\.\d+)|^ *rev: v(\S+)/gm)].map(
      ([, one, two]) => one ?? two,
    );
    assert.ok(named.length > 0, path);
    assert.deepEqual(
      named,
      named.map(() => version),
      path,
    );
  }
});

test('GitHub takes the workflows, and the action has every input they give', async () => {
  for (const path of workflows) assert.deepEqual(workflowFaults(fence(`file=${path}`)), [], path);
  const { inputs } = parse(await readFile(join(root, 'action.yml'), 'utf8')) as { readonly inputs: object };
  const steps = Object.values((parse(fence(`file=${workflows[0]}`)) as Workflow).jobs).flatMap((job) => job.steps);
  for (const name of Object.keys(steps.find(({ uses }) => uses?.startsWith('govplan/'))?.with ?? {})) assert.ok(name in inputs, name);
  const page = await readFile(join(root, 'docs/ci.md'), 'utf8');
  for (const name of Object.keys(inputs)) assert.ok(page.includes(`\`${name}\``), name);
});

test('the comment on a pull request says what changed', { skip }, () =>
  withWorkbench(somePlans(2), async (bench) => {
    const setup = ['git checkout -q -b work', 'git update-ref refs/remotes/origin/main main'];
    assert.equal((await bench.script(setup.join(' && '))).code, 0);
    await bench.write(
      'plans/p1.plan.yaml',
      `${await bench.read('plans/p1.plan.yaml')}organizations: {crew: {name: Crew, sector: volunteer-group}}\n`,
    );
    await bench.shim('gh', 'echo "$GH_TOKEN: $*" > gh.txt; cat "$5" >> gh.txt');
    const { jobs } = parse(fence(`file=${workflows[1]}`)) as Workflow;
    const job = jobs.compare as Workflow['jobs'][string];
    for (const step of job.steps) {
      if (step.run !== undefined) await runStep(step, job, { github: { token: 'secret', event: { pull_request: { number: 7 } } } }, bench);
    }
    const said = await bench.read('gh.txt');
    assert.match(said, /^secret: pr comment 7 --body-file comment\.md --edit-last --create-if-none\n/);
    assert.match(said, /\| Organizations \| crew \| added/);
  }),
);

test('a matrix, merged, is one run to the byte', { skip }, () =>
  withWorkbench(somePlans(9), async (bench) => {
    const { jobs } = parse(fence(`file=${workflows[2]}`)) as Workflow;
    const lint = jobs.lint as Workflow['jobs'][string] & { readonly strategy: { readonly matrix: { readonly shard: readonly number[] } } };
    for (const shard of lint.strategy.matrix.shard) {
      for (const step of lint.steps) if (step.run !== undefined) await runStep(step, lint, { matrix: { shard } }, bench);
    }
    const merge = jobs.merge as Workflow['jobs'][string];
    const codes: number[] = [];
    for (const step of merge.steps) if (step.run !== undefined) codes.push(await runStep(step, merge, {}, bench));
    assert.deepEqual(codes, [1]);
    await checkMerged(bench);
  }),
);

test('GNU parallel, merged, is one run to the byte', { skip }, async (t) => {
  const parallel = await installed(['parallel'], ['parallel']);
  if (parallel instanceof Unavailable) return t.skip(parallel.message);
  return withWorkbench(somePlans(9), async (bench) => {
    const { code, stderr } = await bench.script(fence('run=parallel'));
    assert.equal(code, 1, stderr);
    await checkMerged(bench);
    const wrong = await bench.script(fence('run=parallel').replaceAll('plans', 'nowhere'));
    assert.notEqual(wrong.code, 0, 'what is wrong usage is no finding');
    assert.match(wrong.stderr, /no file or folder 'nowhere'/);
  });
});

test('the pods of an Indexed Job, merged, are one run to the byte', { skip }, () =>
  withWorkbench(somePlans(9), async (bench) => {
    const { apiVersion, kind, spec } = parse(fence('file=govplan-job.yaml')) as Job;
    const { restartPolicy, containers, volumes } = spec.template.spec;
    assert.deepEqual([apiVersion, kind, spec.completionMode, restartPolicy, containers.length], ['batch/v1', 'Job', 'Indexed', 'Never', 1]);
    const [{ command, args, env, volumeMounts }] = containers as readonly [Container];
    assert.deepEqual(env, [{ name: 'SHARDS', value: String(spec.completions) }]);
    assert.deepEqual(
      volumeMounts.map(({ name }) => name),
      volumes.map(({ name }) => name),
    );
    await mkdir(join(bench.path, 'results'));
    // The folders of a pod are those of this one.
    const script = args.join('\n').replaceAll('/results/', `${bench.path}/results/`);
    for (let index = 0; index < spec.completions; index++) {
      const ran = await bench.script(script, { SHARDS: String(spec.completions), JOB_COMPLETION_INDEX: String(index) }, command);
      assert.equal(ran.code, 0, ran.stderr);
    }
    assert.equal((await bench.script(fence('run=kubernetes-merge'))).code, 1);
    await checkMerged(bench);
  }),
);

test('a baseline makes an old repository pass, until something new comes or something old is gone', { skip }, () =>
  withWorkbench(somePlans(3), async (bench) => {
    const recipe = fence('run=baseline');
    const again = recipe.trimEnd().slice(recipe.lastIndexOf('govplan lint'));
    const first = await bench.script(recipe);
    assert.equal(first.code, 0, first.stderr);
    assert.match((await bench.script('git diff --cached --name-only')).stdout, /^govplan-baseline\.json$/m);
    await bench.script('git mv plans/p2.plan.yaml plans/renamed.plan.yaml');
    assert.equal((await bench.script(again)).code, 0);
    await bench.write('plans/new.plan.yaml', 'govplan: "1"\nagreement: {}\n');
    assert.equal((await bench.script(again)).code, 1);
    await bench.script('rm plans/new.plan.yaml plans/slip.plan.yaml');
    const gone = await bench.script(again);
    assert.equal(gone.code, 1);
    assert.match(gone.stderr, /gone: unknown-key in 'plans\/slip\.plan\.yaml'/);
  }),
);

test('only what a branch changes is looked at', { skip }, () =>
  withWorkbench(somePlans(3), async (bench) => {
    assert.equal((await bench.script(`git checkout -q -b work && ${fence('run=since')}`)).code, 0);
    await bench.write('plans/lib.plan.yaml', 'govplan: "1"\norganisations: {}\n');
    const { code, stdout } = await bench.script(fence('run=since'));
    assert.equal(code, 1);
    assert.match(stdout, /plans\/lib\.plan\.yaml:2:1 {2}error {2}unknown-key/);
  }),
);

test('build servers get well-formed XML', { skip }, async (t) => {
  const xmllint = await installed(['xmllint'], ['libxml2-utils']);
  if (xmllint instanceof Unavailable) return t.skip(xmllint.message);
  return withWorkbench(somePlans(3), async (bench) => {
    assert.equal((await bench.script(fence('run=build-server'))).code, 0);
    const { code, stderr } = await bench.exec(xmllint, ['--noout', 'reports/govplan.xml', 'reports/checkstyle.xml']);
    assert.equal(code, 0, stderr);
  });
});

interface Container {
  readonly command: readonly string[];
  readonly args: readonly string[];
  readonly env: readonly object[];
  readonly volumeMounts: readonly { readonly name: string }[];
}

interface Job {
  readonly apiVersion: string;
  readonly kind: string;
  readonly spec: {
    readonly completionMode: string;
    readonly completions: number;
    readonly template: {
      readonly spec: {
        readonly restartPolicy: string;
        readonly containers: readonly Container[];
        readonly volumes: readonly { readonly name: string }[];
      };
    };
  };
}

/** What was merged is what one run says. */
async function checkMerged(bench: Workbench): Promise<void> {
  const whole = await bench.exec('govplan', ['lint', '--format', 'json', 'plans']);
  assert.ok((await bench.read('govplan.json')) === whole.stdout, 'the bytes differ');
  assert.match(whole.stdout, /"rule": "duplicate-plan-id"/);
}

async function installed(names: readonly string[], packages: readonly string[]): Promise<string | Unavailable> {
  return program(names, packages).catch((error: unknown) => {
    if (error instanceof Unavailable) return error;
    throw error;
  });
}
