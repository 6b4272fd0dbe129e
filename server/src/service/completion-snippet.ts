// What is written behind a key that was chosen: the beginning of its value, as a snippet to fill in or as plain text.
import { requiredKeys } from '../plan/conditions.ts';
import type { IdMapShape, ListShape, MapShape, Shape } from '../plan/field.ts';
import type { KeySlot } from './completion-slot.ts';

export interface SnippetWriter {
  readonly isSnippet: boolean;
  /** `}` as text. */
  readonly closingBrace: string;
  /** A text in which nothing is a mark of the snippet. */
  literal(text: string): string;
  /** A place to fill in, with something to write over. */
  placeholder(text: string): string;
  /** What follows the colon of a key whose value has this shape. */
  value(shape: Shape): string;
  /** The value of an entry that adds to an imported organization. */
  importedEntry(): string;
}

type ScalarShape = Exclude<Shape, MapShape | IdMapShape | ListShape>;

/** How far a snippet goes into what is required inside what is required. */
const deepest = 3;
/** More words than these are rather typed than chosen from a list without explanations. */
const mostChoices = 20;

/** Writes the beginning of one value, with the numbers of its places in order. */
export function createSnippetWriter(slot: Pick<KeySlot, 'column' | 'flow' | 'needsBraces'>, snippets: boolean): SnippetWriter {
  const flow = slot.flow || slot.needsBraces;
  let places = 0;
  const stop = (): string => `$${++places}`;
  const line = (column: number, text: string): string => `\n${' '.repeat(column)}${text}`;

  const literal = (text: string): string => (snippets ? text.replace(/[\\$}]/g, '\\$&') : text);
  const choice = (words: readonly string[]): string => {
    if (words.length > mostChoices) return stop();
    return `\${${++places}|${words.map((word) => word.replace(/[\\$},|]/g, '\\$&')).join(',')}|}`;
  };

  const scalar = (shape: ScalarShape): string => {
    switch (shape.type) {
      case 'version':
        return '"1"';
      case 'enum':
        return choice(Object.keys(shape.values));
      case 'boolean':
        return choice(['true', 'false']);
      case 'id':
      case 'string':
      case 'text':
      case 'number':
      case 'date':
      case 'duration':
      case 'reference':
      case 'legal-reference':
      case 'parent-plan':
        return stop();
    }
  };

  const requiredOf = (shape: MapShape): readonly (readonly [string, Shape])[] => {
    const required = new Set(requiredKeys(shape, new Map()));
    return Object.entries(shape.fields).flatMap(([key, field]) => (required.has(key) ? [[key, field.shape] as const] : []));
  };

  /** The required pairs of a map: in braces, or each on a line of its own from a column on. */
  const pairs = (shape: MapShape, column: number, depth: number): readonly string[] => {
    const required = depth >= deepest ? [] : requiredOf(shape);
    if (required.length === 0) return [stop()];
    return required.map(([key, inner]) => `${key}:${value(inner, column, depth + 1)}`);
  };

  const value = (shape: Shape, column: number, depth: number): string => {
    switch (shape.type) {
      case 'map':
        if (flow) return ` {${pairs(shape, column, depth).join(', ')}${brace}`;
        return pairs(shape, column + 2, depth)
          .map((pair) => line(column + 2, pair))
          .join('');
      case 'id-map': {
        const id = `\${${++places}:id}`;
        if (flow) return ` {${id}: {${pairs(shape.item, column, depth).join(', ')}${brace}${brace}`;
        const inner = pairs(shape.item, column + 4, depth).map((pair) => line(column + 4, pair));
        return `${line(column + 2, `${id}:`)}${inner.join('')}`;
      }
      case 'list': {
        const { item } = shape;
        if (item.type === 'list' || item.type === 'id-map') return ' ';
        // Two empty items would be a fault of syntax, and hide everything else while they are filled in.
        if (item.type !== 'map' && shape.minimum > 1) {
          return ` [${Array.from({ length: shape.minimum }, () => `\${${++places}:id}`).join(', ')}]`;
        }
        if (item.type !== 'map') return ` [${scalar(item)}]`;
        if (flow) return ` [{${pairs(item, column, depth).join(', ')}${brace}]`;
        const [first = '', ...rest] = pairs(item, column + 4, depth);
        return [line(column + 2, `- ${first}`), ...rest.map((pair) => line(column + 4, pair))].join('');
      }
      default:
        return ` ${scalar(shape)}`;
    }
  };

  /** Without snippets, the cursor only comes to stand where the value begins. */
  const plainValue = (shape: Shape, column: number): string => {
    if (flow) return ' ';
    if (shape.type === 'map' || shape.type === 'id-map') return line(column + 2, '');
    return shape.type === 'list' && shape.item.type === 'map' ? line(column + 2, '- ') : ' ';
  };

  const brace = snippets ? '\\}' : '}';
  return {
    isSnippet: snippets,
    closingBrace: brace,
    literal,
    placeholder: (text) => `\${${++places}:${literal(text)}}`,
    value: (shape) => (snippets ? value(shape, slot.column, 0) : plainValue(shape, slot.column)),
    importedEntry: () => (flow ? ` {imported: true${brace}` : line(slot.column + 2, 'imported: true')),
  };
}
