// `npm run bench:hostile`: what the hostile inputs of `test/corpus` and a hundred thousand of every construct take of the processor and of the
// memory, by the command line and in a session. It prints a table, and exits with 1 where anything takes longer than it may.
//   npm run bench:hostile -- --count 10000 --only documents
import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { type Files, withFolder } from '../cli/command-line.ts';
import { ask } from '../corpus/ask.ts';
import { extremes } from '../corpus/extremes.ts';
import { large, mostMemory } from '../corpus/large.ts';
import { type Measures, runMetered, withMeter } from '../corpus/metered.ts';
import { pulling, startClient } from '../protocol/client.ts';
import { generatePlan } from './generate-plan.ts';

/** Seconds of the processor, on a machine where a run of nothing takes a fifth of a second; more where that takes longer. */
const longestRun = 2;
const leastRun = 0.2;

/** A text that is as long as a sound plan that takes longer may take so many times as long as that. */
const mostTimes = 1.5;

/** Of a hundred thousand of anything. In MB. */
const mostMemoryOfMany = 700;

const { values } = parseArgs({ options: { count: { type: 'string' }, only: { type: 'string' }, quick: { type: 'boolean' } } });
const count = Number(values.count ?? 100_000);

const asOf = ['--as-of', '2026-11-22'];
const lint = ['lint', '--format', 'json', ...asOf];

/** What is asked of every text beside its JSON, at a tenth of the size: formats and commands see no more of it than their share. */
const commands: readonly (readonly string[])[] = [
  ['lint', '--format', 'text', ...asOf],
  ['lint', '--format', 'sarif', ...asOf],
  ['lint', '--fix-dry-run', ...asOf],
  ['classify', '--format', 'json', ...asOf],
  ['report', '--format', 'md', ...asOf],
  ['report', ...asOf],
];

/** Of a text and one of nothing, both ways: everything is new, or gone. */
const nothing = { 'none.plan.yaml': 'govplan: "1"\n' };
const comparisons: readonly (readonly string[])[] = [
  ['diff', '--format', 'json', ...asOf, 'a.plan.yaml', 'none.plan.yaml'],
  ['diff', '--format', 'json', ...asOf, 'none.plan.yaml', 'a.plan.yaml'],
];

/** Each actor fails in turn, and costs what names it: of what names everybody there is a hundredth. */
const ranking = ['what-if', '--each', 'a.plan.yaml'];

interface Row extends Measures {
  readonly what: string;
  readonly command: string;
  /** How long the texts are, in MB. */
  readonly megabytes: number;
  /** Why it counts as a miss. */
  readonly missed: string | undefined;
}

const rows: Row[] = [];
let slowness = 1;
let ofSoundMegabyte = 0;

await withFolder({ 'a.plan.yaml': 'govplan: "1"\n', 'sound.plan.yaml': generatePlan(4e6) }, async ({ path }) => {
  const { seconds: ofNothing } = await least(() => runMetered(path, ...lint, 'a.plan.yaml'));
  const { seconds: ofSound } = await least(() => runMetered(path, ...lint, 'sound.plan.yaml'));
  slowness = Math.max(1, ofNothing / leastRun);
  ofSoundMegabyte = ofSound / 4;
  const [most, more] = [longestRun * slowness, mostTimes * ofSoundMegabyte].map((seconds) => seconds.toFixed(1));
  console.log(`A run of nothing takes ${ofNothing.toFixed(2)} s: ${most} s are allowed, and to long texts ${more} s a MB.`);
});

