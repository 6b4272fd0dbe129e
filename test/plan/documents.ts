// Random documents for the property tests: right ones, made from the declaration of the format, and ones with something changed.
import fc from 'fast-check';
import { type Field, type MapShape, map, type Shape } from '../../server/src/plan/field.ts';
import { documentShape, libraryKeys } from '../../server/src/plan/shape.ts';

export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };
type JsonMap = { readonly [key: string]: Json };

const ids = fc.constantFrom('a', '市水利局', 'erl-2024', 'r1', '010', '1.5', '_', 'ü-x', 'constructor', 'x-a', '½', 'true');
const strings = fc.constantFrom('', ' ', '3.0', '~', 'no', '- a', 'a: b', '# c', 'a\nb', '“水”', "it's", '{', '𠮷');

/** What decides which other keys may or must be there; `undefined` takes the key away. */
const conditional: fc.Arbitrary<readonly [key: string, value: Json | undefined]> = fc.constantFrom(
  ['plan', undefined],
  ['plan', []],
  ['imported', undefined],
  ['imported', true],
  ['imported', []],
  ['id', 'no-such-indicator'],
  ['axis', undefined],
  ['min', []],
);

/** Documents in which the reader finds nothing wrong but, perhaps, ids that lead nowhere or are there twice. */
export const rightDocuments: fc.Arbitrary<Json> = fc.oneof(
  { arbitrary: mapOf(documentShape, (key, field) => field.required || key === 'plan'), weight: 3 },
  { arbitrary: mapOf(libraryShape(), (_, field) => field.required), weight: 1 },
);

/** Right documents in which one to three places were changed: most of them wrong, some still right. */
export const changedDocuments: fc.Arbitrary<Json> = fc
  .tuple(rightDocuments, fc.array(fc.record({ at: fc.nat(), how: changes(), key: fc.nat() }), { minLength: 1, maxLength: 3 }))
  .map(([document, places]) => places.reduce((changed, { at, how, key }) => changeAt(changed, at, key, how), document));

function libraryShape(): MapShape {
  const fields = Object.entries(documentShape.fields).filter(([key]) => libraryKeys.has(key));
  return map(Object.fromEntries(fields));
}

function valuesOf(shape: Shape): fc.Arbitrary<Json> {
  switch (shape.type) {
    case 'version':
      return fc.constantFrom('1', 1);
    case 'id':
    case 'reference':
      return fc.oneof(ids, fc.nat(2000), fc.constantFrom(true, false, 2.5));
    case 'string':
      return shape.role === 'string' ? strings : strings.filter((text) => text.trim() !== '');
    case 'text':
      return fc.oneof(strings, fc.dictionary(fc.constantFrom('zh', 'en', 'zh-Hans', 'yue', 'en-GB'), strings, { minKeys: 1, maxKeys: 2 }));
    case 'boolean':
      return fc.boolean();
    case 'number': {
      const min = shape.minimum ?? -5;
      return shape.integer ? fc.integer({ min, max: 99 }) : fc.oneof(fc.integer({ min, max: 99 }), fc.constant(7.25));
    }
    case 'date':
      return fc.constantFrom('2025-03-20', '2024-02-29', '0001-01-01', '9999-12-31', '2000-02-29');
    case 'duration':
      return fc.constantFrom('30min', '24h', '20d', '36mo', '3y', '1.5h', '0d');
    case 'enum':
      return fc.constantFrom(...Object.keys(shape.values));
    case 'legal-reference':
      return fc.oneof(ids, fc.constantFrom('erl-2024#72.3', 'nrf#esf-6', '防洪法#43', 7));
    case 'parent-plan':
      return fc.oneof(ids, fc.constantFrom('../a.plan.yaml', 'b.yml', 'https://x/y', 'c/d'));
    case 'list': {
      const item = valuesOf(shape.item);
      const several = fc.array(item, { minLength: Math.max(1, shape.minimum), maxLength: Math.max(2, shape.minimum) });
      return shape.minimum > 1 ? several : fc.oneof(item, several);
    }
    case 'id-map':
      return fc.dictionary(
        ids,
        mapOf(shape.item, (_, field) => field.required),
        { maxKeys: 2 },
      );
    case 'map':
      return mapOf(shape, (_, field) => field.required);
  }
}

function mapOf(shape: MapShape, always: (key: string, field: Field) => boolean): fc.Arbitrary<JsonMap> {
  const fields = Object.entries(shape.fields);
  const pairs = fields.map(([key, field]) => {
    const value = field.required
      ? valuesOf(field.shape)
      : fc.oneof({ arbitrary: valuesOf(field.shape), weight: 9 }, { arbitrary: fc.constant([]), weight: 1 });
    return always(key, field) ? (key === 'plan' ? valuesOf(field.shape) : value) : fc.option(value, { nil: undefined, freq: 3 });
  });
  const extra = fc.option(fc.constantFrom<Json>(null, [], { y: 1 }), { nil: undefined, freq: 9 });
  return fc.tuple(extra, ...pairs).chain(([note, ...values]) => {
    const made: Record<string, Json> = note === undefined ? {} : { 'x-note': note };
    fields.forEach(([key], index) => {
      const value = values[index];
      if (value !== undefined) made[key] = value;
    });
    return meetConditions(shape, made);
  });
}

