// Tree → typed values, by the shape. Every fault becomes a problem; what can be read in spite of it is read.
import { late } from '../text/late.ts';
import type { YamlList, YamlMap, YamlNode, YamlPair, YamlScalar } from '../yaml/tree.ts';
import { complexKeys, type Entry, entriesOf, followAlias } from '../yaml/view.ts';
import { type Cut, isBareKey, itemsMeant, openToComma } from './commas.ts';
import { importedRestriction, isEmptyList, type PresentKeys, type Restriction, requiredKeys } from './conditions.ts';
import type { DerivedFields, EntityBase, IdMapShape, KnownField, ListShape, MapShape, Shape, ValueOf } from './field.ts';
import { alikeIn, createKeyIndex } from './meant-words.ts';
import { dropRepeated, settleAliases } from './problem.ts';
import type { ReadMemory } from './read-memory.ts';
import { readId, readLegalReference, readParentPlan, readScalar, readText, readVersion } from './read-scalars.ts';
import {
  addReading,
  type Declaration,
  type FoundReference,
  isMisfit,
  leadsNowhere,
  outermost,
  type Reading,
  report,
  type Scope,
  visible,
  wrongType,
} from './read-scope.ts';
import { markBroken, type Values } from './record.ts';
import { isId } from './scalars.ts';

export interface ReadOptions {
  /** Given for a library: the keys of the shape that it may have. */
  readonly libraryKeys?: ReadonlySet<string> | undefined;
  /** What stands under other keys of the shape is left unread, as if it were empty. */
  readonly onlyKeys?: ReadonlySet<string> | undefined;
  /** Left out where the text will not be read again. */
  readonly memory?: ReadMemory | undefined;
}

/** Reads a document by its shape. `reading` collects what is found on the way. */
export function readDocument<S extends MapShape>(
  root: YamlMap,
  shape: S,
  reading: Reading,
  { libraryKeys, onlyKeys, memory }: ReadOptions = {},
): ValueOf<S> {
  const restriction = libraryKeys && ({ keys: libraryKeys, code: 'library' } as const);
  const content = readMap(root, shape, outermost(reading, memory), restriction, onlyKeys);
  settleAliases(reading.problems);
  dropRepeated(reading.problems);
  return content as unknown as ValueOf<S>;
}

function readMap(map: YamlMap, shape: MapShape, scope: Scope, given?: Restriction, onlyKeys?: ReadonlySet<string>): Values {
  const { derived } = shape;
  const values = new derived.record(map);
  const present = new FieldEntries(derived.properties);
  const entries = entriesOf(map);
  // Where each pair is an entry, none has a collection for a key.
  if (entries !== map.pairs) for (const key of complexKeys(map)) report(scope, 'unknown-key', 'complex', key, {});
  let hasOthers = false;
  // Counted, as this is the busiest loop of all: an iterator makes an object a step until it is compiled to the end.
  for (let index = 0; index < entries.length; index++) {
    const entry = entries[index] as Entry;
    const field = derived.properties.get(entry.key.text);
    if (field === undefined) hasOthers = true;
    else if (present.add(field, entry) && (onlyKeys === undefined || onlyKeys.has(field.key))) readField(values, field, entry, scope);
  }
  const restriction = given ?? importedRestriction(shape, present);
  const slips = hasOthers || restriction ? readOthers(map, shape, values, scope, restriction) : undefined;
  if (slips) for (const name of slips.doubtful) if (!slips.meant.has(name)) markBroken(values, name);
  const known =
    slips === undefined || slips.meant.size === 0 ? present : { get: (name: string) => slips.meant.get(name) ?? present.get(name) };
  for (const name of requiredKeys(shape, known)) {
    const entry = known.get(name);
    const absent = entry === undefined;
    // Where a misspelt key is probably the one that is required, one finding is enough.
    if (absent ? slips?.doubtful.has(name) : !isEmptyList(entry.value)) continue;
    const place = absent ? (scope.owner ?? map.pairs[0]?.key ?? map) : entry.key;
    if (shape.fields[name]?.shape.type === 'version') report(scope, 'format-version', 'missing', place, {});
    else report(scope, 'missing-key', absent ? 'missing' : 'empty', place, { key: name });
  }
  return values;
}

/** The entries of a map that its shape knows; of a key that is written twice, the first. */
class FieldEntries implements PresentKeys {
  private readonly properties: DerivedFields['properties'];
  private readonly entries: (Entry | undefined)[];

  constructor(properties: DerivedFields['properties']) {
    this.properties = properties;
    this.entries = new Array(properties.size);
  }

  /** False where the key was there before. */
  add({ index }: KnownField, entry: Entry): boolean {
    if (this.entries[index] !== undefined) return false;
    this.entries[index] = entry;
    return true;
  }

