// Edits that add to what a key of a map holds, in whatever state it is: absent, empty, a single item, a list, a map.
import type { TextEdit } from '../../text/edit.ts';
import { appendReference, insertPair } from '../../yaml/edit.ts';
import type { YamlMap, YamlNode } from '../../yaml/tree.ts';
import { entriesOf, findEntry, isNull } from '../../yaml/view.ts';
import { setField } from './set-field.ts';

/** Undefined where nothing can be added in place: what an alias or a merge key brings in is written elsewhere, for others too. */
export type Growth = ((text: string) => readonly TextEdit[]) | undefined;

/** A key of a map, looked up once for all that is added to what it holds. */
export interface GrowingKey {
  readonly map: YamlMap;
  readonly key: string;
  readonly value: YamlNode | 'absent' | undefined;
  /** Whether what it holds, where that is a map, has a key of its own. */
  has(name: string): boolean;
}

export function growingKey(map: YamlMap, key: string): GrowingKey {
  const value = ownValue(map, key);
  let names: ReadonlySet<string> | undefined;
  const has = (name: string): boolean => {
    names ??= new Set(value !== 'absent' && value?.kind === 'map' ? ownKeys(value) : []);
    return names.has(name);
  };
  return { map, key, value, has };
}

/** Adds an item to a list; a word that is the only one needs no list. `item` is its source, on one line. */
export function growList({ map, key, value }: GrowingKey, item: string): Growth {
  if (value === 'absent') return (text) => insertPair(text, map, key, item.startsWith('{') ? `\n- ${item}` : item);
  return value && ((text) => appendReference(text, value, item));
}

/** Adds a pair to a map. `fragment` is the source of its value, on one line. */
export function growMap({ map, key, value, has }: GrowingKey, name: string, fragment: string): Growth {
  if (value === 'absent') return (text) => insertPair(text, map, key, `\n${name}: ${fragment}`);
  // An empty list is as good as nothing, but its key is taken.
  if (value?.kind === 'map') {
    return (text) => (has(name) ? setField(value, name, fragment)(text) : insertPair(text, value, name, fragment));
  }
  return value?.kind === 'scalar' && isNull(value) ? (text) => insertPair(text, value, name, fragment) : undefined;
}

/** All of the growths, or nothing where one of them is impossible. */
export function growAll(...growths: readonly Growth[]): Growth {
  return growths.includes(undefined) ? undefined : (text) => growths.flatMap((growth) => growth?.(text) ?? []);
}

function ownKeys(map: YamlMap): readonly string[] {
  return entriesOf(map).flatMap(({ key, merge }) => (merge === undefined ? [key.text] : []));
}

function ownValue(map: YamlMap, key: string): YamlNode | 'absent' | undefined {
  const entry = findEntry(map, key);
  if (entry === undefined) return 'absent';
  return entry.merge === undefined && entry.pair.value.kind !== 'alias' ? entry.pair.value : undefined;
}
