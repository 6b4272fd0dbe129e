// Commas that YAML reads otherwise than an author means them: in braces one ends a text or a value, elsewhere one makes no list.
import type { YamlNode, YamlScalar } from '../yaml/tree.ts';
import type { Entry } from '../yaml/view.ts';
import type { KnownField, Shape } from './field.ts';
import { isId, parseLegalReference } from './scalars.ts';

/** What a comma in braces may have cut: the last value of a known key, and how it has to be written to hold the comma. */
export interface Cut {
  readonly by: 'comma' | 'comma-list';
  /** The key of the value. */
  readonly before: string;
  readonly value: YamlScalar;
}

/** What a comma behind an entry would cut; undefined where there is nothing that a comma belongs into. */
export function openToComma({ pair: { value, parent } }: Entry, { key, many, shape }: KnownField): Cut | undefined {
  if (!parent.flow || !isPlainText(value)) return undefined;
  if (many) return { by: 'comma-list', before: key, value };
  return shape.type === 'text' || shape.type === 'string' ? { by: 'comma', before: key, value } : undefined;
}

/** Whether a key in braces has no colon: it may be the rest of what stands before its comma. */
export function isBareKey({ key, merge, pair: { value, parent } }: Entry): boolean {
  return merge === undefined && parent.flow && key.style === 'plain' && value.start === key.end && value.end === key.end;
}

/**
 * The items that a plain scalar with commas is meant to be, or one in the brackets of a Chinese keyboard, where each may stand in such a list:
 * as they are written between brackets.
 */
export function itemsMeant(node: YamlNode, item: Shape): string | undefined {
  if (!isPlainText(node) || !/[,，、；;】］]/.test(node.text)) return undefined;
  const within = /^[【［](.*)[】］]$/su.exec(node.text)?.[1] ?? node.text;
  const parts = within.split(/[,，、；;]/).map((part) => part.trim());
  return parts.every((part) => mayBe(part, item)) ? parts.join(', ') : undefined;
}

function mayBe(word: string, shape: Shape): boolean {
  switch (shape.type) {
    case 'enum':
      return Object.hasOwn(shape.values, word);
    case 'reference':
      return isId(word);
    case 'legal-reference':
      return parseLegalReference(word) !== undefined;
    default:
      return false;
  }
}

function isPlainText(node: YamlNode): node is YamlScalar {
  return node.kind === 'scalar' && node.style === 'plain' && node.value !== undefined;
}
