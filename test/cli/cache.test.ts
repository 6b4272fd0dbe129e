// `--cache`: the reports are those of a run without it, and nothing old is ever taken for new.
import assert from 'node:assert/strict';
import { readdir, rm, symlink, writeFile } from 'node:fs/promises';
import { test } from 'node:test';
import { formatNames } from '../../server/src/cli/format/formats.ts';
import { countyPlan, type Files, type Folder, misspelt, withFolder } from './command-line.ts';

const user = `govplan: "1"
imports: [lib/l.plan.yaml, later.plan.yaml]
# govplan-disable-next-line missing-key -- reason: known; approved-by: me
plan: {id: user, title: {zh: 预案, en: Plan}, type: special, jurisdiction: {level: county, name: Qinghe}}
links:
  - {from: aid, to: rescue, type: share-information}
`;
const lib =
  'govplan: "1"\norganizations:\n  aid: {name: {zh: 援助, en: Aid}, sector: government}\n  rescue: {name: Rescue, sector: volunteer-group}\n';
const files: Files = {
  'a.plan.yaml': countyPlan,
  'b.plan.yaml': `${countyPlan}---\n${user.replace('id: user', 'id: county')}`,
  'user.plan.yaml': user,
  'lib/l.plan.yaml': lib,
  'm.plan.yaml': misspelt,
};

/** What is said with the cache as it is, which must be what is said without, and how many files came from it. */
async function check(folder: Folder, argv: readonly string[] = []): Promise<number> {
  const plain = await folder.run(['lint', '--format', 'json', ...argv]);
  const { stdout, stderr, code } = await folder.run(['lint', '--format', 'json', '--cache=kept', '--stats', ...argv]);
  assert.equal(stdout, plain.stdout);
  assert.equal(code, plain.code);
  return Number(/from the cache (\d+)/.exec(stderr)?.[1]);
}

test('every format says the same from the cache, in both languages', () =>
  withFolder(files, async (folder) => {
    assert.equal(await check(folder), 0);
    assert.equal(await check(folder), 5);
    for (const format of formatNames) {
      for (const language of ['en', 'zh']) {
        const argv = ['lint', '--format', format, '--lang', language];
        assert.equal((await folder.run([...argv, '--cache=kept'])).stdout, (await folder.run(argv)).stdout, `${format} ${language}`);
      }
    }
  }));

test('what changed is linted again: the file, what it imports, what was missing, the configuration, the date', () =>
  withFolder(files, async (folder) => {
    await check(folder);
    await writeFile(`${folder.path}/a.plan.yaml`, countyPlan.replace('id: county', 'id: other'));
    assert.equal(await check(folder), 4);
    await writeFile(`${folder.path}/lib/l.plan.yaml`, lib.replace('  rescue:', '  rescued:'));
    assert.equal(await check(folder), 2);
    await writeFile(`${folder.path}/later.plan.yaml`, 'govplan: "1"\norganizations:\n  rescue: {name: R, sector: volunteer-group}\n');
    assert.equal(await check(folder), 3);
    await rm(`${folder.path}/later.plan.yaml`);
    await symlink('lib/l.plan.yaml', `${folder.path}/later.plan.yaml`);
    assert.equal(await check(folder), 3);
    await writeFile(`${folder.path}/govplan.config.yaml`, 'rules: {termination-missing: off}\n');
    assert.equal(await check(folder), 0);
    assert.equal(await check(folder, ['--as-of', '2024-01-01']), 0);
    assert.equal(await check(folder), 5);
  }));

test('a damaged cache is no cache', () =>
  withFolder(files, async (folder) => {
    await check(folder);
    const names = (await readdir(`${folder.path}/kept`)).filter((name) => name !== '.gitignore');
    assert.equal(names.length, 5);
    const [first = '', second = '', third = ''] = names;
    await writeFile(`${folder.path}/kept/${first}`, '{"documents":');
    await writeFile(`${folder.path}/kept/${second}`, 'null');
    const text = await folder.read(`kept/${third}`);
    await writeFile(`${folder.path}/kept/${third}`, text.replace('"index":0', '"index":7'));
    assert.equal(await check(folder), 2);
    assert.equal(await check(folder), 5);
  }));

test('without a folder that can be written, everything is linted', () =>
  withFolder({ ...files, kept: 'a file' }, async (folder) => {
    assert.equal(await check(folder), 0);
    assert.equal(await check(folder), 0);
  }));
