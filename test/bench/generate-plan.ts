// Plans of any size, near to real ones and the same every time: a city with its command, and as many towns and villages as the size asks for.
// They lint without an error, so that what is timed is the check of a sound plan and not the printing of findings.
import { cityLegalBases, cityPart, planHead } from './plans/city.ts';
import { bytesOf, joinSections, linesOf, type Part } from './plans/sections.ts';
import { townPart, villagePart } from './plans/towns.ts';

/** At least so many UTF-8 bytes, or lines, and at most a village more; never less than the city alone. */
export type PlanSize = number | { readonly lines: number };

export interface PlanPlace {
  /** Unique in the workspace. */
  readonly id: string;
  /** Libraries, by relative path, that declare the legal bases and the organizations of the city; declared here where there are none. */
  readonly imports: readonly string[];
}

export function generatePlan(size: PlanSize, { id, imports }: PlanPlace = { id: 'generated', imports: [] }): string {
  const isImported = imports.length > 0;
  const measure = (text: string): number => (typeof size === 'number' ? bytesOf(text) : linesOf(text));
  const head = planHead(id, imports);
  const parts: Part[] = [isImported ? {} : cityLegalBases, cityPart(isImported)];
  let missing = (typeof size === 'number' ? size : size.lines) - measure(joinSections(head, parts));
  for (let n = 1; missing > 0; n++) {
    const town = townPart(n);
    const cost = measure(Object.values(town).join(''));
    const part = cost <= missing ? town : villagePart(n);
    parts.push(part);
    missing -= measure(Object.values(part).join(''));
  }
  return joinSections(head, parts);
}
