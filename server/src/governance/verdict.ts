// From L, X, B and the conditions to a verdict, with the thresholds around it (classifier.md section 5). Pure arithmetic.
import type { GovernanceMode } from '../plan/vocabulary.ts';
import { isMode, type Verdict } from './classification.ts';
import { method } from './method.ts';

/** What decides between the cells besides L and X. */
export interface Conditions {
  /** A participation entry or a channel reaches S. */
  readonly reachesSociety: boolean;
  /** B > 0: society bears a part. */
  readonly sharesBurden: boolean;
  /** A decision is made jointly by both sides. */
  readonly decidesJointly: boolean;
}

const { thresholds } = method;

/** v ≥ t, with the tolerance of the method. */
export function atLeast(value: number, threshold: number): boolean {
  return value >= threshold - method.tolerance;
}

/** v ≤ t, with the tolerance of the method. */
export function atMost(value: number, threshold: number): boolean {
  return value <= threshold + method.tolerance;
}

export function verdictOf(L: number, X: number, conditions: Conditions): Verdict {
  const interacts = atLeast(X, thresholds.interaction);
  if (atLeast(L, thresholds.governmentLocus)) {
    return interacts && isCollaborative(conditions) ? 'collaborative-governance' : 'government-control';
  }
  if (atMost(L, thresholds.societyLocus)) return interacts ? 'society-led-partnership' : 'social-autonomy';
  if (!interacts) return 'parallel';
  if (conditions.decidesJointly) return 'equal-cooperation';
  return atLeast(L, thresholds.fallbackLocus) && isCollaborative(conditions) ? 'collaborative-governance' : 'unshared-partnership';
}

function isCollaborative(conditions: Conditions): boolean {
  return conditions.reachesSociety && conditions.sharesBurden;
}

/** A threshold, how far the plan is from it, and the verdict just across it. */
export interface Crossing {
  readonly distance: number;
  readonly verdict: Verdict;
  /** Whether it bounds the cell the plan is in. */
  readonly bounding: boolean;
}

/** The thresholds that count for the margin, the nearest first, with the verdicts just across, conditions unchanged. */
export function crossings(L: number, X: number, conditions: Conditions): readonly Crossing[] {
  const acrossL = (threshold: number, counted: 'at-least' | 'at-most', bounding: boolean): Crossing => {
    const above = counted === 'at-least' ? atLeast(L, threshold) : !atMost(L, threshold);
    const justBelow = counted === 'at-least' ? threshold - step : threshold;
    const justAbove = counted === 'at-least' ? threshold : threshold + step;
    const crossed = above ? justBelow : justAbove;
    return { distance: Math.abs(L - threshold), verdict: verdictOf(crossed, X, conditions), bounding };
  };
  // A cell at one end of L is bounded by the near threshold alone, also where rounding puts L a hair beyond it.
  const across = [
    acrossL(thresholds.governmentLocus, 'at-least', !atMost(L, thresholds.societyLocus)),
    acrossL(thresholds.societyLocus, 'at-most', !atLeast(L, thresholds.governmentLocus)),
  ];
  if (fallbackDecides(L, X, conditions)) across.push(acrossL(thresholds.fallbackLocus, 'at-least', true));
  const otherX = atLeast(X, thresholds.interaction) ? thresholds.interaction - step : thresholds.interaction;
  across.push({ distance: Math.abs(X - thresholds.interaction), verdict: verdictOf(L, otherX, conditions), bounding: true });
  return across.sort((a, b) => rank(a.distance) - rank(b.distance));
}

/** Distances that differ by rounding alone are equal, and keep the order government, society, fallback, interaction. */
function rank(distance: number): number {
  return Math.round(distance / method.tolerance);
}

/** Far enough from a threshold to be across it, near enough to cross no other. */
const step = 1e-6;

/** Whether the choice between collaborative governance and an unshared partnership hangs on L alone. */
function fallbackDecides(L: number, X: number, conditions: Conditions): boolean {
  const middle = !atLeast(L, thresholds.governmentLocus) && !atMost(L, thresholds.societyLocus);
  return middle && atLeast(X, thresholds.interaction) && !conditions.decidesJointly && isCollaborative(conditions);
}

/** The modes nearest to an off-model verdict: those just across its bounding thresholds, by distance. */
export function nearestModes(verdict: Verdict, L: number, X: number, conditions: Conditions): readonly GovernanceMode[] {
  if (isMode(verdict) || verdict === 'insufficient-evidence') return [];
  const bounding = crossings(L, X, conditions).flatMap((crossing) => (crossing.bounding ? [crossing.verdict] : []));
  const first: readonly Verdict[] = verdict === 'unshared-partnership' ? ['equal-cooperation'] : [];
  return [...new Set([...first, ...bounding])].filter(isMode);
}
