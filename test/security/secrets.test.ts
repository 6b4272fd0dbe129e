// What a run knows of the machine is in no output: not the environment, not the folder, not the user.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { hostname, userInfo } from 'node:os';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { formatNames } from '../../server/src/cli/format/formats.ts';
import { countyPlan, misspelt, withFolder } from '../cli/command-line.ts';

const bundle = fileURLToPath(new URL('../../server/dist/govplan.cjs', import.meta.url));

const files = {
  'plans/a.plan.yaml': `${countyPlan}imports: [../lib.plan.yaml, absent.plan.yaml]\nlegal-bases: {x: {title: T, kind: nobody}}\n`,
  'lib.plan.yaml': misspelt,
  'govplan.config.yaml': 'extends: [absent.yaml]\nprofil: cn\n',
};

const commands: readonly (readonly string[])[] = [
  ...formatNames.flatMap((format) => [
    ['lint', '--format', format],
    ['lint', '--format', format, '--root', '.', 'plans'],
  ]),
  ['lint', '--stats', '--cache'],
  ['lint', '--fix-dry-run'],
  ['lint', 'plans/absent.plan.yaml'],
  ['lint', '--config', 'absent.yaml'],
  ['classify', '--format', 'json'],
  ['report', 'plans/a.plan.yaml'],
  ['report', 'plans/a.plan.yaml', '--format', 'md'],
  ['diff', 'plans/a.plan.yaml', 'lib.plan.yaml', '--format', 'json'],
  ['what-if', 'plans/a.plan.yaml', '--each'],
  ['diff', '--since', 'HEAD'],
];

for (const argv of commands) {
  test(`'govplan ${argv.join(' ')}' tells nothing of the machine`, () =>
    withFolder(files, async ({ path }) => {
      const env = {
        PATH: process.env.PATH,
        HOME: `${path}/home-of-somebody`,
        USER: 'user-of-the-machine',
        GITHUB_TOKEN: 'token-of-the-forge',
        AWS_SECRET_ACCESS_KEY: 'key-of-the-cloud',
        NODE_DISABLE_COMPILE_CACHE: '1',
      };
      const { stdout, stderr } = spawnSync(process.execPath, [bundle, ...argv], { cwd: path, encoding: 'utf8', env });
      const said = stdout + stderr;
      assert.notEqual(said, '');
      const secrets = [path, encodeURI(path), 'home-of-somebody', env.USER, env.GITHUB_TOKEN, env.AWS_SECRET_ACCESS_KEY];
      for (const word of [...secrets, ...[hostname(), userInfo().homedir].filter((name) => name.length > 4)])
        assert.ok(!said.includes(word), `${word} is told: ${said.slice(Math.max(0, said.indexOf(word) - 100)).slice(0, 300)}`);
    }));
}
