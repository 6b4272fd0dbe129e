// The root: nothing a workspace says leads out of it, symbolic links resolved, and what stands outside is in no output.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { test } from 'node:test';
import { type Files, type Folder, library, lintToJson, misspelt, withFolder } from '../cli/command-line.ts';
import { pulling, withServer } from '../protocol/client.ts';

const secret = 'govplan: "1"\norganizations: {top-secret: {name: TopSecret, sector: TopSecret}}\n';
const head = 'govplan: "1"\n';

/** Ways out of the workspace `in`, each a file in it that names what stands outside. */
const waysOut: readonly (readonly [what: string, files: Files])[] = [
  ['an import', { 'in/a.plan.yaml': `${head}imports: ../out.plan.yaml\n` }],
  ['an import through a link', { 'in/a.plan.yaml': `${head}imports: link.plan.yaml\n`, 'in/link.plan.yaml': { link: '../out.plan.yaml' } }],
  ['an import through a linked folder', { 'in/a.plan.yaml': `${head}imports: up/out.plan.yaml\n`, 'in/up': { link: '..' } }],
  [
    'an import through two links',
    {
      'in/a.plan.yaml': `${head}imports: one.plan.yaml\n`,
      'in/one.plan.yaml': { link: 'two.plan.yaml' },
      'in/two.plan.yaml': { link: '../out.plan.yaml' },
    },
  ],
  [
    'a parent plan',
    {
      'in/a.plan.yaml': `${head}plan: {id: p, title: P, type: unit, jurisdiction: {level: organization, name: N}, status: draft, parent-plans: [../out.plan.yaml]}\n`,
    },
  ],
];

for (const [what, files] of waysOut) {
  test(
    `${what} does not lead out of the root, on the command line or in the editor`,
    {
      skip: process.platform === 'win32' ? 'links need rights here' : false,
    },
    () =>
      withFolder({ 'out.plan.yaml': secret, ...files }, async (folder) => {
        const { code, stdout, stderr } = await folder.run(['lint', '--format', 'json', 'a.plan.yaml'], { cwd: 'in' });
        assert.equal(code, 1, stderr);
        assert.match(stdout, /"import-failed"/);
        assert.doesNotMatch(stdout + stderr, /TopSecret|top-secret/);
        await withServer({ 'out.plan.yaml': secret, ...files }, { capabilities: pulling, roots: ['in'] }, async (client) => {
          await client.open('in/a.plan.yaml');
          const answer = JSON.stringify(await client.pull('in/a.plan.yaml'));
          assert.match(answer, /import-failed/);
          const symbols = JSON.stringify(await client.request('workspace/symbol', { query: 'secret' }));
          assert.doesNotMatch(answer + symbols, /TopSecret|top-secret/);
        });
      }),
  );
}

test(
  'a folder is searched for plans without following links out of it',
  { skip: process.platform === 'win32' ? 'links need rights here' : false },
  () =>
    withFolder(
      {
        'out/a.plan.yaml': secret,
        'in/b.plan.yaml': library,
        'in/out': { link: '../out' },
        'in/c.plan.yaml': { link: '../out/a.plan.yaml' },
      },
      async (folder) => {
        const report = await lintToJson(folder, [], { cwd: 'in' });
        assert.deepEqual(
          report.files.map(({ path }) => path),
          ['b.plan.yaml'],
        );
      },
    ),
);

test(
  'with --root a link that is named itself is refused where it leads out',
  { skip: process.platform === 'win32' ? 'links need rights here' : false },
  () =>
    withFolder({ 'out.plan.yaml': secret, 'in/c.plan.yaml': { link: '../out.plan.yaml' } }, async (folder) => {
      const { code, stdout, stderr } = await folder.run(['lint', '--root', 'in', 'in/c.plan.yaml']);
      assert.deepEqual([code, stdout], [2, '']);
      assert.match(stderr, /outside the root/);
    }),
);

test('a configuration extends nothing outside', () =>
  withFolder(
    { 'out.yaml': 'profile: TopSecret\n', 'in/govplan.config.yaml': 'extends: ../out.yaml\n', 'in/a.plan.yaml': library },
    async (folder) => {
      const { code, stdout, stderr } = await folder.run(['lint', '--format', 'json'], { cwd: 'in' });
      assert.equal(code, 1, stderr);
      assert.match(stdout, /"invalid-config"/);
      assert.doesNotMatch(stdout + stderr, /TopSecret/);
    },
  ));

test(
  'a link in an older revision does not lead out either',
  { skip: process.platform === 'win32' ? 'links need rights here' : false },
  () =>
    withFolder(
      { 'out.plan.yaml': secret, 'in/a.plan.yaml': `${head}imports: link.plan.yaml\n`, 'in/link.plan.yaml': { link: '../out.plan.yaml' } },
      async (folder) => {
        const git = (...argv: readonly string[]): string =>
          execFileSync('git', ['-c', 'user.name=t', '-c', 'user.email=t@example.org', '-c', 'commit.gpgsign=false', ...argv], {
            cwd: folder.path,
            encoding: 'utf8',
          });
        git('init', '-q');
        git('add', '.');
        git('commit', '-q', '-m', 'first');
        const { stdout, stderr } = await folder.run(['diff', '--since', 'HEAD', '--format', 'json', '.'], { cwd: 'in' });
        assert.doesNotMatch(stdout + stderr, /TopSecret|top-secret/);
      },
    ),
);

test('what a run writes is what its options name, and no more', () =>
  withFolder({ 'a.plan.yaml': misspelt, 'govplan.config.yaml': 'profile: cn\n' }, async (folder) => {
    const listed = async (): Promise<readonly string[]> =>
      execFileSync('find', ['.'], { cwd: folder.path, encoding: 'utf8' }).trim().split('\n').sort();
    const before = await listed();
    for (const argv of readingCommands) await folder.run(argv);
    assert.deepEqual(await listed(), before);
    await runWriting(folder);
    assert.deepEqual(
      (await listed()).filter((path) => !before.includes(path) && !path.startsWith('./kept/')),
      ['./b.json', './kept', './o', './o/report.json'],
    );
  }));

const readingCommands: readonly (readonly string[])[] = [
  ['lint'],
  ['lint', '--fix-dry-run'],
  ['lint', '--format', 'sarif'],
  ['classify'],
  ['report', 'a.plan.yaml'],
  ['diff', 'a.plan.yaml', 'a.plan.yaml'],
  ['what-if', 'a.plan.yaml', '--each'],
  ['rules'],
  ['schema'],
];

async function runWriting(folder: Folder): Promise<void> {
  await folder.run(['lint', '--format', 'json:o/report.json', '--cache=kept', '--baseline', 'b.json', '--update-baseline']);
}
