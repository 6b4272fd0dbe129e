// Keys of maps: which are written twice, and which merge what is no map.
import type { YamlMap, YamlNode, YamlPair, YamlProblem } from './tree.ts';
import { followAlias, isMergeKey } from './view.ts';

/** Keys written twice in one map, and merge keys that merge no map. */
export function checkKeys(map: YamlMap, problems: YamlProblem[]): void {
  const { pairs } = map;
  const first = pairs.length > MOST_COMPARED ? new Map<string, YamlNode>() : undefined;
  for (let index = 0; index < pairs.length; index++) {
    const { key, value } = pairs[index] as YamlPair;
    const scalar = followAlias(key);
    if (scalar?.kind !== 'scalar') continue;
    const earlier = first ? first.get(scalar.text) : keyBefore(pairs, index, scalar.text);
    if (earlier === undefined) first?.set(scalar.text, key);
    else {
      problems.push({
        rule: 'duplicate-id',
        code: 'duplicate-key',
        span: { start: key.start, end: key.end },
        related: { start: earlier.start, end: earlier.end },
        data: { key: scalar.text },
        document: map.document.index,
      });
    }
    if (!isMergeKey(scalar)) continue;
    const place = wrongMerge(scalar, value);
    if (place) {
      const span = { start: place.start, end: place.end };
      problems.push({ rule: 'yaml-syntax', code: 'bad-merge', span, data: {}, document: map.document.index });
    }
  }
}

/** Whether `checkKeys` may find something; it never does where this says no. Quickly told of the few keys that a map mostly has. */
export function mayBeWrong(pairs: readonly YamlPair[]): boolean {
  if (pairs.length > MOST_COMPARED) return true;
  return pairs.some(({ key }, index) => key.kind !== 'scalar' || isMergeKey(key) || keyBefore(pairs, index, key.text) !== undefined);
}

/** More keys than these are looked up; comparing fewer with one another takes less time and no space. */
const MOST_COMPARED = 12;

/** The first of the keys before an index that says the same. */
function keyBefore(pairs: readonly YamlPair[], index: number, text: string): YamlNode | undefined {
  for (let before = 0; before < index; before++) {
    const { key } = pairs[before] as YamlPair;
    const scalar = followAlias(key);
    if (scalar?.kind === 'scalar' && scalar.text === text) return key;
  }
  return undefined;
}

/** Where a merge key has a value that is no map, and no list of maps. */
function wrongMerge(key: YamlNode, value: YamlNode): YamlNode | undefined {
  const target = followAlias(value);
  const sources = target?.kind === 'list' ? target.items : [value];
  const wrong = sources.find((source) => !['map', undefined].includes(followAlias(source)?.kind));
  if (wrong === undefined) return undefined;
  // Inside a list that an alias stands for, the alias is at fault; an empty value has no width to point at.
  const place = value.kind === 'alias' ? value : wrong;
  return place.start === place.end ? key : place;
}
