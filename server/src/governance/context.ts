// Which mode the context calls for: declarations and indicators on the two axes of the source paper (classifier.md section 1).
import type { Context, Indicator } from '../plan/shape.ts';
import type { GovernanceMode } from '../plan/vocabulary.ts';
import type { AxisScore, ContextClassification } from './classification.ts';
import { type Axis, indicatorDefinition } from './indicators.ts';
import { method } from './method.ts';
import { atLeast, atMost } from './verdict.ts';

export function classifyContext(context: Context | undefined): ContextClassification {
  const governmentCapacity = scoreAxis('government-capacity', context?.governmentCapacity?.value, context);
  const socialDevelopment = scoreAxis('social-development', context?.socialDevelopment?.value, context);
  const mode = governmentCapacity && socialDevelopment && contextMode(governmentCapacity.high, socialDevelopment.high);
  return { mode, governmentCapacity, socialDevelopment };
}

/** The source paper's 2×2. */
function contextMode(capable: boolean, developed: boolean): GovernanceMode {
  if (capable) return developed ? 'equal-cooperation' : 'collaborative-governance';
  return developed ? 'social-autonomy' : 'government-control';
}

/** An indicator that counts, with its normalised value. */
export interface ScoredIndicator {
  readonly indicator: Indicator;
  readonly axis: Axis;
  /** 0 … 1. */
  readonly score: number;
}

/** The indicators that are scored: of one id in several years only the newest. */
export function scoredIndicators(context: Context | undefined): readonly ScoredIndicator[] {
  const scored = (context?.indicators ?? []).flatMap((indicator) => scoreIndicator(indicator) ?? []);
  const year = ({ indicator }: ScoredIndicator): number => indicator.year?.value ?? Number.NEGATIVE_INFINITY;
  const newest = new Map<string, number>();
  for (const entry of scored) {
    const id = entry.indicator.id?.value ?? '';
    newest.set(id, Math.max(newest.get(id) ?? Number.NEGATIVE_INFINITY, year(entry)));
  }
  return scored.filter((entry) => year(entry) === newest.get(entry.indicator.id?.value ?? ''));
}

function scoreAxis(axis: Axis, declared: 'low' | 'high' | undefined, context: Context | undefined): AxisScore | undefined {
  const scores = scoredIndicators(context).flatMap((entry) => (entry.axis === axis ? [entry.score] : []));
  const measured = scores.length === 0 ? undefined : scores.reduce((sum, score) => sum + score, 0) / scores.length;
  const stated = declared === undefined ? undefined : declared === 'high' ? 1 : 0;
  const score = stated ?? measured;
  if (score === undefined) return undefined;
  const { contextHigh, contextBand } = method.thresholds;
  return {
    score,
    high: atLeast(score, contextHigh),
    borderline: atMost(Math.abs(score - contextHigh), contextBand),
    declared: stated,
    measured,
  };
}

/** Undefined for one that is not scored: a wrong unit, no scale, or a number missing. */
function scoreIndicator(indicator: Indicator): ScoredIndicator | undefined {
  const { id, value, unit } = indicator;
  if (id === undefined || value === undefined) return undefined;
  const known = indicatorDefinition(id.value);
  if (known && unit?.value !== known.unit) return undefined;
  const axis = known ? known.axis : indicator.axis?.value;
  const min = known ? known.min : indicator.min?.value;
  const max = known ? known.max : indicator.max?.value;
  if (axis === undefined || min === undefined || max === undefined || min === max) return undefined;
  return { indicator, axis, score: Math.max(0, Math.min(1, (value.value - min) / (max - min))) };
}
