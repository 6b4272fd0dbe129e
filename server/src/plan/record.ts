// The objects that maps are read into: a property for each key of their shape, and those that every map has.
import type { YamlMap } from '../yaml/tree.ts';
import type { KnownField, MapBase } from './field.ts';

/** What a map is read into, while it is being read. */
export interface Values extends MapBase {
  broken: ReadonlySet<string>;
  [property: string]: unknown;
}

/** Makes the object for a map, as if none of its keys were there: lists are empty, all else is undefined. */
export type RecordMaker = new (node: YamlMap) => Values;

/**
 * Each shape has a constructor of its own, by which the engine knows what its objects look like. A copy of an object of defaults says the
 * same, but takes six times as long where the copies are of two dozen shapes.
 */
export function recordMaker(fields: Iterable<KnownField>): RecordMaker {
  const names = Array.from(fields, ({ property }) => property);
  const defaults = Array.from(fields, ({ many }) => (many ? nothingThere : undefined));
  return class implements Values {
    declare readonly node: YamlMap;
    declare broken: ReadonlySet<string>;
    [property: string]: unknown;

    constructor(node: YamlMap) {
      for (let index = 0; index < names.length; index++) this[names[index] as string] = defaults[index];
      this.node = node;
      this.broken = nothingBroken;
    }
  };
}

/** Adds to the keys of a map that are not wholly readable. */
export function markBroken(values: Values, name: string): void {
  if (values.broken === nothingBroken) values.broken = new Set([name]);
  else (values.broken as Set<string>).add(name);
}

const nothingThere: readonly never[] = [];
const nothingBroken: ReadonlySet<string> = new Set();
