// The words nearest to a misspelt one, for suggestions and for the fixes that rest on them.
//
// The distance is optimal string alignment: Levenshtein plus the swap of two neighbours, which is the commonest slip of the keyboard
// ("buraeu"). A swap counts twice in plain Levenshtein, where it loses against words that merely look alike; hence no library.
import { append } from './append.ts';

/**
 * The candidates that are nearest to a word, in the order given; empty when none is near enough to be meant.
 * A fix may rest on the answer only when it holds exactly one word.
 *
 * Spelling that differs only in case, width or separators (`targetMode`, `target_mode`) is nearer than singular for plural
 * (`right`, `rights`), and that is nearer than any other slip. A beginning that makes another word, often the opposite, is no slip:
 * `deactivate` is not meant by `activate`, nor `dependent` by `independent`.
 */
export function nearestWords(word: string, candidates: Iterable<string>): readonly string[] {
  return createWordIndex(candidates).nearest(word);
}

/** Candidates prepared to be asked for many words. */
export interface WordIndex {
  /** As {@link nearestWords}. */
  nearest(word: string): readonly string[];
}

/**
 * Whether a word that is near another can only be a slip of it, and no name of its own. Ideographs are words (县财政局 is another bureau than
 * 县民政局, 县中医院 another hospital than 县医院), and so are the parts of an id: `team-b` is not `team-a`, nor `south-gate` `north-gate`.
 */
export function isPlainSlip(word: string, near: string): boolean {
  const [one, other] = [fold(word), fold(near)];
  if (singular(one.squashed) === singular(other.squashed)) return true;
  if ([...differing(one.letters, other.letters), ...differing(other.letters, one.letters)].some(isIdeograph)) return false;
  const [parts, otherParts] = [one, other].map(({ letters }) => letters.join('').split('-')) as [string[], string[]];
  return parts.length !== otherParts.length || parts.every((part, at) => isSlipOfPart(part, otherParts[at] ?? ''));
}

/** A part of one letter counts or names something; a longer one is another word when two letters and more than a third of it differ. */
function isSlipOfPart(part: string, near: string): boolean {
  const length = Math.max(part.length, near.length);
  // Near words differ in no more than three letters.
  if (part === near || length > 9) return true;
  const distance = alignmentDistance(Array.from(part), Array.from(near), length);
  return length > 1 && (distance < 2 || distance * 3 <= length);
}

/** What is left of a word without the beginning and the end that it has in common with another. */
function differing(word: readonly string[], other: readonly string[]): readonly string[] {
  const shorter = Math.min(word.length, other.length);
  let start = 0;
  while (start < shorter && word[start] === other[start]) start++;
  let end = 0;
  while (end < shorter - start && word.at(-1 - end) === other.at(-1 - end)) end++;
  return word.slice(start, word.length - end);
}

/** A word may be as long as a file: one of so many letters is meant for no other. */
const mostLetters = 1000;

export function createWordIndex(candidates: Iterable<string>): WordIndex {
  const bySquashed = new Map<string, Candidate[]>();
  const bySingular = new Map<string, Candidate[]>();
  const byLength = new Map<number, Candidate[]>();
  let order = 0;
  for (const word of new Set(candidates)) {
    const folded = fold(word);
    const candidate = { word, order: order++, folded };
    append(bySquashed, folded.squashed, candidate);
    append(bySingular, singular(folded.squashed), candidate);
    append(byLength, folded.letters.length, candidate);
  }
  return {
    nearest: (word) => {
      if (word.length > mostLetters) return [];
      const wanted = fold(word);
      if (wanted.squashed === '') return [];
      const bound = slipsAllowed(wanted.letters);
      const same = bySquashed.get(wanted.squashed) ?? (bound > 0 ? bySingular.get(singular(wanted.squashed)) : undefined);
      return (same ?? aligned(wanted, byLength, bound)).map((candidate) => candidate.word);
    },
  };
}

interface Candidate {
  readonly word: string;
  /** Its place among the candidates. */
  readonly order: number;
  readonly folded: Folded;
}

/** The candidates at the smallest distance within the bound, in their order. */
function aligned(wanted: Folded, byLength: ReadonlyMap<number, readonly Candidate[]>, bound: number): readonly Candidate[] {
  let best = bound;
  let nearest: Candidate[] = [];
  for (let length = wanted.letters.length - bound; length <= wanted.letters.length + bound; length++) {
    for (const candidate of byLength.get(length) ?? []) {
      if (!mayBeWithin(best, wanted.kinds, candidate.folded.kinds) || !digitsAgree(wanted.digits, candidate.folded.digits)) continue;
      const distance = alignmentDistance(wanted.letters, candidate.folded.letters, best);
      if (distance > best || (distance > 1 && beginOtherwise(wanted.squashed, candidate.folded.squashed))) continue;
      if (distance < best) nearest = [];
      best = distance;
      nearest.push(candidate);
    }
  }
  return nearest.sort((a, b) => a.order - b.order);
}

