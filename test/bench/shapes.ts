// `npm run bench:shapes`: how lint grows with plans of extreme shapes: everybody unlinked, one body of thousands, one organization in a thousand
// bodies. Four times the plan must not cost much more than four times the time: ratios within one run, no absolute times.
import type { PlanDocument } from '../../server/src/plan/build.ts';
import { type LintOptions, lintFile } from '../../server/src/rules/run.ts';
import { linkDocument } from '../../server/src/workspace/link.ts';
import { createStore } from '../../server/src/workspace/store.ts';
import { createMemoryHost, type MemoryFiles } from '../support/memory-host.ts';
import { findRules } from '../support/rules.ts';
import { shapes } from './plans/shapes.ts';

const catalogue = await Promise.all((await findRules()).map((rule) => rule.load()));
const options: LintOptions = { catalogue, asOf: '2026-11-22', profile: 'cn', severities: new Map(), ruleOptions: new Map(), cycles: {} };

/** Four times the work is four times the time; whatever grows with the square takes sixteen times as long. */
const [times, most] = [4, 8];
/** In less time than this a ratio is one of chance. Milliseconds. */
const measurable = 8;

for (const [name, { files, size }] of Object.entries(shapes)) {
  const [small, large] = [await measure(files(size)), await measure(files(size * times))];
  const ratio = large.lint / Math.max(small.lint, measurable);
  const linking = `${small.link.toFixed(0)} → ${large.link.toFixed(0)} ms`;
  const lint = `${small.lint.toFixed(0)} → ${large.lint.toFixed(0)} ms (×${ratio.toFixed(1)})`;
  console.log(`${name}, ${size} → ${size * times}: ${lint}, of which linking ${linking}`);
  if (ratio < most) continue;
  console.error(`That is more than ${most} times the time for ${times} times the plan.`);
  process.exitCode = 1;
}

interface Timing {
  readonly link: number;
  readonly lint: number;
}

/** The best of some rounds, in milliseconds of processor time: others may be at work on the machine. */
async function measure(files: MemoryFiles): Promise<Timing> {
  const closure = await createStore(createMemoryHost(files)).closure('main.plan.yaml');
  const [document] = closure.entry.documents as readonly [PlanDocument];
  const best = { link: Number.POSITIVE_INFINITY, lint: Number.POSITIVE_INFINITY };
  for (let round = 0; round < 4; round++) {
    best.link = Math.min(
      best.link,
      timeOf(() => linkDocument(document, closure)),
    );
    best.lint = Math.min(
      best.lint,
      timeOf(() => lintFile(closure, options)),
    );
  }
  return best;
}

function timeOf(work: () => void): number {
  const before = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}
