// Patterns for paths: `*`, `**`, `?`, `[a-z]`, `{a,b}`, a `!` in front. Matching looks back to the last star alone, so that its time grows with
// the length of the pattern times that of the path: patterns come from workspaces, and the regular expressions that libraries make of them
// can be made to run for years.

/** Whether a path is meant: relative, with `/`. */
export type Glob = (path: string) => boolean;

/** Nobody has paths that long, so a longer pattern means none. */
const longestPattern = 4096;

/** `{a,b}` in a pattern stand for so many patterns at most; the others are not looked at. */
const mostAlternatives = 1000;

/** A star matches names that begin with a dot as well. */
export function createGlob(pattern: string): Glob {
  if (pattern.startsWith('!') && !pattern.startsWith('!(')) {
    const opposite = createGlob(pattern.slice(1));
    return (path) => !opposite(path);
  }
  if (pattern.length > longestPattern) return () => false;
  const alternatives = alternativesOf(pattern.replace(/^(?:\.\/)+/, '')).map(createPathPattern);
  return (path) => {
    const names = path.split('/');
    return alternatives.some((alternative) => alternative(names));
  };
}

/** The same of any of several patterns. */
export function createGlobs(patterns: readonly string[]): Glob {
  const globs = patterns.map(createGlob);
  return (path) => globs.some((glob) => glob(path));
}

/**
 * Matches the names of a path, from the top: no braces, no `!`. `**` stands for any number of folders; at the end for anything in the folder
 * before it, but not for that folder.
 */
export function createPathPattern(pattern: string): (names: readonly string[]) => boolean {
  if (pattern.length > longestPattern) return () => false;
  const parts = pattern.split('/');
  const steps = parts.map((part) => (part === '**' ? anyNumber : readName(part)));
  if (steps.at(-1) === anyNumber) steps.push(readName('*'));
  return (names) => matchesAll(steps, names, matchesName);
}

const anyNumber = Symbol('any number');

/** What stands for one character. */
type One = (character: string) => boolean;
type Step<P> = P | typeof anyNumber;
type Name = readonly Step<One>[];

function matchesName(name: Name, text: string): boolean {
  return matchesAll(name, [...text], (one, character) => one(character));
}

/** Where something does not fit, the last star takes one more, and what came before it stays: what an earlier star took is never better. */
function matchesAll<P, T>(pattern: readonly Step<P>[], items: readonly T[], fits: (step: P, item: T) => boolean): boolean {
  let at = 0;
  let star = -1;
  let taken = 0;
  for (let next = 0; next < items.length; ) {
    const step = pattern[at];
    if (step === anyNumber) {
      star = at++;
      taken = next;
    } else if (step !== undefined && fits(step, items[next] as T)) {
      at++;
      next++;
    } else if (star >= 0) {
      at = star + 1;
      next = ++taken;
    } else return false;
  }
  while (pattern[at] === anyNumber) at++;
  return at === pattern.length;
}

function readName(text: string): Name {
  const characters = [...text];
  const name: Step<One>[] = [];
  for (let at = 0; at < characters.length; at++) {
    const character = characters[at] as string;
    const set = character === '[' ? readSet(characters, at) : undefined;
    if (set) {
      name.push(set.one);
      at = set.end;
    } else if (character === '*') {
      if (name.at(-1) !== anyNumber) name.push(anyNumber);
    } else if (character === '?') name.push(() => true);
    else {
      const literal = character === '\\' && at + 1 < characters.length ? (characters[++at] as string) : character;
      name.push((other) => other === literal);
    }
  }
  return name;
}

/** `[abc]`, `[a-z]`, `[!a]`, `[^a]`; a bracket that is not closed is a bracket. */
function readSet(characters: readonly string[], start: number): { readonly one: One; readonly end: number } | undefined {
  const isInverse = characters[start + 1] === '!' || characters[start + 1] === '^';
  const first = start + (isInverse ? 2 : 1);
  const singles = new Set<string>();
  const ranges: (readonly [from: number, to: number])[] = [];
  for (let at = first; at < characters.length; at++) {
    if (characters[at] === ']' && at > first) {
      const holds: One = (character) => {
        const code = character.codePointAt(0) as number;
        return singles.has(character) || ranges.some(([from, to]) => from <= code && code <= to);
      };
      return { one: isInverse ? (character) => !holds(character) : holds, end: at };
    }
    const character = characters[at] === '\\' ? characters[++at] : characters[at];
    if (character === undefined) return undefined;
    const isRange = characters[at + 1] === '-' && characters[at + 2] !== undefined && characters[at + 2] !== ']';
    if (isRange) {
      ranges.push([character.codePointAt(0) as number, (characters[at + 2] as string).codePointAt(0) as number]);
      at += 2;
    } else singles.add(character);
  }
  return undefined;
}

/** Braces written out, from the left; braces without a comma are braces. */
function alternativesOf(pattern: string): readonly string[] {
  const done: string[] = [];
  const queue = [pattern];
  for (let next = queue.pop(); next !== undefined && done.length < mostAlternatives; next = queue.pop()) {
    const group = firstGroup(next);
    if (group === undefined) done.push(next);
    else {
      const { start, end, parts } = group;
      for (const part of parts.slice(0, mostAlternatives).reverse()) queue.push(next.slice(0, start) + part + next.slice(end));
    }
  }
  return done;
}

function firstGroup(pattern: string): { readonly start: number; readonly end: number; readonly parts: readonly string[] } | undefined {
  for (let start = pattern.indexOf('{'); start >= 0; start = pattern.indexOf('{', start + 1)) {
    if (isEscaped(pattern, start)) continue;
    const parts: string[] = [];
    let depth = 0;
    let from = start + 1;
    for (let at = start + 1; at < pattern.length; at++) {
      const character = pattern[at];
      if (character === '\\') at++;
      else if (character === '{') depth++;
      else if (character === '}' && depth > 0) depth--;
      else if (depth === 0 && (character === ',' || character === '}')) {
        parts.push(pattern.slice(from, at));
        from = at + 1;
        if (character === '}' && parts.length > 1) return { start, end: at + 1, parts };
        if (character === '}') break;
      }
    }
  }
  return undefined;
}

function isEscaped(text: string, at: number): boolean {
  let slashes = 0;
  while (text[at - 1 - slashes] === '\\') slashes++;
  return slashes % 2 === 1;
}
