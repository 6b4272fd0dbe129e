// The instruments of the bench: they must not take a failure for a quick success.
import assert from 'node:assert/strict';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type TestContext, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import type { LanguageServer } from './bench.ts';
import { typing } from './edits.ts';
import { generatePlan } from './generate-plan.ts';
import { startEditor } from './language-server.ts';
import { type Linter, prove } from './peers/linter.ts';
import { timeOf } from './process.ts';
import { profile } from './profile.ts';

const node = process.execPath;

test('a program that fails is not timed', async () => {
  const command = { program: node, args: ['-e', "console.log('no such file'); process.exit(3)"], exitCode: 0 };
  await assert.rejects(timeOf(command), /ended with 3: no such file/);
  assert.ok((await timeOf({ ...command, exitCode: 3 })) > 0);
});

test('a linter that finds nothing wrong with a faulty plan is not measured', async () => {
  const blind: Linter = {
    name: 'blind',
    what: { en: '', zh: '' },
    version: '1',
    isFloor: false,
    finds: 'missingKey',
    command: () => ({ program: node, args: ['-e', ''], exitCode: 0 }),
  };
  const input = { path: 'a.plan.yaml', isFolder: false, json: 'a.json' };
  await assert.rejects(prove(blind, input, { missingKey: input, duplicateKey: input }), /blind does not find what it should/);
});

const own: LanguageServer = {
  name: 'govplan',
  version: '',
  program: node,
  args: [fileURLToPath(new URL('../../server/dist/govplan.cjs', import.meta.url)), 'lsp', '--stdio'],
  debounce: 0,
  configuration: {},
};

test('the editor hears what a server says of each edit', async (context) => {
  const text = generatePlan({ lines: 200 });
  const editor = await startEditor(own, await temporaryFolder(context));
  assert.equal(await editor.open('a.plan.yaml', text), 0);
  for (const changes of typing(text).steps) assert.ok((await editor.edit(changes)) > 0);
  assert.ok((await editor.open('b.plan.yaml', text.replace(/^ {2}type: .*\n/m, ''))) > 0);
  await editor.stop();
});

test('a wait that a server makes on purpose is taken off', async (context) => {
  const text = generatePlan({ lines: 200 });
  const editor = await startEditor({ ...own, debounce: 100_000 }, await temporaryFolder(context));
  await editor.open('a.plan.yaml', text);
  const [changes = []] = typing(text).steps;
  assert.ok((await editor.edit(changes)) < 0);
  await editor.stop();
});

test('a server that ends is told at once', async (context) => {
  const folder = await temporaryFolder(context);
  await assert.rejects(startEditor({ ...own, args: ['-e', "console.error('out of order')"] }, folder), /govplan has ended: out of order/);
});

test('a profile says how long the runtime and the program had the processor', async (context) => {
  const folder = await temporaryFolder(context);
  const bundle = join(folder, 'govplan.cjs');
  await writeFile(bundle, 'let n = 0; for (let i = 0; i < 3e7; i++) n += i % 7;\nconsole.log(n);\n');
  await writeFile(`${bundle}.map`, JSON.stringify({ version: 3, sources: ['../server/src/spin.ts'], names: [], mappings: 'AAAA' }));
  const { unit, total, modules } = await profile('cpu', folder, bundle, async (options) => {
    await timeOf({ program: node, args: [...options, bundle], exitCode: 0 });
  });
  assert.equal(unit, 'milliseconds');
  assert.ok(modules.some(({ name, self }) => name === 'server/src/spin.ts' && self > 0));
  assert.ok(Math.abs(total - modules.reduce((sum, { self }) => sum + self, 0)) < 1e-6);
});

async function temporaryFolder(context: TestContext): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'govplan-bench-test-'));
  context.after(() => rm(folder, { recursive: true, force: true }));
  return folder;
}
