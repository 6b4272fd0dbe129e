// The vocabulary in which `shape.ts` declares the format: what a field may hold, whether it is required, what it means.
// The types of the model follow from the declaration (`ValueOf`), so a field is written down once.
import { late } from '../text/late.ts';
import type { WordIndex } from '../text/nearest.ts';
import type { YamlMap, YamlNode, YamlScalar } from '../yaml/tree.ts';
import { createValueIndex, shortMeaning } from './meant-words.ts';
import { type RecordMaker, recordMaker } from './record.ts';

/** A text for users, in the two languages every text exists in. */
export interface Bilingual {
  readonly en: string;
  readonly zh: string;
}

/** For tables of texts, in which each has a line of its own. */
export function say(en: string, zh: string): Bilingual {
  return { en, zh };
}

/** One id space each (format.md section 1). Organizations and bodies share one. */
export type IdSpace =
  | 'actor'
  | 'right'
  | 'responsibility'
  | 'capability'
  | 'legal-basis'
  | 'function'
  | 'agreement'
  | 'level'
  | 'channel'
  | 'exercise';

/** What a reference may lead to. `organization` is the part of the actors that bodies are not; `via` a body, channel or exercise. */
export type ReferenceTarget = 'actor' | 'organization' | 'right' | 'responsibility' | 'legal-basis' | 'agreement' | 'level' | 'via';

export type Shape =
  | VersionShape
  | IdShape
  | StringShape
  | TextShape
  | BooleanShape
  | NumberShape
  | DateShape
  | DurationShape
  | EnumShape
  | ReferenceShape
  | LegalReferenceShape
  | ParentPlanShape
  | ListShape
  | MapShape
  | IdMapShape;

export interface VersionShape {
  readonly type: 'version';
}
/** An id that is a value, such as `plan.id`. */
export interface IdShape {
  readonly type: 'id';
}
/** `token`: a free word such as a hazard; `path`: a relative path; `url`: a web address; `string`: anything. */
export interface StringShape {
  readonly type: 'string';
  readonly role: 'string' | 'token' | 'path' | 'url';
}
/** A string, or a map from language tag to string. */
export interface TextShape {
  readonly type: 'text';
}
export interface BooleanShape {
  readonly type: 'boolean';
}
export interface NumberShape {
  readonly type: 'number';
  readonly integer: boolean;
  readonly minimum: number | undefined;
}
export interface DateShape {
  readonly type: 'date';
}
export interface DurationShape {
  readonly type: 'duration';
}
export interface EnumShape<V extends string = string> {
  readonly type: 'enum';
  readonly values: Readonly<Record<V, Bilingual>>;
  /** Finds the values that a word which is none may be meant to be: a slip of the pen, or what a value means in Chinese. */
  readonly words: () => WordIndex;
  /** The values with what they mean in Chinese, as a Chinese sentence lists them. */
  readonly meanings: () => string;
}
export interface ReferenceShape {
  readonly type: 'reference';
  readonly to: ReferenceTarget;
}
export interface LegalReferenceShape {
  readonly type: 'legal-reference';
}
/** A relative path of a plan, or the id of a legal basis of kind `plan`. */
export interface ParentPlanShape {
  readonly type: 'parent-plan';
}
export interface ListShape<I extends Shape = Shape> {
  readonly type: 'list';
  readonly item: I;
  readonly minimum: number;
}
export interface MapShape<F extends Fields = Fields> {
  readonly type: 'map';
  readonly fields: F;
  readonly conditions: readonly Condition[];
  /** What follows from the fields and is needed at every map that is read; made once, when the first is. */
  readonly derived: DerivedFields;
}

export interface DerivedFields {
  /** By key. */
  readonly properties: ReadonlyMap<string, KnownField>;
  readonly record: RecordMaker;
  readonly required: readonly string[];
}