  get(name: string): Entry | undefined {
    const field = this.properties.get(name);
    return field && this.entries[field.index];
  }
}

function readField(values: Values, { key, property, many, shape }: KnownField, entry: Entry, scope: Scope): void {
  const before = scope.faults.count;
  const within = scope.enter(key, entry);
  values[property] = many ? readMany(entry, shape, within) : readValue(entry, shape, within);
  if (scope.faults.count > before) markBroken(values, key);
}

/** What the unknown keys of a map may have been meant to be. */
interface Slips {
  readonly doubtful: ReadonlySet<string>;
  /** The keys as which what stands under unknown ones was read. */
  readonly meant: ReadonlyMap<string, Entry>;
}

/** Reports the keys that may not stand in a map, and reads what was probably meant by them. */
function readOthers(map: YamlMap, shape: MapShape, values: Values, scope: Scope, restriction: Restriction | undefined): Slips {
  const present = new Map<string, Entry>();
  for (const entry of entriesOf(map)) if (!present.has(entry.key.text)) present.set(entry.key.text, entry);
  const doubtful = new Set<string>();
  const meant = new Map<string, Entry>();
  // A key that is there already, or may not be there, is no word to replace another by.
  const free = late(() =>
    createKeyIndex(
      shape.fields,
      Object.keys(shape.fields).filter((key) => !present.has(key) && (restriction?.keys.has(key) ?? true)),
    ),
  );
  let cut: Cut | undefined;
  for (const [name, entry] of present) {
    const field = shape.derived.properties.get(name);
    const isBare = isBareKey(entry);
    if (!isBare) cut = field && entry.merge === undefined ? openToComma(entry, field) : undefined;
    if (name.startsWith('x-')) continue;
    const known = field !== undefined;
    if (known && (restriction === undefined || restriction.keys.has(name) || isEmptyList(entry.value))) continue;
    const place = visible(scope, entry.key);
    if (known && restriction) {
      report(scope, 'unknown-key', restriction.code, place, { key: name });
      continue;
    }
    const candidates = free().nearest(name);
    for (const candidate of candidates) doubtful.add(candidate);
    const [only] = candidates.length === 1 ? candidates : [];
    const isRead = only !== undefined && !meant.has(only) && readAs(only, shape, values, entry, scope);
    if (isRead) meant.set(only, entry);
    if (isBare && cut && candidates.length === 0) {
      report(scope, 'unknown-key', cut.by, place, { key: name, before: cut.before }, { related: cut.value });
    } else report(scope, 'unknown-key', 'unknown', place, { key: name }, { candidates, meant: isRead ? only : undefined });
  }
  return { doubtful, meant };
}

/** Reads what stands under a misspelt key as what it was meant for; false where it is not like that. */
function readAs(name: string, { derived }: MapShape, values: Values, entry: Entry, scope: Scope): boolean {
  const field = derived.properties.get(name) as KnownField;
  const unread = values[field.property];
  const attempt = scope.attempt();
  readField(values, field, entry, attempt);
  if (attempt.reading.problems.some((problem) => isMisfit(problem, entry))) {
    values[field.property] = unread;
    return false;
  }
  addReading(scope, attempt);
  return true;
}

function readMany(entry: Entry, shape: Shape, scope: Scope): readonly unknown[] {
  const { value } = entry;
  if (value === undefined) return leadsNowhere(scope) ?? [];
  if (isEmptyList(value)) return [];
  return (readNode(value, shape, scope) as readonly unknown[] | undefined) ?? [];
}

function readList(value: YamlMap | YamlList | YamlScalar, shape: ListShape, scope: Scope): readonly unknown[] {
  if (value.kind !== 'list') {
    const list = itemsMeant(value, shape.item);
    if (list !== undefined) return withoutGaps([reportItems(value, shape.item, 'several', `[${list}]`, scope)]);
    const read = isRemembered(scope)
      ? remembering(value, scope, (own) => readNode(value, shape.item, own))
      : readNode(value, shape.item, scope);
    if (shape.minimum > 1) wrongType(scope, value, 'parties', { minimum: shape.minimum });
    return read === undefined ? [] : [read];
  }
  const { items } = value;
  const plain = scope.enterItem(undefined);
  const isKept = items.length <= mostRemembered;
  const values = items.map((item) => {
    const within = item.kind === 'alias' ? scope.enterItem(item) : plain;
    return isKept && isRemembered(within)
      ? remembering(item, within, (own) => readItem(item, shape.item, own))
      : readItem(item, shape.item, within);
  });
  if (items.length < shape.minimum) wrongType(scope, value, 'parties', { minimum: shape.minimum });
  return withoutGaps(values);
}

