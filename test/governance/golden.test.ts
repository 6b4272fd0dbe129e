// Plans whose classification was worked out by hand from classifier.md: every cell, every gate, every threshold.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import type { StructureClassification } from '../../server/src/governance/classification.ts';
import { assertNear, classifyText } from './classified.ts';
import { cooperating, divided, type Sketch, sketch } from './sketch.ts';

async function structureOf(...parts: readonly Sketch[]): Promise<StructureClassification> {
  return (await classifyText(sketch(...parts))).classification.structure;
}

async function verdictOf(...parts: readonly Sketch[]): Promise<string> {
  return (await structureOf(...parts)).verdict;
}

// ---------------------------------------------------------------------------------------------------------------------------------
// The example of the format

test('the example plan', async () => {
  const text = readFileSync(new URL('fixtures/qinghe.plan.yaml', import.meta.url), 'utf8');
  const { classification, network } = await classifyText(text);
  const { structure, phases, context } = classification;
  assert.equal(context.mode, 'collaborative-governance');
  assert.equal(structure.verdict, 'collaborative-governance');
  const { components } = structure;
  // Five decision rights of government and its headquarters, and one of the platform, where three decide: (1 + ½ + 0)/3.
  assertNear(components.decision, 5.5 / 6, 'decision');
  // The headquarters, and the platform that the bureau and the Red Cross chair.
  assertNear(components.lead, (1 + 0.75) / 2, 'lead');
  // Both tasks come from the headquarters.
  assertNear(components.command, 1, 'command');
  assertNear(structure.L, 0.9208333333, 'L');
  // Red Cross and Blue Sky, not Riverside; each has a dyad with the bureau, all cooperative, and one with the headquarters, all tasks.
  assertNear(components.coverage, 2 / 3, 'coverage');
  assertNear(components.cooperativeness, 0.5, 'cooperativeness');
  assertNear(components.reciprocity, 0.5, 'reciprocity');
  assertNear(components.participation, (0.8 + 0.8 + 0) / 3, 'participation');
  assertNear(components.openness, 2 / 5, 'openness');
  assertNear(structure.X, 0.5466666667, 'X');
  // Six responsibilities: half of the Red Cross's, and Blue Sky's whole.
  assertNear(structure.B, 0.25, 'B');
  // 22 elements can go; only without the participation entry, society's only way in, does it become government control.
  assertNear(structure.certainty?.stability, 21 / 22, 'stability');
  assertNear(structure.certainty?.margin, 0.5466666667 - 0.4, 'margin');
  assertNear(structure.certainty?.confidence, 21 / 22, 'confidence');
  assert.equal(phases.get('warning')?.verdict, 'government-control');
  assert.equal(phases.get('response')?.verdict, 'collaborative-governance');
  assert.deepEqual([network.nodes, network.edges, network.components, network.articulationPoints], [8, 12, 2, ['flood-hq']]);
});

// ---------------------------------------------------------------------------------------------------------------------------------
// The cells

const shared: Sketch = { duties: 'g1 s1', participation: ['consult s1 response'] };
const joint: Sketch = { rights: { g1: { common: { kind: 'decide', rule: 'joint', with: ['s1'] } } } };
const governed: Sketch = { decisions: 'g1 g1 g1 s1', leads: 'g1', commands: 'g1>g2' };
const selfGoverned: Sketch = { decisions: 's1 s1 s1 g1', leads: 's1', commands: 's1>s2' };

test('the modelled cells', async () => {
  assert.equal(await verdictOf(governed), 'government-control');
  assert.equal(await verdictOf(selfGoverned), 'social-autonomy');
  assert.equal(await verdictOf(governed, cooperating, shared), 'collaborative-governance');
  assert.equal(await verdictOf(divided, cooperating, joint), 'equal-cooperation');
});

test('the off-model cells name the modes nearest to them', async () => {
  const parallel = await structureOf(divided);
  assert.equal(parallel.verdict, 'parallel');
  assert.deepEqual(parallel.nearest, ['government-control', 'social-autonomy']);

  // L 0.25: five hundredths from the middle, X 0.7: three tenths from social autonomy.
  const led = await structureOf(selfGoverned, { decisions: 's1 g1' }, cooperating);
  assert.equal(led.verdict, 'society-led-partnership');
  assert.deepEqual(led.nearest, ['social-autonomy']);
  const jointly = await structureOf(selfGoverned, { decisions: 's1' }, joint, cooperating);
  assert.equal(jointly.verdict, 'society-led-partnership');
  assert.deepEqual(jointly.nearest, ['equal-cooperation', 'social-autonomy']);

  const unshared = await structureOf(divided, { decisions: 's1 s1 g1' }, cooperating, shared);
  assert.equal(unshared.verdict, 'unshared-partnership');
  assert.deepEqual(unshared.nearest, ['equal-cooperation', 'collaborative-governance']);
});

