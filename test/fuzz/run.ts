// `npm run fuzz`: the fuzzing in its nightly size. The tests run the same with a fixed seed and less of it.
//   npm run fuzz -- [--server] [--seed N] [--checks N] [--minutes N] [--from N]
// A check is an edit, or a text that both readers are shown; with `--server`, a session. The seed is printed: with it a run can be had again,
// `--from` the text or session in which a fault was found. What a fault comes down to is printed as it goes into a regression test.
import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { parseArgs, promisify } from 'node:util';
import { type Done, runReadingJob } from './reading-job.ts';
import { makeSession, readDisk, wrongIn } from './server-job.ts';
import { shrinkSession } from './shrink-session.ts';
import { loadTexts } from './texts.ts';

const { values } = parseArgs({
  options: {
    server: { type: 'boolean', default: false },
    seed: { type: 'string' },
    checks: { type: 'string' },
    minutes: { type: 'string' },
    from: { type: 'string', default: '0' },
  },
});

const seed = Number(values.seed ?? Math.floor(Math.random() * 2 ** 31));
const checks = Number(values.checks ?? (values.server ? 3000 : 1_500_000));
const first = Number(values.from);
const start = performance.now();
const end = values.minutes === undefined ? Number.POSITIVE_INFINITY : start + Number(values.minutes) * 60_000;
/** After so many faults a run ends: they are likely to be one. */
const mostFaults = 20;
let faults = 0;
let told = start;

console.log(`seed ${seed}`);
await (values.server ? fuzzServer() : fuzzReading());
if (faults > 0) process.exitCode = 1;

async function fuzzReading(): Promise<void> {
  const tell = ({ texts, edits, inBlocks, compared, faults: count }: Done): void =>
    console.log(
      `${texts} texts: ${edits} edits (${inBlocks} read in blocks), ${compared} texts shown to both readers, ${count} faults; ${rate(edits + compared)}`,
    );
  const done = runReadingJob(
    await loadTexts(),
    {
      seed,
      checks,
      mayGoOn,
      onFault: ({ part, says, found }) => tellFault(part, says, found),
      onProgress: (now) => {
        if (isTimeToTell()) tell(now);
      },
    },
    first,
  );
  tell(done);
}

async function fuzzServer(): Promise<void> {
  const disk = await readDisk();
  let sessions = 0;
  const tell = (): void => console.log(`${sessions} sessions, ${faults} faults; ${rate(sessions)}`);
  for (; sessions < checks && mayGoOn(); sessions++) {
    const session = makeSession(disk, seed, first + sessions);
    const says = await wrongIn(session, disk);
    if (says !== undefined) tellFault(first + sessions, says, await shrinkSession(session, disk));
    if (isTimeToTell()) tell();
  }
  tell();
  const closed = await heapsOf('server-heap.ts', 10_000, 'over 10,000 edits');
  if ((closed.at(-1) as number) > 1.25 * (closed[1] as number)) faults++;
  const open = await heapsOf('open-heap.ts', 300, 'of a document that stays open');
  if (Math.max(...open) > 1.5 * (open[0] as number)) faults++;
  process.exit(faults > 0 ? 1 : 0);
}

async function heapsOf(name: string, edits: number, said: string): Promise<readonly number[]> {
  const script = fileURLToPath(new URL(name, import.meta.url));
  const { stdout } = await promisify(execFile)(process.execPath, ['--expose-gc', script, String(edits), String(seed)]);
  const { heaps } = JSON.parse(stdout) as { readonly heaps: readonly number[] };
  console.log(`the heap ${said}, in MiB: ${heaps.map((bytes) => (bytes / 2 ** 20).toFixed(1)).join(' ')}`);
  return heaps;
}

function mayGoOn(): boolean {
  return performance.now() < end && faults < mostFaults;
}

function isTimeToTell(): boolean {
  if (performance.now() - told < 30_000) return false;
  told = performance.now();
  return true;
}

function rate(count: number): string {
  return `${((1000 * count) / (performance.now() - start)).toFixed(1)} a second`;
}

function tellFault(part: number, says: string, found: unknown): void {
  faults++;
  console.log(`fault: ${says}\n  again: --seed ${seed} --from ${part}\n  ${JSON.stringify(found)}`);
}
