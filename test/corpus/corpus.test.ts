// Hostile inputs under the command line that ships and in the language server: each ends soon, with a finding or with nothing, in bounded
// memory; never with a crash. Times are those of the processor, so that a busy machine is no failure.
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdir, readFile } from 'node:fs/promises';
import { after, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { type Files, type JsonReport, withFolder } from '../cli/command-line.ts';
import { type Client, pulling, withServer } from '../protocol/client.ts';
import { type LargeInput, large } from './large.ts';
import { type Answer, small } from './small.ts';

const bundle = fileURLToPath(new URL('../../server/dist/govplan.cjs', import.meta.url));
const smallFiles = new URL('files/', import.meta.url);

/** Seconds of the processor: what an input may take, where the least of all runs takes a fifth of a second. */
const longestRun = 2;

/** In MB. */
const mostMemory = 300;

/** Writes the seconds of the processor and the peak of the memory in MB to the fourth stream; the latter is known on Linux only. */
const meter = `process.on('exit', () => {
  const { userCPUTime, systemCPUTime } = process.resourceUsage();
  let memory = 0;
  try { memory = Number(/VmHWM:\\s+(\\d+)/.exec(require('fs').readFileSync('/proc/self/status', 'utf8'))[1]) / 1024; } catch {}
  require('fs').writeSync(3, JSON.stringify({ seconds: (userCPUTime + systemCPUTime) / 1e6, memory }));
});`;

interface Run {
  readonly code: number | null;
  readonly report: JsonReport | undefined;
  readonly stderr: string;
  readonly seconds: number;
  readonly memory: number;
}

async function lint(folder: string, ...paths: readonly string[]): Promise<Run> {
  const measured = `data:text/javascript,${encodeURIComponent(`import { createRequire } from 'node:module'; const require = createRequire('/'); ${meter}`)}`;
  const argv = ['--import', measured, bundle, 'lint', '--format', 'json', '--as-of', '2026-11-22', ...paths];
  const child = spawn(process.execPath, argv, { cwd: folder, stdio: ['ignore', 'pipe', 'pipe', 'pipe'] });
  // Whatever the machine does, nobody waits for ever.
  const watchdog = setTimeout(() => child.kill('SIGKILL'), 120_000);
  const [stdout, stderr, measures] = await Promise.all([child.stdout, child.stderr, child.stdio[3]].map(readAll));
  const [code] = child.exitCode === null && child.signalCode === null ? await once(child, 'exit') : [child.exitCode];
  clearTimeout(watchdog);
  const { seconds, memory } = measures ? JSON.parse(measures) : { seconds: Number.POSITIVE_INFINITY, memory: 0 };
  return { code, report: stdout ? JSON.parse(stdout) : undefined, stderr: stderr ?? '', seconds, memory };
}

async function readAll(stream: unknown): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of stream as AsyncIterable<Buffer>) chunks.push(chunk);
  return Buffer.concat(chunks).toString();
}

/** How much slower this machine is than one on which a run of nothing takes a fifth of a second. */
async function measureSlowness(): Promise<number> {
  let seconds = 0;
  await withFolder({ 'a.plan.yaml': 'govplan: "1"\n' }, async ({ path }) => {
    seconds = (await lint(path)).seconds;
  });
  return Math.max(1, seconds / 0.2);
}

/** `GOVPLAN_CORPUS=whole` gives every large input to the language server too, and tells all figures at the end. It takes some minutes. */
const isWhole = process.env.GOVPLAN_CORPUS === 'whole';

const slowness = await measureSlowness();
const measured: (Pick<Run, 'seconds' | 'memory'> & { readonly what: string })[] = [];

function check(what: string, { code, report, stderr, seconds, memory }: Run, finds: Answer, most: number): void {
  measured.push({ what, seconds, memory });
  assert.equal(stderr, '');
  const found = new Set(report?.files.flatMap(({ findings }) => findings.map(({ rule }) => rule)));
  if (finds === 'nothing') assert.deepEqual([...found], []);
  for (const rule of finds === 'nothing' ? [] : finds) assert.ok(found.has(rule), `${rule} is found: ${[...found].join(', ')}`);
  assert.equal(code, (report?.summary.errors ?? 0) > 0 ? 1 : 0);
  assert.ok(seconds < longestRun * slowness, `${seconds} s of the processor`);
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
  const { code, report, stderr, seconds, memory } = await lint(fileURLToPath(smallFiles));
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
  assert.ok(seconds < longestRun * slowness, `${seconds} s of the processor`);
  assert.ok(memory < mostMemory, `${memory} MB`);
});

for (const { what, files, entry, finds, memory = mostMemory } of large) {
  test(`the command line survives ${what}`, () =>
    withFolder(files(), async ({ path }) => {
      const run = (): Promise<Run> => lint(path, ...(entry === undefined ? [] : [entry]));
      let least = await run();
      // Others may be at work on the machine: what is slow by itself is so every time.
      for (let again = 0; again < 3 && least.seconds >= longestRun * slowness; again++) {
        const next = await run();
        if (next.seconds < least.seconds) least = next;
      }
      check(what, least, finds, memory);
    }));
}

after(() => {
  if (!isWhole) return;
  for (const { what, seconds, memory } of measured.sort((a, b) => b.seconds - a.seconds))
    console.log(`${seconds.toFixed(2)} s ${Math.round(memory)} MB ${what}`);
});

/** What an editor asks about a text: everything at its beginning, its end and some places between, then it is closed. */
async function ask(client: Client, path: string, text: string): Promise<void> {
  await client.open(path, text);
  const textDocument = { uri: client.uri(path) };
  const lines = text.split(/\r\n?|\n/);
  const last = lines.length - 1;
  const places = [0, 1, 2, last >> 1, last].map((line) => ({ line, character: Math.min(6, lines[line]?.length ?? 0) }));
  const { items } = await client.request('textDocument/diagnostic', { textDocument });
  assert.ok(Array.isArray(items), path);
  for (const position of places) {
    for (const method of ['hover', 'completion', 'definition']) await client.request(`textDocument/${method}`, { textDocument, position });
  }
  for (const method of ['documentSymbol', 'foldingRange', 'documentLink']) await client.request(`textDocument/${method}`, { textDocument });
  client.close(path);
}

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
