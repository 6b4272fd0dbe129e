// How a plain scalar that cannot be meant as it stands is cut into what it was meant to be, before it reaches the library's parser.
import { isClosed } from './flow-text.ts';

/** A plain scalar outside of brackets as the lexer found it, with what is needed to see whether it was meant so. */
export interface PlainLexeme {
  readonly source: string;
  /** The column of its first character. */
  readonly column: number;
  /** Whether only blanks and dashes stand before it on its line, so that it may be a key. */
  readonly leads: boolean;
  /** Whether a colon follows on its last line. */
  readonly isKey: boolean;
  /** The open collection at its column, if it begins its line: the parser would take it for a key, or not know what to do with it. */
  readonly within: 'map' | 'list' | undefined;
}

/** One step of feeding the parser. The sources of the steps, joined, are the scalar's. */
export type Mend =
  | { readonly kind: 'scalar' | 'blank'; readonly source: string }
  /** Text behind an indicator that the lexer did not see: to be read as YAML of its own. */
  | { readonly kind: 'value'; readonly source: string }
  /** An indicator, of no width where it is missing, of width 1 where something stands for it or something behind it is missing. */
  | { readonly kind: 'indicator'; readonly lexeme: ':' | '-' | ','; readonly width: 0 | 1; readonly fault: IndicatorFault | undefined };

export interface IndicatorFault {
  readonly code:
    | 'missing-colon'
    | 'missing-space-after-colon'
    | 'full-width-colon'
    | 'full-width-space-after-colon'
    | 'missing-space-after-dash'
    | 'missing-comma'
    | 'full-width-comma';
  readonly key: string;
}

/**
 * How to feed a plain scalar that cannot be meant as it stands: a key that runs over several lines, a line in a map without a colon,
 * a line in a list without a blank behind its dash. Undefined where it is fine.
 */
export function mendPlain({ source, isKey, leads, within, column }: PlainLexeme): readonly Mend[] | undefined {
  const lines = splitLines(source);
  if (!isKey) {
    if (within === undefined || lines.some((line, index) => index > 0 && line.indent !== column)) return undefined;
    if (within === 'map') return lines.flatMap(halfKey);
    return lines.every(({ text }) => text.startsWith('-')) ? lines.flatMap(dashed) : undefined;
  }
  const last = lines.pop();
  const beforeLast = lines.at(-1);
  if (last === undefined || beforeLast === undefined) return undefined;
  const before: readonly Mend[] = leads
    ? lines.flatMap(halfKey)
    : [
        { kind: 'scalar', source: source.slice(0, last.at - beforeLast.gap.length) },
        { kind: 'blank', source: beforeLast.gap },
      ];
  return [...before, { kind: isQuoted(last.text) ? 'value' : 'scalar', source: last.text }];
}

/**
 * How to feed a plain scalar within brackets that follows a colon and is followed by one: a comma is missing before its last word, or stands
 * there as a full-width one.
 */
export function mendPair(source: string): readonly Mend[] | undefined {
  const wide = /^(.*[^\s，])(\s*)，(\s*)([^\s，]+)$/s.exec(source);
  if (wide !== null) {
    const [, value, before, behind, key] = wide as unknown as readonly [string, string, string, string, string];
    return [
      { kind: 'scalar', source: value },
      { kind: 'blank', source: before },
      { kind: 'indicator', lexeme: ',', width: 1, fault: { code: 'full-width-comma', key } },
      { kind: 'blank', source: behind },
      { kind: /^["']/.test(key) ? 'value' : 'scalar', source: key },
    ];
  }
  const cut = /^(.*\S)(\s+)("[^"]*"|'[^']*')$/s.exec(source) ?? /^(.*\S)(\s+)(\S+)$/s.exec(source);
  if (cut === null) return undefined;
  const [, value, blanks, key] = cut as unknown as readonly [string, string, string, string];
  return [
    { kind: 'scalar', source: value },
    { kind: 'blank', source: blanks },
    { kind: 'indicator', lexeme: ',', width: 0, fault: { code: 'missing-comma', key } },
    { kind: /^["']/.test(key) ? 'value' : 'scalar', source: key },
  ];
}

/** Behind a plain scalar the lexer sees no quotes. */
function isQuoted(source: string): boolean {
  return /^["']/.test(source) && isClosed(source);
}

interface Line {
  readonly text: string;
  /** Offset in the scalar. */
  readonly at: number;
  /** Its column; unknown, and 0, for the first. */
  readonly indent: number;
  /** The blanks and line breaks behind it, up to the text of the next. */
  readonly gap: string;
}

function splitLines(source: string): Line[] {
  const lines: Line[] = [];
  let at = 0;
  for (let indent = 0; at < source.length; ) {
    const lineBreak = source.indexOf('\n', at);
    let end = lineBreak < 0 ? source.length : lineBreak;
    let next = end;
    while (end > at && isBlank(source, end - 1)) end--;
    while (next < source.length && isBlank(source, next)) next++;
    const gap = source.slice(end, next);
    lines.push({ text: source.slice(at, end), at, indent, gap });
    indent = gap.length - 1 - gap.lastIndexOf('\n');
    at = next;
  }
  return lines;
}

function isBlank(source: string, at: number): boolean {
  const code = source.charCodeAt(at);
  return code === 0x20 || code === 0x09 || code === 0x0a || code === 0x0d;
}

/** A line that should have been `key: value`, with the colon it lacks; no value but what stands behind a colon written wrong. */
function halfKey({ text, gap }: Line): readonly Mend[] {
  const blank: Mend = { kind: 'blank', source: gap };
  const written = /^([^\s:：](?:[^:：]*[^\s:：])?)([ \t]*)(：|:)([ \t\u00a0\u3000]*)(.*)$/s.exec(text);
  if (written === null) {
    return [
      { kind: 'scalar', source: text },
      { kind: 'indicator', lexeme: ':', width: 0, fault: { code: 'missing-colon', key: text } },
      blank,
    ];
  }
  const [, key, between, colon, behind, value] = written as unknown as readonly [string, string, string, string, string, string];
  const codeOfHalf = /^[ \t]*$/.test(behind) ? 'missing-space-after-colon' : 'full-width-space-after-colon';
  const code = colon === ':' ? codeOfHalf : 'full-width-colon';
  return [
    { kind: 'scalar', source: key },
    { kind: 'blank', source: between },
    { kind: 'indicator', lexeme: ':', width: 1, fault: { code, key } },
    { kind: 'blank', source: behind },
    { kind: 'value', source: value },
    blank,
  ];
}

/** A line that should have been `- item`. */
function dashed({ text, gap }: Line): readonly Mend[] {
  const blanks = /^[ \t]*/.exec(text.slice(1))?.[0] ?? '';
  const value = text.slice(1 + blanks.length);
  const isRight = blanks !== '' || value === '';
  return [
    { kind: 'indicator', lexeme: '-', width: 1, fault: isRight ? undefined : { code: 'missing-space-after-dash', key: value } },
    { kind: 'blank', source: blanks },
    { kind: 'value', source: value },
    { kind: 'blank', source: gap },
  ];
}
