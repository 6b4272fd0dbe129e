// What it means that a plan is built for another mode than the one called for (rules.md, mode-context-mismatch).
import type { ContextClassification } from '../../governance/classification.ts';
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
