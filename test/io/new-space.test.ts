// That V8 makes no more room for what is new where it is told so, and takes kept code again afterwards; in this Node, and in Node 20.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { before, test } from 'node:test';
import { transform } from 'esbuild';
import { withFolder } from '../cli/command-line.ts';
import { findNode } from '../support/old-node.ts';

const oldNode = await findNode('v20.');
let newSpace = '';

before(async () => {
  const source = await readFile(new URL('../../server/src/io/new-space.ts', import.meta.url), 'utf8');
  newSpace = (await transform(source, { loader: 'ts', format: 'cjs' })).code;
});

async function saysOf(node: string, script: string): Promise<string> {
  let said = '';
  const files = { 'new-space.cjs': newSpace, 'run.cjs': `const newSpace = require('./new-space.cjs');\n${script}` };
  await withFolder(files, async ({ path }) => {
    const { status, stdout, stderr } = spawnSync(node, [join(path, 'run.cjs')], { encoding: 'utf8' });
    assert.equal(status, 0, stderr);
    said = stdout;
  });
  return said;
}

/** Megabytes that are there for new objects, once so many of them have stayed that V8 takes all the room it may. */
async function roomAfter(node: string, told: string): Promise<number> {
  const script = `${told}; const kept = []; for (let i = 0; i < 1_000_000; i++) kept.push({ i });
    const { space_size } = require('node:v8').getHeapSpaceStatistics().find(({ space_name }) => space_name === 'new_space');
    console.log(kept.length && space_size / 1024 / 1024);`;
  return Number(await saysOf(node, script));
}

for (const [name, node] of [
  ['Node 20', oldNode],
  ['this Node', process.execPath],
] as const) {
  const skip = node === undefined ? `${name} is not on the PATH` : false;

  test(`the room for what is new grows as usual, and not where it is to be kept: ${name}`, { skip }, async () => {
    const usual = await roomAfter(node as string, '');
    const kept = await roomAfter(node as string, 'newSpace.keepNewSpace()');
    const again = await roomAfter(node as string, 'newSpace.keepNewSpace(); newSpace.growNewSpaceAsUsual()');
    // Most often it is 2 of 32 or 64 MB; a newer V8 may just then hold on to pages that it has emptied.
    assert.ok(2 * kept <= usual && 2 * kept <= again, `${kept} MB are kept, and usual are ${usual} or ${again}`);
  });

  test(`code that is kept at the end is taken by the next process: ${name}`, { skip }, async () => {
    const told = 'newSpace.keepNewSpace(); newSpace.growNewSpaceAsUsual()';
    const kept = await saysOf(
      node as string,
      `${told}; console.log(new (require('node:vm').Script)('1 + 1').createCachedData().toString('base64'));`,
    );
    const next = `const cachedData = Buffer.from('${kept.trim()}', 'base64');
      console.log(new (require('node:vm').Script)('1 + 1', { cachedData }).cachedDataRejected);`;
    assert.equal(await saysOf(node as string, next), 'false\n');
  });
}
