// What a scalar means by the YAML 1.2 core schema (YAML 1.2.2, section 10.3): `on`, `yes` and dates are strings, `010` is ten.

export type ScalarValue = string | number | boolean | undefined;

const integer = /^(?:[-+]?[0-9]+|0o[0-7]+|0x[0-9a-fA-F]+)$/;
const float = /^(?:[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?|[-+]?\.(?:inf|Inf|INF)|\.(?:nan|NaN|NAN))$/;

/** The value of a plain scalar without a tag; `undefined` stands for null. */
export function plainValue(text: string): ScalarValue {
  const word = text.length <= LONGEST_WORD ? wordValue(text) : text;
  if (word !== text) return word;
  // Only digits, signs and points begin a number: the usual text is settled by its first character.
  const first = text.charCodeAt(0);
  if (first > 0x39 || first < 0x2b) return text;
  if (integer.test(text)) return integerValue(text);
  return float.test(text) ? floatValue(text) : text;
}

/** The length of the longest of the words that are no texts. */
const LONGEST_WORD = 'false'.length;

function wordValue(text: string): ScalarValue {
  switch (text) {
    case '':
    case '~':
    case 'null':
    case 'Null':
    case 'NULL':
      return undefined;
    case 'true':
    case 'True':
    case 'TRUE':
      return true;
    case 'false':
    case 'False':
    case 'FALSE':
      return false;
    default:
      return text;
  }
}

const CORE = 'tag:yaml.org,2002:';

/** A tag such as `!!str`, resolved. */
export function coreTag(shorthand: string): string {
  return `${CORE}${shorthand.slice(2)}`;
}

/** The kinds of node that a tag may stand on. */
export type TaggedKind = 'map' | 'list' | 'scalar';

export type TagVerdict =
  | { readonly kind: 'fits'; readonly value: ScalarValue }
  /** A tag of the core schema on something else: `!!int abc`. The value is the plain text. */
  | { readonly kind: 'mismatch' }
  | { readonly kind: 'unknown' };

/** What a tag makes of a node. The tag is resolved (`tag:yaml.org,2002:int`, `!local`, or `!` for the non-specific one). */
export function applyTag(tag: string, kind: TaggedKind, text: string): TagVerdict {
  if (tag === '!') return { kind: 'fits', value: text };
  if (!tag.startsWith(CORE)) return { kind: 'unknown' };
  const name = tag.slice(CORE.length);
  switch (name) {
    case 'map':
      return kind === 'map' ? { kind: 'fits', value: undefined } : { kind: 'mismatch' };
    case 'seq':
      return kind === 'list' ? { kind: 'fits', value: undefined } : { kind: 'mismatch' };
    case 'str':
      return kind === 'scalar' ? { kind: 'fits', value: text } : { kind: 'mismatch' };
    case 'int':
      return kind === 'scalar' && integer.test(text) ? { kind: 'fits', value: integerValue(text) } : { kind: 'mismatch' };
    case 'float':
      if (kind !== 'scalar') return { kind: 'mismatch' };
      if (integer.test(text)) return { kind: 'fits', value: integerValue(text) };
      return float.test(text) ? { kind: 'fits', value: floatValue(text) } : { kind: 'mismatch' };
    case 'bool':
    case 'null': {
      const value = kind === 'scalar' ? plainValue(text) : text;
      const fits = name === 'bool' ? typeof value === 'boolean' : value === undefined;
      return fits ? { kind: 'fits', value } : { kind: 'mismatch' };
    }
    default:
      return { kind: 'unknown' };
  }
}

function integerValue(text: string): number {
  if (text.startsWith('0o')) return Number.parseInt(text.slice(2), 8);
  return text.startsWith('0x') ? Number.parseInt(text.slice(2), 16) : Number.parseInt(text, 10);
}

function floatValue(text: string): number {
  const infinity = /^([-+]?)\.inf$/i.exec(text);
  if (infinity) return infinity[1] === '-' ? Number.NEGATIVE_INFINITY : Number.POSITIVE_INFINITY;
  return Number.parseFloat(text === '.nan' || text === '.NaN' || text === '.NAN' ? 'NaN' : text);
}
