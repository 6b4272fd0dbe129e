// What a plan says, without how it is written: values that are equal exactly where two texts mean the same. Order, quoting, line breaks,
// a single item for a list of one and defaults that are spelt out make no difference.
import {
  camelCase,
  type DurationValue,
  type LegalReference,
  type Located,
  type MapShape,
  type ParentPlanValue,
  type Reference,
  type Shape,
  type TextValue,
} from '../plan/field.ts';
import { allPhases } from '../plan/vocabulary.ts';

export type PlainValue = string | number | boolean | readonly PlainValue[] | { readonly [key: string]: PlainValue };

/** The fields of an entity that are there, by their keys, in the order of the format. What is an entity of its own is left out. */
export type PlainFields = Readonly<Record<string, PlainValue>>;

/** `map` is the value that `shape` was read into. */
export function plainFields(map: object, shape: MapShape): PlainFields {
  const fields: Record<string, PlainValue> = {};
  for (const [key, field] of Object.entries(shape.fields)) {
    const value = plainValue((map as Readonly<Record<string, unknown>>)[camelCase(key)], field.shape);
    if (value !== undefined && !isDefault(key, value)) fields[key] = value;
  }
  return fields;
}

export function isSame(a: PlainValue | undefined, b: PlainValue | undefined): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}

/** A list without order and repetition; one item stands for a list of one. */
export function plainList(items: readonly PlainValue[]): PlainValue | undefined {
  const distinct = new Map(items.map((item) => [JSON.stringify(item), item]));
  const sorted = [...distinct].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, item]) => item);
  return sorted.length > 1 ? sorted : sorted[0];
}

function plainValue(value: unknown, shape: Shape): PlainValue | undefined {
  if (value === undefined) return undefined;
  switch (shape.type) {
    case 'version':
    case 'id':
    case 'date':
    case 'enum':
      return (value as Located<string>).value;
    case 'string':
      return plainText((value as Located<string>).value);
    case 'boolean':
    case 'number':
      return (value as Located<boolean | number>).value;
    case 'duration': {
      const { amount, unit } = (value as Located<DurationValue>).value;
      return `${amount}${unit}`;
    }
    case 'text':
      return plainTexts(value as TextValue);
    case 'reference':
      return (value as Reference).id;
    case 'legal-reference': {
      const { id, locator } = value as LegalReference;
      return locator === undefined ? id : `${id}#${locator}`;
    }
    case 'parent-plan': {
      const parent = value as ParentPlanValue;
      return parent.kind === 'path' ? parent.path : parent.reference.id;
    }
    case 'list':
      return plainList((value as readonly unknown[]).flatMap((item) => plainValue(item, shape.item) ?? []));
    case 'map': {
      const fields = plainFields(value as object, shape);
      return Object.keys(fields).length > 0 ? fields : undefined;
    }
    case 'id-map':
      return undefined;
  }
}

function plainTexts({ byLanguage }: TextValue): PlainValue {
  const plain = byLanguage.get('');
  if (plain !== undefined) return plainText(plain);
  return Object.fromEntries([...byLanguage].sort(([a], [b]) => (a < b ? -1 : 1)).map(([tag, text]) => [tag, plainText(text)]));
}

/** Where lines are broken is a matter of writing; between Chinese characters a break leaves no blank. */
function plainText(text: string): string {
  return text
    .replace(/(?<=[\p{Script=Han}\u3000-\u303f\uff00-\uffef])\s+(?=[\p{Script=Han}\u3000-\u303f\uff00-\uffef])/gu, '')
    .replace(/\s+/g, ' ')
    .trim();
}

/** What is meant where nothing is said (format.md section 4). */
const defaults: Readonly<Record<string, PlainValue>> = {
  profile: 'generic',
  rule: 'sole',
  'decision-rule': 'chair-decides',
  mutual: false,
  external: false,
};

/** What a key means where it is not written, if that is one value. */
export function impliedValue(key: string): PlainValue | undefined {
  return Object.hasOwn(defaults, key) ? defaults[key] : undefined;
}

function isDefault(key: string, value: PlainValue): boolean {
  if (key === 'phases') return Array.isArray(value) && value.length === allPhases.length;
  return impliedValue(key) === value;
}
