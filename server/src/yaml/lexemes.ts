// What the lexemes of the library's lexer are, and how the faults of one line are mended before they reach its parser, so that a half-typed
// key, a Chinese colon or a bracket too many costs its own line and not the rest of the document.

/** The lexer's markers: they stand in front of a lexeme and have no width in the text. */
export const SCALAR_NEXT = '\u001f';
export const DOCUMENT_NEXT = '\u0002';
export const FLOW_BROKEN = '\u0018';

export function isMarker(lexeme: string): boolean {
  return lexeme === SCALAR_NEXT || lexeme === DOCUMENT_NEXT || lexeme === FLOW_BROKEN;
}

export function isQuoted(lexeme: string): boolean {
  return lexeme[0] === '"' || lexeme[0] === "'";
}

/** Whether a quoted lexeme ends with the quote that closes it, not with an escaped one. */
export function isClosed(lexeme: string): boolean {
  if (lexeme.length < 2) return false;
  const quote = lexeme[0] as string;
  if (!lexeme.endsWith(quote)) return false;
  let before = 0;
  if (quote === '"') {
    while (lexeme[lexeme.length - 2 - before] === '\\') before++;
    return before % 2 === 0;
  }
  while (before < lexeme.length - 1 && lexeme[lexeme.length - 1 - before] === quote) before++;
  return before % 2 === 1;
}

/** A plain scalar as the lexer found it, with what is needed to see whether it was meant so. */
export interface PlainLexeme {
  readonly source: string;
  /** The column of its first character. */
  readonly column: number;
  /** Whether only blanks and dashes stand before it on its line, so that it may be a key. */
  readonly leads: boolean;
  /** Whether a colon follows on its last line. */
  readonly isKey: boolean;
  /** Whether the parser would take it for a key although no colon follows: its map is open, at its column. */
  readonly inMap: boolean;
}

/** One step of feeding the parser. */
export type Mend =
  | { readonly kind: 'scalar' | 'blank'; readonly source: string }
  /** Text behind a colon that the lexer did not see: to be read as YAML of its own. */
  | { readonly kind: 'value'; readonly source: string }
  /** A colon as it should have been, `width` 0 where none is written. */
  | { readonly kind: 'colon'; readonly width: 0 | 1; readonly key: string; readonly code: ColonFault };

export type ColonFault = 'missing-colon' | 'missing-space-after-colon' | 'full-width-colon';

/**
 * How to feed a plain scalar that cannot be meant as it stands: a key that runs over several lines, or a line in a map without a colon.
 * Undefined where it is fine. The sources of the steps, joined, are the scalar's.
 */
export function mendPlain({ source, isKey, leads, inMap, column }: PlainLexeme): readonly Mend[] | undefined {
  const lines = splitLines(source);
  if (!isKey) {
    const isRunOfKeys = inMap && lines.every((line, index) => index === 0 || line.indent === column);
    return isRunOfKeys ? lines.flatMap(halfKey) : undefined;
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
  return [...before, { kind: 'scalar', source: last.text }];
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
  const written = /^([^\s:：](?:[^:：]*[^\s:：])?)([ \t]*)(：|:)([ \t]*)(.*)$/s.exec(text);
  if (written === null) return [{ kind: 'scalar', source: text }, { kind: 'colon', width: 0, key: text, code: 'missing-colon' }, blank];
  const [, key, between, colon, behind, value] = written as unknown as readonly [string, string, string, string, string, string];
  return [
    { kind: 'scalar', source: key },
    { kind: 'blank', source: between },
    { kind: 'colon', width: 1, key, code: colon === ':' ? 'missing-space-after-colon' : 'full-width-colon' },
    { kind: 'blank', source: behind },
    { kind: 'value', source: value },
    blank,
  ];
}

/** Blanks and line breaks as the lexer would have cut them. */
export function blankLexemes(source: string): readonly string[] {
  return source.match(/\r?\n| +|\t[ \t]*/g) ?? [];
}
