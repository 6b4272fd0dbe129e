// Turns the problems that reading and linking found into drafts of the rule of the same id: the problem's code is the message's key.
import type { Problem, ProblemOf, ShapeRule } from '../../plan/problem.ts';
import type { Datum, DocumentContext, Draft, Fix } from '../rule.ts';
import { didYouMean, didYouMeanAlike, nameOf } from './format-words.ts';

/** The drafts for the problems of one rule. A related place gets the label `other`, and a second one the label `second`. */
export function* fromProblems<R extends ShapeRule>(
  rule: R,
  { problemsOf }: DocumentContext,
  fixesOf: (problem: ProblemOf<R>) => readonly Fix[] = () => [],
): Iterable<Draft> {
  for (const problem of problemsOf(rule) as readonly ProblemOf<R>[]) {
    yield {
      message: problem.code,
      at: problem.place,
      data: dataOf(problem),
      related: [
        ...(problem.related ? [{ at: problem.related, label: 'other' }] : []),
        ...(problem.second ? [{ at: problem.second, label: 'second' }] : []),
      ],
      fixes: fixesOf(problem),
    };
  }
}

/**
 * Words of the format are said in the reader's language; the nearest words become a question. Neither is an identity of the fault:
 * as texts in two languages they stay out of the fingerprint, which a new neighbour of a misspelt id must not change.
 */
function dataOf({ data, candidates = [], alike }: Pick<Problem, 'data' | 'candidates' | 'alike'>): Readonly<Record<string, Datum>> {
  const words: Record<string, Datum> = { hint: alike ? didYouMeanAlike(alike) : didYouMean(...candidates) };
  for (const [name, datum] of Object.entries(data)) {
    if (name === 'found' || name === 'to' || name === 'space') words[name] = nameOf(String(datum));
    else if (name === 'values') words.values = { en: String(datum), zh: String(data.meanings) };
    else if (name !== 'meanings') words[name] = datum;
  }
  return words;
}