/** A field as the reader needs it. */
export interface KnownField {
  readonly key: string;
  /** The name of the property that it is read into, and whether that is a list. */
  readonly property: string;
  readonly many: boolean;
  readonly shape: Shape;
  /** Its place among the fields of its shape. */
  readonly index: number;
}
export interface IdMapShape<I extends MapShape = MapShape> {
  readonly type: 'id-map';
  readonly space: IdSpace;
  readonly item: I;
}

export type Fields = Readonly<Record<string, Field>>;

export interface Field<S extends Shape = Shape> {
  readonly shape: S;
  readonly required: boolean;
  readonly doc: Bilingual;
  /** Where the requirement comes from: an article, a standard, a section of the source paper. */
  readonly source: string | undefined;
}

/**
 * A requirement that depends on another key of the same map.
 * `with`: where the key is `true`, only the `allowed` keys may stand beside it; else `required` are required.
 * `unregistered`: where the value of the key is not one of `known`, the keys `required` are required.
 */
export type Condition =
  | { readonly kind: 'with'; readonly key: string; readonly allowed: readonly string[]; readonly required: readonly string[] }
  | { readonly kind: 'unregistered'; readonly key: string; readonly known: readonly string[]; readonly required: readonly string[] };

// ---------------------------------------------------------------------------------------------------------------------------------
// Constructors

export const version: VersionShape = { type: 'version' };
export const id: IdShape = { type: 'id' };
export const string: StringShape = { type: 'string', role: 'string' };
export const token: StringShape = { type: 'string', role: 'token' };
export const path: StringShape = { type: 'string', role: 'path' };
export const url: StringShape = { type: 'string', role: 'url' };
export const text: TextShape = { type: 'text' };
export const boolean: BooleanShape = { type: 'boolean' };
export const number: NumberShape = { type: 'number', integer: false, minimum: undefined };
export const date: DateShape = { type: 'date' };
export const duration: DurationShape = { type: 'duration' };
export const legalReference: LegalReferenceShape = { type: 'legal-reference' };
export const parentPlan: ParentPlanShape = { type: 'parent-plan' };

export const atLeast = (minimum: number): NumberShape => ({ type: 'number', integer: false, minimum });
export const integer = (minimum?: number): NumberShape => ({ type: 'number', integer: true, minimum });
export const oneOf = <const V extends string>(values: Readonly<Record<V, Bilingual>>): EnumShape<V> => ({
  type: 'enum',
  values,
  words: late(() => createValueIndex(values)),
  meanings: late(() =>
    Object.entries<Bilingual>(values)
      .map(([value, meaning]) => `${value}（${shortMeaning(meaning)}）`)
      .join('、'),
  ),
});
export const reference = (to: ReferenceTarget): ReferenceShape => ({ type: 'reference', to });
export const list = <I extends Shape>(item: I, minimum = 0): ListShape<I> => ({ type: 'list', item, minimum });
export const map = <const F extends Fields>(fields: F, conditions: readonly Condition[] = []): MapShape<F> =>
  new DeclaredMap(fields, conditions);
export const idMap = <I extends MapShape>(space: IdSpace, item: I): IdMapShape<I> => ({ type: 'id-map', space, item });

class DeclaredMap<F extends Fields> implements MapShape<F> {
  readonly type = 'map';
  readonly fields: F;
  readonly conditions: readonly Condition[];
  private made: DerivedFields | undefined;

  constructor(fields: F, conditions: readonly Condition[]) {
    this.fields = fields;
    this.conditions = conditions;
  }

  get derived(): DerivedFields {
    this.made ??= derivedFields(this.fields);
    return this.made;
  }
}

function derivedFields(fields: Fields): DerivedFields {
  const properties = new Map<string, KnownField>();
  const needed: string[] = [];
  for (const [key, { shape, required }] of Object.entries(fields)) {
    const many = shape.type === 'list' || shape.type === 'id-map';
    properties.set(key, { key, property: camelCase(key), many, shape, index: properties.size });
    if (required) needed.push(key);
  }
  return { properties, record: recordMaker([...properties.values()]), required: needed };
}

