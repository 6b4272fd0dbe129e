// Which level is above which: national > province > prefecture > county > township > community, and `organization` below all (rules.md).
import { type JurisdictionLevel, jurisdictionLevels } from '../../plan/vocabulary.ts';

const fromTheTop = Object.keys(jurisdictionLevels) as readonly JurisdictionLevel[];

export function isAbove(level: JurisdictionLevel, other: JurisdictionLevel): boolean {
  return fromTheTop.indexOf(level) < fromTheTop.indexOf(other);
}
