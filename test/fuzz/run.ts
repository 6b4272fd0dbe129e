// `npm run fuzz`: the fuzzing in its nightly size. The tests run the same with a fixed seed and less of it.
//   npm run fuzz -- [--server] [--seed N] [--checks N] [--minutes N] [--from N]
// The seed is printed; with it a run can be had again, `--from` at the text that a fault was found in. What a fault comes down to is printed
// as it goes into `found.test.ts`.
import { parseArgs } from 'node:util';
import { type Done, type Fault, runReadingJob } from './reading-job.ts';
import { loadTexts } from './texts.ts';

const { values } = parseArgs({
  options: {
    seed: { type: 'string' },
    checks: { type: 'string', default: '1500000' },
    minutes: { type: 'string' },
    from: { type: 'string', default: '0' },
  },
});

const seed = Number(values.seed ?? Math.floor(Math.random() * 2 ** 31));
const start = performance.now();
const end = values.minutes === undefined ? Number.POSITIVE_INFINITY : start + Number(values.minutes) * 60_000;
console.log(`seed ${seed}`);

const mostFaults = 20;
let faults = 0;
let told = start;
const done = runReadingJob(
  await loadTexts(),
  {
    seed,
    checks: Number(values.checks),
    mayGoOn: () => performance.now() < end && faults < mostFaults,
    onFault: (fault) => {
      faults++;
      tellFault(fault);
    },
    onProgress: (now) => {
      if (performance.now() - told < 30_000) return;
      told = performance.now();
      tell(now);
    },
  },
  Number(values.from),
);
tell(done);
if (done.faults > 0) process.exitCode = 1;

function tell({ texts, edits, inBlocks, compared, faults: found }: Done): void {
  const seconds = (performance.now() - start) / 1000;
  const rate = Math.round((edits + compared) / seconds);
  console.log(
    `${texts} texts: ${edits} edits (${inBlocks} read in blocks), ${compared} texts shown to both readers, ${found} faults; ${rate} a second`,
  );
}

function tellFault({ seed: own, part, says, found }: Fault): void {
  console.log(`fault: ${says}\n  again: --seed ${own} --from ${part}\n  ${JSON.stringify(found)}`);
}
