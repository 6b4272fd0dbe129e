// What an author means who writes a key or a value of the format otherwise: with a slip of the pen, in Chinese, or by another word.
import { createWordIndex, type WordIndex } from '../text/nearest.ts';
import type { Bilingual, Fields } from './field.ts';

/** The values of a closed list: `专项` is how only one of the plan types is called in Chinese. */
export function createValueIndex(values: Readonly<Record<string, Bilingual>>): WordIndex {
  const meanings = Object.entries<Bilingual>(values).map(([word, meaning]) => ({ word, meaning: shortMeaning(meaning) }));
  return createMeaningIndex(meanings, (meaning, word) => meaning.startsWith(word));
}

/** A value of a closed list, and what it means. */
export interface Alike {
  readonly word: string;
  readonly meaning: Bilingual;
}

/** The only value in whose English meaning a word stands: `district` in that of `county`. Not sure enough to write it instead. */
export function alikeIn(values: Readonly<Record<string, Bilingual>>, word: string): Alike | undefined {
  const letters = lettersOf(word);
  if (letters === '') return undefined;
  const meant = Object.entries(values).filter(([, { en }]) => en.split(betweenWords).some((part) => lettersOf(part) === letters));
  return meant.length === 1 ? meant.map(([value, meaning]) => ({ word: value, meaning }))[0] : undefined;
}

/** What stands between the things that an English meaning names. */
const betweenWords = /[(),:;]|\b(?:or|and|such as|an?|the)\b/;

function lettersOf(text: string): string {
  return text.toLowerCase().replace(/[^\p{L}]/gu, '');
}

/** Keys of a map: `名称` is `name` where that is the name of an organization. */
export function createKeyIndex(fields: Fields, keys: readonly string[]): WordIndex {
  const meanings = keys.flatMap((word) => {
    const doc = fields[word]?.doc;
    return doc ? [{ word, meaning: keyMeaning(doc) }] : [];
  });
  return createMeaningIndex(meanings, (meaning, word) => meaning.endsWith(word));
}

/** What a key means in Chinese, without what is said about it. */
export function keyMeaning({ zh }: Bilingual): string {
  return zh.replace(/[（：，；。].*$/, '');
}

/** What a value means in Chinese, without the remark behind it. */
export function shortMeaning({ zh }: Bilingual): string {
  return zh.replace(/[（：].*$/, '');
}

interface Meaning {
  readonly word: string;
  readonly meaning: string;
}

/**
 * Words that plans use and that are near a key or a value by chance: `medical` is no slip of `media`, a law that was `released` is not
 * `repealed`, and who may `endorse` may not therefore `enforce`.
 */
const ownWords: ReadonlySet<string> = new Set(
  [
    'acquisition activation actor actors application change changes consent contact contacts content contents country deactivated decline',
    'declines denied deny designate designated detail details duties duty endorse endorsed endorses impact impacts improve issuer medical',
    'minority obligation protection quality reduce release released relocate resume revise revised section security social stage stages',
    'subject',
  ].flatMap((line) => line.split(' ')),
);

/** The nearest by spelling; else those that mean what a Chinese word says; else those of whose meaning it is a part in that way. */
function createMeaningIndex(meanings: readonly Meaning[], isPart: (meaning: string, word: string) => boolean): WordIndex {
  const spelt = createWordIndex(meanings.map(({ word }) => word));
  const meant = (wanted: string): readonly string[] => {
    if (!/^\p{Script=Han}{2,}$/u.test(wanted)) return [];
    const whole = meanings.filter(({ meaning }) => meaning === wanted);
    return (whole.length > 0 ? whole : meanings.filter(({ meaning }) => isPart(meaning, wanted))).map(({ word }) => word);
  };
  return {
    nearest: (word) => {
      const near = ownWords.has(word.toLowerCase()) ? [] : spelt.nearest(word);
      return near.length > 0 ? near : meant(word);
    },
  };
}
