// `npm run bench`: how fast govplan is, side by side with its peers and with the floors below which nobody gets. Never part of the tests.
//   npm run bench -- --quick               about a minute; says where things stand
//   npm run bench -- --only keystrokes     one workload (may be given several times)
//   npm run bench -- --alone               without the peers
//   npm run bench -- --write               the full run, written down in docs/performance.md
import { rmSync } from 'node:fs';
import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import type { Result } from './bench.ts';
import { watchMachine } from './environment.ts';
import { performancePage } from './page/page.ts';
import { targetsTable } from './page/targets-table.ts';
import { workloadTable } from './page/workload-table.ts';
import { prepare } from './prepare.ts';
import type { Profile, Profiled } from './profile.ts';
import { profileOf } from './profiled.ts';
import { median } from './statistics.ts';
import { targets, verdictOf } from './targets.ts';
import { workloads } from './workloads/workloads.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const page = 'docs/performance.md';

/**
 * For ten times the plan. At 200 KB all that is made fits into the young generation, at 2 MB it is copied out of it: that alone makes parsing take
 * some 15 times as long, and lint as well. Whatever is quadratic takes 100 times.
 */
const mostGrowth = 20;

const { values } = parseArgs({
  options: {
    quick: { type: 'boolean', default: false },
    only: { type: 'string', multiple: true, default: [] },
    alone: { type: 'boolean', default: false },
    write: { type: 'boolean', default: false },
  },
});
const unknown = values.only.filter((id) => workloads.every((workload) => workload.id !== id));
if (unknown.length > 0) fail(`There is no workload ${unknown.join(', ')}; there are ${workloads.map(({ id }) => id).join(', ')}.`);
if (values.write && (values.quick || values.alone || values.only.length > 0))
  fail('Only the full run is written down: --write goes alone.');

const folder = await mkdtemp(join(tmpdir(), 'govplan-bench-'));
process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => process.exit(130));
await measure();

async function measure(): Promise<void> {
  const bench = await prepare(folder, { isQuick: values.quick, isAlone: values.alone });
  for (const { name, reason } of bench.missing) console.log(`${name} is not measured: ${reason}`);
  const chosen = workloads.filter(({ id }) => values.only.length === 0 || values.only.includes(id));
  const endOfWatch = await watchMachine(bench.node);
  const results = new Map<string, Result>();
  for (const workload of chosen) {
    const result = await workload.run(bench);
    results.set(workload.id, result);
    console.log(`\n${workload.title.en}\n${workloadTable(workload, result)}`);
  }
  console.log(`\nTargets\n${targetsTable(results)}`);
  if (hasGrownTooFast(results.get('growth'))) {
    console.error(`\nLint grows faster than linear: more than ${mostGrowth} times the time for 10 times the plan.`);
    process.exitCode = 1;
  }
  const environment = await endOfWatch();
  if (!values.write) return;
  const profiles = new Map<Profiled, Profile>();
  for (const target of targets) {
    const measured = target.measure(results);
    if (measured === undefined || verdictOf(target, measured) === 'met' || profiles.has(target.profiled)) continue;
    // A profile that cannot be had must not cost the figures.
    const found = await profileOf(target.profiled, bench).catch((error: unknown) =>
      console.error(`No profile of ${target.profiled}:`, error),
    );
    if (found) profiles.set(target.profiled, found);
    else process.exitCode = 1;
  }
  await writeFile(join(root, page), performancePage({ environment, bench, workloads: chosen, results, profiles }));
  console.log(`\n${page} is written.`);
}

function hasGrownTooFast(growth: Result | undefined): boolean {
  const own = growth?.rows.find(({ name }) => name === 'lint');
  const medians = own?.cells.map((series) => (series === undefined ? Number.NaN : median(series.flat()))) ?? [];
  return medians.some((value, index) => value / (medians[index - 1] ?? Number.NaN) > mostGrowth);
}

function fail(reason: string): never {
  console.error(reason);
  process.exit(2);
}
