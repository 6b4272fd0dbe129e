// What it means that a plan is built for another mode than the one called for (rules.md, mode-context-mismatch).
import type { ContextClassification } from '../../governance/classification.ts';
import { type Contribution, strongestDrivers } from '../../governance/explanation.ts';
import type { GovernanceMode } from '../../plan/vocabulary.ts';

export type Diagnosis = 'channels-missing' | 'powers-without-ability' | 'transition-available' | 'society-unused' | 'different';

/** `mode` is what the structure shows. */
export function diagnoseMismatch({ governmentCapacity, socialDevelopment }: ContextClassification, mode: GovernanceMode): Diagnosis {
  const side = (high: boolean | undefined): 'high' | 'low' => (high ? 'high' : 'low');
  switch (`${side(governmentCapacity?.high)}/${side(socialDevelopment?.high)} ${mode}` as const) {
    case 'high/low government-control':
      return 'channels-missing';
    case 'high/low equal-cooperation':
      return 'powers-without-ability';
    case 'high/high collaborative-governance':
      return 'transition-available';
    case 'low/high government-control':
      return 'society-unused';
    default:
      return 'different';
  }
}

/** Where the cells of the modes lie: L from society (0) over both (1) to government (2), X low (0) or high (1). */
const cells: Readonly<Record<GovernanceMode, Readonly<Record<Contribution['axis'], number>>>> = {
  'government-control': { L: 2, X: 0 },
  'collaborative-governance': { L: 2, X: 1 },
  'equal-cooperation': { L: 1, X: 1 },
  'social-autonomy': { L: 0, X: 0 },
};

/**
 * What keeps the structure from the mode that is called for: on the axes that tell the two modes apart, the components that pull away from
 * it most. What both modes have in common explains nothing, and fills up only where there is too little else.
 */
export function driversApart(
  contributions: readonly Contribution[],
  shown: GovernanceMode,
  wanted: GovernanceMode,
  count: number,
): readonly Contribution[] {
  const side = ({ axis }: Contribution): number => Math.sign(cells[shown][axis] - cells[wanted][axis]);
  const apart = contributions.filter((contribution) => side(contribution) !== 0).sort((a, b) => side(b) * b.pull - side(a) * a.pull);
  const common = contributions.filter((contribution) => side(contribution) === 0);
  return [...apart, ...strongestDrivers(common, count)].slice(0, count);
}