export function required<S extends Shape>(shape: S, en: string, zh: string, source?: string): Field<S> {
  return { shape, required: true, doc: { en, zh }, source };
}

export function optional<S extends Shape>(shape: S, en: string, zh: string, source?: string): Field<S> {
  return { shape, required: false, doc: { en, zh }, source };
}

// ---------------------------------------------------------------------------------------------------------------------------------
// Values as they are read: each knows the node it stands on. What is broken or absent is `undefined`, or left out of its list.

export interface Located<T> {
  readonly value: T;
  readonly node: YamlNode;
}

/** A text, by language tag; a plain string has the tag `''`. */
export interface TextValue {
  readonly node: YamlNode;
  readonly byLanguage: ReadonlyMap<string, string>;
}

/** A duration as written: `24h` is `{ amount: 24, unit: 'h' }`. */
export interface DurationValue {
  readonly amount: number;
  readonly unit: 'min' | 'h' | 'd' | 'mo' | 'y';
}

export interface Reference {
  readonly id: string;
  readonly node: YamlScalar;
  readonly to: ReferenceTarget;
}

export interface LegalReference extends Reference {
  /** What stands behind the `#`. */
  readonly locator: string | undefined;
  /** Offsets of the locator from the start of the node; where there is none, both are where one would begin: the end of its text. */
  readonly locatorFrom: number;
  readonly locatorTo: number;
}

export type ParentPlanValue =
  | { readonly kind: 'path'; readonly path: string; readonly node: YamlScalar }
  | { readonly kind: 'legal-basis'; readonly reference: Reference; readonly node: YamlScalar };

/** What every map that is read has besides its fields. */
export interface MapBase {
  readonly node: YamlMap;
  /** The keys that are there but not wholly readable: what a rule asks of them cannot be determined. */
  readonly broken: ReadonlySet<string>;
}

/** What every entity of an id map has besides its fields. */
export interface EntityBase extends MapBase {
  readonly id: string;
  /** The key that declares the id. */
  readonly idNode: YamlScalar;
}

type CamelCase<S extends string> = S extends `${infer Head}-${infer Tail}` ? `${Head}${Capitalize<CamelCase<Tail>>}` : S;

/** The typed value that a shape is read into. Keys become camel case; lists are never undefined. */
export type ValueOf<S extends Shape> = S extends VersionShape | IdShape | StringShape | DateShape
  ? Located<string>
  : S extends TextShape
    ? TextValue
    : S extends BooleanShape
      ? Located<boolean>
      : S extends NumberShape
        ? Located<number>
        : S extends DurationShape
          ? Located<DurationValue>
          : S extends EnumShape<infer V>
            ? Located<V>
            : S extends ReferenceShape
              ? Reference
              : S extends LegalReferenceShape
                ? LegalReference
                : S extends ParentPlanShape
                  ? ParentPlanValue
                  : S extends ListShape<infer I>
                    ? readonly ValueOf<I>[]
                    : S extends IdMapShape<infer M>
                      ? readonly (EntityBase & FieldValues<M>)[]
                      : S extends MapShape
                        ? MapBase & FieldValues<S>
                        : never;

type FieldValues<M extends MapShape> =
  M extends MapShape<infer F> ? { readonly [K in keyof F & string as CamelCase<K>]: FieldValue<F[K]> } : never;

type FieldValue<F> = F extends Field<infer S> ? (S extends ListShape | IdMapShape ? ValueOf<S> : ValueOf<S> | undefined) : never;

/** `needs-rights` as a property name: `needsRights`. */
export function camelCase(key: string): string {
  return !key.includes('-') ? key : key.replace(/-([a-z])/g, (_, letter: string) => letter.toUpperCase());
}
