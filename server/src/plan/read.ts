// Tree → typed values, by the shape. Every fault becomes a problem; what can be read in spite of it is read.
import { isRealDate } from '../text/calendar.ts';
import { nearestWords } from '../text/nearest.ts';
import type { YamlList, YamlMap, YamlNode, YamlPair, YamlScalar } from '../yaml/tree.ts';
import { complexKeys, type Entry, entriesOf, followAlias } from '../yaml/view.ts';
import { importedRestriction, isEmptyList, type Restriction, requiredKeys } from './conditions.ts';
import type { EntityBase, IdMapShape, ListShape, MapBase, MapShape, Shape, ValueOf } from './field.ts';
import { dropRepeated } from './problem.ts';
import type { ReadMemory } from './read-memory.ts';
import { readId, readLegalReference, readParentPlan, readText, readVersion } from './read-scalars.ts';
import {
  addReading,
  emptyReading,
  enter,
  enterItem,
  type FoundReference,
  isMisfit,
  leadsNowhere,
  type Reading,
  report,
  type Scope,
  visible,
  wrongType,
} from './read-scope.ts';
import { isId, parseDuration } from './scalars.ts';

export interface ReadOptions {
  /** Given for a library: the keys of the shape that it may have. */
  readonly libraryKeys?: ReadonlySet<string> | undefined;
  /** Left out where the text will not be read again. */
  readonly memory?: ReadMemory | undefined;
}

/** Reads a document by its shape. `reading` collects what is found on the way. */
export function readDocument<S extends MapShape>(
  root: YamlMap,
  shape: S,
  reading: Reading,
  { libraryKeys, memory }: ReadOptions = {},
): ValueOf<S> {
  const scope: Scope = { reading, memory, route: [], site: undefined, owner: undefined, faults: { count: 0 } };
  const content = readMap(root, shape, scope, libraryKeys && { keys: libraryKeys, code: 'library' });
  dropRepeated(reading.problems);
  return content as ValueOf<S>;
}

type Values = Record<string, unknown>;

function readMap(map: YamlMap, shape: MapShape, scope: Scope, restriction?: Restriction): Values {
  const broken = new Set<string>();
  const values: Values = { ...shape.derived.empty, node: map, broken };
  const present = new Map<string, Entry>();
  for (const entry of entriesOf(map)) if (!present.has(entry.key.text)) present.set(entry.key.text, entry);
  for (const key of complexKeys(map)) report(scope, 'unknown-key', 'complex', key, {});

  const read = (name: string, entry: Entry, within: Scope): void => {
    const field = shape.derived.properties.get(name);
    if (field === undefined) return;
    const before = within.faults.count;
    const inner = enter(within, name, entry);
    values[field.property] = field.many ? readMany(entry, field.shape, inner) : readValue(entry, field.shape, inner);
    if (within.faults.count > before) broken.add(name);
  };
  for (const [name, entry] of present) read(name, entry, scope);

  const meant = new Map<string, Entry>();
  /** Reads what stands under a misspelt key as what it was meant for; false where it is not like that. */
  const readAs = (name: string, entry: Entry): boolean => {
    if (meant.has(name)) return false;
    const property = shape.derived.properties.get(name)?.property ?? '';
    const unread = values[property];
    const attempt: Scope = { ...scope, reading: emptyReading(), faults: { count: 0 } };
    read(name, entry, attempt);
    if (attempt.reading.problems.some((problem) => isMisfit(problem, entry))) {
      values[property] = unread;
      return false;
    }
    meant.set(name, entry);
    addReading(scope, attempt);
    return true;
  };
  const doubtful = checkKeys(shape, present, scope, restriction ?? importedRestriction(shape, present), readAs);
  const known = meant.size === 0 ? present : new Map([...present, ...meant]);
  for (const name of doubtful) if (!known.has(name)) broken.add(name);
  for (const name of requiredKeys(shape, known)) {
    const entry = known.get(name);
    const absent = entry === undefined;
    // Where a misspelt key is probably the one that is required, one finding is enough.
    if (absent ? doubtful.has(name) : !isEmptyList(entry.value)) continue;
    const place = absent ? (scope.owner ?? map.pairs[0]?.key ?? map) : entry.key;
    if (shape.fields[name]?.shape.type === 'version') report(scope, 'format-version', 'missing', place, {});
    else report(scope, 'missing-key', absent ? 'missing' : 'empty', place, { key: name });
  }
  return values;
}

