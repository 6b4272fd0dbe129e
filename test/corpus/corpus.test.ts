// Hostile inputs under the command line that ships and in the language server: each ends, with a finding or with nothing, in bounded memory;
// never with a crash. How long they take is no matter of a test: `npm run bench:hostile` measures it.
import assert from 'node:assert/strict';
import { readdir, readFile } from 'node:fs/promises';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { type Files, type JsonReport, withFolder } from '../cli/command-line.ts';
import { pulling, withServer } from '../protocol/client.ts';
import { ask } from './ask.ts';
import { extremes } from './extremes.ts';
import { type LargeInput, large, mostMemory } from './large.ts';
import { runMetered } from './metered.ts';
import { type Answer, small } from './small.ts';

const smallFiles = new URL('files/', import.meta.url);

interface Run {
  readonly code: number | undefined;
  readonly report: JsonReport | undefined;
  readonly stderr: string;
  readonly memory: number;
}

async function lint(folder: string, ...paths: readonly string[]): Promise<Run> {
  const { stdout, ...run } = await runMetered(folder, 'lint', '--format', 'json', '--as-of', '2026-11-22', ...paths);
  return { ...run, report: stdout ? JSON.parse(stdout) : undefined };
}

/** `GOVPLAN_CORPUS=whole` gives every large input to the language server too. It takes some minutes. */
const isWhole = process.env.GOVPLAN_CORPUS === 'whole';

function check({ code, report, stderr, memory }: Run, finds: Answer, most: number): void {
  assert.equal(stderr, '');
  const found = new Set(report?.files.flatMap(({ findings }) => findings.map(({ rule }) => rule)));
  if (finds === 'nothing') assert.deepEqual([...found], []);
  for (const rule of finds === 'nothing' ? [] : finds) assert.ok(found.has(rule), `${rule} is found: ${[...found].join(', ')}`);
  assert.equal(code, (report?.summary.errors ?? 0) > 0 ? 1 : 0);
  assert.ok(memory < most, `${memory} MB`);
}

test('every small file of the corpus has its answer, and every answer its file', async () => {
  const names = (await readdir(smallFiles)).filter((name) => !name.startsWith('.'));
  assert.deepEqual(
    names.sort(),
    Object.keys(small)
      .map((name) => `${name}.plan.yaml`)
      .sort(),
  );
});

test('small hostile files are answered together as they would be alone', async () => {
  const { code, report, stderr, memory } = await lint(fileURLToPath(smallFiles));
  const found = new Map<string, Set<string>>();
  for (const { path, findings } of report?.files ?? []) {
    const rules = found.get(path) ?? new Set();
    found.set(path, rules);
    for (const { rule } of findings) rules.add(rule);
  }
  for (const [name, finds] of Object.entries(small)) {
    const rules = found.get(`${name}.plan.yaml`) ?? new Set();
    if (finds === 'nothing') assert.deepEqual([...rules], [], name);
    for (const rule of finds === 'nothing' ? [] : finds) assert.ok(rules.has(rule), `${name}: ${rule} is not among ${[...rules]}`);
  }
  assert.deepEqual([code, stderr], [1, '']);
  assert.ok(memory < mostMemory, `${memory} MB`);
});

test('of every construct there may be a hundred in a text: nothing fails, and every text has its answer', async () => {
  // Where all documents are empty, there is nothing to speak of.
  const constructs = Object.keys(extremes).filter((construct) => construct !== 'documents of nothing');
  const texts = Object.fromEntries(constructs.map((construct, index) => [`${index}.plan.yaml`, extremes[construct]?.(100) ?? '']));
  await withFolder(texts, async ({ path }) => {
    const { code, report, stderr } = await lint(path);
    assert.deepEqual([code, stderr], [1, '']);
    assert.deepEqual(new Set(report?.files.map((file) => file.path)), new Set(Object.keys(texts)));
  });
});

for (const { what, files, entry, finds, memory = mostMemory } of large) {
  test(`the command line survives ${what}`, () =>
    withFolder(files(), async ({ path }) => {
      check(await lint(path, ...(entry === undefined ? [] : [entry])), finds, memory);
    }));
}

test('a plan of thousands of findings is compared with an empty one, both ways', () => {
  const empty = 'govplan: "1"\nplan: {id: p, title: P, type: special, jurisdiction: {level: county, name: Q}, status: draft}\n';
  const full = `${empty}organizations:\n${Array.from({ length: 8000 }, (_, i) => `  o${i}: {name: O, sector: party}\n`).join('')}`;
  return withFolder({ 'empty.plan.yaml': empty, 'full.plan.yaml': full }, async ({ path }) => {
    for (const files of [
      ['empty.plan.yaml', 'full.plan.yaml'],
      ['full.plan.yaml', 'empty.plan.yaml'],
    ]) {
      const { code, stderr, memory } = await runMetered(path, 'diff', '--format', 'json', ...files);
      assert.equal(stderr, '');
      assert.ok(code === 0 || code === 1, `${code}`);
      assert.ok(memory < 450, `${memory} MB`);
    }
  });
});

test('the language server answers about every small hostile file, one after the other', async () => {
  const files: Record<string, Uint8Array> = {};
  for (const name of Object.keys(small)) files[`${name}.plan.yaml`] = await readFile(new URL(`${name}.plan.yaml`, smallFiles));
  await withServer(files, { capabilities: pulling }, async (client) => {
    for (const [path, bytes] of Object.entries(files)) await ask(client, path, Buffer.from(bytes).toString());
    await client.request('workspace/symbol', { query: 'a' });
  });
});

for (const { what, files, entry = 'a.plan.yaml' } of large.filter(isForEditor)) {
  test(`the language server survives ${what}`, async () => {
    const written: Files = files();
    const path = entry in written ? entry : (Object.keys(written)[0] as string);
    await withServer(written, { capabilities: pulling }, (client) => ask(client, path, String(written[path])));
  });
}

/** Of many files an editor shows one, which is small; and what is large in many small pieces takes the server long to tell. */
function isForEditor({ what }: LargeInput): boolean {
  return !/1,000|500 imports/.test(what) && (isWhole || !/\d0,000|5 MB|import one another/.test(what));
}