await add('small files, together', fileURLToPath(new URL('../corpus/files/', import.meta.url)), lint, mostMemory);
for (const { what, files, entry, memory = mostMemory } of large) {
  if (isAskedFor(what)) await withFiles(files(), (path) => add(what, path, entry === undefined ? lint : [...lint, entry], memory));
}
for (const [construct, make] of Object.entries(extremes)) {
  if (!isAskedFor(construct)) continue;
  const what = `${count.toLocaleString('en')} × ${construct}`;
  await withFiles({ 'a.plan.yaml': make(count) }, (path) => add(what, path, lint, mostMemoryOfMany));
  if (values.quick) continue;
  const tenth = make(count / 10);
  await withFiles({ 'a.plan.yaml': tenth, ...nothing }, async (path) => {
    for (const command of commands)
      await add(`${(count / 10).toLocaleString('en')} × ${construct}`, path, [...command, 'a.plan.yaml'], mostMemoryOfMany);
    for (const command of comparisons) await add(`${(count / 10).toLocaleString('en')} × ${construct}`, path, command, mostMemoryOfMany);
    await addSession(`${(count / 10).toLocaleString('en')} × ${construct}`, path, tenth);
  });
  const hundredth = `${(count / 100).toLocaleString('en')} × ${construct}`;
  await withFiles({ 'a.plan.yaml': make(count / 100) }, (path) => add(hundredth, path, ranking, mostMemoryOfMany));
}

rows.sort((a, b) => b.seconds - a.seconds);
console.log('\nthe slowest:');
for (const row of rows.slice(0, 40)) print(row);
const misses = rows.filter(({ missed }) => missed !== undefined);
console.log(`\n${rows.length} measured, ${misses.length} missed`);
for (const row of misses) print(row);
if (misses.length > 0) process.exitCode = 1;

function isAskedFor(what: string): boolean {
  return values.only === undefined || what.includes(values.only);
}

async function withFiles(files: Files, work: (path: string) => Promise<void>): Promise<void> {
  await withFolder(files, ({ path }) => work(path));
}

async function add(what: string, folder: string, command: readonly string[], most: number): Promise<void> {
  let failure: string | undefined;
  const run = await least(async () => {
    const { code, stderr, ...measures } = await runMetered(folder, ...command);
    // 0 and 1 are answers; 2 is one of commands that want a plan.
    failure = code === undefined || code > (command[0] === 'lint' ? 1 : 2) ? `it ended with ${code}: ${stderr.slice(0, 200)}` : undefined;
    return measures;
  });
  addRow(
    {
      what,
      megabytes: await megabytesIn(folder),
      command: command
        .slice(0, 3)
        .filter((word) => !word.startsWith('--as'))
        .join(' '),
      ...run,
    },
    most,
    failure,
  );
}

/** Opening, asking for everything at some places, and closing. */
async function addSession(what: string, folder: string, text: string): Promise<void> {
  const measured = await least(() =>
    withMeter(async (option, measures) => {
      const client = await startClient(folder, { capabilities: pulling, node: [option] });
      await ask(client, 'a.plan.yaml', text);
      await client.stop();
      return measures();
    }),
  );
  addRow({ what, command: 'a session', megabytes: Buffer.byteLength(text) / 1e6, ...measured }, mostMemoryOfMany, undefined);
}

async function megabytesIn(folder: string): Promise<number> {
  const files = (await readdir(folder, { withFileTypes: true, recursive: true })).filter((entry) => entry.isFile());
  const sizes = await Promise.all(files.map(async ({ parentPath, name }) => (await stat(join(parentPath, name))).size));
  return sizes.reduce((sum, size) => sum + size, 0) / 1e6;
}

function addRow(row: Omit<Row, 'missed'>, most: number, failure: string | undefined): void {
  const isSlow = row.seconds >= Math.max(longestRun * slowness, mostTimes * ofSoundMegabyte * row.megabytes);
  const missed = failure ?? (isSlow ? 'too long' : row.memory >= most ? `more than ${most} MB` : undefined);
  rows.push({ ...row, missed });
  print({ ...row, missed });
}

function print({ what, command, seconds, memory, missed }: Row): void {
  const figures = `${seconds.toFixed(2).padStart(7)} s ${Math.round(memory).toString().padStart(6)} MB`;
  console.log(`${figures}  ${what}: ${command}${missed === undefined ? '' : `  ← ${missed}`}`);
}

/** The quickest of some runs, where the first is slow: others may be at work on the machine, and what is slow by itself is so every time. */
async function least<M extends Measures>(run: () => Promise<M>): Promise<M> {
  let best = await run();
  for (let again = 0; again < 2 && best.seconds >= longestRun * slowness; again++) {
    const next = await run();
    if (next.seconds < best.seconds) best = next;
  }
  return best;
}