/** Reports the keys that may not stand in a map. The answer: the known keys that unknown ones were perhaps meant to be. */
function checkKeys(
  shape: MapShape,
  present: ReadonlyMap<string, Entry>,
  scope: Scope,
  restriction: Restriction | undefined,
  readAs: (name: string, entry: Entry) => boolean,
): ReadonlySet<string> {
  const doubtful = new Set<string>();
  for (const [name, entry] of present) {
    if (name.startsWith('x-')) continue;
    const known = shape.derived.properties.has(name);
    if (known && (restriction === undefined || restriction.keys.has(name) || isEmptyList(entry.value))) continue;
    const place = visible(scope, entry.key);
    if (known && restriction) report(scope, 'unknown-key', restriction.code, place, { key: name });
    else {
      // A key that is there already, or may not be there, is no word to replace this one by.
      const free = Object.keys(shape.fields).filter((key) => !present.has(key) && (restriction?.keys.has(key) ?? true));
      const candidates = nearestWords(name, free);
      for (const candidate of candidates) doubtful.add(candidate);
      const [only] = candidates;
      const meant = only !== undefined && candidates.length === 1 && readAs(only, entry) ? only : undefined;
      report(scope, 'unknown-key', 'unknown', place, { key: name }, { candidates, meant });
    }
  }
  return doubtful;
}

function readMany(entry: Entry, shape: Shape, scope: Scope): readonly unknown[] {
  const { value } = entry;
  if (value === undefined) return leadsNowhere(scope) ?? [];
  if (isEmptyList(value)) return [];
  return (readNode(value, shape, scope) as readonly unknown[] | undefined) ?? [];
}

function readList(value: YamlMap | YamlList | YamlScalar, shape: ListShape, scope: Scope): readonly unknown[] {
  const items = value.kind === 'list' ? value.items : [value];
  const values: unknown[] = [];
  const readItem = (item: YamlNode, within: Scope): unknown => {
    const target = followAlias(item);
    return target === undefined ? leadsNowhere(within) : readNode(target, shape.item, value === item ? within : enterItem(within, item));
  };
  for (const item of items) {
    const read = remembering(item, scope, (within) => readItem(item, within));
    if (read !== undefined) values.push(read);
  }
  if (items.length > 0 && items.length < shape.minimum) wrongType(scope, value, 'parties', { minimum: shape.minimum });
  return values;
}

function readIdMap(map: YamlMap, shape: IdMapShape, scope: Scope): readonly (EntityBase & Values)[] {
  const entities: (EntityBase & Values)[] = [];
  const seen = new Set<string>();
  for (const key of complexKeys(map)) report(scope, 'bad-id', 'complex', key, {});
  for (const entry of entriesOf(map)) {
    const id = entry.key.text;
    if (seen.has(id)) continue;
    seen.add(id);
    const read = entry.merge
      ? readEntity(entry, shape, scope)
      : remembering(entry.pair, scope, (within) => readEntity(entry, shape, within));
    if (read) entities.push(read);
  }
  return entities;
}

function readEntity(entry: Entry, shape: IdMapShape, scope: Scope): (EntityBase & Values) | undefined {
  const id = entry.key.text;
  if (!isId(id)) report(scope, 'bad-id', 'malformed', visible(scope, entry.key), { id });
  const within = enter(scope, id, entry);
  const { value } = entry;
  const isMap = value?.kind === 'map';
  if (value === undefined) leadsNowhere(within);
  else if (!isMap) wrongType(within, value, 'map');
  const values = isMap ? readMap(value, shape.item, within) : undefined;
  const addition = (values?.imported as { value: boolean } | undefined)?.value === true;
  scope.reading.declarations.push({
    space: shape.space,
    id,
    idNode: entry.key,
    site: within.site ?? entry.key,
    addition,
    body: scope.route[0] === 'bodies',
  });
  return values && Object.assign(values as MapBase & Values, { id, idNode: entry.key });
}

