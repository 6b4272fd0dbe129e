// What the lexemes of the library's lexer are, and how it is run.
import { Lexer } from 'yaml';

/** The lexer's markers: they stand in front of a lexeme and have no width in the text. */
export const SCALAR_NEXT = '\u001f';
export const DOCUMENT_NEXT = '\u0002';
export const FLOW_BROKEN = '\u0018';

/**
 * The lexemes of a text. The lexer takes a blank line or a comment further out for the end of what stands around it, and then lets a scalar
 * go on over lines that are none of its own: here such lines leave it where it was.
 */
export function* lexemesOf(source: string): Generator<string> {
  const lexer = new Lexer();
  const state = lexer as unknown as { indentNext: number };
  let indentNext = 0;
  let hasContent = false;
  for (const lexeme of lexer.lex(source)) {
    if (!isLineBreak(lexeme)) hasContent ||= !/^[ \t#]/.test(lexeme);
    else if (hasContent) {
      indentNext = state.indentNext;
      hasContent = false;
    } else state.indentNext = indentNext;
    yield lexeme;
  }
}

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