test('collaborative governance needs a way in for society and a burden on it', async () => {
  assert.equal(await verdictOf(governed, cooperating, { duties: 'g1 s1' }), 'government-control');
  assert.equal(await verdictOf(governed, cooperating, shared, { duties: 'g1' }), 'government-control');
  const channel = { more: { channels: { line: { name: 'C', kind: 'hotline', 'operated-by': 'g1', serves: 's2' } } } };
  assert.equal(await verdictOf(governed, cooperating, { duties: 's1' }, channel), 'collaborative-governance');
});

test('a joint decision is a joint right of both sides, or a deciding body of both sides', async () => {
  const together = (right: Readonly<Record<string, unknown>>): Promise<string> =>
    verdictOf(divided, cooperating, { rights: { g1: { common: { kind: 'decide', with: 's1', ...right } } } });
  assert.equal(await together({ rule: 'joint' }), 'equal-cooperation');
  assert.equal(await together({ rule: 'consensus' }), 'equal-cooperation');
  assert.equal(await together({ rule: 'delegated' }), 'unshared-partnership');
  assert.equal(await together({ rule: 'joint', kind: 'propose' }), 'unshared-partnership');
  assert.equal(await together({ rule: 'joint', with: 'g2' }), 'unshared-partnership');

  const meeting = (rule: string | undefined): Promise<string> =>
    verdictOf(divided, cooperating, {
      more: {
        bodies: { b: { name: 'B', kind: 'command-headquarters', chair: 'g1', members: 's1', ...(rule && { 'decision-rule': rule }) } },
      },
    });
  for (const rule of ['majority', 'consensus', 'joint-sign']) assert.equal(await meeting(rule), 'equal-cooperation', rule);
  assert.equal(await meeting(undefined), 'unshared-partnership');

  // The deciders of a body that holds a joint right count as its holders; members of one where the chair decides are no deciders.
  const held = (coChair: string | undefined): Promise<string> => {
    const body = {
      name: 'B',
      kind: 'council',
      chair: 'g1',
      members: 's1',
      ...(coChair && { 'co-chairs': coChair }),
      rights: { r: { kind: 'decide', rule: 'joint' } },
    };
    return verdictOf(divided, cooperating, { more: { bodies: { b: body } } });
  };
  assert.equal(await held('s1'), 'equal-cooperation');
  assert.equal(await held(undefined), 'unshared-partnership');
});

test('without a joint decision the middle falls to collaborative governance from 0.5 on', async () => {
  const upper = await structureOf(divided, cooperating, shared);
  assertNear(upper.L, 0.5, 'L');
  assert.equal(upper.verdict, 'collaborative-governance');
  assertNear(upper.certainty?.margin, 0, 'margin');
  assert.deepEqual([upper.certainty?.borderline, upper.certainty?.alternatives], [true, ['unshared-partnership']]);

  // D ⅔, H ⅓, C ⅓ make 0.5, which is 0.49999999999999994 in binary.
  const rounded = await structureOf(cooperating, shared, { decisions: 'g1 g1 s1', leads: 'g1 s1 s1', commands: 'g1>g2 s1>s2 s2>s1' });
  assert.ok((rounded.L ?? 1) < 0.5);
  assert.equal(rounded.verdict, 'collaborative-governance');

  // Where collaborative governance's own conditions fail, 0.5 is no threshold.
  const open = await structureOf(divided, cooperating);
  assert.equal(open.verdict, 'unshared-partnership');
  assertNear(open.certainty?.margin, 0.2, 'margin');
  assert.deepEqual(open.nearest, ['equal-cooperation', 'government-control']);
});

// ---------------------------------------------------------------------------------------------------------------------------------
// Ties

