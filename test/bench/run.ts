// `npm run bench`: how fast govplan is, side by side with its peers and with the floors below which nobody gets. Never part of the tests.
//   npm run bench -- --quick               about a minute; says where things stand
//   npm run bench -- --only keystrokes     one workload (may be given several times)
//   npm run bench -- --alone               without the peers
//   npm run bench -- --write               the full run, written down in docs/performance.md
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { Unavailable } from '../e2e/setup.ts';
import { type Bench, isMissing, type Result } from './bench.ts';
import { plainNode, watchMachine } from './environment.ts';
import { KB, writeFaults, writePlan } from './inputs.ts';
import { startEditor } from './language-server.ts';
import { performancePage } from './page/page.ts';
import { targetsTable } from './page/targets-table.ts';
import { workloadTable } from './page/workload-table.ts';
import { ajvYaml } from './peers/ajv-yaml.ts';
import { floors } from './peers/floors.ts';
import { govplan } from './peers/govplan.ts';
import { type Faults, type Input, type Linter, type Missing, prove } from './peers/linter.ts';
import { spectral } from './peers/spectral.ts';
import { yamlLanguageServer } from './peers/yaml-language-server.ts';
import { yamllint } from './peers/yamllint.ts';
import { run } from './process.ts';
import type { Profile, Profiled } from './profile.ts';
import { profileOf } from './profiled.ts';
import { median } from './statistics.ts';
import { targets, verdictOf } from './targets.ts';
import { workloads } from './workloads/workloads.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const page = 'docs/performance.md';

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
try {
  await measure();
} finally {
  await rm(folder, { recursive: true, force: true });
}

async function measure(): Promise<void> {
  const bench = await prepare();
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
    console.error('\nLint grows faster than linear: more than 12 times the time for 10 times the plan.');
    process.exitCode = 1;
  }
  const environment = await endOfWatch();
  if (!values.write) return;
  const profiles = new Map<Profiled, Profile>();
  for (const target of targets) {
    const measured = target.measure(results);
    if (measured === undefined || verdictOf(target, measured) === 'met' || profiles.has(target.profiled)) continue;
    profiles.set(target.profiled, await profileOf(target.profiled, bench));
  }
  await writeFile(join(root, page), performancePage({ environment, bench, workloads: chosen, results, profiles }));
  console.log(`\n${page} is written.`);
}

/** Builds, installs the peers, and has each of them prove that it works. */
async function prepare(): Promise<Bench> {
  for (const script of ['server/tools/generate.ts', 'esbuild.mjs']) {
    const { exitCode, output } = await run(process.execPath, [script], root);
    if (exitCode !== 0) throw new Error(output);
  }
  await cp(join(root, 'server/dist'), join(folder, 'dist'), { recursive: true });
  const bundle = join(folder, 'dist/govplan.cjs');
  const node = await plainNode();
  const { version } = JSON.parse(await readFile(join(root, 'server/package.json'), 'utf8')) as { version: string };
  const own = govplan(node, bundle, version);
  const nodeVersion = (await run(node, ['--version'])).output.trim();
  const ground = floors(node, nodeVersion);
  const peers: Linter[] = [];
  const missing: Missing[] = [];
  const setUps = { Spectral: () => spectral(node, folder), 'ajv + yaml': () => ajvYaml(node), yamllint };
  for (const [name, setUp] of values.alone ? [] : Object.entries(setUps)) {
    const peer = await attempt(name, setUp);
    if (isMissing(peer)) missing.push(peer);
    else peers.push(peer);
  }
  const server = values.alone
    ? { name: 'yaml-language-server', reason: '--alone' }
    : await attempt('yaml-language-server', () => yamlLanguageServer(process.execPath));
  if (isMissing(server) && !values.alone) missing.push(server);
  const sound = await writePlan(folder, 5 * KB);
  const faults = await writeFaults(folder);
  for (const linter of [own, ...peers, ...ground]) await prove(linter, sound, faults);
  if (!isMissing(server)) await proveServer(server, faults);
  return {
    isQuick: values.quick,
    folder,
    node,
    newNode: process.execPath,
    bundle,
    govplan: own,
    peers,
    floors: ground,
    yamlLanguageServer: server,
    missing,
  };
}

/** What cannot be had on this machine is left out, with the reason; any other failure ends the run. */
async function attempt<T>(name: string, setUp: () => Promise<T>): Promise<T | Missing> {
  try {
    return await setUp();
  } catch (error) {
    if (error instanceof Unavailable) return { name, reason: error.message };
    throw error;
  }
}

async function proveServer(
  server: Exclude<Bench['yamlLanguageServer'], Missing>,
  faults: Readonly<Record<keyof Faults, Input>>,
): Promise<void> {
  const editor = await startEditor(server, folder);
  const found = await editor.open('faulty.plan.yaml', await readFile(faults.missingKey.path, 'utf8'));
  await editor.stop();
  if (found === 0) throw new Error(`${server.name} does not find what it should`);
}

function hasGrownTooFast(growth: Result | undefined): boolean {
  const own = growth?.rows.find(({ name }) => name === 'lint');
  const medians = own?.cells.map((series) => (series === undefined ? Number.NaN : median(series.flat()))) ?? [];
  return medians.some((value, index) => value / (medians[index - 1] ?? Number.NaN) > 12);
}

function fail(reason: string): never {
  console.error(reason);
  process.exit(2);
}
