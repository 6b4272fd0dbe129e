// The classifier: context mode, structural mode, and both by phase (classifier.md, method 1). A pure function of the plan.
import { late } from '../text/late.ts';
import type { Plan } from '../workspace/plan.ts';
import type { Classification } from './classification.ts';
import { classifyContext } from './context.ts';
import { method } from './method.ts';
import { createSides, hasSponsored, type Sides } from './sides.ts';
import { classifyStructure, type SidesBySponsorship } from './structure.ts';

/** `half` are the sides of the plan, where they are known already. */
export function classify(plan: Plan, half: Sides = createSides(plan)): Classification {
  const isSplit = late(() => hasSponsored(plan));
  const none = late(() => (isSplit() ? createSides(plan, 0) : half));
  const full = late(() => (isSplit() ? createSides(plan, 1) : half));
  return new PlanClassification(plan, { half, none, full });
}

/** The phases are classified when first asked for: a lint looks at the whole only. */
class PlanClassification implements Classification {
  readonly method = method.version;
  readonly context: Classification['context'];
  readonly structure: Classification['structure'];
  private readonly plan: Plan;
  private readonly sides: SidesBySponsorship;
  private byPhase: Classification['phases'] | undefined;

  constructor(plan: Plan, sides: SidesBySponsorship) {
    this.context = classifyContext(plan.content.context);
    this.structure = classifyStructure(plan, sides);
    this.plan = plan;
    this.sides = sides;
  }

  get phases(): Classification['phases'] {
    this.byPhase ??= new Map(this.plan.phases.map((phase) => [phase, classifyStructure(this.plan, this.sides, phase)]));
    return this.byPhase;
  }
}
