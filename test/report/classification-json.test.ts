// The JSON of a classification, key by key (cli.md): what other programs read, so nothing is null, and what does not exist is left out.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { type ClassificationJson, classificationJson } from '../../server/src/report/classification-json.ts';
import { classifyText } from '../governance/classified.ts';
import { cooperating, divided, type Sketch, sketch } from '../governance/sketch.ts';

async function jsonOf(text: string): Promise<ClassificationJson> {
  const { classification, network } = await classifyText(text);
  return JSON.parse(JSON.stringify(classificationJson(classification, network)));
}

async function structureOf(...parts: readonly Sketch[]): Promise<ClassificationJson['structure']> {
  return (await jsonOf(sketch(...parts))).structure;
}

test('a mode, with its context, certainty and network', async () => {
  const json = await jsonOf(readFileSync(new URL('../governance/fixtures/qinghe.plan.yaml', import.meta.url), 'utf8'));
  const { phases, structure, ...rest } = json;
  assert.deepEqual(structure, {
    verdict: 'mode',
    mode: 'collaborative-governance',
    L: 0.920833333333,
    X: 0.546666666667,
    B: 0.25,
    components: {
      decision: 0.916666666667,
      lead: 0.875,
      command: 1,
      coverage: 0.666666666667,
      cooperativeness: 0.5,
      reciprocity: 0.5,
      participation: 0.533333333333,
      openness: 0.4,
    },
    confidence: 0.954545454545,
    borderline: false,
    sensitive: false,
    margin: 0.146666666667,
    stability: 0.954545454545,
    evidence: 1,
    sensitivity: { at0: 'collaborative-governance', at1: 'collaborative-governance' },
  });
  assert.deepEqual(rest, {
    method: 1,
    context: { mode: 'collaborative-governance', governmentCapacity: 1, socialDevelopment: 0.11 },
    network: {
      nodes: 8,
      edges: 12,
      density: 0.428571428571,
      centralization: 0.380952380952,
      components: 2,
      reciprocity: 0.8,
      articulationPoints: ['flood-hq'],
      eiIndex: 0,
      eiExpected: 0.0714285714286,
      societyDensity: 0.333333333333,
    },
  });
  assert.deepEqual(Object.keys(phases), ['prevention', 'preparedness', 'warning', 'response', 'recovery']);
  assert.deepEqual(Object.keys(phases.response ?? {}), Object.keys(structure));
  assert.equal(phases.warning?.mode, 'government-control');
});

test('an off-model result has its own name and the nearest modes, and no mode', async () => {
  const structure = await structureOf(divided);
  assert.deepEqual(
    [structure.verdict, structure.offModel, structure.nearest],
    ['off-model', 'parallel', ['government-control', 'social-autonomy']],
  );
  assert.ok(!('mode' in structure) && !('alternatives' in structure));
});

test('a borderline result names its alternatives, be there none', async () => {
  const near = await structureOf({ decisions: 'g1', leads: 's1', commands: 'g1>g2' });
  assert.deepEqual([near.mode, near.borderline, near.alternatives, near.margin], ['government-control', true, ['parallel'], 0]);
  const { borderline, alternatives } = await structureOf({
    actors: 'g1 g2 s1',
    decisions: 'g1 g1 g1',
    commands: 'g1>s1',
    cooperation: 'g1>s1',
  });
  assert.deepEqual([borderline, alternatives], [true, []]);
});

test('too little evidence: no mode, margin, stability or confidence, the rest as far as it exists', async () => {
  assert.deepEqual(await structureOf({ actors: 'g1 x1', decisions: 'g1' }), {
    verdict: 'insufficient-evidence',
    L: 1,
    X: 0,
    B: 0,
    components: { decision: 1, coverage: 0, cooperativeness: 0, reciprocity: 0, participation: 0, openness: 0 },
    borderline: false,
    sensitive: false,
    evidence: 0.5,
    sensitivity: { at0: 'insufficient-evidence', at1: 'insufficient-evidence' },
  });
});

test('an axis without a score, a plan without actors: keys are left out, not null', async () => {
  const json = await jsonOf(sketch({ actors: '', more: { context: { 'government-capacity': 'high' } } }));
  assert.deepEqual(json.context, { governmentCapacity: 1 });
  assert.deepEqual(json.network, {
    nodes: 0,
    edges: 0,
    density: 0,
    centralization: 0,
    components: 0,
    reciprocity: 0,
    articulationPoints: [],
  });
  assert.ok(!('L' in json.structure));
  assert.ok(!JSON.stringify(json).includes('null'));
});

test('sensitivity gives a name for each case, and says whether one differs', async () => {
  const { sensitive, sensitivity } = await structureOf({ actors: 'g1 h1', leads: 'h1', commands: 'h1>g1' }, {});
  assert.deepEqual([sensitive, sensitivity], [true, { at0: 'social-autonomy', at1: 'government-control' }]);
});

test('numbers are without the noise of binary addition', async () => {
  const { L, X } = await structureOf(cooperating, { decisions: 'g1 s1 s1 s1 s1', leads: 's1', commands: 'g1>g2' });
  assert.deepEqual([L, X], [0.3, 0.7]);
});
