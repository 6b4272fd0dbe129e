// The rules of a `.gitignore`, as git reads them: the last that matches decides, and in a folder that is left out nothing can be taken back in.
// Upper and lower case are told apart, as git does where the file system does.
import { createPathPattern } from './glob.ts';

/** Undefined where no rule says anything. */
export type IgnoreVerdict = 'left out' | 'taken in' | undefined;

export interface IgnoreRules {
  /** `path` is relative to the folder of the rules, with `/`. */
  verdict(path: string, isFolder: boolean): IgnoreVerdict;
}

interface Rule {
  readonly verdict: 'left out' | 'taken in';
  readonly foldersOnly: boolean;
  matches(names: readonly string[]): boolean;
}

export function createIgnoreRules(lines: readonly string[]): IgnoreRules {
  const rules = lines.flatMap((line) => readRule(line) ?? []).reverse();
  const folders = new Map<string, IgnoreVerdict>();

  const own = (names: readonly string[], isFolder: boolean): IgnoreVerdict =>
    rules.find((rule) => (isFolder || !rule.foldersOnly) && rule.matches(names))?.verdict;

  const folderVerdict = (path: string): IgnoreVerdict => {
    if (folders.has(path)) return folders.get(path);
    const verdict = (aboveVerdict(path) === 'left out' ? 'left out' : undefined) ?? own(path.split('/'), true);
    folders.set(path, verdict);
    return verdict;
  };

  const aboveVerdict = (path: string): IgnoreVerdict => {
    const end = path.lastIndexOf('/');
    return end < 0 ? undefined : folderVerdict(path.slice(0, end));
  };

  return {
    verdict: (path, isFolder) => {
      if (rules.length === 0) return undefined;
      if (isFolder) return folderVerdict(path);
      return aboveVerdict(path) === 'left out' ? 'left out' : own(path.split('/'), false);
    },
  };
}

function readRule(line: string): Rule | undefined {
  let pattern = withoutBlanksBehind(line);
  if (pattern === '' || pattern.startsWith('#')) return undefined;
  const verdict = pattern.startsWith('!') ? 'taken in' : 'left out';
  if (verdict === 'taken in') pattern = pattern.slice(1);
  const foldersOnly = pattern.endsWith('/');
  if (foldersOnly) pattern = pattern.slice(0, -1);
  if (pattern === '') return undefined;
  // A slash anywhere but at the end ties the pattern to the folder; else it is a name at any depth.
  const tied = pattern.startsWith('/') ? pattern.slice(1) : pattern.includes('/') ? pattern : `**/${pattern}`;
  return { verdict, foldersOnly, matches: createPathPattern(tied) };
}

/** Blanks at the end of a line mean nothing, unless a backslash stands before them. */
function withoutBlanksBehind(line: string): string {
  let end = line.endsWith('\r') ? line.length - 1 : line.length;
  while (end > 0 && line[end - 1] === ' ' && line[end - 2] !== '\\') end--;
  return line.slice(0, end);
}
