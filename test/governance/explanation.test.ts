// Why a plan is where it is: the contributions add up to L and X, the elements add up to the contributions, and each points at its place.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { type Contribution, explain, strongestDrivers } from '../../server/src/governance/explanation.ts';
import { createSides } from '../../server/src/governance/sides.ts';
import type { Phase } from '../../server/src/plan/vocabulary.ts';
import { assertNear, type Classified, classifyFiles, classifyText } from './classified.ts';
import { plans, textsOf } from './plans.ts';

function explained({ plan, classification }: Classified, phase?: Phase): readonly Contribution[] {
  const structure = phase === undefined ? classification.structure : classification.phases.get(phase);
  assert.ok(structure);
  return explain(plan, createSides(plan), structure, phase);
}

test('on any plan, overall and by phase, contributions make up L and X, and elements make up the components', async () => {
  await fc.assert(
    fc.asyncProperty(plans, async (generated) => {
      const classified = await classifyFiles(textsOf(generated));
      for (const phase of [undefined, ...classified.classification.phases.keys()]) {
        const contributions = explained(classified, phase);
        const structure = phase === undefined ? classified.classification.structure : classified.classification.phases.get(phase);
        const sum = (axis: 'L' | 'X') => contributions.reduce((total, each) => total + (each.axis === axis ? each.share : 0), 0);
        assertNear(sum('X'), structure?.X, 'X');
        assertNear(sum('L'), structure?.L ?? 0, 'L');
        for (const { component, value, weight, share, elements } of contributions) {
          assertNear(share, weight * value, 'share');
          const values = elements.map((element) => element.value);
          assertNear(value, values.length === 0 ? 0 : values.reduce((a, b) => a + b, 0) / values.length, component);
        }
      }
    }),
    { numRuns: Number(process.env.GOVPLAN_RUNS ?? 60) },
  );
});

const text = `govplan: "1"
plan: {id: p, title: T, type: overall, jurisdiction: {level: county, name: N}, status: draft, phases: [warning, response]}
organizations:
  gov: {name: G, sector: government, rights: {open: {kind: activate}, advise: {kind: decide, rule: advisory}, ask: {kind: propose}}}
  team: {name: T, sector: volunteer-group}
  club: {name: C, sector: social-organization}
  firm: {name: F, sector: private-enterprise}
bodies:
  table: {name: B, kind: council, chair: gov, members: firm}
functions:
  rescue: {name: R, primary: team, coordinator: gov}
links:
  - {from: gov, to: [team, club], type: train}
  - {from: gov, to: team, type: task}
  - {from: team, to: gov, type: share-information, phases: response}
participation:
  - {phases: [warning, response], who: gov, level: empower}
  - {phases: warning, who: [team, club], level: inform}
  - {phases: response, who: table, level: consult}
`;

/** The elements of a component as \`name value: the text it points at\`. */
async function elementsOf(component: string, phase?: Phase): Promise<readonly string[]> {
  const found = explained(await classifyText(text), phase).find((each) => each.component === component);
  return (found?.elements ?? []).map(
    ({ name, value, node }) => `${name} ${value}: ${node === undefined ? '–' : text.slice(node.start, node.end)}`,
  );
}

test('the parts of L point at rights, at bodies and functions, and at links', async () => {
  assert.deepEqual(await elementsOf('decision'), ['open 1: open']);
  assert.deepEqual(await elementsOf('lead'), ['table 1: table', 'rescue 1: rescue', 'rescue 0: rescue']);
  assert.deepEqual(await elementsOf('command'), ['gov → team 1: {from: gov, to: team, type: task}']);
});

test('the parts of X point at organizations, at what ties a pair, and at participation entries', async () => {
  assert.deepEqual(await elementsOf('coverage'), ['team 1: team', 'club 0: club', 'firm 1: firm']);
  const task = '{from: gov, to: team, type: task}';
  assert.deepEqual(await elementsOf('cooperativeness'), ['gov – firm 1: firm', `gov – team 0.5: ${task}`]);
  assert.deepEqual(await elementsOf('reciprocity'), ['gov – firm 1: firm', `gov – team 0: ${task}`]);
  const [inform, consult] = ['{phases: warning, who: [team, club], level: inform}', '{phases: response, who: table, level: consult}'];
  assert.deepEqual(await elementsOf('participation'), [`team 0.2: ${inform}`, `club 0.2: ${inform}`, `firm 0.4: ${consult}`]);
  assert.deepEqual(await elementsOf('openness'), [`warning 1: ${inform}`, `response 1: ${consult}`]);
});

test('in a phase only what belongs to it is pointed at', async () => {
  assert.deepEqual(await elementsOf('cooperativeness', 'warning'), [
    'gov – firm 1: firm',
    `gov – team 0: {from: gov, to: team, type: task}`,
  ]);
  assert.deepEqual(await elementsOf('participation', 'warning'), [
    'team 0.2: {phases: warning, who: [team, club], level: inform}',
    'club 0.2: {phases: warning, who: [team, club], level: inform}',
    'firm 0: firm',
  ]);
  assert.deepEqual(await elementsOf('openness', 'response'), ['response 1: {phases: response, who: table, level: consult}']);
});

test('the strongest drivers are those that pull most, whichever way', async () => {
  const drivers = strongestDrivers(explained(await classifyText(text)), 2);
  // D is 1, half above the middle, at weight 0.5; C the same at weight 0.2. Coverage ⅔ is 0.27 above its threshold, at weight 0.3.
  assert.deepEqual(
    drivers.map(({ component }) => component),
    ['decision', 'command'],
  );
  assertNear(drivers[0]?.pull, 0.25, 'pull of decision');
  assertNear(drivers[1]?.pull, 0.1, 'pull of command');
});
