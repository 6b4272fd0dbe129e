// Expressions about Unicode's classes of characters are slow to make: hundreds of ranges each, a millisecond or several for a run that may take
// twenty. Most texts are written in a few hundred of these ranges' characters, for which the same can be asked in a few words.

/**
 * The expression to use on a text: `common` where it has nothing but printable ASCII, line breaks, Chinese characters, kana and their most usual
 * punctuation, else `any`. On such texts the two must say the same; there `\p{L}` is `[A-Za-zぁ-ゖァ-ヺー一-鿿]`, `\p{N}` is `[0-9]`, `\p{Pd}` is
 * `[-—]`, and there is neither `\p{M}` nor `\p{Cf}`.
 */
export function expressionFor(text: string, common: RegExp, any: RegExp): RegExp {
  return /^[\t\n\r -~·—‘’“”…、。〈-】ぁ-ゖァ-ヺー一-鿿，：；？！（）]*$/.test(text) ? common : any;
}