test('money and training are no ties, a report is a tie but no cooperation, and a command is not answered by a report', async () => {
  const pairs = async (...links: readonly (readonly [from: string, to: string, type: string])[]) => {
    const { components } = await structureOf({
      actors: 'g1 g2 s1',
      more: { links: links.map(([from, to, type]) => ({ from, to, type })) },
    });
    return [components.coverage, components.cooperativeness, components.reciprocity];
  };
  const both = [['g1', 's1', 'coordinate'] as const, ['s1', 'g1', 'supply'] as const];
  assert.deepEqual(await pairs(...both), [1, 1, 1]);
  assert.deepEqual(await pairs(...both, ['g2', 's1', 'fund'], ['g2', 's1', 'train']), [1, 1, 1]);
  assert.deepEqual(await pairs(...both, ['s1', 'g2', 'report']), [1, 1, 0.5]);
  assert.deepEqual(await pairs(...both, ['g2', 's1', 'task'], ['s1', 'g2', 'report']), [1, 0.5, 0.5]);
  // Two types from one to the other are two ties: c = 2, d = 1.
  assert.deepEqual(await pairs(['g1', 's1', 'coordinate'], ['g1', 's1', 'share-information'], ['g1', 's1', 'supervise']), [1, 2 / 3, 0]);
});

test('a seat is a cooperative tie each way for each shared body of the kinds that bring people together', async () => {
  const seated = async (kind: string, role: string, bodies: number, ...links: readonly object[]) => {
    const body = { name: 'B', kind, chair: 'g1', [role]: 's1' };
    const all = Object.fromEntries(Array.from({ length: bodies }, (_, n) => [`b${n}`, body]));
    const { components } = await structureOf({ actors: 'g1 g2 s1', more: { bodies: all, links } });
    return [components.coverage, components.cooperativeness, components.reciprocity];
  };
  assert.deepEqual(await seated('council', 'members', 1), [1, 1, 1]);
  assert.deepEqual(await seated('command-headquarters', 'members', 1), [0, 0, 0]);
  assert.deepEqual(await seated('council', 'advisers', 1), [0, 0, 0]);
  const task = { from: 'g1', to: 's1', type: 'task' };
  assert.deepEqual(await seated('council', 'members', 1, task), [1, 2 / 3, 1]);
  assert.deepEqual(await seated('council', 'members', 2, task), [1, 4 / 5, 1]);
});

// ---------------------------------------------------------------------------------------------------------------------------------
// Thresholds

test('L counts as governmental from 0.70 on, and as societal up to 0.30, whatever the last binary digit', async () => {
  // 0.5·1 + 0.3·0 + 0.2·1
  const exact = await structureOf({ decisions: 'g1', leads: 's1', commands: 'g1>g2' });
  assertNear(exact.L, 0.7, 'L');
  assert.equal(exact.verdict, 'government-control');
  assertNear(exact.certainty?.margin, 0, 'margin');
  assert.deepEqual(exact.certainty?.alternatives, ['parallel']);
  assert.equal(exact.certainty?.confidence, 0);

  // 0.5·⅕ + 0.2·1 is 0.30000000000000004 in binary.
  const societal: Sketch = { decisions: 'g1 s1 s1 s1 s1', leads: 's1', commands: 'g1>g2' };
  const above = await structureOf(societal);
  assert.ok((above.L ?? 0) > 0.3);
  assert.equal(above.verdict, 'social-autonomy');
  assert.deepEqual(above.certainty?.alternatives, ['parallel']);
  const partnership = await structureOf(societal, cooperating);
  assert.equal(partnership.verdict, 'society-led-partnership');
  assert.deepEqual(partnership.nearest, ['social-autonomy']);
});

test('X counts as high from 0.40 on, whatever the last binary digit', async () => {
  // One dyad of one cooperative and one directive tie: 0.3·1 + 0.2·½.
  const exact = await structureOf({ actors: 'g1 g2 s1', decisions: 'g1 g1 g1', commands: 'g1>s1', cooperation: 'g1>s1' });
  assertNear(exact.X, 0.4, 'X');
  assert.equal(exact.verdict, 'government-control');
  assert.deepEqual([exact.certainty?.borderline, exact.certainty?.alternatives], [true, []]);

  // 0.3·⅓ + 0.2·1 + 0.2·⅕ + 0.1·⅗ is 0.39999999999999997 in binary.
  const below = await structureOf({
    actors: 'g1 g2 s1 s2 s3',
    decisions: 'g1 g1 g1',
    cooperation: 'g1>s1',
    duties: 's1',
    participation: ['involve s2 warning,response,recovery'],
  });
  assert.ok(below.X < 0.4);
  assert.equal(below.verdict, 'collaborative-governance');
  assert.deepEqual(below.certainty?.alternatives, ['government-control']);
});

