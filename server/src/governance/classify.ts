// The classifier: context mode, structural mode, and both by phase (classifier.md, method 1). A pure function of the plan.
import type { Plan } from '../workspace/plan.ts';
import type { Classification } from './classification.ts';
import { classifyContext } from './context.ts';
import { method } from './method.ts';
import { createSides, hasSponsored, type Sides } from './sides.ts';
import { classifyStructure } from './structure.ts';

/** `half` are the sides of the plan, where they are known already. The phases are classified when first asked for: a lint looks at the whole only. */
export function classify(plan: Plan, half: Sides = createSides(plan)): Classification {
  const sides = hasSponsored(plan) ? { half, none: createSides(plan, 0), full: createSides(plan, 1) } : { half, none: half, full: half };
  let phases: Classification['phases'] | undefined;
  return {
    method: method.version,
    context: classifyContext(plan.content.context),
    structure: classifyStructure(plan, sides),
    get phases() {
      phases ??= new Map(plan.phases.map((phase) => [phase, classifyStructure(plan, sides, phase)]));
      return phases;
    },
  };
}
