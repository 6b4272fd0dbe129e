// What could not be read: an absence that may stand in there is never a finding.
import type { MapBase } from '../../plan/field.ts';
import type { Actor } from '../../workspace/plan.ts';
import { entriesOf, findEntry } from '../../yaml/view.ts';

/** Whether one of the keys is there in one of the maps, but not wholly readable. */
export function anyUnread(maps: Iterable<MapBase>, ...keys: readonly string[]): boolean {
  for (const { broken } of maps) if (broken.size > 0 && keys.some((key) => broken.has(key))) return true;
  return false;
}

/** Whether a section, which holds maps by id, is no such map or has entries that are none: their content is unknown. */
export function entriesUnread(owner: MapBase, section: string): boolean {
  if (!owner.broken.has(section)) return false;
  const value = findEntry(owner.node, section)?.value;
  return value?.kind !== 'map' || entriesOf(value).some((entry) => entry.value?.kind !== 'map');
}

/** Whether an actor has rights, responsibilities or capabilities that could not be read at all. */
export function holdingsUnread(actor: Actor, section: 'rights' | 'responsibilities' | 'capabilities'): boolean {
  if (entriesUnread(actor.declaration, section)) return true;
  return actor.kind === 'organization' && [...actor.additions].some((addition) => entriesUnread(addition, section));
}
