// The fuzzing of the server in a small size, the same sessions every time, and the sessions in which it was found to go wrong.
import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { makeSession, readDisk, wrongIn } from './server-job.ts';
import type { Step } from './server-steps.ts';

const disk = await readDisk();
const count = 24;

test('whatever came before, a server says what a fresh one says', async () => {
  for (let part = 0; part < count; part++) assert.equal(await wrongIn(makeSession(disk, 1, part), disk), undefined, `session ${part}`);
});

const plan = 'govplan: "1"\nimports: [lib/agencies.plan.yaml]\n';
const found: Readonly<Record<string, readonly Step[]>> = {
  'a folder that goes takes its configuration along': [
    { do: 'write', path: 'one/base.config.yaml', text: plan },
    { do: 'tell' },
    { do: 'wait', turns: 'all' },
    { do: 'move', path: 'one/sub', to: 'two/old' },
  ],
  'what was part of a configuration is a plan again': [
    { do: 'open', path: 'one/base.config.yaml', languageId: 'governance-plan', version: 1, text: 'rules: {}\n' },
    { do: 'wait', turns: 'all' },
    { do: 'folders', names: ['one', 'one/sub'] },
  ],
  'what turns out to be part of a configuration is told what is wrong with it as such, and no longer when it is none': [
    { do: 'open', path: 'one/base.config.yaml', languageId: 'governance-plan', version: 1, text: plan },
    { do: 'wait', turns: 'all' },
    { do: 'write', path: 'one/sub/govplan.config.yaml', text: 'as-of: 2026-11-22\n' },
    { do: 'tell' },
  ],
  'a plan is read again after its library even when a configuration of others has changed in between': [
    { do: 'open', path: 'one/a.plan.yaml', languageId: 'governance-plan', version: 1, text: plan },
    { do: 'open', path: 'one/lib/agencies.plan.yaml', languageId: 'governance-plan', version: 1, text: 'govplan: "1"\n' },
    { do: 'open', path: 'two/govplan.config.yaml', languageId: 'yaml', version: 1, text: '' },
    { do: 'wait', turns: 'all' },
    { do: 'replace', path: 'two/govplan.config.yaml', text: 'profile: cn\n' },
    { do: 'replace', path: 'one/lib/agencies.plan.yaml', text: 'govplan: "1' },
  ],
  'what a plan says of another with its id is where that stands now': [
    { do: 'open', path: 'one/a.plan.yaml', languageId: 'governance-plan', version: 1, text: `${plan}plan: {id: twice}\n` },
    { do: 'open', path: 'one/b.plan.yaml', languageId: 'governance-plan', version: 1, text: `${plan}plan: {id: twice}\n` },
    { do: 'wait', turns: 'all' },
    { do: 'edit', path: 'one/a.plan.yaml', edits: [[plan.length, 0, '\n\n']], isOne: true },
  ],
  'nothing is said of the configuration of a folder that has left the workspace': [{ do: 'folders', names: ['two'] }],
};

for (const [what, steps] of Object.entries(found)) {
  test(what, async () => {
    for (const manner of ['pull', 'push'] as const)
      assert.equal(await wrongIn({ manner, steps, lookAfter: 1000 }, disk), undefined, manner);
  });
}

test('a thousand edits leave nothing on the heap', async () => {
  const heaps = await heapsOf('server-heap.ts', 1000);
  const [second = 0, last = 0] = [heaps[1], heaps.at(-1)];
  // The texts and trees of a hundred edits would be half as much again.
  assert.ok(last < 1.25 * second, heaps.join(' '));
});

test('a document that stays open leaves nothing on the heap of what it was', async () => {
  const heaps = await heapsOf('open-heap.ts', 30);
  // The texts of the thirty edits of one way alone would be sixteen megabytes.
  assert.ok(Math.max(...heaps) - (heaps[0] as number) < 12_000_000, heaps.join(' '));
});

async function heapsOf(name: string, edits: number): Promise<readonly number[]> {
  const script = fileURLToPath(new URL(name, import.meta.url));
  const { stdout } = await promisify(execFile)(process.execPath, ['--expose-gc', script, String(edits), '1']);
  const { heaps, complaints } = JSON.parse(stdout) as { readonly heaps: readonly number[]; readonly complaints: readonly string[] };
  assert.deepEqual(complaints, []);
  return heaps;
}
