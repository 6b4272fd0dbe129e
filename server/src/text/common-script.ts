// Expressions about Unicode's classes of characters are slow to make: hundreds of ranges each, a millisecond or several for a run that may take
// twenty, and that as soon as the program comes by where they are written. Most texts are written in a few hundred of these ranges' characters,
// for which the same can be asked in a few words.

/**
 * Whether a text has nothing but printable ASCII, line breaks, Chinese characters, kana and their most usual punctuation. Of these none but
 * punctuation has another compatibility form.
 */
export function isCommon(text: string): boolean {
  return /^[\t\n\r -~·—‘’“”…、。〈-】〔〕ぁ-ゖァ-ヺー一-鿿，：；？！（）]*$/.test(text);
}

/**
 * The expression to use on a text: `common` where it is written in common characters, else what `any` makes. On such texts the two must say the
 * same; there `\p{L}` is `[A-Za-zぁ-ゖァ-ヺー一-鿿]`, `\p{N}` is `[0-9]`, `\p{Pd}` is `[-—]`, and there is neither `\p{M}` nor `\p{Cf}`.
 */
export function expressionFor(text: string, common: RegExp, any: () => RegExp): RegExp {
  return isCommon(text) ? common : any();
}
