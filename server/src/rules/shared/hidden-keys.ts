// What seems to be absent from a plan may be there all the same: written so that it could not be read, or under a misspelt key.
import type { MapBase } from '../../plan/field.ts';
import type { Plan } from '../../workspace/plan.ts';
import { findEntry } from '../../yaml/view.ts';
import { createMisspeltKeys } from './misspelt-keys.ts';
import { anyUnread, entriesUnread } from './unread.ts';

export interface HiddenKeys {
  /** Whether one of the keys may be there in one of the maps. */
  inAny(maps: readonly MapBase[], ...keys: readonly string[]): boolean;
  /** Whether a section that is a map by id may hold more than could be read. */
  inEntries(section: 'organizations' | 'bodies' | 'functions'): boolean;
  /** Whether a section that is a list of maps may hold more than the ones that could be read. */
  inItems(section: 'links' | 'participation'): boolean;
}

export function createHiddenKeys({ content, document, organizations, bodies }: Plan): HiddenKeys {
  const misspelt = createMisspeltKeys(new Set([document, ...[...organizations, ...bodies].map((actor) => actor.document)]));
  return {
    inAny: (maps, ...keys) => anyUnread(maps, ...keys) || maps.some((map) => keys.some((key) => misspelt.mayMean(map, key))),
    inEntries: (section) => entriesUnread(content, section) || misspelt.mayMean(content, section),
    inItems: (section) => {
      if (misspelt.mayMean(content, section)) return true;
      if (!content.broken.has(section)) return false;
      const written = findEntry(content.node, section)?.value;
      return content[section].length < (written?.kind === 'list' ? written.items.length : 1);
    },
  };
}
