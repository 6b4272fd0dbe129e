// `govplan what-if`: what fails when actors or links do.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type Folder, withFolder } from './command-line.ts';

const plan = `govplan: "1"
plan: {id: mill, title: Mill, type: unit, jurisdiction: {level: organization, name: Mill}, status: draft}
organizations:
  office:
    name: Office
    sector: government
    rights:
      open: {kind: activate}
      share: {kind: allocate, with: team}
    responsibilities:
      watch: {action: Watch the river, phases: warning}
  team: {name: Team, sector: volunteer-group}
  club: {name: Club, sector: social-organization}
  above: {name: County, sector: government, external: true}
bodies:
  hq: {name: HQ, kind: command-headquarters, chair: office, rights: {ring: {kind: issue-warning}}}
links:
  - {from: team, to: [office, club], type: coordinate, mutual: true}
`;

interface WhatIf {
  readonly uncovered: readonly Named[];
  readonly lostRights: readonly Named[];
  readonly leaderless: readonly Named[];
  readonly unreachable: readonly Named[];
  readonly impact: number;
}
interface Named {
  readonly entity: string;
}

async function failing(folder: Folder, ...argv: readonly string[]): Promise<Readonly<Record<string, unknown>>> {
  const { stdout, stderr } = await folder.run(['what-if', 'a.plan.yaml', '--format', 'json', '--without', ...argv]);
  assert.equal(stderr, '');
  const { uncovered, lostRights, leaderless, unreachable, impact } = JSON.parse(stdout) as WhatIf;
  const names = (list: readonly Named[]): readonly string[] => list.map(({ entity }) => entity);
  return { uncovered: names(uncovered), lost: names(lostRights), leaderless: names(leaderless), unreachable: names(unreachable), impact };
}

test('an organization takes along what it alone bore, held and led, and whom it alone tied', () =>
  withFolder({ 'a.plan.yaml': plan }, async (folder) => {
    assert.deepEqual(await failing(folder, 'office'), {
      uncovered: ['responsibilities/watch'],
      // What is shared with the team is left to the team; what the headquarters held nobody can decide any more.
      lost: ['rights/open', 'rights/ring'],
      leaderless: ['bodies/hq'],
      unreachable: ['organizations/team', 'organizations/club'],
      // Six things, and there is too little left to speak of a mode.
      impact: 7,
    });
  }));

test('a deputy stands in for the chair', () =>
  withFolder({ 'a.plan.yaml': plan.replace('chair: office', 'chair: office, deputies: team') }, async (folder) => {
    const { lost, leaderless, unreachable } = await failing(folder, 'office');
    assert.deepEqual([lost, leaderless, unreachable], [['rights/open'], [], []]);
  }));

test('a link fails both ways where it is mutual, and several things fail at once', () =>
  withFolder({ 'a.plan.yaml': plan }, async (folder) => {
    for (const link of ['team->club', 'team→club:coordinate', 'links/team/coordinate/club', 'club->team']) {
      assert.deepEqual((await failing(folder, link)).unreachable, ['organizations/club'], link);
    }
    assert.deepEqual((await failing(folder, 'team->club', 'team->office')).unreachable, ['organizations/team', 'organizations/club']);
  }));

test('--each ranks every actor of the plan, external ones left out', () =>
  withFolder({ 'a.plan.yaml': plan }, async (folder) => {
    const { stdout, code } = await folder.run(['what-if', '--each', 'a.plan.yaml', '--format', 'json']);
    const { ranking } = JSON.parse(stdout) as { readonly ranking: readonly { readonly entity: string; readonly impact: number }[] };
    assert.deepEqual(
      ranking.map(({ entity, impact }) => `${entity} ${impact}`),
      ['organizations/office 7', 'bodies/hq 2', 'organizations/team 1', 'organizations/club 0'],
    );
    assert.equal(code, 0);
    const table = await folder.run(['what-if', '--each', 'a.plan.yaml', '--lang', 'zh']);
    assert.match(table.stdout, /影响 {2}职责/);
  }));

