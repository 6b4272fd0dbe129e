// What the classifier says of a plan (classifier.md): the mode its context calls for, the mode its structure shows, and how sure that is.
import type { GovernanceMode, Phase } from '../plan/vocabulary.ts';

export type OffModel = 'parallel' | 'society-led-partnership' | 'unshared-partnership';

/** A mode's name, an off-model name, or that there is too little to say. */
export type Verdict = GovernanceMode | OffModel | 'insufficient-evidence';

export interface Classification {
  readonly method: 1;
  readonly context: ContextClassification;
  readonly structure: StructureClassification;
  /** The same by phase in scope, on the elements of that phase. */
  readonly phases: ReadonlyMap<Phase, StructureClassification>;
}

export interface ContextClassification {
  /** Undefined where an axis has no score. */
  readonly mode: GovernanceMode | undefined;
  readonly governmentCapacity: AxisScore | undefined;
  readonly socialDevelopment: AxisScore | undefined;
}

export interface AxisScore {
  /** 0 … 1: the declared value, else the mean of the axis's scored indicators. */
  readonly score: number;
  readonly high: boolean;
  readonly borderline: boolean;
  readonly declared: number | undefined;
  readonly measured: number | undefined;
}

/** The parts of L, each undefined where it does not exist, and of X. */
export interface Components {
  readonly decision: number | undefined;
  readonly lead: number | undefined;
  readonly command: number | undefined;
  readonly coverage: number;
  readonly cooperativeness: number;
  readonly reciprocity: number;
  readonly participation: number;
  readonly openness: number;
}

export interface StructureClassification {
  readonly verdict: Verdict;
  /** Locus: 1 government, 0 society; undefined where no part of it exists. */
  readonly L: number | undefined;
  /** Interaction, 0 … 1. */
  readonly X: number;
  /** Burden borne by society, 0 … 1. */
  readonly B: number;
  readonly components: Components;
  /** The sum of the weights of the parts of L that exist, at most 1: an axis measured on less is less certain. */
  readonly evidence: number;
  /** For an off-model verdict: the modes just across its thresholds, the nearest first. */
  readonly nearest: readonly GovernanceMode[];
  /** Undefined where the evidence is insufficient. */
  readonly certainty: Certainty | undefined;
  readonly sensitivity: { readonly at0: Verdict; readonly at1: Verdict };
  /** Whether the verdict depends on how government-sponsored organizations count. */
  readonly sensitive: boolean;
}

export interface Certainty {
  /** min(margin / 0.15, stability, evidence), each at most 1. */
  readonly confidence: number;
  readonly margin: number;
  readonly stability: number;
  readonly borderline: boolean;
  /** When borderline: the other verdicts just across a near threshold, the nearest first. */
  readonly alternatives: readonly Verdict[];
}

export const locusParts = ['decision', 'lead', 'command'] as const;
export const interactionParts = ['coverage', 'cooperativeness', 'reciprocity', 'participation', 'openness'] as const;

const modes: ReadonlySet<string> = new Set(['government-control', 'social-autonomy', 'collaborative-governance', 'equal-cooperation']);

export function isMode(verdict: Verdict): verdict is GovernanceMode {
  return modes.has(verdict);
}

export function isOffModel(verdict: Verdict): verdict is OffModel {
  return !isMode(verdict) && verdict !== 'insufficient-evidence';
}
