// Finding listed phrases in running text of several scripts, by whole words: "minor" is not in "minority", and 老人 is not in 养老，人员.
import { append } from './append.ts';
import { expressionFor, isCommon } from './common-script.ts';
import { late } from './late.ts';

/** Stands between two words that punctuation keeps apart: no phrase reaches across it. */
export const BREAK = '|';

/**
 * The words of a text, in lower case and compatibility form: a Latin word or a number is one, so is each Chinese or Japanese character;
 * punctuation is one {@link BREAK}, blanks and hyphens only separate. A possessive counts as its noun.
 */
export function wordsOf(text: string): readonly string[] {
  const whole = text.normalize('NFKC').toLowerCase();
  const plain = whole.replace(
    expressionFor(whole, /['’]s(?![a-z0-9ぁ-ゖァ-ヺー一-鿿])/g, () => /['’]s(?![\p{L}\p{N}])/gu),
    '',
  );
  const pieces = expressionFor(plain, /[a-z0-9]+|[^\s—-]/g, () => /[\p{Script=Latin}\p{M}\p{N}]+|\p{L}|[^\s\p{Pd}\p{Cf}]/gu);
  const wordLike = expressionFor(plain, /[a-z0-9ぁ-ゖァ-ヺー一-鿿]/, () => /[\p{L}\p{N}]/u);
  const words: string[] = [];
  for (const [piece] of plain.matchAll(pieces)) {
    if (wordLike.test(piece)) words.push(piece);
    else if (words.at(-1) !== BREAK) words.push(BREAK);
  }
  return words;
}

export interface PhraseList {
  readonly phrases: readonly string[];
  /** Longer phrases in which a listed one does not count: "blood donation" where "donation" is listed. */
  readonly notWithin: readonly string[];
}

/**
 * Returns the test whether a text holds a phrase of the list. The list is read and prepared once, for many texts, when the first comes. Phrases are
 * in lower case and compatibility form, and begin with a letter or a number.
 */
export function createPhraseFinder(list: () => PhraseList): (text: string) => boolean {
  const mayHold = late(() => createGlance(list().phrases));
  const wanted = late(() => indexPhrases(list().phrases));
  const excepted = late(() => indexPhrases(list().notWithin));
  return (text) => {
    if (!mayHold()(text)) return false;
    const words = wordsOf(text);
    const covers = occurrences(words, excepted());
    return occurrences(words, wanted()).some((found) => !covers.some((cover) => cover.start <= found.start && found.end <= cover.end));
  };
}

/**
 * Returns a quick test which most texts do not pass: whether a word begins as a phrase does, with its first letters or its first character. Only
 * a text that passes may hold a phrase. Texts of unusual characters always pass, for these may stand for others. An expression would say the same
 * in a line, and take as long to compile as a small plan has for all its texts.
 */
export function createGlance(phrases: readonly string[]): (text: string) => boolean {
  const byUnit = new Map<number, string[]>();
  for (const phrase of phrases) {
    let end = 0;
    while (isLetterOrDigit(phrase.charCodeAt(end))) end++;
    append(byUnit, phrase.charCodeAt(0), phrase.slice(0, end || 1));
  }
  return (text) => !isCommon(text) || beginsAnyWord(text.toLowerCase(), byUnit);
}

function beginsAnyWord(text: string, byUnit: ReadonlyMap<number, readonly string[]>): boolean {
  let isWithin = false;
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    const isLatin = isLetterOrDigit(unit);
    if (!(isLatin && isWithin) && byUnit.get(unit)?.some((beginning) => text.startsWith(beginning, at))) return true;
    isWithin = isLatin;
  }
  return false;
}

/** Of ASCII, in lower case. */
function isLetterOrDigit(unit: number): boolean {
  return (unit >= 0x61 && unit <= 0x7a) || (unit >= 0x30 && unit <= 0x39);
}

/** A list of phrases in a data file, in one language and for one purpose. */
export interface RoleList {
  readonly role: string;
  readonly words: readonly string[];
}

/** The phrases of all lists that serve one purpose, whatever their language. */
export function phrasesWithRole(lists: readonly RoleList[], role: string): readonly string[] {
  return lists.filter((list) => list.role === role).flatMap((list) => list.words);
}

/** Phrases as words, by their first word. */
export interface PhraseIndex {
  startingWith(word: string): readonly (readonly string[])[];
}

/** Phrases are taken apart when a word comes up that begins as they do: a list has hundreds, of which a plan meets a few. */
export function indexPhrases(phrases: readonly string[]): PhraseIndex {
  const byLetter = new Map<string, string[]>();
  for (const phrase of phrases) append(byLetter, phrase.charAt(0), phrase);
  const byWord = new Map<string, (readonly string[])[]>();
  return {
    startingWith: (word) => {
      const letter = word.charAt(0);
      for (const phrase of byLetter.get(letter) ?? []) {
        const words = wordsOf(phrase);
        append(byWord, words[0] ?? BREAK, words);
      }
      byLetter.delete(letter);
      return byWord.get(word) ?? [];
    },
  };
}

/** Lengths, in words, of the phrases that begin at a word of a text. */
export function phraseLengthsAt(words: readonly string[], at: number, index: PhraseIndex): readonly number[] {
  const candidates = index.startingWith(words[at] ?? BREAK);
  return candidates.filter((phrase) => phrase.every((word, i) => words[at + i] === word)).map((phrase) => phrase.length);
}

function occurrences(words: readonly string[], index: PhraseIndex): readonly { readonly start: number; readonly end: number }[] {
  return words.flatMap((_, start) => phraseLengthsAt(words, start, index).map((length) => ({ start, end: start + length })));
}
