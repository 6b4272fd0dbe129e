// The classifier: context mode, structural mode, and both by phase (classifier.md, method 1). A pure function of the plan.
import type { Plan } from '../workspace/plan.ts';
import type { Classification } from './classification.ts';
import { classifyContext } from './context.ts';
import { method } from './method.ts';
import { createSides } from './sides.ts';
import { classifyStructure } from './structure.ts';

/** The phases are classified when first asked for: a lint looks at the whole only. */
export function classify(plan: Plan): Classification {
  const sides = { half: createSides(plan), none: createSides(plan, 0), full: createSides(plan, 1) };
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
