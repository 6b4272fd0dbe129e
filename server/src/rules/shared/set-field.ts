// An edit that gives a key of a map a value, whether the map has the key or not.

import { insertPair } from '../../yaml/edit.ts';
import type { YamlMap } from '../../yaml/tree.ts';
import { findEntry } from '../../yaml/view.ts';
import type { Fix } from '../rule.ts';

/** `source` is the value as it is written, on one line. What a merge key brings in stays there and is overridden. */
export function setField(map: YamlMap, key: string, source: string): Fix['edits'] {
  return (text) => {
    const entry = findEntry(map, key);
    if (entry === undefined || entry.merge !== undefined) return insertPair(text, map, key, source);
    const { start, end } = entry.pair.value;
    return [{ span: { start, end }, newText: source }];
  };
}
