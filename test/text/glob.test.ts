// Patterns for paths: what they mean, and that no pattern takes long.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createGlob, createGlobs } from '../../server/src/text/glob.ts';

const cases: readonly (readonly [pattern: string, meant: readonly string[], others: readonly string[]])[] = [
  ['**/*.plan.{yaml,yml}', ['a.plan.yaml', 'x/y/a.plan.yml', '.x/.a.plan.yaml'], ['a.yaml', 'a.plan.yaml/b']],
  ['plans/*.yaml', ['plans/a.yaml', 'plans/.a.yaml'], ['plans/x/a.yaml', 'a.yaml']],
  ['plans/**/*.yaml', ['plans/a.yaml', 'plans/x/y/a.yaml'], ['plans.yaml']],
  ['exercises/**', ['exercises/a', 'exercises/x/a'], ['exercises', 'x/exercises/a']],
  ['./a?.yaml', ['ab.yaml', 'a县.yaml', 'a𠮷.yaml'], ['a.yaml', 'a/.yaml']],
  ['[a-c]{1,2}[!x]', ['a1y', 'b2z'], ['a1x', 'd1y', 'a3y']],
  ['{a,b{c,d}}/{e}', ['a/{e}', 'bd/{e}'], ['b/{e}', 'a/e']],
  ['!drafts/**', ['a', 'x/a'], ['drafts/a']],
  ['\\*\\{a,b}', ['*{a,b}'], ['xa', '*a']],
  ['[a', ['[a'], ['a']],
  ['', [''], ['a']],
];

for (const [pattern, meant, others] of cases) {
  test(`'${pattern}' means ${meant.join(', ')}`, () => {
    const glob = createGlob(pattern);
    for (const path of meant) assert.ok(glob(path), path);
    for (const path of others) assert.ok(!glob(path), path);
  });
}

test('of several patterns one is enough', () => {
  const globs = createGlobs(['a', 'b/*']);
  assert.deepEqual(['a', 'b/c', 'c'].map(globs), [true, true, false]);
});

test('no pattern takes long, whatever it is made of', () => {
  const path = `${'a/'.repeat(120)}${'a'.repeat(250)}`;
  const patterns = ['**/a/', '*a', 'a*', '?*', '[a]*', '{a,b}', '{a,{b,c}}', '{a*,*a}', '+(a|a*)', '**/*a*/', '{', '{a,', '['];
  const start = process.cpuUsage();
  for (const piece of patterns) {
    for (const count of [3, 30, 300, 3000, 300_000]) createGlob(`${piece.repeat(count)}b`)(path);
  }
  const { user } = process.cpuUsage(start);
  assert.ok(user < 5e6, `${user / 1e6} s`);
});
