// Writing a file on disks that fail: whatever goes wrong, the file is what it was, and nothing is left beside it.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { existsSync, promises } from 'node:fs';
import { chmod, lstat, readdir, readFile, stat, symlink } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import { makeFolder } from '../../server/src/io/folders.ts';
import { type WritableDisk, writeAtomically } from '../../server/src/io/write-file.ts';
import { asNobody, withFolder } from '../cli/command-line.ts';

const isWindows = process.platform === 'win32' ? 'there are no such files here' : false;

function fail(code: string): never {
  throw Object.assign(new Error(code), { code });
}

/** A disk on which half of a text finds room. */
const fullDisk: WritableDisk = {
  ...promises,
  open: async (...where) => {
    const file = await promises.open(...where);
    file.writeFile = async (text) => {
      await file.write(String(text).slice(0, String(text).length / 2));
      fail('ENOSPC');
    };
    return file;
  },
};

const failing: readonly (readonly [what: string, disk: WritableDisk, code: string])[] = [
  ['that is full', fullDisk, 'ENOSPC'],
  ['that takes no new file', { ...promises, open: () => Promise.reject(Object.assign(new Error('no'), { code: 'EROFS' })) }, 'EROFS'],
  ['that loses the mode', { ...promises, chmod: async () => fail('EIO') }, 'EIO'],
  ['that does not rename', { ...promises, rename: async () => fail('EBUSY') }, 'EBUSY'],
];

for (const [what, disk, code] of failing) {
  test(`on a disk ${what} a file stays whole`, () =>
    withFolder({ 'a.txt': 'before' }, async ({ path, read }) => {
      await assert.rejects(writeAtomically(join(path, 'a.txt'), 'after '.repeat(1000), disk), { code });
      assert.equal(await read('a.txt'), 'before');
      assert.deepEqual(await readdir(path), ['a.txt']);
    }));
}

test('a file that is not there is not there half', () =>
  withFolder({}, async ({ path }) => {
    await assert.rejects(writeAtomically(join(path, 'a.txt'), 'text', fullDisk), { code: 'ENOSPC' });
    assert.deepEqual(await readdir(path), []);
  }));

test('folders are made as far as they are missing, and one that cannot be made is no wait for ever', () =>
  withFolder({ 'a.txt': '' }, ({ path }) => {
    assert.deepEqual([makeFolder(join(path, 'b/c/d')), makeFolder(join(path, 'b/c/d')), makeFolder(path)], [true, false, false]);
    assert.ok(existsSync(join(path, 'b/c/d')));
    assert.throws(() => makeFolder(join(path, 'a.txt/e')), { code: /^(EEXIST|ENOTDIR)$/ });
    // Node's own `mkdir` with `recursive` never comes back from here.
    if (process.platform === 'linux') assert.throws(() => makeFolder('/proc/govplan/cache'), { code: 'ENOENT' });
    return Promise.resolve();
  }));

test('mode and link stay, wherever the link leads', { skip: isWindows }, () =>
  withFolder(
    { 'a.txt': { mode: 0o640, text: 'before' }, link: { link: 'a.txt' }, 'sub/x': '', later: { link: 'sub/b.txt' } },
    async (folder) => {
      await writeAtomically(join(folder.path, 'link'), 'after');
      await writeAtomically(join(folder.path, 'later'), 'new');
      assert.deepEqual([await folder.read('a.txt'), await folder.read('sub/b.txt')], ['after', 'new']);
      assert.equal((await stat(join(folder.path, 'a.txt'))).mode & 0o777, 0o640);
      for (const name of ['link', 'later']) assert.ok((await lstat(join(folder.path, name))).isSymbolicLink(), name);
    },
  ),
);

test('a text of which others may read nothing is never there for others', { skip: isWindows }, () =>
  withFolder({ 'a.txt': { mode: 0o600, text: 'before' } }, async ({ path }) => {
    const modes: number[] = [];
    const watched: WritableDisk = {
      ...promises,
      open: async (...where) => {
        const file = await promises.open(...where);
        modes.push((await file.stat()).mode & 0o777);
        return file;
      },
    };
    await writeAtomically(join(path, 'a.txt'), 'after', watched);
    assert.deepEqual(modes, [0o600]);
  }),
);

test('a file that is read-only stays as it is, though its folder could be written', { skip: isWindows }, () =>
  withFolder({ 'a.txt': 'before' }, async (folder) => {
    await chmod(join(folder.path, 'a.txt'), 0o444);
    await chmod(folder.path, 0o777);
    await asNobody(folder, () => assert.rejects(writeAtomically(join(folder.path, 'a.txt'), 'after'), { code: 'EACCES' }));
    assert.equal(await folder.read('a.txt'), 'before');
  }),
);

test('what is no plain file is written to, or says that it cannot be', { skip: isWindows }, () =>
  withFolder({ 'folder/x': '' }, async ({ path }) => {
    await writeAtomically('/dev/null', 'text');
    assert.ok((await stat('/dev/null')).isCharacterDevice());
    await symlink('round', join(path, 'round'));
    await assert.rejects(writeAtomically(join(path, 'folder'), 'text'), { code: 'EISDIR' });
    await assert.rejects(writeAtomically(join(path, 'round'), 'text'), { code: 'ELOOP' });
    await assert.rejects(writeAtomically(join(path, 'absent/a.txt'), 'text'), { code: 'ENOENT' });
    assert.equal(await readFile(join(path, 'folder/x'), 'utf8'), '');
  }),
);

test('a pipe that is named by /dev/stdout is written to', { skip: !existsSync('/dev/stdout') }, () => {
  const writer = new URL('../../server/src/io/write-file.ts', import.meta.url).href;
  const program = `import { writeAtomically } from '${writer}'; await writeAtomically('/dev/stdout', ['a ', 'text']);`;
  const { stdout } = spawnSync('sh', ['-c', '"$0" --input-type=module -e "$1" | cat', process.execPath, program], { encoding: 'utf8' });
  assert.equal(stdout, 'a text');
});
