// The samples: each plan of samples/modes classifies to what its header says, and together the samples reach every cell.
import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import type { Verdict } from '../../server/src/governance/classification.ts';
import { verdictNames } from '../../server/src/governance/names.ts';
import { assertStructure, type Classified, classifyFiles, oracleOf } from './classified.ts';
import type { OracleStructure } from './oracle.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));
const files = Object.fromEntries(
  globSync('samples/**/*.plan.yaml', { cwd: root }).map((path) => [path.replaceAll('\\', '/'), readFileSync(`${root}${path}`, 'utf8')]),
);
const isMode = (path: string): boolean => path.startsWith('samples/modes/');
const isClean = (path: string): boolean => !path.includes('/libraries/') && !path.includes('/bad/');

/** What the plans of samples/modes show; those on a border are named after the axis they are borderline on. */
const expected: Readonly<Record<string, Verdict>> = {
  'government-control': 'government-control',
  'social-autonomy': 'social-autonomy',
  'collaborative-governance': 'collaborative-governance',
  'equal-cooperation': 'equal-cooperation',
  parallel: 'parallel',
  'society-led-partnership': 'society-led-partnership',
  'unshared-partnership': 'unshared-partnership',
  'insufficient-evidence': 'insufficient-evidence',
  'borderline-L': 'collaborative-governance',
  'borderline-X': 'collaborative-governance',
};

test('there is a sample for each verdict and each border', () => {
  const names = Object.keys(files)
    .filter(isMode)
    .map((path) => path.slice('samples/modes/'.length, -'.plan.yaml'.length));
  assert.deepEqual(names.sort(), Object.keys(expected).sort());
});

for (const path of Object.keys(files).filter(isMode)) {
  test(`${path} shows what its header says`, async () => {
    const name = path.slice('samples/modes/'.length, -'.plan.yaml'.length);
    const { structure } = (await classifyFiles(files, path)).classification;
    const verdict = expected[name] as Verdict;
    assert.equal(structure.verdict, verdict);
    assert.equal(structure.certainty?.borderline ?? false, name.startsWith('borderline-'));

    const header = headerOf(files[path] as string);
    const english = verdictNames[verdict].en.replace(/ \(.*/, '');
    assert.ok(header.toLowerCase().includes(english), `the header does not say ${english}`);
    const figures = [...header.matchAll(/\b([LXB]) (\d\.\d\d)\b/g)];
    assert.ok(figures.length > 0, 'the header gives no figures');
    for (const [, axis, figure] of figures) {
      const value = structure[axis as 'L' | 'X' | 'B'] ?? Number.NaN;
      assert.ok(Math.abs(value - Number(figure)) <= 0.005 + 1e-9, `${axis} is ${value}, the header says ${figure}`);
    }
  });
}

for (const path of Object.keys(files).filter(isClean)) {
  test(`${path} classifies as the oracle does`, async () => {
    const { classification } = await classifyFiles(files, path);
    // The oracle follows paths as they are written, beside the plan.
    const folder = path.slice(0, path.lastIndexOf('/') + 1);
    const beside = Object.fromEntries(
      Object.entries(files).flatMap(([name, text]) => (name.startsWith(folder) ? [[name.slice(folder.length), text]] : [])),
    );
    const oracle = oracleOf(beside, path.slice(folder.length));
    assert.equal(classification.context.mode, oracle.context.mode);
    assertStructure(classification.structure, oracle.structure, path);
    for (const [phase, structure] of classification.phases) assertStructure(structure, oracle.phases[phase] as OracleStructure, phase);
  });
}

test('the samples reach every context cell, every structural cell, the evidence gate and every border', async () => {
  const all: Classified[] = [];
  for (const path of Object.keys(files).filter(isClean)) all.push(await classifyFiles(files, path));
  const classifications = all.map(({ classification }) => classification);
  const modes = ['collaborative-governance', 'equal-cooperation', 'government-control', 'social-autonomy'];
  assert.deepEqual([...new Set(classifications.flatMap(({ context }) => context.mode ?? []))].sort(), modes);
  const verdicts = new Set(classifications.map(({ structure }) => structure.verdict));
  assert.deepEqual(
    [...verdicts].sort(),
    [...modes, 'insufficient-evidence', 'parallel', 'society-led-partnership', 'unshared-partnership'].sort(),
  );

  assert.ok(
    classifications.some(({ context }) => context.governmentCapacity?.borderline || context.socialDevelopment?.borderline),
    'a borderline context',
  );
  const onL = ({ L = 0 }: { readonly L: number | undefined }): number => Math.min(Math.abs(L - 0.7), Math.abs(L - 0.3));
  const borderline = classifications.map(({ structure }) => structure).filter(({ certainty }) => certainty?.borderline);
  assert.ok(
    borderline.some((structure) => onL(structure) < 0.05),
    'a plan borderline on L',
  );
  assert.ok(
    borderline.some(({ X }) => Math.abs(X - 0.4) < 0.05),
    'a plan borderline on X',
  );
});

/** The comment at the top of a plan, as one line. */
function headerOf(text: string): string {
  const lines = text.split('\n');
  const end = lines.findIndex((line) => !line.startsWith('#'));
  return lines
    .slice(0, end)
    .map((line) => line.replace(/^#+ ?/, ''))
    .join(' ');
}
