// `npm test`: everything that must hold before a change is taken. The last line says how much held: `N passed, N failed`, and how many were
// skipped. What is skipped says why, and fails where CI is set: there nothing may be left out.
//   npm test -- test/rules.test.ts --test-name-pattern=organization-unlinked      these tests alone, without the other checks
import { spawn } from 'node:child_process';
import { glob } from 'node:fs/promises';
import { join } from 'node:path';
import { run } from 'node:test';
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
tallies.push(await runTests());
tallies.push(...(await Promise.all(running)));

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

/** All suites in this one process: they share what is slow to load. Only what failed or was skipped is told. */
async function runTests(): Promise<Tally> {
  const files: string[] = [];
  for await (const file of glob(positionals.length > 0 ? positionals : 'test/**/*.test.ts', { cwd: root })) files.push(join(root, file));
  const start = performance.now();
  const stream = run({ files: files.sort(), isolation: 'none', ...(patterns.length > 0 && { testNamePatterns: patterns }) });
  const counts = { passed: 0, failed: 0, skipped: 0 };
  stream.on('test:fail', ({ name, file, line, details }) => {
    counts.failed++;
    console.log(`✖ ${name} (${file}:${line})`);
    console.log(details.error.cause instanceof Error ? details.error.cause.stack : String(details.error.cause ?? details.error));
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
    `${counts.failed === 0 ? '✔' : '✖'} tests: ${counts.passed} in ${files.length} files (${Math.round(performance.now() - start)} ms)`,
  );
  return counts;
}
