// A coercive right whose basis is too general to act on: no article cited, or neither condition nor procedure stated.

import type { Right } from '../../plan/shape.ts';
import { coerciveKinds } from '../../plan/vocabulary.ts';
import { type Draft, defineRule } from '../rule.ts';
import { saysAnything } from '../shared/folded-text.ts';
import type { HiddenKeys } from '../shared/hidden-keys.ts';
import { addField, addLocator } from '../shared/skeletons.ts';

export default defineRule({
  id: 'basis-not-operable',
  group: 'legal',
  severity: 'warning',
  fix: 'offered',
  summary: {
    en: 'A coercive right cites no article or other passage, or states neither condition nor procedure.',
    zh: '强制性职权未引用具体条文，或既无行使条件也无行使程序。',
  },
  why: {
    en: 'Law must be operable: who may compel must know by which article, when and how.',
    zh: '法律依据应当具有可操作性：强制措施应当明确依据哪一条、何时行使、如何行使。',
  },
  source: 'S5.1(c)',
  messages: {
    'no-article': {
      en: "Right '{id}' cites no article, section or other passage of its legal basis. Cite the one that gives it, as in 'some-law#12'.",
      zh: '“{id}”只引用了文件，未写明条文。请引用具体条文，如“标识#12”。',
    },
    'no-terms': {
      en: "Right '{id}' states neither 'condition' nor 'procedure'. Say when it may be exercised, or how.",
      zh: '“{id}”既无行使条件（condition），也无行使程序（procedure）。请写明何时或如何行使。',
    },
    neither: {
      en: "Right '{id}' cites no article, and states neither 'condition' nor 'procedure'. Say on which article it rests, and when or how it may be exercised.",
      zh: '“{id}”未引用具体条文，且既无行使条件，也无行使程序。请写明依据哪一条、何时或如何行使。',
    },
  },
  labels: {
    terms: { en: 'Add a condition', zh: '添加行使条件' },
    article: { en: "Cite article 1 of '{basis}', for the author to correct", zh: '引用“{basis}”第 1 条，由编制者更正' },
  },
  *check(plan, { doubts }) {
    for (const { declaration } of plan.rights) if (isCoercive(declaration)) yield* judge(declaration, doubts.hidden);
  },
});

function isCoercive({ kind }: Right): boolean {
  return kind !== undefined && coerciveKinds.has(kind.value);
}

function* judge(right: Right, hidden: HiddenKeys): Iterable<Draft> {
  const { id, idNode, node, basis, broken, condition, procedure } = right;
  const noArticle = basis.length > 0 && !broken.has('basis') && basis.every(({ locator }) => locator === undefined);
  const noTerms =
    !hidden.in(right, 'condition', 'procedure') && !saysAnything(condition?.byLanguage) && !saysAnything(procedure?.byLanguage);
  if (!noArticle && !noTerms) return;
  const terms = noTerms && !condition && !procedure ? addField(node, 'condition', '…', 'terms') : [];
  const message = noArticle && noTerms ? 'neither' : noArticle ? 'no-article' : 'no-terms';
  yield { message, at: idNode, data: { id }, fixes: [...(noArticle ? addLocator(basis, 'article') : []), ...terms] };
}