function readItem(item: YamlNode, shape: Shape, scope: Scope): unknown {
  const target = followAlias(item);
  if (target === undefined) return leadsNowhere(scope);
  const list = itemsMeant(target, shape);
  return list === undefined ? readNode(target, shape, scope) : reportItems(target, shape, 'joined', list, scope);
}

function reportItems(node: YamlNode, { type }: Shape, code: 'several' | 'joined', list: string, scope: Scope): undefined {
  return report(scope, type === 'enum' ? 'unknown-value' : 'bad-id', code, node, { list });
}

function readIdMap(map: YamlMap, shape: IdMapShape, scope: Scope): readonly Entity[] {
  for (const key of complexKeys(map)) report(scope, 'bad-id', 'complex', key, {});
  const entries = entriesOf(map);
  const seen = entries.length > 1 ? new Set<string>() : undefined;
  const isKept = entries.length <= mostRemembered;
  const entities = entries.map((entry) => {
    const id = entry.key.text;
    if (seen?.has(id)) return undefined;
    seen?.add(id);
    return isKept && isRemembered(scope) && !entry.merge
      ? remembering(entry.pair, scope, (own) => readEntity(entry, shape, own))
      : readEntity(entry, shape, scope);
  });
  return withoutGaps(entities);
}

function withoutGaps<T>(values: readonly (T | undefined)[]): readonly T[] {
  return values.includes(undefined) ? values.filter((value) => value !== undefined) : (values as readonly T[]);
}

type Entity = Values & EntityBase;

function readEntity(entry: Entry, shape: IdMapShape, scope: Scope): Entity | undefined {
  const id = entry.key.text;
  if (!isId(id)) report(scope, 'bad-id', 'malformed', visible(scope, entry.key), { id });
  const within = scope.enter(id, entry);
  const { value } = entry;
  const declaration: { -readonly [K in keyof Declaration]: Declaration[K] } = {
    space: shape.space,
    id,
    idNode: entry.key,
    site: within.site ?? entry.key,
    addition: false,
    body: scope.section === 'bodies',
  };
  // It stands before those of the entities within, as in the text.
  scope.reading.declarations.push(declaration);
  if (value?.kind !== 'map') return value === undefined ? leadsNowhere(within) : wrongType(within, value, 'map');
  const values = readMap(value, shape.item, within);
  declaration.addition = (values.imported as { value: boolean } | undefined)?.value === true;
  values.id = id;
  values.idNode = entry.key;
  return values as Entity;
}

/** Of more entries none is kept for the text after the next edit: no plan has as many, and of the smallest what is kept takes most memory. */
const mostRemembered = 100_000;

/** Whether what stands directly here is kept for the text after the next edit. */
function isRemembered({ memory, isSection, site }: Scope): boolean {
  return memory !== undefined && isSection && site === undefined;
}

/** Reads an entry of a key of the document, or takes what was read of it before. */
function remembering<T>(node: YamlPair | YamlNode, scope: Scope, read: (scope: Scope) => T): T {
  const { memory, section } = scope;
  if (memory === undefined || section === undefined || !isRemembered(scope)) return read(scope);
  let entry = memory.recall(node, section);
  if (entry === undefined) {
    const attempt = scope.attempt();
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

/** Where a scalar holds what its shape asks for, it is the value itself. */
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
    case 'boolean':
      return node.kind === 'scalar' && typeof node.value === 'boolean' ? node : wrongType(scope, node, 'boolean');
    case 'string':
    case 'number':
    case 'date':
    case 'duration':
      return readScalar(node, shape, scope);
    case 'enum': {
      if (node.kind !== 'scalar' || typeof node.value !== 'string') return wrongType(scope, node, 'enum');
      if (Object.hasOwn(shape.values, node.text)) return node;
      if (!scope.reading.room.has('unknown-value')) return report(scope, 'unknown-value', 'unknown', node, {});
      const candidates = shape.words().nearest(node.text);
      const data = { value: node.text, values: Object.keys(shape.values).join(', '), meanings: shape.meanings() };
      const alike = candidates.length === 0 ? alikeIn(shape.values, node.text) : undefined;
      return report(scope, 'unknown-value', 'unknown', node, data, { candidates, alike });
    }
    case 'id':
      return readId(node, scope);
    case 'reference': {
      const id = readId(node, scope);
      if (id === undefined) return undefined;
      const found: FoundReference = { id: id.value, node: id.node, to: shape.to, route: scope.route, through: scope.aliasOf(node) };
      scope.reading.references.push(found);
      return found;
    }
    case 'legal-reference':
      return readLegalReference(node, scope);
    case 'parent-plan':
      return readParentPlan(node, scope);
  }
}
