// The classification of a plan in the words of the JSON that other programs read (cli.md): stable, what does not exist left out.
import {
  type Classification,
  type ContextClassification,
  isMode,
  isOffModel,
  type StructureClassification,
  type Verdict,
} from '../governance/classification.ts';
import type { NetworkMetrics } from '../network/metrics.ts';
import type { GovernanceMode, Phase } from '../plan/vocabulary.ts';

export interface ClassificationJson {
  readonly method: number;
  readonly context: { readonly mode?: GovernanceMode; readonly governmentCapacity?: number; readonly socialDevelopment?: number };
  readonly structure: StructureJson;
  readonly phases: Partial<Record<Phase, StructureJson>>;
  readonly network: NetworkJson;
}

export interface StructureJson {
  readonly verdict: 'mode' | 'off-model' | 'insufficient-evidence';
  readonly mode?: string;
  readonly offModel?: string;
  /** For an off-model verdict, the nearest mode first. */
  readonly nearest?: readonly string[];
  readonly L?: number;
  readonly X: number;
  readonly B: number;
  readonly components: Readonly<Record<string, number>>;
  readonly confidence?: number;
  readonly borderline: boolean;
  readonly sensitive: boolean;
  readonly margin?: number;
  readonly stability?: number;
  readonly evidence: number;
  /** When borderline. */
  readonly alternatives?: readonly string[];
  readonly sensitivity: { readonly at0: string; readonly at1: string };
}

type NetworkJson = { readonly [K in keyof NetworkMetrics]?: NetworkMetrics[K] & {} };

export function classificationJson(classification: Classification, network: NetworkMetrics): ClassificationJson {
  return {
    method: classification.method,
    context: contextJson(classification.context),
    structure: structureJson(classification.structure),
    phases: Object.fromEntries([...classification.phases].map(([phase, structure]) => [phase, structureJson(structure)])),
    network: networkJson(network),
  };
}

function contextJson({ mode, governmentCapacity, socialDevelopment }: ContextClassification): ClassificationJson['context'] {
  return {
    ...(mode && { mode }),
    ...(governmentCapacity && { governmentCapacity: tidy(governmentCapacity.score) }),
    ...(socialDevelopment && { socialDevelopment: tidy(socialDevelopment.score) }),
  };
}

export function structureJson(structure: StructureClassification): StructureJson {
  const { verdict, L, X, B, certainty, sensitivity } = structure;
  return {
    verdict: kindOf(verdict),
    ...(isMode(verdict) && { mode: verdict }),
    ...(isOffModel(verdict) && { offModel: verdict, nearest: structure.nearest }),
    ...(L !== undefined && { L: tidy(L) }),
    X: tidy(X),
    B: tidy(B),
    components: numbersOf({ ...structure.components }),
    ...(certainty && { confidence: tidy(certainty.confidence) }),
    borderline: certainty?.borderline ?? false,
    sensitive: structure.sensitive,
    ...(certainty && { margin: tidy(certainty.margin), stability: tidy(certainty.stability) }),
    evidence: tidy(structure.evidence),
    ...(certainty?.borderline && { alternatives: certainty.alternatives }),
    sensitivity,
  };
}

function networkJson({ nodes, edges, density, centralization, components, ...more }: NetworkMetrics): NetworkJson {
  return {
    ...numbersOf({ nodes, edges, density, centralization, components, reciprocity: more.reciprocity }),
    articulationPoints: more.articulationPoints,
    ...numbersOf({ eiIndex: more.eiIndex, eiExpected: more.eiExpected, societyDensity: more.societyDensity }),
  };
}

function kindOf(verdict: Verdict): StructureJson['verdict'] {
  if (isMode(verdict)) return 'mode';
  return isOffModel(verdict) ? 'off-model' : 'insufficient-evidence';
}

function numbersOf(values: { readonly [name: string]: number | undefined }): Readonly<Record<string, number>> {
  return Object.fromEntries(Object.entries(values).flatMap(([name, value]) => (value === undefined ? [] : [[name, tidy(value)]])));
}

/** Without the last binary digits, which depend on the order of additions: 0.3 instead of 0.30000000000000004. */
function tidy(value: number): number {
  return Number(value.toPrecision(12));
}
