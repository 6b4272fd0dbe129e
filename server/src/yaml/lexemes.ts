// What the lexemes of the library's lexer are.

/** The lexer's markers: they stand in front of a lexeme and have no width in the text. */
export const SCALAR_NEXT = '\u001f';
export const DOCUMENT_NEXT = '\u0002';
export const FLOW_BROKEN = '\u0018';

export function isMarker(lexeme: string): boolean {
  return lexeme === SCALAR_NEXT || lexeme === DOCUMENT_NEXT || lexeme === FLOW_BROKEN;
}

/** Blanks and line breaks as the lexer would have cut them. */
export function blankLexemes(source: string): readonly string[] {
  return source.match(/\r?\n| +|\t[ \t]*/g) ?? [];
}

export function isLineBreak(lexeme: string): boolean {
  return lexeme === '\n' || lexeme === '\r\n';
}