test('--fail-on sets what fails the run', () =>
  withFolder({ 'a.plan.yaml': plan }, async (folder) => {
    const codeOf = async (...argv: readonly string[]): Promise<number> => (await folder.run(['what-if', 'a.plan.yaml', ...argv])).code;
    assert.equal(await codeOf('--without', 'office', '--fail-on', '7'), 1);
    assert.equal(await codeOf('--without', 'office', '--fail-on', '8'), 0);
    assert.equal(await codeOf('--without', 'club', '--fail-on', 'uncovered'), 0);
    assert.equal(await codeOf('--each', '--fail-on', 'unreachable=2', '--fail-on', 'uncovered=9'), 1);
    assert.equal(await codeOf('--each', '--fail-on', 'uncoverd'), 2);
  }));

test('imported actors fail too', () => {
  const lib =
    'govplan: "1"\norganizations:\n  aid: {name: Aid, sector: social-organization, responsibilities: {feed: {action: Feed, phases: response}}}\n';
  const user = plan
    .replace('\nplan:', '\nimports: lib.plan.yaml\nplan:')
    .replace('links:', 'links:\n  - {from: office, to: aid, type: task}');
  return withFolder({ 'a.plan.yaml': user, 'lib.plan.yaml': lib }, async (folder) => {
    assert.deepEqual((await failing(folder, 'aid')).uncovered, ['responsibilities/feed']);
  });
});

test('who is not there is said, with the nearest name', () =>
  withFolder({ 'a.plan.yaml': plan }, async (folder) => {
    const { code, stderr } = await folder.run(['what-if', 'a.plan.yaml', '--without', 'offise']);
    assert.deepEqual([code, stderr.includes("Did you mean 'office'?")], [2, true]);
    assert.equal((await folder.run(['what-if', 'a.plan.yaml', '--without', 'club->office'])).code, 2);
    assert.equal((await folder.run(['what-if', 'a.plan.yaml'])).code, 2);
    assert.equal((await folder.run(['what-if', 'a.plan.yaml', '--each', '--without', 'office'])).code, 2);
  }));

test('the text names what fails in the language of the reader', () =>
  withFolder({ 'a.plan.yaml': plan }, async (folder) => {
    const { stdout } = await folder.run(['what-if', 'a.plan.yaml', '--without', 'office']);
    assert.match(stdout, /Responsibilities that nobody bears any more \(1\)\n {4}watch {2}Watch the river {2}a\.plan\.yaml:11\n/);
    const chinese = await folder.run(['what-if', 'a.plan.yaml', '--without', 'office', '--lang', 'zh']);
    assert.match(chinese.stdout, /\n {2}无人承担的职责（1）\n {4}watch {2}/);
    const nothing = await folder.run(['what-if', 'a.plan.yaml', '--without', 'above', '--lang', 'zh']);
    assert.match(nothing.stdout, /没有其他影响。\n$/);
  }));

test('of a plan whose text has faults what can be read is told, and that it is not all', () =>
  withFolder({ 'a.plan.yaml': plan.replace('{kind: activate}', '{kind: activate'), 'b.plan.yaml': plan }, async (folder) => {
    for (const argv of [['classify'], ['what-if', 'a.plan.yaml', '--each'], ['what-if', 'a.plan.yaml', '--without', 'office']]) {
      const { code, stdout, stderr } = await folder.run(argv);
      assert.deepEqual([code, stdout.includes('a.plan.yaml')], [0, true]);
      assert.match(stderr, /^govplan [a-z-]+: 'a\.plan\.yaml' has faults of YAML: this says only what could be read of it\..*\n$/);
    }
    assert.match((await folder.run(['classify', '--lang', 'zh'])).stderr, /^govplan classify: “a\.plan\.yaml”有 YAML 语法错误：/);
    assert.equal((await folder.run(['classify', 'b.plan.yaml'])).stderr, '');
  }));
