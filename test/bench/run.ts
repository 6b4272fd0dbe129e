// `npm run bench`: how lint grows with the size of the plan, as ratios within one run. Never part of the tests; figures are for docs and review.
import { catalogue } from '../../server/src/rules/catalogue.generated.ts';
import { type LintOptions, lintFile } from '../../server/src/rules/run.ts';
import { createStore } from '../../server/src/workspace/store.ts';
import { parseYaml } from '../../server/src/yaml/parse.ts';
import { generatePlan } from './generate-plan.ts';

const rounds = 5;
const sizes = [20_000, 200_000, 2_000_000];
const options: LintOptions = { catalogue, asOf: '2026-11-22', severities: new Map(), ruleOptions: new Map(), cycles: {} };

interface Timing {
  readonly parse: number;
  readonly lint: number;
}

async function time(text: string): Promise<Timing> {
  const start = performance.now();
  parseYaml(text, { origin: 'generated.plan.yaml' });
  const parsed = performance.now();
  const store = createStore({ read: async () => ({ kind: 'absent' }), resolve: async () => ({ kind: 'outside' }) });
  store.open('generated.plan.yaml', text);
  const results = lintFile(await store.closure('generated.plan.yaml'), options);
  for (const { context, crashes } of results) {
    if (crashes.length > 0) throw new Error(`a rule crashed: ${JSON.stringify(crashes)}`);
    if (context === undefined) throw new Error('the generated plan was not read as a plan');
  }
  return { parse: parsed - start, lint: performance.now() - parsed };
}

function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] as number;
}

const texts = sizes.map((bytes) => generatePlan(bytes));
const timings = new Map<number, Timing[]>(sizes.map((size) => [size, []]));
await time(texts[0] as string);
for (let round = 0; round < rounds; round++) {
  for (const [i, size] of sizes.entries()) timings.get(size)?.push(await time(texts[i] as string));
}

console.log(`Node ${process.version}, ${rounds} interleaved rounds, medians`);
let before: { readonly size: number; readonly lint: number } | undefined;
let grewTooFast = false;
for (const size of sizes) {
  const all = timings.get(size) ?? [];
  const lint = median(all.map((timing) => timing.lint));
  const ratio = median(all.map((timing) => timing.lint / timing.parse));
  const growth = before && lint / before.lint / (size / before.size);
  if (growth !== undefined && growth > 1.2) grewTooFast = true;
  const grown = growth === undefined ? '' : `, ${(growth * 10).toFixed(1)} times the time for 10 times the plan`;
  console.log(
    `${String(size / 1000).padStart(6)} KB: lint ${lint.toFixed(0).padStart(6)} ms, ${ratio.toFixed(2)} times its own parse${grown}`,
  );
  before = { size, lint };
}
if (grewTooFast) {
  console.error('Lint grows faster than linear: more than 12 times the time for 10 times the plan.');
  process.exitCode = 1;
}
