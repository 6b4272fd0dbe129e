// Writing scalars and small collections so that they read back as what they are.
import { plainValue } from './core-schema.ts';
import type { ScalarStyle, YamlList, YamlMap, YamlNode, YamlPair, YamlScalar } from './tree.ts';

export interface QuoteContext {
  /** Within brackets, where commas and brackets end a plain scalar. */
  readonly flow?: boolean;
  /** A key counts by its text: numbers need no quotes. */
  readonly key?: boolean;
  /** The style to keep if it can hold the text; plain if not given. Block styles are written as plain or quoted. */
  readonly style?: ScalarStyle;
}

/** A text on one line that reads back as a string (a key: as a key) of exactly this content; in quotes only where it must be. */
export function quoteScalar(value: string, { flow = false, key = false, style = 'plain' }: QuoteContext = {}): string {
  if (style !== 'single-quoted' && style !== 'double-quoted' && canBePlain(value, flow, key)) return value;
  if (style === 'single-quoted' && !needsEscapes(value)) return `'${value.replaceAll("'", "''")}'`;
  return `"${escaped(value)}"`;
}

/** A node on one line, collections in brackets; comments inside it are left behind. Aliases and properties are kept. */
export function flowSource(node: YamlNode): string {
  const properties = `${node.anchor === undefined ? '' : `&${node.anchor} `}${node.tag === undefined ? '' : `${node.tag} `}`;
  return node.kind === 'alias' ? `*${node.name}` : properties + bareFlowSource(node);
}

/** The same without the anchor and tag of the node itself. */
export function bareFlowSource(node: YamlMap | YamlList | YamlScalar): string {
  switch (node.kind) {
    case 'map':
      return `{${node.pairs.map(flowPair).join(', ')}}`;
    case 'list':
      return `[${node.items.map(flowSource).join(', ')}]`;
    case 'scalar': {
      // A plain scalar that is no string says what it is by its text.
      const isText = typeof node.value === 'string' || node.style !== 'plain';
      if (!isText) return node.text === '' ? 'null' : node.text;
      return quoteScalar(node.text, { flow: true, style: node.style });
    }
  }
}

function flowPair({ key, value }: YamlPair): string {
  return `${flowKey(key)}: ${flowSource(value)}`;
}

function flowKey(key: YamlNode): string {
  if (key.kind === 'scalar') return quoteScalar(key.text, { flow: true, key: true, style: key.style });
  // Behind the name of an alias a colon would belong to the name.
  return key.kind === 'alias' ? `${flowSource(key)} ` : `? ${flowSource(key)} `;
}

function canBePlain(value: string, flow: boolean, key: boolean): boolean {
  if (value === '' || needsEscapes(value) || /^\s|\s$|\t/.test(value)) return false;
  // Indicators at the beginning, `: ` and ` #` anywhere, and the markers of documents.
  if (/^[-?:,[\]{}#&*!|>'"%@`]|^\.\.\.|:(?:\s|$)|\s#/.test(value)) return false;
  if (flow && /[,[\]{}]/.test(value)) return false;
  const read = plainValue(value);
  if (!key) return typeof read === 'string';
  return value !== '<<' && (typeof read === 'string' || typeof read === 'number');
}

/** Whether only double quotes can hold a text: line breaks, and what YAML does not print or an editor does not show. */
function needsEscapes(value: string): boolean {
  return /[\p{Cc}\p{Cs}\u2028\u2029\ufeff\ufffe\uffff]/u.test(value);
}

function escaped(value: string): string {
  return Array.from(value, escapedCharacter).join('');
}

function escapedCharacter(character: string): string {
  switch (character) {
    case '"':
      return '\\"';
    case '\\':
      return '\\\\';
    case '\n':
      return '\\n';
    case '\t':
      return '\\t';
    case '\r':
      return '\\r';
  }
  const code = character.codePointAt(0) as number;
  if (!needsEscapes(character)) return character;
  return code < 0x100 ? `\\x${code.toString(16).padStart(2, '0')}` : `\\u${code.toString(16).padStart(4, '0')}`;
}
