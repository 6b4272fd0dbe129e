// The JSON Schema (2020-12) of the format, from its declaration. It says all that one document alone can be judged by, and agrees
// there with the reader in `read.ts`; what ids lead to, and which ids are there twice, no schema can say.
// Only keywords of the standard are used, so that strict validators take it, and only what regular expressions have in common.
import { type NamedMap, namedMaps } from './entities.ts';
import type { Bilingual, Condition, EnumShape, Field, ListShape, MapShape, NumberShape, Shape } from './field.ts';
import { patterns } from './scalars.ts';
import { documentShape, libraryKeys } from './shape.ts';
import * as vocabulary from './vocabulary.ts';

type Schema = { readonly [keyword: string]: unknown };

/** Of the whole format: for editors that know YAML but not govplan, for other validators, for `govplan schema`. */
export function jsonSchema(): object {
  const maps = namedMaps();
  const names = new Map(maps.map(({ shape, name }) => [shape, name]));
  const definitions = maps.filter(({ shape }) => shape !== documentShape).map((map) => [map.name, mapSchema(map, names)] as const);
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    $id: 'urn:govplan:format:1',
    ...mapSchema({ name: 'document', place: '', title: documentTitle, shape: documentShape }, names),
    ...libraryCondition(),
    $defs: { ...Object.fromEntries(definitions), ...enumDefinitions(), ...scalarDefinitions },
  };
}

/** The name of a closed list: `right-kinds` for `vocabulary.rightKinds`. */
export function enumName({ values }: EnumShape): string {
  for (const [name, words] of wordLists()) if (words === values) return name;
  throw new Error(`The closed list ${Object.keys(values).join(', ')} is not in the vocabulary.`);
}

const documentTitle: Bilingual = { en: 'govplan, version "1"', zh: 'govplan 格式，版本 "1"' };

function mapSchema({ title, shape }: NamedMap, names: ReadonlyMap<MapShape, string>): Schema {
  const fields = Object.entries(shape.fields);
  const required = fields.flatMap(([key, field]) => (field.required ? [key] : []));
  return {
    title: `${title.en} · ${title.zh}`,
    type: 'object',
    properties: Object.fromEntries(fields.map(([key, field]) => [key, fieldSchema(field, names)])),
    patternProperties: { '^x-': true },
    additionalProperties: false,
    ...(required.length > 0 && { required }),
    ...(shape.conditions.length > 0 && { allOf: shape.conditions.map((condition) => conditionSchema(shape, condition)) }),
  };
}

/** A key that is not required may hold `[]`, which stands for its absence; a key that is required may not. */
function fieldSchema({ shape, required, doc, source }: Field, names: ReadonlyMap<MapShape, string>): Schema {
  const description = `${doc.en}${source ? ` (${source})` : ''}\n\n${doc.zh}`;
  const alternatives = shape.type === 'list' ? listAlternatives(shape, required, names) : [valueSchema(shape, names)];
  if (!required && (shape.type !== 'list' || shape.minimum > 1)) alternatives.push(definition('absent'));
  const [first = {}] = alternatives;
  return alternatives.length === 1 ? { description, ...first } : { description, anyOf: alternatives };
}

/** A list may be written as its only item, unless one item is too few. */
function listAlternatives(shape: ListShape, required: boolean, names: ReadonlyMap<MapShape, string>): Schema[] {
  const items = valueSchema(shape.item, names);
  const minItems = Math.max(shape.minimum, required ? 1 : 0);
  const several = { type: 'array', items, ...(minItems > 0 && { minItems }) };
  return shape.minimum > 1 ? [several] : [items, several];
}

function valueSchema(shape: Shape, names: ReadonlyMap<MapShape, string>): Schema {
  switch (shape.type) {
    case 'map': {
      const name = names.get(shape);
      if (name === undefined) throw new Error('A map of the format is not among the named ones.');
      return definition(name);
    }
    case 'id-map':
      return { type: 'object', propertyNames: definition('id-key'), additionalProperties: valueSchema(shape.item, names) };
    case 'list':
      return { anyOf: listAlternatives(shape, false, names) };
    case 'enum':
      return definition(enumName(shape));
    case 'string':
      return shape.role === 'string' ? { type: 'string' } : definition('token');
    case 'number':
      return numberSchema(shape);
    case 'boolean':
      return { type: 'boolean' };
    case 'version':
      return { enum: ['1', 1] };
    case 'id':
    case 'reference':
      return definition('id');
    case 'text':
    case 'date':
    case 'duration':
    case 'legal-reference':
    case 'parent-plan':
      return definition(shape.type);
  }
}

function numberSchema({ integer, minimum }: NumberShape): Schema {
  return { type: integer ? 'integer' : 'number', ...(minimum !== undefined && { minimum }) };
}

function definition(name: string): Schema {
  return { $ref: `#/$defs/${name}` };
}

// ---------------------------------------------------------------------------------------------------------------------------------
// Conditions

function conditionSchema(shape: MapShape, condition: Condition): Schema {
  const { key, required } = condition;
  const needs = { required, properties: Object.fromEntries(required.map((name) => [name, { not: definition('absent') }])) };
  switch (condition.kind) {
    case 'with':
      return {
        if: { properties: { [key]: { const: true } }, required: [key] },
        // biome-ignore lint/suspicious/noThenProperty: a keyword of JSON Schema.
        then: onlyKeys(shape, new Set([key, ...condition.allowed])),
        else: needs,
      };
    case 'unregistered':
      return { if: { properties: { [key]: { enum: condition.known } }, required: [key] }, else: needs };
  }
}

