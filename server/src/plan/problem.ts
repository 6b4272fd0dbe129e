// What reading and linking documents can find wrong: data only. The rule of the same id turns it into a finding with a text.

import type { YamlSyntaxCode, yamlDuplicateCodes, yamlLimitCodes } from '../yaml/problem-codes.ts';
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
