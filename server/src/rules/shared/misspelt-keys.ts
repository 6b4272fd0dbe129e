// Keys that are probably there, but misspelt: `unknown-key` has said so, and what they hold must not be missed a second time.
import type { PlanDocument } from '../../plan/build.ts';
import type { MapBase } from '../../plan/field.ts';
import { append } from '../../text/append.ts';
import type { YamlMap } from '../../yaml/tree.ts';
import { entriesOf, isMergeKey, type Place } from '../../yaml/view.ts';

export interface MisspeltKeys {
  /** There is none, and no map need be looked at. */
  readonly none: boolean;
  /** Whether an unknown key of a map was probably meant to be this one. */
  mayMean(map: MapBase, key: string): boolean;
}

export function createMisspeltKeys(documents: Iterable<PlanDocument>): MisspeltKeys {
  const candidates = new Map<Place, readonly string[]>();
  for (const { problems } of documents) {
    for (const problem of problems) if (problem.rule === 'unknown-key') candidates.set(problem.place, problem.candidates ?? []);
  }
  if (candidates.size === 0) return { none: true, mayMean: () => false };
  const ofMaps = new Map<YamlMap, (readonly string[])[]>();
  for (const [place, meant] of candidates) {
    const map = place.kind === 'scalar' && place.parent?.kind === 'pair' && place.parent.key === place ? place.parent.parent : undefined;
    if (map !== undefined && meant.length > 0) append(ofMaps, map, meant);
  }
  return {
    none: false,
    mayMean: ({ node }, key) => {
      if (ofMaps.get(node)?.some((meant) => meant.includes(key))) return true;
      return isMixed(node) && entriesOf(node).some((entry) => candidates.get(entry.key)?.includes(key) === true);
    },
  };
}

/** Whether a map has keys that are written elsewhere. */
function isMixed({ pairs }: YamlMap): boolean {
  return pairs.some(({ key }) => key.kind === 'alias' || (key.kind === 'scalar' && isMergeKey(key)));
}
