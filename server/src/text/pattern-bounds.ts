// How much a pattern for paths may leave open. Libraries turn patterns into regular expressions that try one way after the other to lay a
// pattern on a path; patterns come from workspaces, and some are made so that the ways are more than can be tried. What a pattern leaves open
// is counted before any library sees it: rather too much than too little, and without reading all of their grammar.

/** `glob`: with braces and groups, as in a configuration. `ignore`: as in `.gitignore`, where these are plain characters. */
export type PatternKind = 'glob' | 'ignore';

/** The bound that a pattern exceeds. */
export type PatternBound = 'length' | 'globstars' | 'stars' | 'alternatives' | 'repetition';

export const longestPattern = 1000;
const mostGlobstars = 2;
const mostAlternatives: Readonly<Record<PatternKind, number>> = { glob: 100, ignore: 10 };

/** A second `**`, and a second `*` in a name, each leave so many alternatives fewer. */
const weight = 10;

/** Undefined where nothing forbids to match by the pattern. */
export function exceededBound(pattern: string, kind: PatternKind): PatternBound | undefined {
  if (pattern.length > longestPattern) return 'length';
  const { globstars, secondStars, alternatives, isRisky } = measure(pattern.replaceAll('\0', ''), kind);
  if (isRisky) return 'repetition';
  if (globstars > mostGlobstars) return 'globstars';
  if (secondStars > 1) return 'stars';
  const ways = alternatives * (globstars > 1 ? weight : 1) * (secondStars > 0 ? weight : 1);
  return ways > mostAlternatives[kind] ? 'alternatives' : undefined;
}

/**
 * Whether there can be a file of this path (relative, with `/`): no disk has longer ones, and nobody has so many folders in one another. The
 * bounds of patterns hold for such paths, so that others match none.
 */
export function isLikelyPath(path: string): boolean {
  if (path.length > 4096) return false;
  const names = path.split('/');
  return names.length <= 256 && names.every((name) => name.length <= 255);
}

interface Measures {
  /** `**`, and groups that are repeated or negated: what may stand for any part of a path. */
  globstars: number;
  /** Of the `*` in each name those that follow another one. */
  secondStars: number;
  /** In how many ways the alternatives of all groups go together. */
  alternatives: number;
  /** Repeats what has no certain length, or repeats by signs of regular expressions. */
  isRisky: boolean;
}

interface Group {
  readonly close: string;
  readonly isRepeated: boolean;
  choices: number;
}

function measure(pattern: string, kind: PatternKind): Measures {
  const found: Measures = { globstars: 0, secondStars: 0, alternatives: 1, isRisky: false };
  const groups: Group[] = [];
  // The library of ignore patterns lets a star end where what follows it first fits, but not around sets.
  const areStarsOpen = kind === 'glob' || pattern.includes('[');
  let stars = 0;
  // Behind what only the library can tell apart, a slash is not taken for the end of a name.
  let isClear = true;
  const addStar = (): void => {
    if (stars > 0) found.secondStars++;
    stars++;
  };
  const loseSight = (): void => {
    isClear = false;
    if (groups.length > 0) found.isRisky = true;
  };
  for (let at = 0; at < pattern.length; at++) {
    const character = pattern[at] as string;
    const repeated = groups.at(-1)?.isRepeated ?? false;
    if (character === '\\') {
      // Of three the library takes some for its own.
      if (kind === 'glob' && pattern.startsWith('\\\\', at + 1)) found.isRisky = true;
      at++;
    } else if (character === '[') {
      const end = endOfSet(pattern, at);
      if (end === undefined) loseSight();
      else at = end;
    } else if (character === '*' && !(kind === 'glob' && pattern[at + 1] === '(')) {
      const start = at;
      while (pattern[at + 1] === '*') at++;
      const isWholeName = isName(pattern, start, at);
      // At the end of an ignore pattern it asks for nothing but that there be something.
      const isAtEnd = kind === 'ignore' && isWholeName && at === pattern.length - 1;
      if (at > start && !isAtEnd) found.globstars++;
      if ((at === start || !isWholeName) && areStarsOpen) addStar();
      if (repeated) found.isRisky = true;
    } else if (character === '/') {
      if (isClear && groups.length === 0) stars = 0;
    } else if (kind === 'glob') {
      if (character === '"') loseSight();
      else if (character === '{' || character === '(') {
        const isExtended = character === '(' && /[*+!]/.test(pattern[at - 1] ?? '');
        if (isExtended) {
          found.globstars++;
          addStar();
        }
        if (repeated || pattern.startsWith('(?', at)) found.isRisky = true;
        groups.push({
          close: character === '{' ? '}' : ')',
          isRepeated: isExtended && pattern[at - 1] !== '!',
          choices: character === '(' ? 2 : 1,
        });
      } else if (character === '|' || character === ',') {
        const group = groups.at(-1);
        if (group) group.choices++;
        else if (character === '|') found.alternatives++;
        if (repeated) found.isRisky = true;
      } else if (character === groups.at(-1)?.close) found.alternatives *= (groups.pop() as Group).choices;
      else if (character === '+' && pattern[at + 1] !== '(' && (groups.length > 0 || /[)\]}]/.test(pattern[at - 1] ?? '')))
        found.isRisky = true;
    }
  }
  for (const { choices } of groups) found.alternatives *= choices;
  return found;
}

/** Where `[…]` ends, if it is a plain one. */
function endOfSet(pattern: string, start: number): number | undefined {
  const set = /\[[!^]?[^![\]\\"^/]+\]/y;
  set.lastIndex = start;
  return set.test(pattern) ? set.lastIndex - 1 : undefined;
}

/** Whether a part of a pattern is a whole name. */
function isName(pattern: string, first: number, last: number): boolean {
  return (first === 0 || pattern[first - 1] === '/') && (last === pattern.length - 1 || pattern[last + 1] === '/');
}