test('just inside a cell is borderline, and names what lies across', async () => {
  // D 18/25: L = 0.5·0.72/0.5.
  const structure = await structureOf(cooperating, joint, shared, { rights: {}, decisions: `${'g1 '.repeat(18)}${'s1 '.repeat(7)}` });
  assertNear(structure.L, 0.72, 'L');
  assert.equal(structure.verdict, 'collaborative-governance');
  assertNear(structure.certainty?.margin, 0.02, 'margin');
  // In the middle, with its own conditions held and nothing decided together, it would be collaborative governance still.
  assert.deepEqual([structure.certainty?.borderline, structure.certainty?.alternatives], [true, []]);
  assertNear(structure.certainty?.confidence, 0.02 / 0.15, 'confidence');
});

// ---------------------------------------------------------------------------------------------------------------------------------
// Evidence

test('too little evidence is no mode, but what exists is shown', async () => {
  const lonely = await structureOf({ actors: 'g1 x1 e1', decisions: 'g1', leads: 'g1', commands: 'g1>x1' });
  assert.equal(lonely.verdict, 'insufficient-evidence');
  assertNear(lonely.L, 1, 'L');
  assert.equal(lonely.certainty, undefined);
  assert.deepEqual(lonely.sensitivity, { at0: 'insufficient-evidence', at1: 'insufficient-evidence' });

  assert.equal(await verdictOf({ decisions: 'g1 g1 g1', leads: 'g1' }), 'insufficient-evidence');
  assert.equal(await verdictOf({ decisions: 'g1 g1', commands: 'g1>g2' }), 'insufficient-evidence');
  assert.equal(await verdictOf({ decisions: 'g1 g1 g1', commands: 'g1>g2' }), 'government-control');
  assert.equal(await verdictOf({ leads: 'g1', commands: 'g1>g2' }), 'government-control');
  assert.equal(await verdictOf({ more: { bodies: { b: { name: 'B', kind: 'council', chair: 'g1' } } } }), 'government-control');
  const nothing = await structureOf({ commands: '' });
  assert.deepEqual([nothing.L, nothing.X, nothing.B, nothing.evidence], [undefined, 0, 0, 0]);
});

test('evidence is the sum of the weights of the parts that exist', async () => {
  const { evidence, certainty, components } = await structureOf({ decisions: 'g1 g1 g1 g1', cooperation: 'g1=g2' });
  assert.deepEqual([components.decision, components.lead, components.command], [1, undefined, undefined]);
  assertNear(evidence, 0.5, 'evidence');
  assertNear(certainty?.confidence, 0.5, 'confidence');
});

// ---------------------------------------------------------------------------------------------------------------------------------
// Stability, sensitivity, phases

test('beyond 400 elements every n/400th is deleted, in document order', async () => {
  // 600 elements, and the verdict hangs on one of them, the only lead role: it stands behind as many participation entries as its place says.
  const stabilityWithLeadAt = async (place: number): Promise<number | undefined> => {
    const repeat = (count: number, line: (n: number) => string): string => Array.from({ length: count }, (_, n) => line(n)).join('');
    const { verdict, certainty } = (
      await classifyText(`govplan: "1"
plan: {id: p, title: T, type: overall, jurisdiction: {level: county, name: N}, status: draft}
participation:
${repeat(place, () => '  - {phases: response, who: g1, level: inform}\n')}functions: {lead: {name: F, primary: g1}}
organizations:
  g2: {name: G2, sector: government}
  g1:
    name: G1
    sector: government
    rights:
${repeat(597 - place, (n) => `      v${n}: {kind: propose}\n`)}links: [{from: g1, to: g2, type: report, mutual: true}]
`)
    ).classification.structure;
    assert.equal(verdict, 'government-control');
    return certainty?.stability;
  };
  // ⌊i · 600/400⌋ gives 0, 1, 3, 4, 6, …: every third element is left out.
  assertNear(await stabilityWithLeadAt(2), 1, 'element 2 is not tried');
  assertNear(await stabilityWithLeadAt(3), 399 / 400, 'element 3 is tried');
  assertNear(await stabilityWithLeadAt(4), 399 / 400, 'element 4 is tried');
  assertNear(await stabilityWithLeadAt(5), 1, 'element 5 is not tried');
});

