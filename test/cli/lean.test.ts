// Runs over many files let go of each once it was linted: what they say is the same, and nothing is read twice for it.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isFault } from '../../server/src/cli/arguments.ts';
import { json } from '../../server/src/cli/format/json.ts';
import { text } from '../../server/src/cli/format/text.ts';
import { type LintInput, type LintRun, lintWorkspace } from '../../server/src/cli/lint/run.ts';
import { summarize } from '../../server/src/cli/report.ts';
import { openWorkspace } from '../../server/src/cli/workspace.ts';
import { catalogue } from '../../server/src/rules/catalogue.generated.ts';
import { countyPlan, library, misspelt, withFolder } from './command-line.ts';

const importing = countyPlan.replace('\nplan:', '\nimports: lib.plan.yaml\nplan:');
const files = {
  'a.plan.yaml': importing,
  'b.plan.yaml': `${importing}---\n${misspelt}`,
  'c.plan.yaml': countyPlan.replace('\nplan:', '\nimports: [lib.plan.yaml, z/d.plan.yaml]\nplan:').replace('id: county', 'id: other'),
  'lib.plan.yaml': library,
  'z/d.plan.yaml': misspelt,
};

interface Linted {
  readonly run: LintRun;
  readonly reads: readonly string[];
}

async function lintIn(folder: string, lean: LintInput['lean']): Promise<Linted> {
  const workspace = await openWorkspace(['.'], { config: undefined, 'no-config': true, root: undefined }, catalogue, { cwd: folder });
  assert.ok(!isFault(workspace));
  const reads: string[] = [];
  const { host } = workspace;
  const read: typeof host.read = (file) => {
    reads.push(file.slice(folder.length + 1));
    return host.read(file);
  };
  const settings = { catalogue, asOf: undefined, today: '2026-11-22', profile: undefined, severities: new Map() };
  const input = { settings, stdin: undefined, deadline: undefined, now: () => 0, progress: () => {}, lean };
  return { run: await lintWorkspace({ ...input, workspace: { ...workspace, host: { ...host, read } } }), reads };
}

function reportsOf(folder: string, { asOf, entries }: LintRun): readonly string[] {
  const report = {
    asOf,
    entries,
    summary: summarize(entries),
    catalogue,
    incomplete: [],
    shown: (file: string) => file.slice(folder.length + 1),
  };
  const context = { language: 'en', colour: false, columns: undefined } as const;
  return [json(report, context), text(report, context)].map((said) => [...said].join(''));
}

test('what is let go of was said before, to the byte', () =>
  withFolder(files, async ({ path }) => {
    const whole = await lintIn(path, undefined);
    const lean = await lintIn(path, { classifies: true });
    assert.deepEqual(reportsOf(path, lean.run), reportsOf(path, whole.run));
    assert.equal(whole.run.linted.length, 5);
    assert.deepEqual(lean.run.linted, []);
    assert.match(reportsOf(path, lean.run)[0] ?? '', /"classification"/);
    const [unclassified] = reportsOf(path, (await lintIn(path, { classifies: false })).run);
    assert.doesNotMatch(unclassified ?? '', /"classification"/);
  }));

test('every file is read once, libraries and imported plans too', () =>
  withFolder(files, async ({ path }) => {
    const { reads } = await lintIn(path, { classifies: false });
    assert.deepEqual([...reads].sort(), Object.keys(files));
  }));
