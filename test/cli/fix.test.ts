// `--fix` and `--fix-dry-run`: what is mended, what is left alone, and that no half a file is ever seen.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { chmod, readdir, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import { applyPatch } from 'diff';
import { asNobody, library, misspelt, withFolder } from './command-line.ts';

test('--fix mends what is safe, and reports what is left', () =>
  withFolder(
    { 'a.plan.yaml': `${misspelt}  other: {name: 1, sector: party}\n`, 'b.plan.yaml': misspelt, 'c.plan.yaml': library },
    async (folder) => {
      const { code, stdout, stderr } = await folder.run(['lint', '--fix']);
      assert.equal(await folder.read('b.plan.yaml'), library);
      assert.equal(await folder.read('a.plan.yaml'), `${library}  other: {name: 1, sector: party}\n`);
      assert.equal(code, 1);
      assert.match(stdout, /a\.plan\.yaml:4:17 {2}error {2}wrong-type/);
      assert.doesNotMatch(stdout, /unknown-key/);
      assert.match(stderr, /2 findings mended; files written: 2/);
      assert.equal((await folder.run(['lint', '--fix', 'b.plan.yaml'])).code, 0);
    },
  ));

test('--fix goes on while one fix brings up the next', () =>
  withFolder({ 'a.plan.yaml': 'govplan: "1"\norganisations:\n  a: {nam: A, sector: goverment}\n' }, async (folder) => {
    assert.equal((await folder.run(['lint', '--fix'])).code, 0);
    assert.equal(await folder.read('a.plan.yaml'), 'govplan: "1"\norganizations:\n  a: {name: A, sector: government}\n');
  }));

test('--fix keeps mode, byte order mark, line ends, and the file behind a link', () =>
  withFolder(
    {
      'a.plan.yaml': { mode: 0o640, text: `\ufeff${misspelt}`.replaceAll('\n', '\r\n') },
      'real/b.plan.yaml': misspelt,
      'b.plan.yaml': { link: 'real/b.plan.yaml' },
    },
    async (folder) => {
      assert.equal((await folder.run(['lint', '--fix', 'a.plan.yaml', 'b.plan.yaml'])).code, 0);
      assert.equal(await folder.read('a.plan.yaml'), `\ufeff${library}`.replaceAll('\n', '\r\n'));
      assert.equal((await stat(join(folder.path, 'a.plan.yaml'))).mode & 0o777, 0o640);
      assert.equal(await folder.read('real/b.plan.yaml'), library);
      assert.deepEqual((await readdir(folder.path)).sort(), ['a.plan.yaml', 'b.plan.yaml', 'real'], 'nothing is left behind');
    },
  ));

test('--fix leaves a file alone that was excused, or is no UTF-8', () => {
  const excused = 'govplan: "1"\n# govplan-disable-next-line unknown-key -- reason: ours\norganisations: {}\n';
  const damaged = Buffer.concat([Buffer.from(`${misspelt}---\n${misspelt}# `), Buffer.from([0xff, 0x0a])]);
  return withFolder({ 'a.plan.yaml': excused, 'b.plan.yaml': damaged }, async (folder) => {
    await folder.run(['lint', '--fix']);
    assert.equal(await folder.read('a.plan.yaml'), excused);
    assert.equal(await folder.read('b.plan.yaml'), damaged.toString());
  });
});

test('--fix-dry-run prints a diff that gives what --fix gives, and writes nothing', () =>
  withFolder({ 'a.plan.yaml': misspelt, '县 b.plan.yaml': misspelt.replaceAll('\n', '\r\n'), 'c.plan.yaml': library }, async (folder) => {
    const { code, stdout } = await folder.run(['lint', '--fix-dry-run']);
    assert.equal(code, 1, 'nothing was mended');
    assert.equal(await folder.read('a.plan.yaml'), misspelt);
    const diffs = stdout.split(/^(?=--- )/m);
    assert.equal(diffs.length, 2);
    assert.match(stdout, /^--- a\/a\.plan\.yaml\n\+\+\+ b\/a\.plan\.yaml\n@@ -1,3 \+1,3 @@\n/);
    assert.equal(applyPatch(misspelt, diffs[0] ?? ''), library);
    assert.equal(
      applyPatch(misspelt.replaceAll('\n', '\r\n'), diffs[1] ?? '', { autoConvertLineEndings: false }),
      library.replaceAll('\n', '\r\n'),
    );
  }));

