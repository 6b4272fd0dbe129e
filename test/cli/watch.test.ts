// `lint --watch`: a change is followed by a result, and by one that a run of its own would give. Everything waits for what is written.
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { mkdir, rename, rm, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { commands } from '../../server/src/cli/commands.ts';
import { main } from '../../server/src/cli/main.ts';
import { captured, countyPlan, type Files, type Folder, library, misspelt, type Outcome, withFolder } from './command-line.ts';

const program = fileURLToPath(new URL('../../server/src/cli/bin.ts', import.meta.url));

interface Session {
  readonly folder: Folder;
  /** Waits until what was written since the last wait has this in it, and gives it. */
  until(pattern: RegExp): Promise<string>;
  write(path: string, text: string): Promise<void>;
}

/** Milliseconds after which something that does not come will not come any more. */
const longest = 20_000;

/** Watches while there is work; then ends it as Ctrl-C does. */
async function watching(files: Files, argv: readonly string[], work: (session: Session) => Promise<void>): Promise<Outcome> {
  let ended: Outcome | undefined;
  await withFolder(files, async (folder) => {
    let written = '';
    let check = (): void => {};
    let interrupt = (): void => {};
    const onWrite = (text: string): void => {
      written += text;
      check();
    };
    const untilInterrupted = (): Promise<void> =>
      new Promise((resolve) => {
        interrupt = resolve;
      });
    const { terminal, outcome } = captured(folder.path, { onWrite, untilInterrupted });
    const running = main(['lint', '--watch', ...argv], terminal, commands);
    const until = (pattern: RegExp): Promise<string> =>
      new Promise((resolve, reject) => {
        void running.then((code) => reject(new Error(`it ended with ${code}:\n${written}`)));
        const late = setTimeout(() => reject(new Error(`${pattern} was not written, but:\n${written}`)), longest);
        check = () => {
          const found = pattern.exec(written);
          if (found === null) return;
          clearTimeout(late);
          check = () => {};
          const end = found.index + found[0].length;
          resolve(written.slice(0, end));
          written = written.slice(end);
        };
        check();
      });
    try {
      await until(/watching \d+ files?[^\n]*\n/);
      await work({ folder, until, write: (path, text) => writeFile(join(folder.path, path), text) });
    } finally {
      interrupt();
      ended = outcome(await running);
    }
  });
  return ended as Outcome;
}

const again = /──── changed: [^\n]*\n[\s\S]*watching \d+ files?[^\n]*\n/;

test('a change is said, with a line before it, and the exit code is that of the last result', async () => {
  const { code, stdout } = await watching({ 'a.plan.yaml': misspelt }, [], async ({ until, write }) => {
    await write('a.plan.yaml', library);
    const said = await until(again);
    assert.match(said, /──── changed: a\.plan\.yaml ─+\n1 file checked: nothing found\./);
  });
  assert.equal(code, 0);
  assert.match(
    stdout,
    /^a\.plan\.yaml:2:1 {2}error {2}unknown-key\n[\s\S]*1 file checked: 1 error[^\n]*\n1 file checked: nothing found\.\n$/,
  );
});

test('what imports the file that changed is linted, and nothing else', async () => {
  const user = 'govplan: "1"\nimports: ../shared/law.plan.yaml\nlegal-bases: {}\n';
  const files = { 'here/a.plan.yaml': user, 'here/b.plan.yaml': library, 'here/c.plan.yaml': library, 'shared/law.plan.yaml': library };
  const argv = ['here', '--stats'];
  await watching(files, argv, async ({ until, write }) => {
    await write('shared/law.plan.yaml', library.replace('office:', 'bureau:'));
    assert.match(await until(again), /changed: shared\/law\.plan\.yaml ─[\s\S]* from the cache 2\n/);
    await write('here/b.plan.yaml', misspelt);
    assert.match(await until(again), /changed: here\/b\.plan\.yaml ─[\s\S]*1 error[\s\S]* from the cache 2\n/);
  });
});

test('files come, go, are renamed and are written in halves', async () => {
  const { code } = await watching({ 'a.plan.yaml': library }, ['--format', 'github'], async ({ folder, until, write }) => {
    await mkdir(join(folder.path, 'sub.d/deep'), { recursive: true });
    await write('sub.d/deep/b.plan.yaml', misspelt);
    assert.match(await until(again), /error file=sub\.d\/deep\/b\.plan\.yaml/);
    await rename(join(folder.path, 'sub.d/deep/b.plan.yaml'), join(folder.path, 'c.plan.yaml'));
    await until(/error file=c\.plan\.yaml/);
    await write('c.plan.yaml', 'govplan: "1"\norganizations: {a: {name: "half');
    await until(/title=govplan%3A yaml-syntax/);
    await rm(join(folder.path, 'c.plan.yaml'));
    await rm(join(folder.path, 'a.plan.yaml'));
    await until(/no plans were found/);
    await rm(join(folder.path, 'sub.d'), { recursive: true });
    await mkdir(join(folder.path, 'sub.d'));
    await write('sub.d/e.plan.yaml', misspelt);
    await until(/error file=sub\.d\/e\.plan\.yaml/);
    await write('new.tmp', library);
    await rename(join(folder.path, 'new.tmp'), join(folder.path, 'sub.d/e.plan.yaml'));
    await until(again);
  });
  assert.equal(code, 0);
});

test('an import that was missing, and a folder for it, may come later', async () => {
  const user = 'govplan: "1"\nimports: lib/far/law.plan.yaml\n';
  await watching({ 'a.plan.yaml': user, 'law.yaml': library }, ['a.plan.yaml'], async ({ folder, until, write }) => {
    await mkdir(join(folder.path, 'lib/far'), { recursive: true });
    await write('lib/far/law.plan.yaml', library);
    await until(/nothing found/);
    await rm(join(folder.path, 'lib'), { recursive: true });
    await until(/import-failed/);
    await mkdir(join(folder.path, 'lib/far'), { recursive: true });
    await symlink('../../law.yaml', join(folder.path, 'lib/far/law.plan.yaml'));
    await until(/nothing found/);
  });
});

test('the configuration, what it extends, and ignore files count too', async () => {
  const files = { '.git/HEAD': '', 'plans/a.plan.yaml': countyPlan, 'plans/b.plan.yaml': library };
  await watching(files, ['plans', '--quiet'], async ({ folder, until, write }) => {
    await write('govplan.config.yaml', 'extends: base/rules.yaml\n');
    await until(/govplan\.config\.yaml:1:10 {2}error {2}invalid-config/);
    await mkdir(join(folder.path, 'base'));
    await write('base/rules.yaml', 'rules: {legal-basis-absent: off}\n');
    const said = await until(/2 files checked: 1 error/);
    assert.doesNotMatch(said.slice(said.lastIndexOf('────')), /legal-basis-absent/);
    await write('.gitignore', 'a.plan.yaml\n');
    await until(/1 file checked: nothing found/);
  });
});

test('the baseline is read again when it changes', async () => {
  const files = { 'a.plan.yaml': misspelt, 'base.json': '{"version": 1, "findings": []}' };
  await watching(files, ['--baseline', 'base.json'], async ({ folder, until }) => {
    await folder.run(['lint', '--baseline', 'base.json', '--update-baseline']);
    await until(/1 finding known from the baseline\.\n1 file checked: nothing found/);
  });
});

test('what is written, touched or none of its business says nothing', async () => {
  const argv = ['--format', 'json:out.plan.yaml.json', '--format', 'text', '--cache=kept'];
  const { stderr } = await watching({ 'a.plan.yaml': library }, argv, async ({ until, write }) => {
    await write('a.plan.yaml', library);
    await write('notes.md', 'nothing of ours');
    await write('b.plan.yaml', misspelt);
    await until(/b\.plan\.yaml:2:1/);
    await until(/watching 2 files/);
  });
  assert.equal(stderr.match(/──── changed/g)?.length, 1, stderr);
});

test(
  'Ctrl-C ends the process, with the exit code of the last result',
  {
    skip: process.platform === 'win32' ? 'there are no such signals here' : false,
  },
  () =>
    withFolder({ 'a.plan.yaml': misspelt }, async ({ path }) => {
      const child = spawn(process.execPath, [program, 'lint', '--watch'], { cwd: path, stdio: ['ignore', 'ignore', 'pipe'] });
      const ended = new Promise((resolve) => child.on('exit', (code, signal) => resolve(signal ?? code)));
      for await (const chunk of child.stderr.setEncoding('utf8')) if (String(chunk).includes('Ctrl-C ends.')) break;
      child.kill('SIGINT');
      assert.equal(await ended, 1);
    }),
);

test('a folder or file that is not there, and what makes no sense together, is said at once', () =>
  withFolder({ 'a.plan.yaml': library }, async (folder) => {
    for (const argv of [['absent'], ['--stdin'], ['--fix'], ['--fix-dry-run'], ['--baseline', 'b.json', '--update-baseline']]) {
      const { code, stdout, stderr } = await folder.run(['lint', '--watch', ...argv]);
      assert.deepEqual([code, stdout], [2, ''], argv.join(' '));
      assert.match(stderr, argv[0] === 'absent' ? /no file or folder 'absent'/ : /--watch/);
    }
  }));
