// Keys that are probably there, but misspelt: `unknown-key` has said so, and what they hold must not be missed a second time.
import type { PlanDocument } from '../../plan/build.ts';
import type { MapBase } from '../../plan/field.ts';
import type { Place } from '../../yaml/view.ts';
import { entriesOf } from '../../yaml/view.ts';

export interface MisspeltKeys {
  /** Whether an unknown key of a map was probably meant to be this one. */
  mayMean(map: MapBase, key: string): boolean;
}

export function createMisspeltKeys(documents: Iterable<PlanDocument>): MisspeltKeys {
  const candidates = new Map<Place, readonly string[]>();
  for (const { problems } of documents) {
    for (const problem of problems) if (problem.rule === 'unknown-key') candidates.set(problem.place, problem.candidates ?? []);
  }
  return {
    mayMean: (map, key) => candidates.size > 0 && entriesOf(map.node).some((entry) => candidates.get(entry.key)?.includes(key) === true),
  };
}
