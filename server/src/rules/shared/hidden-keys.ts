// What seems to be absent from a plan may be there all the same: written so that it could not be read, or under a misspelt key.
import type { MapBase } from '../../plan/field.ts';
import type { Plan } from '../../workspace/plan.ts';
import { findEntry } from '../../yaml/view.ts';
import type { MisspeltKeys } from './misspelt-keys.ts';
import { anyUnread, entriesUnread } from './unread.ts';

export interface HiddenKeys {
  /** Whether one of the keys may be there in a map. */
  in(map: MapBase, ...keys: readonly string[]): boolean;
  /** Whether one of the keys may be there in one of the maps. */
  inAny(maps: Iterable<MapBase>, ...keys: readonly string[]): boolean;
  /** Whether a section that is a map by id may hold more than could be read. */
  inEntries(section: 'organizations' | 'bodies' | 'functions' | 'channels' | 'exercises'): boolean;
  /** Whether an actor may have more rights or responsibilities than could be read. */
  inHoldings(actor: MapBase, section: 'rights' | 'responsibilities'): boolean;
  /** Whether a section that is a list of maps may hold more than the ones that could be read. */
  inItems(section: 'links' | 'participation' | 'cultivation'): boolean;
}

/** `misspelt` are the keys of every document that has a part in the plan. */
export function createHiddenKeys({ content }: Plan, misspelt: MisspeltKeys): HiddenKeys {
  const isIn = (map: MapBase, keys: readonly string[]): boolean => {
    if (map.broken.size > 0 && keys.some((key) => map.broken.has(key))) return true;
    return !misspelt.none && keys.some((key) => misspelt.mayMean(map, key));
  };
  return {
    in: (map, ...keys) => isIn(map, keys),
    inAny: (maps, ...keys) => {
      if (misspelt.none) return anyUnread(maps, ...keys);
      for (const map of maps) if (isIn(map, keys)) return true;
      return false;
    },
    inEntries: (section) => entriesUnread(content, section) || misspelt.mayMean(content, section),
    inHoldings: (actor, section) => entriesUnread(actor, section) || misspelt.mayMean(actor, section),
    inItems: (section) => {
      if (misspelt.mayMean(content, section)) return true;
      if (!content.broken.has(section)) return false;
      const written = findEntry(content.node, section)?.value;
      return content[section].length < (written?.kind === 'list' ? written.items.length : 1);
    },
  };
}
