// Which keys a map must have, and which it may, where that depends on its other keys (format.md sections 4.2 and 4.4); what counts as absent.
import type { YamlNode } from '../yaml/tree.ts';
import type { Entry } from '../yaml/view.ts';
import type { Condition, MapShape } from './field.ts';

/** The keys that may stand in a map where not all of its shape may, and the name of the message about the others. */
export interface Restriction {
  readonly keys: ReadonlySet<string>;
  readonly code: 'imported' | 'library';
}

/** The entries of a map by their keys. */
export type PresentKeys = Pick<ReadonlyMap<string, Entry>, 'get'>;

export function importedRestriction(shape: MapShape, present: PresentKeys): Restriction | undefined {
  for (const condition of shape.conditions) {
    if (condition.kind !== 'with' || !isTrue(present.get(condition.key))) continue;
    return { keys: new Set([condition.key, ...condition.allowed]), code: 'imported' };
  }
  return undefined;
}

export function requiredKeys(shape: MapShape, present: PresentKeys): readonly string[] {
  const names = shape.derived.required;
  if (shape.conditions.length === 0) return names;
  const conditional = shape.conditions.flatMap((condition) => requiredBy(condition, present.get(condition.key)));
  return conditional.length === 0 ? names : [...conditional, ...names];
}

function requiredBy(condition: Condition, entry: Entry | undefined): readonly string[] {
  switch (condition.kind) {
    case 'with':
      // Where the condition itself cannot be read, neither can what it requires.
      return entry === undefined || isFalse(entry) ? condition.required : [];
    case 'unregistered':
      return entry?.value?.kind === 'scalar' && !condition.known.includes(entry.value.text) ? condition.required : [];
  }
}

function isTrue(entry: Entry | undefined): boolean {
  return entry?.value?.kind === 'scalar' && entry.value.value === true;
}

function isFalse(entry: Entry): boolean {
  return isEmptyList(entry.value) || (entry.value?.kind === 'scalar' && entry.value.value === false);
}

/** An empty list is as good as nothing (format.md section 1). */
export function isEmptyList(node: YamlNode | undefined): boolean {
  return node?.kind === 'list' && node.items.length === 0;
}
