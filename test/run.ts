// `npm test`: everything that must hold before a change is taken. The last line says how much held: `N passed, N failed`, and how many were
// skipped. What is skipped says why, and fails where CI is set: there nothing may be left out.
//   npm test -- test/rules.test.ts --test-name-pattern=organization-unlinked      these tests alone, without the other checks
import { spawn } from 'node:child_process';
import { glob } from 'node:fs/promises';
import { join } from 'node:path';
import { type RunOptions, run } from 'node:test';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';

const root = fileURLToPath(new URL('..', import.meta.url));

interface Tally {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
}

interface Step {
  readonly name: string;
  readonly command: readonly string[];
}

/** They start editors and wait for them: after all others, so that nothing takes the machine from them. */
const realEditors = /[\\/]test[\\/](?:e2e|editors)[\\/]/;

const bin = (name: string): string => join(root, 'node_modules/.bin', name);

/** What the tests themselves need. */
const before: readonly Step[] = [
  { name: 'generated files are up to date', command: [process.execPath, 'server/tools/generate.ts', '--check'] },
  { name: 'bundles', command: [process.execPath, 'esbuild.mjs'] },
];

const checks: readonly Step[] = [
  { name: 'types of the core', command: [bin('tsc'), '-p', 'server/tsconfig.core.json'] },
  { name: 'types of the extension in a browser', command: [bin('tsc'), '-p', 'client/tsconfig.json'] },
  { name: 'types of the extension on a desktop', command: [bin('tsc'), '-p', 'client/tsconfig.desktop.json'] },
  { name: 'types of the governance view', command: [bin('tsc'), '-p', 'client/tsconfig.browser.json'] },
  { name: 'types of everything else', command: [bin('tsc'), '-p', 'tsconfig.json'] },
  { name: 'style', command: [bin('biome'), 'check', '.'] },
  { name: 'nothing unused', command: [bin('knip')] },
];

const { values, positionals } = parseArgs({ allowPositionals: true, options: { 'test-name-pattern': { type: 'string', multiple: true } } });
const patterns = values['test-name-pattern'] ?? [];
const isPart = positionals.length > 0 || patterns.length > 0;

const tallies: Tally[] = [];
for (const step of before) tallies.push(await check(step));
const running = isPart ? [] : checks.map(check);
const files: string[] = [];
for await (const file of glob(positionals.length > 0 ? positionals : 'test/**/*.test.ts', { cwd: root })) files.push(join(root, file));
const inEditors = files.filter((file) => realEditors.test(file)).sort();
const others = files.filter((file) => !realEditors.test(file)).sort();
tallies.push(await runTests('tests', others, { isolation: 'none' }));
tallies.push(...(await Promise.all(running)));
tallies.push(await runTests('tests in real editors', inEditors, { isolation: 'process', concurrency: 1 }));

const total = (key: keyof Tally): number => tallies.reduce((sum, tally) => sum + tally[key], 0);
const isIncomplete = Boolean(process.env.CI) && total('skipped') > 0;
if (isIncomplete) console.log('Tests were skipped, and CI is set: that counts as a failure.');
process.exitCode = total('failed') > 0 || isIncomplete ? 1 : 0;
console.log(`${total('passed')} passed, ${total('failed')} failed${total('skipped') > 0 ? `, ${total('skipped')} skipped` : ''}`);

async function check({ name, command: [program = '', ...args] }: Step): Promise<Tally> {
  const start = performance.now();
  const child = spawn(program, args, { cwd: root, stdio: ['ignore', 'pipe', 'pipe'] });
  const output: Buffer[] = [];
  child.stdout.on('data', (chunk: Buffer) => output.push(chunk));
  child.stderr.on('data', (chunk: Buffer) => output.push(chunk));
  const isGood = await new Promise<boolean>((resolve) => {
    child.on('error', (error) => {
      output.push(Buffer.from(error.message));
      resolve(false);
    });
    child.on('close', (code) => resolve(code === 0));
  });
  console.log(`${isGood ? '✔' : '✖'} ${name} (${Math.round(performance.now() - start)} ms)`);
  if (!isGood) console.log(Buffer.concat(output).toString());
  return { passed: isGood ? 1 : 0, failed: isGood ? 0 : 1, skipped: 0 };
}

/**
 * With isolation `none` all suites run in this one process and share what is slow to load. Only what failed or was skipped is told, and in
 * which of several editors tests were run.
 */
async function runTests(title: string, suites: readonly string[], how: Pick<RunOptions, 'isolation' | 'concurrency'>): Promise<Tally> {
  if (suites.length === 0) return { passed: 0, failed: 0, skipped: 0 };
  const start = performance.now();
  const stream = run({ files: suites, ...how, ...(patterns.length > 0 && { testNamePatterns: patterns }) });
  const counts = { passed: 0, failed: 0, skipped: 0 };
  stream.on('test:fail', ({ name, file, line, details }) => {
    counts.failed++;
    console.log(`✖ ${name} (${file}:${line})`);
    console.log(details.error.cause instanceof Error ? details.error.cause.stack : String(details.error.cause ?? details.error));
  });
  stream.on('test:diagnostic', ({ message }) => {
    if (message.startsWith('Extension host: ')) console.log(message);
  });
  stream.on('test:pass', ({ name, skip }) => {
    if (skip === undefined) counts.passed++;
    else {
      counts.skipped++;
      console.log(`- skipped: ${name}${typeof skip === 'string' ? ` (${skip})` : ''}`);
    }
  });
  for await (const _ of stream) {
    // The events above say it; the stream only has to flow.
  }
  console.log(
    `${counts.failed === 0 ? '✔' : '✖'} ${title}: ${counts.passed} in ${suites.length} files (${Math.round(performance.now() - start)} ms)`,
  );
  return counts;
}
