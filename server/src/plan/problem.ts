// What reading and linking documents can find wrong: data only. The rule of the same id turns it into a finding with a text.

import type { YamlSyntaxCode, yamlDuplicateCodes, yamlLimitCodes } from '../yaml/problem-codes.ts';
import type { YamlAlias, YamlNode } from '../yaml/tree.ts';
import { type Place, placeSpan } from '../yaml/view.ts';
import type { ReferenceTarget } from './field.ts';
import type { Alike } from './meant-words.ts';

/**
 * The rules of the family "syntax and shape" that reading and linking feed, and what each can say. A rule declares its messages as a
 * record over its codes, so that a code without a message, or a message that nothing uses, does not compile.
 */
export interface ProblemCodes {
  'yaml-syntax': YamlSyntaxCode;
  'format-version': 'missing' | 'unsupported';
  'unknown-key': 'unknown' | 'comma' | 'comma-list' | 'complex' | 'language-tag' | 'imported' | 'library';
  'missing-key': 'missing' | 'empty';
  'wrong-type': WrongTypeCode;
  'unknown-value': 'unknown' | 'several' | 'joined';
  'bad-id': 'malformed' | 'several' | 'joined' | 'complex' | 'legal-reference';
  'bad-date': 'malformed' | 'no-such-day';
  'bad-duration': 'malformed';
  'duplicate-id': (typeof yamlDuplicateCodes)[number] | 'own' | 'imported' | 'imports';
  'dangling-reference': ReferenceTarget | 'addition';
  'wrong-reference-kind': ReferenceTarget | 'ambiguous' | 'parent-plan';
  'import-failed': ImportFailure;
  'import-cycle': 'cycle';
  'limit-exceeded': (typeof yamlLimitCodes)[number] | 'import-depth' | 'imported-declarations' | 'link-pairs' | 'findings';
}

export type ShapeRule = keyof ProblemCodes;

/** What was expected, and is not there. */
export type WrongTypeCode =
  | 'map'
  | 'id-map'
  | 'string'
  | 'filled'
  | 'text'
  | 'boolean'
  | 'number'
  | 'integer'
  | 'minimum'
  | 'date'
  | 'duration'
  | 'enum'
  | 'id'
  | 'legal-reference'
  | 'parent-plan'
  | 'parties';

/** Why a path could not be followed. */
export type ImportFailure =
  | 'url'
  | 'absolute'
  | 'backslash'
  | 'not-yaml'
  | 'outside'
  | 'absent'
  | 'unreadable'
  | 'directory'
  | 'too-large'
  | 'not-govplan'
  | 'faulty'
  | 'no-plan';

export interface ProblemOf<R extends ShapeRule> {
  readonly rule: R;
  /** Which message of the rule applies. */
  readonly code: ProblemCodes[R];
  readonly place: Place;
  readonly data: Readonly<Record<string, string | number>>;
  /** The alias that stands where the place itself is meant: which of the two is at fault, `settleAliases` tells. */
  readonly through?: YamlAlias | undefined;
  /** The other place involved, such as the first definition of an id. */
  readonly related?: Place | undefined;
  /** Of an id that two imports define: the second one. */
  readonly second?: Place | undefined;
  /** The words nearest to what was written; a safe fix exists when there is exactly one. */
  readonly candidates?: readonly string[] | undefined;
  /** Where no word is near: one that means the like. */
  readonly alike?: Alike | undefined;
  /** For an unknown key: the key as which what stands under it was read. */
  readonly meant?: string | undefined;
}

export type Problem = { readonly [R in ShapeRule]: ProblemOf<R> }[ShapeRule];

/**
 * What is right where it is written may be wrong where an alias repeats it, and is then shown there. It is shown where it is written if it is
 * wrong there too, or if nothing reads it there but its aliases.
 */
export function settleAliases(problems: Problem[]): void {
  if (!problems.some(({ through }) => through)) return;
  const inPlace = new Set(problems.flatMap((problem) => (problem.through ? [] : [faultOf(problem)])));
  const settled = problems.flatMap((problem): readonly Problem[] => {
    const { through } = problem;
    if (through === undefined) return [problem];
    if (inPlace.has(faultOf(problem))) return [];
    return [isUnderOwnKey(through.target) ? problem : { ...problem, place: through }];
  });
  problems.splice(0, problems.length, ...settled);
}

function faultOf({ rule, place }: Problem): string {
  const { start, end } = placeSpan(place);
  return `${rule} ${start} ${end}`;
}

/** Whether a key of the author's own (`x-…`) stands above a node. */
function isUnderOwnKey(node: YamlNode | undefined): boolean {
  for (let at: YamlNode | undefined = node; at?.parent; at = at.parent.kind === 'pair' ? at.parent.parent : at.parent) {
    const { parent } = at;
    if (parent.kind === 'pair' && parent.key.kind === 'scalar' && parent.key.text.startsWith('x-')) return true;
  }
  return false;
}

/** What an alias or `<<` brings in is read once for each use; what is wrong with it is wrong at one place and said once. */
export function dropRepeated(problems: Problem[]): void {
  const seen = new Set<string>();
  const once = problems.filter(({ rule, code, place, data }) => {
    const { start, end } = placeSpan(place);
    const key = `${rule} ${code} ${start} ${end} ${JSON.stringify(data)}`;
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
  once.forEach((problem, index) => {
    problems[index] = problem;
  });
  problems.length = once.length;
}