/** A document without `plan` is a library. */
function libraryCondition(): Schema {
  return { if: { properties: { plan: { not: definition('absent') } }, required: ['plan'] }, else: onlyKeys(documentShape, libraryKeys) };
}

function onlyKeys(shape: MapShape, allowed: ReadonlySet<string>): Schema {
  const others = Object.keys(shape.fields).filter((key) => !allowed.has(key));
  return { properties: Object.fromEntries(others.map((key) => [key, definition('absent')])) };
}

// ---------------------------------------------------------------------------------------------------------------------------------
// Values

type WordList = Readonly<Record<string, Bilingual>>;

/** The closed lists of the vocabulary by their names in schema and reference; its sets only say which words belong together. */
export function wordLists(): ReadonlyMap<string, WordList> {
  const entries = Object.entries(vocabulary) as readonly (readonly [string, unknown])[];
  return new Map(entries.flatMap(([name, words]) => (isWordList(words) ? [[kebabCase(name), words] as const] : [])));
}

function enumDefinitions(): Schema {
  return Object.fromEntries([...wordLists()].map(([name, words]) => [name, enumSchema(words)]));
}

/** `anyOf` of constants, because each carries its meaning to the editor; it ends at the first that fits. */
function enumSchema(words: WordList): Schema {
  return { anyOf: Object.entries(words).map(([value, { en, zh }]) => ({ const: value, description: `${en} · ${zh}` })) };
}

function isWordList(value: unknown): value is WordList {
  return typeof value === 'object' && value !== null && !Array.isArray(value) && !(value instanceof Set);
}

function kebabCase(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
}

// `[\p{L}\p{N}_][\p{L}\p{N}._-]*` without `\p`, which not every validator's regular expressions know: all characters but the ones that
// are certainly neither letter nor digit. The characters stand there themselves, for neither is `\u` known everywhere. What this lets
// through and the linter does not are rare signs: some symbols, and combining marks.
const latin = '\\[-\\^`{-\u00a9\u00ab-\u00b1\u00b4\u00b6-\u00b8\u00bb\u00bf\u00d7\u00f7';
const blocks =
  '\u2000-\u206f\u20a0-\u20cf\u2190-\u245f\u2500-\u2775\u2794-\u2bff\u2e00-\u2e2e\u2e30-\u3004\u3008-\u3020\u3030\u30fb\ue000-\uf8ff\ufe10-\ufe1f\ufe30-\ufe6f\uff01-\uff0f\uff1a-\uff20\uff3b-\uff40\uff5b-\uff65\uffe0-\uffee';
const idSource = `[^\\x00-/:-@${latin}${blocks}][^\\x00-,/:-@${latin}${blocks}]*`;

// A day of the Gregorian calendar, leap years included; there is no year 0.
const year = '(?:[0-9]{3}[1-9]|[0-9]{2}[1-9]0|[0-9][1-9]00|[1-9]000)';
const leapYear = '(?:[0-9]{2}(?:0[48]|[2468][048]|[13579][26])|(?:0[48]|[2468][048]|[13579][26])00)';
const monthAndDay = '(?:(?:0[13578]|1[02])-(?:0[1-9]|[12][0-9]|3[01])|(?:0[469]|11)-(?:0[1-9]|[12][0-9]|30)|02-(?:0[1-9]|1[0-9]|2[0-8]))';

const scalarDefinitions: Schema = {
  absent: { description: 'An empty list: as if the key were not there. · 空列表等同于没有该键。', type: 'array', maxItems: 0 },
  'id-key': {
    description: 'Letters, digits, `_`, and inside also `.` and `-`. · 字母、数字、`_`，中间可用 `.` 和 `-`。',
    type: 'string',
    pattern: `^${idSource}$`,
  },
  id: {
    description: 'An id; a number is the id that it is written as. · 标识；数字按其书写形式作为标识。',
    anyOf: [definition('id-key'), { type: 'number', minimum: 0 }, { type: 'boolean' }],
  },
  token: { description: 'A string that is not blank. · 非空白字符串。', type: 'string', pattern: '\\S' },
  text: {
    description: 'A text, or texts by language tag. · 文本，或按语言标记给出的文本。',
    anyOf: [
      { type: 'string' },
      {
        type: 'object',
        minProperties: 1,
        propertyNames: { type: 'string', pattern: patterns.languageTag },
        additionalProperties: { type: 'string' },
      },
    ],
  },
  date: {
    description: 'A date, `2025-03-20`. · 日期，如 `2025-03-20`。',
    type: 'string',
    pattern: `^(?:${year}-${monthAndDay}|${leapYear}-02-29)$`,
  },
  duration: { description: '`30min`, `24h`, `20d`, `36mo`, `3y`', type: 'string', pattern: patterns.duration },
  'legal-reference': {
    description: 'A legal basis, or a place in it: `erl-2024#72.3`. · 法律依据或其条款：`erl-2024#72.3`。',
    anyOf: [{ type: 'string', pattern: `^${idSource}(?:#[^\\s#]+)?$` }, { type: 'number', minimum: 0 }, { type: 'boolean' }],
  },
  'parent-plan': {
    description: 'The relative path of a plan, or a legal basis of kind `plan`. · 预案的相对路径，或类型为 `plan` 的法律依据。',
    anyOf: [{ type: 'string', pattern: `^${idSource}$|[/\\\\:]|\\.ya?ml$` }, { type: 'number', minimum: 0 }, { type: 'boolean' }],
  },
};