/** Beginnings that turn a word into another one. */
const beginnings = new Set(['', ...'anti co de dis ex im in ir mis non not out post pre re semi sub un vice'.split(' ')]);

/** True for two words that are one but for such beginnings: `internal` and `external`, `vicechairs` and `cochairs`. */
function beginOtherwise(a: string, b: string): boolean {
  const [one, other] = [singular(a), singular(b)];
  let same = 0;
  while (same < Math.min(one.length, other.length) && one.at(-1 - same) === other.at(-1 - same)) same++;
  return same > 0 && beginnings.has(one.slice(0, one.length - same)) && beginnings.has(other.slice(0, other.length - same));
}

interface Folded {
  /** Of the lower case, compatibility form, separators written as hyphens. */
  readonly letters: readonly string[];
  /** The same without separators. */
  readonly squashed: string;
  readonly digits: string;
  /** Which letters there are, by a bit for every thirty-second. */
  readonly kinds: number;
}

function fold(word: string): Folded {
  // Nothing about an id such as `blue-sky` is to be folded.
  if (/^[a-z\d-]*$/.test(word)) {
    const letters = word.split('');
    return { letters, squashed: word.replaceAll('-', ''), digits: word.replace(/\D+/g, ''), kinds: kindsOf(letters) };
  }
  const plain = word
    .normalize('NFKC')
    .replace(/(\p{Ll})(?=\p{Lu})/gu, '$1-')
    .toLowerCase()
    .replace(/[\s_\p{Pd}]+/gu, '-');
  const letters = Array.from(plain);
  return { letters, squashed: plain.replaceAll('-', ''), digits: plain.replace(/\P{Nd}/gu, ''), kinds: kindsOf(letters) };
}

function kindsOf(letters: readonly string[]): number {
  let kinds = 0;
  for (const letter of letters) kinds |= 1 << (letter.charCodeAt(letter.length - 1) & 31);
  return kinds;
}

/** False where a distance is certain to be exceeded: every kind of letter that only one of two words has takes a slip. */
function mayBeWithin(distance: number, a: number, b: number): boolean {
  return countBits(a & ~b) <= distance && countBits(b & ~a) <= distance;
}

function countBits(bits: number): number {
  let count = 0;
  for (let rest = bits; rest !== 0; rest &= rest - 1) count++;
  return count;
}

/**
 * A slip in a short word may make any other short word of it; an ideograph says as much as a syllable, so one that differs is
 * rather another word (水利局 and 水务局 are two bodies) than a slip, unless the word is long.
 */
function slipsAllowed(letters: readonly string[]): number {
  const ideographs = letters.filter(isIdeograph).length;
  if (ideographs * 2 > letters.length) return letters.length < 4 ? 0 : letters.length < 9 ? 1 : 2;
  if (letters.length < 3) return 0;
  return letters.length < 6 ? 1 : letters.length < 10 ? 2 : 3;
}

function isIdeograph(letter: string): boolean {
  return letter > '\x7f' && /\p{Script=Han}|\p{Script=Hiragana}|\p{Script=Katakana}|\p{Script=Hangul}/u.test(letter);
}

function singular(word: string): string {
  if (word.length < 4 || word.endsWith('ss')) return word;
  if (word.endsWith('ies')) return `${word.slice(0, -3)}y`;
  if (/(?:[sx]|ch|sh)es$/.test(word)) return word.slice(0, -2);
  return word.endsWith('s') ? word.slice(0, -1) : word;
}

/**
 * A number is chosen, hardly ever mistyped into another valid one: `level-2` is not meant by `level-1`, nor `erl-2024` by `erl-2007`. Of a
 * number as long as a year two digits may be swapped, or one too many or too few; `r10` is no slip of `r1`.
 */
function digitsAgree(a: string, b: string): boolean {
  if (a === b) return true;
  const [short, long] = a.length <= b.length ? [a, b] : [b, a];
  if (short.length === 1 || short.length === 2) return false;
  if (short.length === long.length) return Array.from(short).sort().join('') === Array.from(long).sort().join('');
  let at = 0;
  for (const digit of long) if (digit === short[at]) at++;
  return at === short.length;
}

/** Optimal string alignment distance of two words, or any number above `bound` as soon as it is certain to be exceeded. */
function alignmentDistance(a: readonly string[], b: readonly string[], bound: number): number {
  let twoBack: number[] = [];
  let previous = Array.from({ length: b.length + 1 }, (_, column) => column);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    let smallest = i;
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1];
      let cost = Math.min((previous[j] as number) + 1, (row[j - 1] as number) + 1, (previous[j - 1] as number) + (same ? 0 : 1));
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) cost = Math.min(cost, (twoBack[j - 2] as number) + 1);
      row.push(cost);
      if (cost < smallest) smallest = cost;
    }
    if (smallest > bound) return smallest;
    twoBack = previous;
    previous = row;
  }
  return previous[b.length] as number;
}
