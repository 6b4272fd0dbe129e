// `.pre-commit-hooks.yaml`: checked by pre-commit itself, and its hooks run by it on what is staged, with the package of the build.
import assert from 'node:assert/strict';
import { copyFile, mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { parse, stringify } from 'yaml';
import { misspelt } from '../cli/command-line.ts';
import { program, Unavailable } from '../e2e/setup.ts';
import { fence, packPackage, type Ran, root, somePlans, version, type Workbench, withWorkbench } from './recipes.ts';

interface Hook {
  readonly id: string;
  readonly entry: string;
  readonly files: string;
  readonly additional_dependencies: readonly string[];
  readonly pass_filenames?: boolean;
}

const manifest = join(root, '.pre-commit-hooks.yaml');
const hooks = parse(await readFile(manifest, 'utf8')) as readonly Hook[];
const isWindows = process.platform === 'win32';

const packed = await mkdtemp(join(tmpdir(), 'govplan-hooks-'));
after(() => rm(packed, { recursive: true, force: true }));

const preCommit = await program(['pre-commit'], ['pre-commit']).catch((error: unknown) => {
  if (error instanceof Unavailable) return error;
  throw error;
});
const skip = preCommit instanceof Unavailable ? preCommit.message : isWindows ? 'there is no shell here' : false;

test('the hooks take plans and configurations, and the package of this version', () => {
  for (const { id, files, additional_dependencies: packages } of hooks) {
    for (const path of ['plans/a.plan.yaml', 'b.plan.yml', 'govplan.config.yaml', 'plans/govplan.config.yaml'])
      assert.match(path, new RegExp(files), id);
    for (const path of ['values.yaml', 'plan.yaml.md', 'my-govplan.config.yaml']) assert.doesNotMatch(path, new RegExp(files), id);
    assert.deepEqual(packages, [`govplan@${version}`]);
  }
  const used =
    (parse(fence('file=.pre-commit-config.yaml')) as { readonly repos: readonly { readonly hooks: readonly Hook[] }[] }).repos[0]?.hooks ??
    [];
  for (const { id } of used)
    assert.ok(
      hooks.some((hook) => hook.id === id),
      id,
    );
});

test(
  'each entry, with file names behind it as pre-commit gives them, lints those files',
  { skip: isWindows ? 'there is no shell here' : false },
  () =>
    withWorkbench(
      { 'a.plan.yaml': misspelt, 'b.plan.yaml': misspelt, 'govplan.config.yaml': 'rules: {unknown-key: error}\n' },
      async (bench) => {
        for (const { id, entry, pass_filenames: passes = true } of hooks) {
          const [name = '', ...args] = entry.split(' ');
          const { stdout, stderr } = await bench.exec(name, [...args, ...(passes ? ['a.plan.yaml', 'govplan.config.yaml'] : [])]);
          const shown =
            id === 'govplan' ? /2 files checked: 1 error/ : id === 'govplan-all' ? /files? checked/ : /2 files checked: nothing found/;
          assert.match(stdout, shown, `${id} ${stderr}`);
        }
        assert.equal(await bench.read('b.plan.yaml'), misspelt, 'only what was named is mended');
      },
    ),
);

test('pre-commit takes the hooks, and runs them on what is staged', { skip }, () =>
  withWorkbench(somePlans(2), async (bench) => {
    const tarball = await packPackage(packed);
    const run = (...args: readonly string[]): Promise<Ran> =>
      bench.exec(preCommit as string, args, { PRE_COMMIT_HOME: join(packed, 'home') });
    assert.equal((await run('validate-manifest', manifest)).code, 0);
    await bench.script('rm "$(command -v npx)" "$(command -v govplan)"');
    const source = await hookRepository(bench);
    const asked = hooks.map(({ id }) => ({ id, additional_dependencies: [tarball], language_version: 'system' }));
    await bench.write('.pre-commit-config.yaml', stringify({ repos: [{ repo: source, rev: 'v0', hooks: asked }] }));
    await bench.write('plans/new.plan.yaml', misspelt);
    await bench.write('notes.yaml', 'not: ours\n');
    await bench.script('git add -A');
    const linted = await run('run', 'govplan', '--verbose');
    assert.equal(linted.code, 1, linted.stdout + linted.stderr);
    assert.match(linted.stdout, /plans\/new\.plan\.yaml:2:1 {2}error {2}unknown-key[\s\S]*1 file checked: 1 error/);
    const mended = await run('run', 'govplan-fix', '--verbose');
    assert.match(mended.stdout, /files were modified by this hook[\s\S]*1 file checked: nothing found/);
    assert.match(await bench.read('plans/new.plan.yaml'), /^organizations:$/m);
    assert.match((await run('run', 'govplan-all', '--verbose')).stdout, /5 files checked: \d+ errors/);
    await bench.script('git reset -q && git add notes.yaml');
    assert.match((await run('run', 'govplan-all')).stdout, /no files to check/);
  }),
);

/** A repository with the hooks alone: what pre-commit would install of the real one besides comes from the network. */
async function hookRepository(bench: Workbench): Promise<string> {
  const folder = join(packed, 'hooks');
  const made = await bench.script(
    `git init -q '${folder}' && cd '${folder}' && echo '{"name": "hooks", "version": "1.0.0"}' > package.json`,
  );
  assert.equal(made.code, 0, made.stderr);
  await copyFile(manifest, join(folder, '.pre-commit-hooks.yaml'));
  const tagged = await bench.script(`cd '${folder}' && git add -A && git commit -q -m hooks && git tag v0`);
  assert.equal(tagged.code, 0, tagged.stderr);
  return folder;
}
