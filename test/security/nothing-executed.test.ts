// Nothing that a workspace holds is ever executed: not its configuration, not its tags, not what its git repository names.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { glob, mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { countyPlan, type Folder, misspelt, withFolder } from '../cli/command-line.ts';
import { pushing, withServer } from '../protocol/client.ts';

const sources = fileURLToPath(new URL('../../server/src/', import.meta.url));

test('one file starts processes, and they are git with fixed arguments and without a shell', async () => {
  const starting: string[] = [];
  for await (const path of glob('**/*.ts', { cwd: sources })) {
    const text = await readFile(join(sources, path), 'utf8');
    if (/child_process|\bexecSync\b|\bfork\(/.test(text)) starting.push(path.replaceAll('\\', '/'));
    assert.doesNotMatch(
      text,
      /\bshell: true|\beval\(|new Function\(|(?:require|import)\((?!['"`]|\()/,
      `${path} runs no text and loads nothing by a name it was given`,
    );
  }
  assert.deepEqual(starting, ['io/git-tree.ts']);
  const text = await readFile(join(sources, 'io/git-tree.ts'), 'utf8');
  const started = [...text.matchAll(/\b(?:spawn|execFile)\(\s*([^,]+),/g)].map(([, program]) => program);
  assert.deepEqual(started, ["'git'", "'git'"]);
});

/** A command that leaves a mark; the mark is a file in the folder. */
const evil = (folder: Folder): string => `touch '${join(folder.path, 'executed')}'`;

async function checkNothingRan(folder: Folder): Promise<void> {
  assert.ok(!(await readdir(folder.path)).includes('executed'), 'the workspace has run a program');
}

function gitIn(folder: Folder): (...args: readonly string[]) => string {
  return (...args) =>
    execFileSync('git', ['-c', 'user.name=t', '-c', 'user.email=t@example.org', '-c', 'commit.gpgsign=false', ...args], {
      cwd: folder.path,
      encoding: 'utf8',
    });
}

test(
  'a hostile repository runs nothing when versions are compared',
  { skip: process.platform === 'win32' ? 'it would need another shell' : false },
  () =>
    withFolder({ 'a.plan.yaml': countyPlan, '.gitattributes': '* filter=evil diff=evil merge=evil\n' }, async (folder) => {
      const git = gitIn(folder);
      git('init', '-q');
      git('add', '.');
      git('commit', '-q', '-m', 'first');
      const command = evil(folder);
      const settings = {
        'core.fsmonitor': command,
        'core.pager': command,
        'core.editor': command,
        'core.sshCommand': command,
        'core.alternateRefsCommand': command,
        'core.gitProxy': command,
        'core.hooksPath': join(folder.path, 'hooks'),
        'diff.external': command,
        'diff.evil.textconv': command,
        'diff.evil.command': command,
        'filter.evil.smudge': command,
        'filter.evil.clean': command,
        'filter.evil.process': command,
        'filter.evil.required': 'true',
        'credential.helper': `!${command}`,
        'gpg.program': command,
        'alias.rev-parse': `!${command}`,
        'alias.cat-file': `!${command}`,
        'alias.ls-tree': `!${command}`,
        'pager.ls-tree': command,
        'uploadpack.packObjectsHook': command,
      };
      for (const [name, value] of Object.entries(settings)) git('config', name, value);
      for (const argv of [
        ['lint', '--since', 'HEAD'],
        ['diff', '--since', 'HEAD', '.'],
        ['diff', '--since', `--upload-pack=${command}`, '.'],
        ['lint', '--since', `HEAD^{/$(${command})}`],
      ]) {
        await folder.run(argv);
        await checkNothingRan(folder);
      }
    }),
);

test(
  'an object that the repository would fetch through a program is not fetched',
  {
    skip: process.platform === 'win32' ? 'it would need another shell' : false,
  },
  () =>
    withFolder({ 'a.plan.yaml': countyPlan }, async (folder) => {
      const git = gitIn(folder);
      git('init', '-q');
      git('add', '.');
      git('commit', '-q', '-m', 'first');
      const object = git('rev-parse', 'HEAD:a.plan.yaml').trim();
      await rm(join(folder.path, '.git/objects', object.slice(0, 2), object.slice(2)), { force: true });
      const promised = {
        'core.repositoryFormatVersion': '1',
        'extensions.partialClone': 'origin',
        'remote.origin.promisor': 'true',
        'remote.origin.partialclonefilter': 'blob:none',
        'remote.origin.url': `ext::sh -c ${evil(folder).replace(/'/g, '').replaceAll(' ', '% ')}`,
        'protocol.allow': 'always',
        'protocol.ext.allow': 'always',
      };
      for (const [name, value] of Object.entries(promised)) git('config', name, value);
      await folder.run(['lint', '--since', 'HEAD']);
      await folder.run(['diff', '--since', 'HEAD', '.']);
      await checkNothingRan(folder);
    }),
);

test('a configuration names no code: what it extends is read as data', () =>
  withFolder({ 'a.plan.yaml': misspelt }, async (folder) => {
    const code = `require('fs').writeFileSync(${JSON.stringify(join(folder.path, 'executed'))}, '')\n`;
    const files: Record<string, string> = {
      'a.plan.yaml': misspelt,
      'package.json': '{"govplan": {"extends": "./evil.js"}}',
      'govplan.config.yaml':
        'extends: [./evil.js, evil, ./evil.mjs]\nplugins: [./evil.js]\nrequire: ./evil.cjs\nrules: {./evil.js: error}\nx-run: !!js/function "function () {}"\n',
    };
    for (const name of ['evil.js', 'evil.cjs', 'evil.mjs', '.govplanrc.js', 'govplan.config.js', 'node_modules/evil/index.js'])
      files[name] = code;
    await mkdir(join(folder.path, 'node_modules/evil'), { recursive: true });
    for (const [name, text] of Object.entries(files)) await writeFile(join(folder.path, name), text);
    const { code: exit } = await folder.run(['lint', '--format', 'json']);
    assert.equal(exit, 1);
    await checkNothingRan(folder);
    await withServer(files, { capabilities: pushing }, async (client) => {
      await client.open('a.plan.yaml');
      await client.pushed('a.plan.yaml');
    });
    await checkNothingRan(folder);
  }));

test('the extension has no setting that names a program, and says so to a workspace that is not trusted', async () => {
  const manifest = JSON.parse(await readFile(new URL('../../package.json', import.meta.url), 'utf8'));
  assert.equal(manifest.capabilities.untrustedWorkspaces.supported, true);
  for (const [name, { type, enum: values }] of Object.entries<{ readonly type: string; readonly enum?: unknown }>(
    manifest.contributes.configuration.properties,
  ))
    assert.ok(type === 'boolean' || type === 'number' || values !== undefined, `${name} takes any text`);
});