test('--fix-dry-run wants standard output for itself', () =>
  withFolder({ 'a.plan.yaml': misspelt }, async (folder) => {
    const refused = await folder.run(['lint', '--fix-dry-run', '--format', 'json']);
    assert.deepEqual([refused.code, refused.stdout], [2, '']);
    const { stdout } = await folder.run(['lint', '--fix-dry-run', '--format', 'json:report.json']);
    assert.match(stdout, /^--- a/);
    assert.equal(JSON.parse(await folder.read('report.json')).summary.errors, 1);
  }));

test('--stdin --fix gives the mended document back, the report goes to standard error', () =>
  withFolder({}, async (folder) => {
    const mended = await folder.run(['lint', '--stdin', '--fix'], { stdin: misspelt });
    assert.deepEqual([mended.code, mended.stdout], [0, library]);
    const clean = await folder.run(['lint', '--stdin', '--fix'], { stdin: library });
    assert.deepEqual([clean.code, clean.stdout], [0, library]);
    const left = await folder.run(['lint', '--stdin', '--fix'], { stdin: 'govplan: "1"\nzzz: 1\n' });
    assert.deepEqual([left.code, left.stdout], [1, 'govplan: "1"\nzzz: 1\n']);
    assert.match(left.stderr, /unknown-key/);
  }));

test('a byte order mark comes back from --stdin --fix, and stands in the diff', () =>
  withFolder({ 'a.plan.yaml': `\ufeff${misspelt}` }, async (folder) => {
    for (const [given, back] of [
      [misspelt, library],
      [library, library],
    ]) {
      const { stdoutBytes } = await folder.run(['lint', '--stdin', '--fix'], { stdin: `\ufeff${given}` });
      assert.deepEqual(stdoutBytes, Buffer.from(`\ufeff${back}`));
    }
    const { stdout } = await folder.run(['lint', '--fix-dry-run']);
    assert.equal(applyPatch(`\ufeff${misspelt}`, stdout), `\ufeff${library}`);
    const piped = await folder.run(['lint', '--stdin', '--fix-dry-run'], { stdin: `\ufeff${misspelt}` });
    assert.equal(applyPatch(`\ufeff${misspelt}`, piped.stdout), `\ufeff${library}`);
  }));

test('what is no UTF-8 comes back from --stdin --fix as it was', () =>
  withFolder({}, async (folder) => {
    const stdin = Buffer.concat([Buffer.from(misspelt), Buffer.from([0xca, 0xd0, 0x0a])]);
    const { stdoutBytes } = await folder.run(['lint', '--stdin', '--fix'], { stdin });
    assert.deepEqual(stdoutBytes, stdin);
  }));

test('a folder that cannot be written to is a clear error', () =>
  withFolder({ 'sub/a.plan.yaml': misspelt }, async (folder) => {
    await chmod(join(folder.path, 'sub'), 0o555);
    const { code, stderr } = await asNobody(folder, () => folder.run(['lint', '--fix']));
    await chmod(join(folder.path, 'sub'), 0o755);
    assert.equal(code, 2);
    assert.match(stderr, /'sub\/a\.plan\.yaml' cannot be written \(EACCES\)/);
    assert.equal(await folder.read('sub/a.plan.yaml'), misspelt);
  }));

test('a report that cannot be written is a clear error', () =>
  withFolder({ 'a.plan.yaml': library, taken: '' }, async (folder) => {
    for (const path of ['taken/report.json', 'taken/$&.json']) {
      const { code, stderr } = await folder.run(['lint', '--format', `json:${path}`]);
      assert.deepEqual([code, stderr.includes(`'${path}' cannot be written (`)], [2, true], stderr);
    }
  }));

test('--fix-dry-run shows thousands of mended lines as a diff that git takes', () =>
  withFolder(
    {
      'a.plan.yaml': `govplan: "1"\norganizations:\n${Array.from({ length: 2100 }, (_, i) => `  o${i}: {name: O, sector: goverment}`).join('\n')}`,
    },
    async (folder) => {
      const { stdout } = await folder.run(['lint', '--fix-dry-run']);
      await writeFile(join(folder.path, 'a.patch'), stdout);
      execFileSync('git', ['apply', 'a.patch'], { cwd: folder.path });
      const text = await folder.read('a.plan.yaml');
      assert.equal(text.match(/sector: government\b/g)?.length, 2100);
    },
  ));