test('a council of thousands is counted, not listed pair by pair', async () => {
  const ids = (prefix: string): readonly string[] => Array.from({ length: 3000 }, (_, n) => `${prefix}${n}`);
  const [government, society] = [ids('g'), ids('s')];
  const council = { name: 'B', kind: 'council', chair: 'g0', members: [...government, ...society] };
  const { X, components, certainty } = await structureOf({
    actors: [...government, ...society].join(' '),
    commands: 'g0>s0 g0>s1',
    more: { bodies: { council } },
  });
  // Nine million dyads, all of them cooperative and reciprocal but for two that are commanded as well: 2 of 3 ties.
  assertNear(components.cooperativeness, 1 - 2 / 3 / 9_000_000, 'cooperativeness');
  assertNear(X, 0.7, 'X', 1e-6);
  // Without the council there is nobody to lead.
  assertNear(certainty?.stability, 2 / 3, 'stability');
});

test('a deleted body takes along what it seats, holds and is tied by', async () => {
  // All of L is the body's: without it nothing is left to lead, and the evidence gate closes.
  const body = { name: 'B', kind: 'council', chair: 'g1', members: 's1', rights: { r1: { kind: 'decide' }, r2: { kind: 'decide' } } };
  const { verdict, certainty } = await structureOf({ commands: 'b>g2', more: { bodies: { b: body } } });
  assert.equal(verdict, 'government-control');
  // The body, two rights, one link: only the body's deletion changes the verdict.
  assertNear(certainty?.stability, 3 / 4, 'stability');

  // Its rights go with it, whoever else holds them: D falls from 4/6 to 0, and L from 0.79 to 0.375.
  const held = { kind: 'decide', with: 'g1' };
  const shared = await structureOf({
    decisions: 's1 s1',
    leads: 'g1 g1',
    cooperation: 'g1>g2',
    more: { bodies: { b: { ...body, members: 'g2', rights: { r1: held, r2: held, r3: held, r4: held } } } },
  });
  assertNear(shared.components.decision, 4 / 6, 'decision');
  assert.equal(shared.verdict, 'government-control');
  assertNear(shared.certainty?.stability, 9 / 10, 'stability with shared rights');
});

test('sensitivity counts sponsored organizations not at all, and in full', async () => {
  const { verdict, sensitivity, sensitive } = await structureOf({ actors: 'g1 h1', leads: 'h1', commands: 'h1>g1' });
  assert.equal(verdict, 'parallel');
  assert.deepEqual(sensitivity, { at0: 'social-autonomy', at1: 'government-control' });
  assert.equal(sensitive, true);
});

test('a phase is measured on its own elements, bodies and channels whole', async () => {
  const text = `govplan: "1"
plan: {id: p, title: T, type: overall, jurisdiction: {level: county, name: N}, status: draft, phases: [response, recovery]}
organizations:
  g1: {name: G1, sector: government, rights: {r1: {kind: decide, phases: response}, r2: {kind: decide, phases: warning}}}
  s1: {name: S1, sector: community, rights: {r3: {kind: decide, phases: recovery}, r4: {kind: decide}}}
bodies: {b: {name: B, kind: council, chair: g1, members: s1}}
participation: [{phases: warning, who: s1, level: empower}, {phases: recovery, who: b, level: inform}]
`;
  const { structure, phases } = (await classifyText(text)).classification;
  assert.deepEqual([...phases.keys()], ['response', 'recovery']);
  assertNear(structure.components.decision, 0.5, 'all rights count overall, also those of phases out of scope');
  assertNear(structure.components.openness, 0.5, 'openness is over the phases in scope');
  assertNear(structure.components.participation, 1, 'participation is over all entries');
  const [response, recovery] = [phases.get('response'), phases.get('recovery')];
  assertNear(response?.components.decision, 0.5, 'decision in response');
  assertNear(recovery?.components.decision, 0, 'decision in recovery');
  assertNear(recovery?.components.lead, 1, 'bodies are whole');
  assert.deepEqual([response?.components.openness, recovery?.components.openness], [0, 1]);
  assertNear(recovery?.components.participation, 0.2, 'participation in recovery');
});
