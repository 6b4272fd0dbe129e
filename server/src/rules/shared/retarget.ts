// Rewriting a citation of a replaced instrument to its successor, where it is known which article took the place of the cited one.
import type { LegalReference } from '../../plan/field.ts';
import type { LegalBasis } from '../../plan/shape.ts';
import type { TextEdit } from '../../text/edit.ts';
import { remembered } from '../../text/remembered.ts';
import type { Plan } from '../../workspace/plan.ts';
import { replaceScalar } from '../../yaml/edit.ts';
import type { Fix } from '../rule.ts';
import { beginOf, citationOf, replacementOn } from './instruments.ts';
import { citesSuccessor, identifyInstrument, type KnownInstrument, successorArticle } from './legal-register.ts';

export type Retargeter = (reference: LegalReference, basis: LegalBasis, successor: LegalBasis) => readonly Fix[];

/**
 * One fix at most, with the title `retarget` where the article is known and the new citation is free of faults, else `judge`: then the
 * author must look the article up. `date` is the day on which the plan's bases must be in force.
 */
export function createRetargeter(plan: Plan, date: string): Retargeter {
  const identify = remembered((basis: LegalBasis) =>
    remembered((successor: LegalBasis) => {
      const instrument = identifyInstrument(citationOf(basis));
      return instrument && citesSuccessor(citationOf(successor), instrument) ? instrument : undefined;
    }),
  );
  return (reference, basis, successor) => {
    const instrument = identify(basis)(successor);
    const article = instrument && successorLocator(instrument, reference.locator);
    const text = article === undefined ? successor.id : `${successor.id}#${article}`;
    const safe = article !== undefined && successor.kind?.value === basis.kind?.value && isSound(successor, Number(article), plan, date);
    const edits = (source: string): readonly TextEdit[] => replaceScalar(source, reference.node, text);
    return [{ title: safe ? 'retarget' : 'judge', data: { reference: text }, safe, edits }];
  };
}

/**
 * The article that took the place of a cited one. Where paragraphs went is not known, so a locator with more than an article has none.
 */
export function successorLocator(instrument: KnownInstrument, locator: string | undefined): string | undefined {
  const article = locator !== undefined && /^\d+$/.test(locator) ? successorArticle(instrument, Number(locator)) : undefined;
  return article?.toString();
}

/** Whether an article of the successor can be cited without a new fault: it exists, and is in force when the plan needs it. */
function isSound(successor: LegalBasis, article: number, plan: Plan, date: string): boolean {
  const begin = beginOf(successor);
  const late = successor.effective && plan.head.effective && successor.effective.value > plan.head.effective.value;
  return (
    !late &&
    (begin === undefined || begin <= date) &&
    (successor.articles === undefined || article <= successor.articles.value) &&
    replacementOn(date, successor, plan.legalBases) === undefined
  );
}
