// A text classified by the core and by the oracle, and what it takes to hold the two side by side.
import assert from 'node:assert/strict';
import { parse } from 'yaml';
import type { Classification, StructureClassification } from '../../server/src/governance/classification.ts';
import { classify } from '../../server/src/governance/classify.ts';
import { createSides } from '../../server/src/governance/sides.ts';
import { createActorNetwork } from '../../server/src/network/actor-network.ts';
import { measureNetwork, type NetworkMetrics } from '../../server/src/network/metrics.ts';
import { linkDocument } from '../../server/src/workspace/link.ts';
import type { Plan } from '../../server/src/workspace/plan.ts';
import { type Closure, createStore } from '../../server/src/workspace/store.ts';
import { createMemoryHost } from '../support/memory-host.ts';
import { classifyByOracle, type Neighbour, type OracleResult, type OracleStructure } from './oracle.ts';
import type { Data } from './oracle-facts.ts';
import { networkByOracle } from './oracle-network.ts';
import { type GeneratedPlan, planPath, textsOf } from './plans.ts';

export interface Classified {
  readonly plan: Plan;
  readonly closure: Closure;
  readonly classification: Classification;
  readonly network: NetworkMetrics;
}

/** The plan of the first document of `entry`, as the engine links and classifies it. */
export async function classifyFiles(files: Readonly<Record<string, string>>, entry = planPath): Promise<Classified> {
  const closure = await createStore(createMemoryHost(files)).closure(entry);
  const document = closure.entry.documents[0];
  const plan = document && linkDocument(document, closure).plan;
  assert.ok(plan, 'the text is not a plan');
  return { plan, closure, classification: classify(plan), network: measureNetwork(createActorNetwork(plan), createSides(plan)) };
}

export async function classifyText(text: string): Promise<Classified> {
  return classifyFiles({ [planPath]: text });
}

/** The oracle reads the same texts with a YAML library, and nothing else of the core. */
export function oracleOf(files: Readonly<Record<string, string>>, entry = planPath): OracleResult {
  const parsed = new Map(Object.entries(files).map(([path, text]): [string, Data] => [path, parse(text)]));
  return classifyByOracle(parsed.get(entry), parsed);
}

export async function assertAgreement(generated: GeneratedPlan): Promise<{ readonly core: Classified; readonly oracle: OracleResult }> {
  const files = textsOf(generated);
  const core = await classifyFiles(files);
  const oracle = oracleOf(files);
  const { context } = core.classification;
  assert.equal(context.mode, oracle.context.mode, 'context mode');
  assertNear(context.governmentCapacity?.score, oracle.context.governmentCapacity, 'government capacity');
  assertNear(context.socialDevelopment?.score, oracle.context.socialDevelopment, 'social development');
  const borderline = context.governmentCapacity?.borderline === true || context.socialDevelopment?.borderline === true;
  assert.equal(borderline, oracle.context.borderline, 'context borderline');

  assertStructure(core.classification.structure, oracle.structure, 'overall');
  assert.deepEqual(new Set(core.classification.phases.keys()), new Set(Object.keys(oracle.phases)), 'phases');
  for (const [phase, structure] of core.classification.phases) assertStructure(structure, oracle.phases[phase] as OracleStructure, phase);

  for (const [name, expected] of Object.entries(networkByOracle(oracle.facts))) {
    const actual = core.network[name as keyof NetworkMetrics];
    if (name === 'articulationPoints') assert.deepEqual(actual, expected, name);
    else if (name === 'reciprocity') assertNear(actual as number, expected ?? 0, name);
    else assertNear(actual as number | undefined, expected, name);
  }
  return { core, oracle };
}

export function assertStructure(actual: StructureClassification, expected: OracleStructure, where: string): void {
  assert.equal(actual.verdict, expected.verdict, `${where}: verdict`);
  for (const key of ['L', 'X', 'B'] as const) assertNear(actual[key], expected[key], `${where}: ${key}`);
  for (const [name, value] of Object.entries(expected.components)) {
    assertNear(actual.components[name as keyof typeof actual.components], value, `${where}: ${name}`);
  }
  assertOrder(actual.nearest, expected.nearest ?? [], `${where}: nearest`);
  assert.deepEqual(actual.sensitivity, expected.sensitivity, `${where}: sensitivity`);
  assert.equal(actual.sensitive, expected.sensitive, `${where}: sensitive`);
  assertNear(actual.evidence, expected.evidence, `${where}: evidence`);
  const { certainty } = actual;
  assert.equal(certainty === undefined, expected.margin === undefined, `${where}: certainty`);
  if (certainty === undefined) return;
  for (const key of ['margin', 'stability', 'confidence'] as const) assertNear(certainty[key], expected[key], `${where}: ${key}`);
  assert.equal(certainty.borderline, expected.borderline, `${where}: borderline`);
  assertOrder(certainty.alternatives, expected.alternatives ?? [], `${where}: alternatives`);
}

export function assertNear(actual: number | undefined, expected: number | undefined, what: string, within = 1e-9): void {
  if (actual === undefined || expected === undefined) assert.equal(actual, expected, what);
  else assert.ok(Math.abs(actual - expected) < within, `${what}: ${actual} is not ${expected}`);
}

/** The same names by distance; those at equal distances in either order. */
function assertOrder(actual: readonly string[], expected: readonly Neighbour[], what: string): void {
  assert.deepEqual([...actual].sort(), expected.map(({ verdict }) => verdict).sort(), what);
  const distances = actual.map((name) => expected.find(({ verdict }) => verdict === name)?.distance ?? 0);
  for (let i = 1; i < distances.length; i++) {
    assert.ok((distances[i] as number) >= (distances[i - 1] as number) - 1e-9, `${what}: ${actual.join(', ')} is not by distance`);
  }
}
