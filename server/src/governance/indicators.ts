// The indicator registry of the classifier (classifier.md section 1) and the units that convert into one another (server/data/indicators.json).
import data from '../../data/indicators.json' with { type: 'json' };
import type { Bilingual } from '../plan/field.ts';
import type { axes } from '../plan/vocabulary.ts';

export type Axis = keyof typeof axes;

/** An indicator that the classifier knows. Without `min` and `max` it is shown, not scored. */
export interface IndicatorDefinition {
  readonly id: string;
  readonly axis: Axis;
  readonly unit: string;
  readonly min?: number;
  readonly max?: number;
  readonly name: Bilingual;
  readonly source: string;
}

export const indicatorDefinitions: readonly IndicatorDefinition[] = data.indicators as readonly IndicatorDefinition[];

const definitions: ReadonlyMap<string, IndicatorDefinition> = new Map(
  indicatorDefinitions.map((definition) => [definition.id, definition]),
);

export function indicatorDefinition(id: string): IndicatorDefinition | undefined {
  return definitions.get(id);
}

interface Unit {
  readonly id: string;
  readonly quantity: string;
  readonly per: number;
  readonly name: Bilingual;
}

const units: ReadonlyMap<string, Unit> = new Map(
  data.units.flatMap((unit) => [unit.id, ...unit.aliases].map((name) => [name, unit] as const)),
);

/** The name of a unit in both languages; undefined for a unit that no indicator of the registry can have been measured in. */
export function unitName(unit: string): Bilingual | undefined {
  return units.get(unit)?.name;
}

/**
 * The value in another unit of the same quantity: 548 per million people are 5.48 per 10,000. Undefined where the units measure different
 * things (a percentage is no percentile) or one is unknown. Rounded to 12 significant digits, so that no binary remainder is written.
 */
export function convertUnit(value: number, from: string, to: string): number | undefined {
  const source = units.get(from);
  const target = units.get(to);
  if (source === undefined || target === undefined || source.quantity !== target.quantity) return undefined;
  return Number(((value * target.per) / source.per).toPrecision(12));
}
