// The mode a plan's own structure shows, overall or in one phase, with how sure that is (classifier.md sections 3 to 5).
import type { GovernanceMode, Phase } from '../plan/vocabulary.ts';
import { late } from '../text/late.ts';
import type { Plan } from '../workspace/plan.ts';
import type { Certainty, Components, StructureClassification, Verdict } from './classification.ts';
import { type Elements, elementsOf, fillTally, sampleDeletions } from './elements.ts';
import { method } from './method.ts';
import type { Sides } from './sides.ts';
import { createTally, type Measure, type Tally } from './tally.ts';
import { atLeast, crossings, nearestModes, verdictOf } from './verdict.ts';

/** The sides with sponsored organizations counted half, not at all, and in full; the same ones where a plan has none of them. */
export interface SidesBySponsorship {
  readonly half: Sides;
  readonly none: () => Sides;
  readonly full: () => Sides;
}

export function classifyStructure(plan: Plan, sides: SidesBySponsorship, phase?: Phase): StructureClassification {
  const elements = elementsOf(plan, phase);
  const tally = tallyOf(plan, elements, sides.half, phase);
  const measure = tally.measure();
  const verdict = verdictFrom(measure);
  const verdictWith = (other: Sides): Verdict =>
    other === sides.half ? verdict : verdictFrom(tallyOf(plan, elements, other, phase).measure());
  return new MeasuredStructure(measure, verdict, {
    stability: () => stabilityOf(plan, elements, tally, verdict),
    sensitivity: () => ({ at0: verdictWith(sides.none()), at1: verdictWith(sides.full()) }),
  });
}

/** The measure alone, for searches that try many changes. */
export function measureStructure(plan: Plan, sides: Sides): Measure {
  return tallyOf(plan, elementsOf(plan), sides).measure();
}

export function verdictFrom(measure: Measure): Verdict {
  if (!measure.sufficient || measure.L === undefined) return 'insufficient-evidence';
  return verdictOf(measure.L, measure.X, measure.conditions);
}

/** The tally of a plan's elements, overall or in one phase. */
export function tallyOf(plan: Plan, elements: Elements, sides: Sides, phase?: Phase): Tally {
  const tally = createTally(sides, phase === undefined ? plan.phases : [phase]);
  for (const organization of plan.organizations) tally.organization(organization, 1);
  fillTally(tally, elements);
  return tally;
}

/** The share of single deletions that keep the verdict; 1 where there is nothing to delete. */
function stabilityOf(plan: Plan, elements: Elements, tally: Tally, verdict: Verdict): number {
  const deletions = sampleDeletions(plan, elements, method.stability.elements);
  let kept = 0;
  for (const apply of deletions) {
    apply(tally, -1);
    if (verdictFrom(tally.measure()) === verdict) kept++;
    apply(tally, 1);
  }
  return deletions.length === 0 ? 1 : kept / deletions.length;
}

/** What takes further measures of the plan. */
interface Measures {
  readonly stability: () => number;
  readonly sensitivity: () => StructureClassification['sensitivity'];
}

/** How sponsored organizations matter is found when first asked for: a lint looks at the rest only. */
class MeasuredStructure implements StructureClassification {
  readonly verdict: Verdict;
  readonly L: number | undefined;
  readonly X: number;
  readonly B: number;
  readonly components: Components;
  readonly evidence: number;
  readonly nearest: readonly GovernanceMode[];
  readonly certainty: Certainty | undefined;
  private readonly findSensitivity: Measures['sensitivity'];

  constructor(measure: Measure, verdict: Verdict, { stability, sensitivity }: Measures) {
    const { L, X, B, components, conditions } = measure;
    const decided = measure.sufficient && L !== undefined;
    this.verdict = verdict;
    this.L = L;
    this.X = X;
    this.B = B;
    this.components = components;
    this.evidence = Math.min(1, measure.evidence);
    this.nearest = decided ? nearestModes(verdict, L, X, conditions) : [];
    this.certainty = decided ? new StructureCertainty({ ...measure, L }, verdict, stability) : undefined;
    this.findSensitivity = late(sensitivity);
  }

  get sensitivity(): StructureClassification['sensitivity'] {
    return this.findSensitivity();
  }

  get sensitive(): boolean {
    const { at0, at1 } = this.sensitivity;
    return at0 !== this.verdict || at1 !== this.verdict;
  }
}

/** Stability, which measures the plan again for each of its elements, is found when first asked for: a lint looks at the rest only. */
class StructureCertainty implements Certainty {
  readonly margin: number;
  readonly borderline: boolean;
  readonly alternatives: readonly Verdict[];
  private readonly evidence: number;
  private readonly findStability: () => number;

  constructor(measure: Measure & { readonly L: number }, verdict: Verdict, findStability: () => number) {
    const across = crossings(measure.L, measure.X, measure.conditions);
    const near = across.filter((crossing) => !atLeast(crossing.distance, method.thresholds.borderline));
    const alternatives = near.map((crossing) => crossing.verdict).filter((other) => other !== verdict);
    this.margin = Math.min(...across.map(({ distance }) => distance));
    this.borderline = near.length > 0;
    this.alternatives = [...new Set(alternatives)];
    this.evidence = Math.min(1, measure.evidence);
    this.findStability = late(findStability);
  }

  get stability(): number {
    return this.findStability();
  }

  get confidence(): number {
    return Math.min(1, this.margin / method.thresholds.fullConfidenceMargin, this.stability, this.evidence);
  }
}
