// `govplan diff`: a finding that is gone because a new fault keeps its rule from looking is not called fixed.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type Folder, withFolder } from './command-line.ts';

const plan = `govplan: "1"
plan: {id: mill, title: Mill, type: unit, jurisdiction: {level: organization, name: Mill}, status: draft}
legal-bases:
  erl: {title: Law, kind: law}
organizations:
  office:
    name: Office
    sector: government
    rights:
      clear: {kind: command}
      open: {kind: activate, basis: erl#1}
  team: {name: Team, sector: volunteer-group}
links:
  - {from: office, to: team, type: supply}
`;

interface Told {
  readonly fixed: readonly string[];
  readonly hidden: readonly string[];
  readonly fresh: readonly string[];
}

async function told(folder: Folder, ...argv: readonly string[]): Promise<Told> {
  const { stdout, stderr } = await folder.run(['diff', '--format', 'json', '--as-of', '2025-11-22', ...argv]);
  assert.notEqual(stdout, '', stderr);
  const { findings } = JSON.parse(stdout) as { findings: Record<'new' | 'fixed' | 'hidden', readonly { rule: string }[] | undefined> };
  const names = (list: 'new' | 'fixed' | 'hidden'): readonly string[] => (findings[list] ?? []).map(({ rule }) => rule).sort();
  return { fixed: names('fixed'), hidden: names('hidden'), fresh: names('new') };
}

async function toldOf(replacements: readonly (readonly [old: string, now: string])[]): Promise<Told> {
  let found: Told = { fixed: [], hidden: [], fresh: [] };
  const now = replacements.reduce((text, [from, to]) => {
    assert.ok(text.includes(from), from);
    return text.replace(from, to);
  }, plan);
  await withFolder({ 'a.plan.yaml': plan, 'b.plan.yaml': now }, async (folder) => {
    found = await told(folder, 'a.plan.yaml', 'b.plan.yaml');
  });
  return found;
}

test('what a fault of the same entry hides is not fixed', async () => {
  const { fixed, hidden, fresh } = await toldOf([['kind: command', 'kind: comand']]);
  assert.deepEqual(fresh, ['unknown-value']);
  assert.deepEqual(fixed, []);
  assert.deepEqual(hidden, [
    'basis-not-operable',
    'mode-uncertain',
    'right-without-basis',
    'right-without-responsibility',
    'termination-missing',
  ]);
});

test('what was mended beside a new fault is fixed, even on the same line', async () => {
  const { fixed, hidden } = await toldOf([['{kind: command}', '{kind: command, basis: erl#3, entails: leave}']]);
  assert.deepEqual(fixed, ['right-without-basis']);
  assert.deepEqual(hidden, ['right-without-responsibility']);
});

test('an entry that is new and faulty fixes nothing; a sound one does', async () => {
  const line = '      clear: {kind: command}\n';
  const faulty = await toldOf([[line, `${line}      close: {kind: termnate}\n`]]);
  assert.deepEqual([faulty.fixed, faulty.hidden], [[], ['mode-uncertain', 'termination-missing']]);
  const sound = await toldOf([[line, `${line}      close: {kind: terminate, ruel: sole}\n`]]);
  assert.deepEqual([sound.fixed, sound.hidden], [['mode-uncertain', 'termination-missing'], []]);
});

test('a key that is missing now hides what it told', async () => {
  const { fixed, hidden } = await toldOf([['{from: office, to: team, type: supply}', '{from: office, to: team}']]);
  assert.deepEqual([fixed, hidden.includes('agreement-missing')], [[], true]);
});

test('of a text that cannot be read nothing is fixed', async () => {
  const { fixed, hidden, fresh } = await toldOf([['{kind: command}', '{kind: command']]);
  assert.deepEqual([fixed, fresh], [[], ['yaml-syntax']]);
  assert.ok(hidden.includes('right-without-basis') && hidden.includes('agreement-missing'));
});

test('what was taken away is fixed, whatever names it still', async () => {
  const { fixed, hidden, fresh } = await toldOf([['  team: {name: Team, sector: volunteer-group}\n', '']]);
  assert.deepEqual([hidden, fresh.includes('dangling-reference')], [[], true]);
  assert.ok(fixed.includes('organization-without-responsibility'), fixed.join());
});

test('a misspelt section is the section it was meant to be: its findings stay what they were', async () => {
  const { fixed, fresh } = await toldOf([['organizations:', 'organizatons:']]);
  assert.deepEqual([fixed, fresh], [[], ['unknown-key']]);
});

test('a fault of a library hides what its plans were told', () => {
  const library = 'govplan: "1"\norganizations:\n  aid: {name: Aid, sector: social-organization}\n';
  const importing = plan
    .replace('\nplan:', '\nimports: lib.yaml\nplan:')
    .replace('to: team, type: supply', 'to: aid, type: supply')
    .replace('organizations:', 'organizations:\n  aid: {imported: true, responsibilities: {boats: {action: Rescue, phases: response}}}');
  return withFolder(
    {
      'old/lib.yaml': library,
      'old/a.plan.yaml': importing,
      'lost/lib.yaml': 'govplan: "1"\norganizations: [\n',
      'lost/a.plan.yaml': importing,
      'gone/a.plan.yaml': importing,
    },
    async (folder) => {
      for (const now of ['lost', 'gone']) {
        const { fixed, hidden, fresh } = await told(folder, 'old', now);
        assert.deepEqual([fixed, fresh.includes('import-failed')], [[], true], now);
        assert.ok(hidden.includes('society-without-voice'), hidden.join());
      }
    },
  );
});

test('text and Markdown say what is hidden, in both languages', () =>
  withFolder({ 'a.plan.yaml': plan, 'b.plan.yaml': plan.replace('kind: command', 'kind: comand') }, async (folder) => {
    const run = async (...argv: readonly string[]): Promise<string> =>
      (await folder.run(['diff', 'a.plan.yaml', 'b.plan.yaml', ...argv])).stdout;
    const text = await run();
    assert.match(text, /^\? a\.plan\.yaml:10:7 .*right-without-basis$/m);
    assert.match(text, /0 fixed, \d+ as before, 5 not fixed but hidden by new faults \(\?\)\.\n$/);
    assert.match(await run('--lang', 'zh'), /因新增错误而无法判断（未消除）5 个（\?）。\n$/);
    assert.match(await run('--format', 'markdown'), /### Hidden by new faults, not fixed \(5\)\n/);
    assert.match(await run('--format', 'markdown', '--lang', 'zh'), /### 因新增错误而无法判断（未消除）（5）\n/);
  }));