/** Reads an entry of a key of the document, or takes what was read of it before. */
function remembering<T>(node: YamlPair | YamlNode, scope: Scope, read: (scope: Scope) => T): T {
  const { memory, route, site } = scope;
  const [section] = route;
  if (memory === undefined || section === undefined || route.length > 1 || site !== undefined) return read(scope);
  let entry = memory.recall(node, section);
  if (entry === undefined) {
    const attempt: Scope = { ...scope, reading: emptyReading(), faults: { count: 0 } };
    entry = { section, value: read(attempt), reading: attempt.reading, faults: attempt.faults };
    memory.remember(node, entry);
  }
  addReading(scope, entry);
  return entry.value as T;
}

function readValue(entry: Entry, shape: Shape, scope: Scope): unknown {
  if (entry.value === undefined) return leadsNowhere(scope);
  return isEmptyList(entry.value) ? undefined : readNode(entry.value, shape, scope);
}

function readNode(node: YamlMap | YamlList | YamlScalar, shape: Shape, scope: Scope): unknown {
  switch (shape.type) {
    case 'map':
      return node.kind === 'map' ? readMap(node, shape, scope) : wrongType(scope, node, 'map');
    case 'id-map':
      return node.kind === 'map' ? readIdMap(node, shape, scope) : wrongType(scope, node, 'id-map');
    case 'list':
      return readList(node, shape, scope);
    case 'text':
      return readText(node, scope);
    case 'version':
      return readVersion(node, scope);
    case 'string':
      if (node.kind !== 'scalar' || typeof node.value !== 'string') return wrongType(scope, node, 'string');
      if (shape.role !== 'string' && node.text.trim() === '') return wrongType(scope, node, 'filled');
      return { value: node.text, node };
    case 'boolean':
      return node.kind === 'scalar' && typeof node.value === 'boolean' ? { value: node.value, node } : wrongType(scope, node, 'boolean');
    case 'number':
      if (node.kind !== 'scalar' || typeof node.value !== 'number' || !Number.isFinite(node.value)) return wrongType(scope, node, 'number');
      if (shape.integer && !Number.isInteger(node.value)) return wrongType(scope, node, 'integer');
      if (shape.minimum !== undefined && node.value < shape.minimum) return wrongType(scope, node, 'minimum', { minimum: shape.minimum });
      return { value: node.value, node };
    case 'date': {
      if (node.kind !== 'scalar' || typeof node.value !== 'string') return wrongType(scope, node, 'date');
      if (isRealDate(node.text)) return { value: node.text, node };
      return report(scope, 'bad-date', /^\d{4}-\d{2}-\d{2}$/.test(node.text) ? 'no-such-day' : 'malformed', node, { value: node.text });
    }
    case 'duration': {
      if (node.kind !== 'scalar' || node.value === undefined || typeof node.value === 'boolean') return wrongType(scope, node, 'duration');
      const value = parseDuration(node.text);
      return value ? { value, node } : report(scope, 'bad-duration', 'malformed', node, { value: node.text });
    }
    case 'enum': {
      if (node.kind !== 'scalar' || typeof node.value !== 'string') return wrongType(scope, node, 'enum');
      if (Object.hasOwn(shape.values, node.text)) return { value: node.text, node };
      const values = Object.keys(shape.values);
      const candidates = nearestWords(node.text, values);
      const data = { value: node.text, values: values.join(', ') };
      return report(scope, 'unknown-value', 'unknown', node, data, { candidates });
    }
    case 'id':
      return readId(node, scope);
    case 'reference': {
      const id = readId(node, scope);
      if (id === undefined) return undefined;
      const found: FoundReference = { id: id.value, node: id.node, to: shape.to, route: scope.route };
      scope.reading.references.push(found);
      return found;
    }
    case 'legal-reference':
      return readLegalReference(node, scope);
    case 'parent-plan':
      return readParentPlan(node, scope);
  }
}