/** Adds or takes away what the conditions of the map ask for. */
function meetConditions(shape: MapShape, made: Record<string, Json>): fc.Arbitrary<JsonMap> {
  let result: fc.Arbitrary<JsonMap> = fc.constant(made);
  for (const { kind, key, required, ...rest } of shape.conditions) {
    const missing = required.filter((name) => made[name] === undefined || isEmpty(made[name]));
    const filled = fc.record(Object.fromEntries(missing.map((name) => [name, valuesOf((shape.fields[name] as Field).shape)])));
    if (kind === 'with' && made[key] === true) {
      const allowed = new Set([key, ...(rest as { allowed: readonly string[] }).allowed]);
      result = fc.constant(
        Object.fromEntries(Object.entries(made).filter(([name, value]) => allowed.has(name) || name.startsWith('x-') || isEmpty(value))),
      );
    } else if (kind === 'unregistered' && made.axis === undefined) {
      result = fc.constant({ ...made, [key]: (rest as { known: readonly string[] }).known[0] ?? '' });
    } else result = filled.map((more) => ({ ...made, ...more }));
  }
  return result;
}

function isEmpty(value: Json | undefined): boolean {
  return Array.isArray(value) && value.length === 0;
}

// ---------------------------------------------------------------------------------------------------------------------------------
// Changes

type Change =
  | { readonly kind: 'drop' }
  | { readonly kind: 'replace'; readonly value: Json }
  | { readonly kind: 'rename'; readonly key: string }
  | { readonly kind: 'add'; readonly key: string; readonly value: Json }
  | { readonly kind: 'everywhere'; readonly key: string; readonly value: Json | undefined }
  | { readonly kind: 'wrap' }
  | { readonly kind: 'unwrap' };

function changes(): fc.Arbitrary<Change> {
  const odd = fc.constantFrom<Json>(
    ...[null, 7, -1, 0, 1.5, 1e3, true, false, '', ' ', 'zz', 'a b', 'a#', 'a#b c', 'a#1#2', '-x', '.x', '30', '30 min', '-3d', '1', '2'],
    ...['2025-2-1', '20250201', '2025-02-29', '1900-02-29', '0000-01-01', '2025-13-01', '2025-04-31', ' 2025-02-01', 'command', 'response'],
    ...[[], {}, [[]], [null], ['zz'], [{}], ['a', 'b'], { zz: 1 }, { en: 'x' }, { en: 1 }, { en: null }, { english: 'x' }, { a: {} }],
  );
  const keys = fc.constantFrom(
    ...['zz', 'x-zz', 'x-', 'X-zz', 'plan', 'name', 'imported', 'id', 'kind', 'en', 'EN', 'e', 'zh_CN', 'toString'],
  );
  const badIds = fc.constantFrom('', 'a b', '-x', '.x', 'a/b', 'a#b', '，', 'a，b', '“a”', 'a\tb', '@', 'a:b', '*');
  return fc.oneof(
    fc.constant<Change>({ kind: 'drop' }),
    odd.map((value): Change => ({ kind: 'replace', value })),
    fc.oneof(keys, badIds).map((key): Change => ({ kind: 'rename', key })),
    fc.tuple(fc.oneof(keys, badIds), odd).map(([key, value]): Change => ({ kind: 'add', key, value })),
    fc.constantFrom<Change>({ kind: 'wrap' }, { kind: 'unwrap' }),
    conditional.map(([key, value]): Change => ({ kind: 'everywhere', key, value })),
  );
}

/** Changes one of the places of a document: `at` chooses the place, `key` what of a map is meant. */
function changeAt(document: Json, at: number, key: number, change: Change): Json {
  if (change.kind === 'everywhere') return changedEverywhere(document, change.key, change.value);
  const places = count(document);
  let left = at % places;
  const visit = (value: Json): Json => {
    if (left-- === 0) return changed(value, key, change);
    if (Array.isArray(value)) return value.map(visit);
    if (value !== null && typeof value === 'object')
      return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, visit(inner)]));
    return value;
  };
  return visit(document);
}

function changedEverywhere(document: Json, key: string, value: Json | undefined): Json {
  if (Array.isArray(document)) return document.map((item) => changedEverywhere(item, key, value));
  if (document === null || typeof document !== 'object') return document;
  const entries = Object.entries(document).map(([name, inner]) => [name, name === key ? value : changedEverywhere(inner, key, value)]);
  return Object.fromEntries(entries.filter(([, inner]) => inner !== undefined));
}

function count(value: Json): number {
  if (value === null || typeof value !== 'object') return 1;
  return 1 + Object.values(value).reduce((sum: number, inner: Json) => sum + count(inner), 0);
}

function changed(value: Json, at: number, change: Change): Json {
  if (change.kind === 'replace') return change.value;
  if (change.kind === 'wrap') return [value];
  if (change.kind === 'unwrap') return Array.isArray(value) ? ((value[0] as Json | undefined) ?? null) : value;
  if (value === null || typeof value !== 'object' || Array.isArray(value)) return change.kind === 'add' ? change.value : value;
  const entries = Object.entries(value);
  const chosen = at % Math.max(1, entries.length);
  switch (change.kind) {
    case 'everywhere':
      return changedEverywhere(value, change.key, change.value);
    case 'drop':
      return Object.fromEntries(entries.filter((_, index) => index !== chosen));
    case 'rename':
      return Object.fromEntries(entries.map(([name, inner], index) => [index === chosen ? change.key : name, inner]));
    case 'add':
      return { ...value, [change.key]: change.value };
  }
}
