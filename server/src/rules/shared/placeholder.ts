// What to write where a value is missing: the least that the format accepts, for the author to complete.
import type { ReferenceTarget, Shape } from '../../plan/field.ts';

export interface PlaceholderSources {
  /** The date that stands for any: the check date. */
  readonly date: string;
  /** The ids that a reference may name, in the order of the document. */
  readonly ids: (to: ReferenceTarget) => readonly string[];
}

/** YAML on one line; undefined where nothing can be written that would be right, as where nothing is declared yet to refer to. */
export function placeholder(shape: Shape, sources: PlaceholderSources): string | undefined {
  return placeholders(shape, sources, 1)?.[0];
}

/** That many of them, different where they name something. */
function placeholders(shape: Shape, sources: PlaceholderSources, count: number): readonly string[] | undefined {
  const words = wordsFor(shape, sources);
  if (words.length === 0) return undefined;
  const isReference = shape.type === 'reference' || shape.type === 'legal-reference';
  if (isReference && words.length < count) return undefined;
  return Array.from({ length: count }, (_, index) => words[Math.min(index, words.length - 1)] as string);
}

/** What may stand for the value, the best first. */
function wordsFor(shape: Shape, sources: PlaceholderSources): readonly string[] {
  switch (shape.type) {
    case 'version':
      return ['"1"'];
    case 'id':
      return ['new-id'];
    case 'string':
      return shape.role === 'string' ? ["''"] : shape.role === 'token' ? ['unnamed'] : [];
    case 'text':
      return ["''"];
    case 'boolean':
      return ['false'];
    case 'number':
      return [String(shape.minimum ?? 0)];
    case 'date':
      return [sources.date];
    case 'duration':
      return ['24h'];
    case 'enum':
      return Object.keys(shape.values);
    case 'reference':
      return sources.ids(shape.to);
    case 'legal-reference':
      return sources.ids('legal-basis');
    case 'list': {
      const items = placeholders(shape.item, sources, Math.max(1, shape.minimum)) ?? [];
      return items.length > 1 ? [`[${items.join(', ')}]`] : items;
    }
    case 'map': {
      const required = Object.entries(shape.fields).filter(([, field]) => field.required);
      const pairs = required.map(([key, field]) => [key, placeholder(field.shape, sources)] as const);
      return pairs.some(([, value]) => value === undefined) ? [] : [`{${pairs.map(([key, value]) => `${key}: ${value}`).join(', ')}}`];
    }
    case 'parent-plan':
    case 'id-map':
      return [];
  }
}
