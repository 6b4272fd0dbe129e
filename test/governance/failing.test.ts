// What fails with one actor after another, found from sums that are kept, against measuring afresh the plan that is left without it.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { createAbsences } from '../../server/src/governance/absence.ts';
import { createFailing, type Failures } from '../../server/src/governance/failing.ts';
import { consequencesOf } from '../../server/src/governance/what-if.ts';
import type { Plan } from '../../server/src/workspace/plan.ts';
import { assertNear, classifyFiles } from './classified.ts';
import { type Data, list } from './oracle-facts.ts';
import { planPath, plans, textOf, textsOf } from './plans.ts';

const numRuns = Number(process.env.GOVPLAN_RUNS ?? 60);

function namesOf({ uncovered, lostRights, leaderless, unreachable, before, after }: Failures): unknown {
  return [
    ...[uncovered, lostRights, leaderless, unreachable].map((list: readonly { id: string }[]) => list.map(({ id }) => id)),
    before,
    after,
  ];
}

/** Every actor fails twice: the first time must leave nothing behind for the second. */
function checkEveryActor(plan: Plan): void {
  const failing = createFailing(plan);
  const measureWithout = createAbsences(plan);
  const actors = [...plan.organizations, ...plan.bodies];
  for (const actor of [...actors, ...actors]) {
    const { measure: expected, ...failures } = consequencesOf(plan, { actors: new Set([actor]), links: [] });
    assert.deepEqual(namesOf(failing(actor)), namesOf(failures), actor.id);
    const measure = measureWithout(actor);
    for (const key of ['L', 'X', 'B', 'evidence'] as const) assertNear(measure[key], expected[key], `${key} without ${actor.id}`);
    for (const [name, value] of Object.entries(expected.components)) {
      assertNear(measure.components[name as keyof typeof measure.components], value, `${name} without ${actor.id}`);
    }
    assert.equal(measure.sufficient, expected.sufficient, `evidence without ${actor.id}`);
    assert.deepEqual(measure.conditions, expected.conditions, `conditions without ${actor.id}`);
  }
}

test('whatever fails, the measures are those of the plan that is left', async () => {
  await fc.assert(
    fc.asyncProperty(plans, async (generated) => checkEveryActor((await classifyFiles(textsOf(generated))).plan)),
    { numRuns },
  );
});

const organization = fc.constantFrom('g1', 'g2', 's1', 's2', 'h1', 'e1');
const actor = fc.oneof({ arbitrary: organization, weight: 2 }, { arbitrary: fc.constantFrom('b1', 'b2', 'b3'), weight: 1 });
const several = (of: fc.Arbitrary<string>, maxLength = 3) => fc.uniqueArray(of, { minLength: 1, maxLength });
const sometimes = <T>(of: fc.Arbitrary<T>) => fc.option(of, { nil: undefined, freq: 3 });

const body: fc.Arbitrary<Data> = fc.record({
  name: fc.constant('B'),
  kind: fc.constantFrom('council', 'coordination-platform', 'command-headquarters'),
  chair: sometimes(organization),
  'co-chairs': sometimes(several(organization, 2)),
  deputies: sometimes(several(organization, 2)),
  members: sometimes(several(organization)),
  'decision-rule': sometimes(fc.constantFrom('majority', 'consensus')),
  rights: sometimes(fc.constant({ rule: { kind: 'decide', rule: 'joint' } })),
  responsibilities: sometimes(several(actor, 2).map((found) => ({ act: { action: 'act', phases: 'response', with: found } }))),
});

/** Everybody meets everybody: chairs and their deputies in several bodies, which lead, speak and are heard. */
const meetings: fc.Arbitrary<Data> = fc.record({
  bodies: fc.record({ b1: body, b2: body, b3: body }),
  functions: sometimes(several(actor, 2).map((primary) => ({ rescue: { name: 'F', primary } }))),
  links: fc.array(
    fc.record({
      from: several(actor, 2),
      to: several(actor, 2),
      type: fc.constantFrom('command', 'coordinate', 'coordinate', 'fund'),
      mutual: fc.boolean(),
    }),
    { maxLength: 5 },
  ),
  channels: sometimes(
    fc.record({ 'operated-by': actor, serves: several(actor, 2) }).map((more) => ({ line: { name: 'C', kind: 'hotline', ...more } })),
  ),
  participation: fc.array(
    fc.record({
      who: several(actor, 2),
      level: fc.constantFrom('inform', 'involve', 'empower'),
      phases: fc.constantFrom('response', 'recovery'),
    }),
    { maxLength: 3 },
  ),
});

const sectors: Data = { g: 'government', s: 'social-organization', h: 'mass-organization', e: 'expert' };
const organizations: Data = Object.fromEntries(
  ['g1', 'g2', 's1', 's2', 'h1', 'e1'].map((id) => [
    id,
    { name: id, sector: sectors[id[0] as string], rights: { [`of-${id}`]: { kind: 'decide', with: id === 'g1' ? ['b1'] : [] } } },
  ]),
);

test('an actor takes its seats along, and deputies stand in', async () => {
  const head = { id: 'p', title: 'P', type: 'overall', jurisdiction: { level: 'county', name: 'N' }, status: 'draft' };
  await fc.assert(
    fc.asyncProperty(meetings, async (generated) => {
      const sections = Object.entries(generated).filter(([, section]) => section !== undefined && list(section).length > 0);
      const text = textOf({ govplan: '1', plan: head, organizations, ...Object.fromEntries(sections) });
      checkEveryActor((await classifyFiles({ [planPath]: text })).plan);
    }),
    { numRuns },
  );
});

test('a deputy that takes the chair sits with those to whom it is linked, and one organization is too little evidence', async () => {
  const plan = `govplan: "1"
plan: {id: p, title: P, type: overall, jurisdiction: {level: county, name: N}, status: draft}
`;
  const seated = `organizations:
  g1: {name: G, sector: government}
  g2: {name: G, sector: government}
  s1: {name: S, sector: volunteer-group}
bodies: {b: {name: B, kind: council, chair: g1, deputies: s1, members: g2}}
links: [{from: s1, to: g2, type: coordinate}]
`;
  const two = `organizations:
  g1: {name: G, sector: government}
  s1: {name: S, sector: volunteer-group}
bodies: {b: {name: B, kind: council, chair: s1, members: g1}}
`;
  for (const sections of [seated, two]) checkEveryActor((await classifyFiles({ [planPath]: plan + sections })).plan);
});
