// The rules of `.gitignore`, held to git itself.
import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import fc from 'fast-check';
import { createIgnoreRules } from '../../server/src/text/ignore-rules.ts';
import { withFolder } from '../cli/command-line.ts';

const cases: readonly (readonly [rules: string, leftOut: readonly string[], takenIn: readonly string[]])[] = [
  ['a', ['a', 'x/a', 'a/x', 'x/a/y'], ['ab', 'x/ba']],
  ['/a', ['a', 'a/x'], ['x/a']],
  ['a/b', ['a/b', 'a/b/c'], ['x/a/b']],
  ['a/', ['a/x'], ['a']],
  ['*.old', ['x.old', 'a/x.old', '.old'], ['x.older']],
  ['**/a', ['a', 'x/y/a'], ['xa']],
  ['a/**', ['a/x', 'a/x/y'], ['a', 'b/a/x']],
  ['a/**/b', ['a/b', 'a/x/b', 'a/x/y/b'], ['a/xb']],
  ['*\n!a', ['b'], ['a']],
  ['x/\n!x/a', ['x/a'], []],
  ['x/*\n!x/a', ['x/b'], ['x/a']],
  ['\\!a\n\\#b', ['!a', '#b'], ['a', 'b']],
  ['# a\n\n  \na\\ ', ['a '], ['a', '# a']],
  ['a  ', ['a'], ['a  ']],
  ['[ab].x\n[!c].y', ['a.x', 'b.y'], ['c.x', 'c.y']],
  ['[a', [], ['a']],
  ['预案/*.草稿', ['预案/防汛.草稿'], ['防汛.草稿']],
];

for (const [rules, leftOut, takenIn] of cases) {
  test(`${JSON.stringify(rules)} leaves out ${JSON.stringify(leftOut)}`, () => {
    const { verdict } = createIgnoreRules(rules.split('\n'));
    for (const path of leftOut) assert.equal(verdict(path, false), 'left out', path);
    for (const path of takenIn) assert.notEqual(verdict(path, false), 'left out', path);
  });
}

const piece = fc.constantFrom('a', 'b', 'ab', '*', '**', '?', '/', '/', '/**/', '.', '[ab]', '[!a]', '[a-c]', '!', ' ', '#', '\\a');
/** Without two stars inside a name: there git itself does not do what its manual says. */
const rule = fc
  .array(piece, { minLength: 1, maxLength: 6 })
  .map((pieces) => pieces.join(''))
  .filter((text) => !/[^/]\*\*|\*\*[^/]/.test(text));
const runs = Number(process.env.GOVPLAN_RUNS ?? 25);

test('random rules leave out what git leaves out', () =>
  withFolder({}, async ({ path }) => {
    execFileSync('git', ['init', '-q'], { cwd: path });
    const names = ['a', 'b', 'ab', '.a', 'abc', '#'];
    const files: string[] = [];
    for (const one of names) {
      for (const two of names) {
        await mkdir(join(path, `${one}d`, two, 'x'), { recursive: true });
        for (const file of [`${one}d/${two}/a`, `${one}d/${two}/x/b`, `${one}d/${two}.b`, two]) files.push(file);
      }
    }
    for (const file of files) await writeFile(join(path, file), '').catch(() => assert.fail(file));
    await fc.assert(
      fc.asyncProperty(fc.array(rule, { minLength: 1, maxLength: 4 }), async (rules) => {
        await writeFile(join(path, '.gitignore'), rules.join('\n'));
        const { stdout } = spawnSync('git', ['-c', 'core.excludesFile=', 'check-ignore', '--no-index', '-z', '--stdin'], {
          cwd: path,
          input: files.join('\0'),
          encoding: 'utf8',
        });
        const { verdict } = createIgnoreRules(rules);
        assert.deepEqual(
          [...new Set(files.filter((file) => verdict(file, false) === 'left out'))].sort(),
          [...new Set(stdout.split('\0').filter((file) => file !== ''))].sort(),
          JSON.stringify(rules),
        );
      }),
      { numRuns: runs },
    );
  }));
