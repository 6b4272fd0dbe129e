// Which keys of the format hold what the TextMate grammar sets off, read from the one declaration of the format.
import type { MapShape, Shape } from '../src/plan/field.ts';
import { documentShape } from '../src/plan/shape.ts';
import { governanceModes, phases, sectors } from '../src/plan/vocabulary.ts';

/** Kinds of values, each coloured in its own way. */
export const valueKinds = ['mode', 'phase', 'sector', 'word', 'reference', 'legal-reference'] as const;
export type ValueKind = (typeof valueKinds)[number];

export interface GrammarKeys {
  /** Keys at the top level whose entries are keyed by id, and the other ones. */
  readonly idSections: readonly string[];
  readonly plainSections: readonly string[];
  /** Keys below them whose entries are keyed by id: `rights`. */
  readonly holdings: readonly string[];
  /** The keys whose values are of a kind, wherever they stand. A key of several kinds belongs to the last of them. */
  readonly values: Readonly<Record<ValueKind, readonly string[]>>;
}

export function grammarKeys(): GrammarKeys {
  const kinds = new Map<string, ValueKind>();
  const holdings = new Set<string>();
  const seen = new Set<MapShape>();

  const visit = (shape: Shape, isTop: boolean): void => {
    if (shape.type === 'list' || shape.type === 'id-map') visit(shape.item, false);
    if (shape.type !== 'map' || seen.has(shape)) return;
    seen.add(shape);
    for (const [key, field] of Object.entries(shape.fields)) {
      const value = field.shape.type === 'list' ? field.shape.item : field.shape;
      if (value.type === 'id-map' && !isTop) holdings.add(key);
      const kind = kindOf(value);
      const known = kinds.get(key);
      if (kind && (known === undefined || valueKinds.indexOf(known) < valueKinds.indexOf(kind))) kinds.set(key, kind);
      visit(field.shape, false);
    }
  };
  visit(documentShape, true);

  const sections = Object.entries(documentShape.fields);
  const isKeyed = ([, { shape }]: (typeof sections)[number]): boolean => shape.type === 'id-map';
  const keysOf = (kind: ValueKind): readonly string[] => [...kinds].flatMap(([key, of]) => (of === kind ? [key] : [])).sort();
  return {
    idSections: sections.filter(isKeyed).map(([key]) => key),
    plainSections: sections.filter((section) => !isKeyed(section)).map(([key]) => key),
    holdings: [...holdings],
    values: {
      mode: keysOf('mode'),
      phase: keysOf('phase'),
      sector: keysOf('sector'),
      word: keysOf('word'),
      reference: keysOf('reference'),
      'legal-reference': keysOf('legal-reference'),
    },
  };
}

function kindOf(shape: Shape): ValueKind | undefined {
  switch (shape.type) {
    case 'enum':
      if (shape.values === governanceModes) return 'mode';
      if (shape.values === phases) return 'phase';
      return shape.values === sectors ? 'sector' : 'word';
    case 'reference':
      return 'reference';
    case 'legal-reference':
    case 'parent-plan':
      return 'legal-reference';
    case 'string':
      return shape.role === 'token' ? 'word' : undefined;
    default:
      return undefined;
  }
}
