// That V8 compiles anew later where it is told to, and takes kept code again afterwards: only where its compiler begins early, in Node 20.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { before, test } from 'node:test';
import { transform } from 'esbuild';
import { withFolder } from '../cli/command-line.ts';
import { findNode } from '../support/old-node.ts';

const oldNode = await findNode('v20.');
const skip = oldNode === undefined ? 'Node 20 is not on the PATH' : false;
let compiler = '';

before(async () => {
  const source = await readFile(new URL('../../server/src/io/compiler.ts', import.meta.url), 'utf8');
  compiler = (await transform(source, { loader: 'ts', format: 'cjs' })).code;
});

/** What a script says that has the module at hand, run by Node 20. */
async function saysOf(script: string, ...flags: readonly string[]): Promise<string> {
  let said = '';
  await withFolder({ 'compiler.cjs': compiler, 'run.cjs': `const compiler = require('./compiler.cjs');\n${script}` }, async ({ path }) => {
    const { status, stdout, stderr } = spawnSync(oldNode as string, [...flags, join(path, 'run.cjs')], { encoding: 'utf8' });
    assert.equal(status, 0, stderr);
    said = stdout;
  });
  return said;
}

/** Whether a function that is called so often is compiled anew. */
async function isCompiledAnew(calls: number, told: string): Promise<boolean> {
  const script = `${told}; function work(n) { let sum = 0; for (let i = 0; i < n; i++) sum += i & 3; return sum; }
    for (let i = 0; i < ${calls}; i++) work(10);`;
  return /\[completed compiling \S+ <JSFunction work /.test(await saysOf(script, '--trace-opt', '--no-concurrent-recompilation'));
}

test('what runs often is compiled anew, in a long run later, and in a short one later still', { skip }, async () => {
  const [short, long] = ["compiler.compileLater('short')", "compiler.compileLater('long')"];
  assert.equal(await isCompiledAnew(800, ''), true);
  assert.equal(await isCompiledAnew(800, `${short}; compiler.compileAsUsual()`), true);
  assert.equal(await isCompiledAnew(800, long), false);
  assert.equal(await isCompiledAnew(2500, long), true);
  assert.equal(await isCompiledAnew(2500, short), false);
  assert.equal(await isCompiledAnew(10_000, short), true);
});

test('code that is kept at the end is taken by the next process, and none that is kept before', { skip }, async () => {
  for (const [told, isTaken] of [
    ["compiler.compileLater('short')", false],
    ["compiler.compileLater('short'); compiler.compileAsUsual()", true],
  ] as const) {
    const kept = await saysOf(`${told}; console.log(new (require('node:vm').Script)('1 + 1').createCachedData().toString('base64'));`);
    const next = `const cachedData = Buffer.from('${kept.trim()}', 'base64');
      console.log(new (require('node:vm').Script)('1 + 1', { cachedData }).cachedDataRejected);`;
    assert.equal(await saysOf(next), `${!isTaken}\n`, told);
  }
});
