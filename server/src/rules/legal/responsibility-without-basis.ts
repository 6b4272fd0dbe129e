// A responsibility that names no law.
import { findEntry } from '../../yaml/view.ts';
import { defineRule } from '../rule.ts';
import { createLikelyBasis } from '../shared/likely-basis.ts';
import { addBasis } from '../shared/skeletons.ts';

export default defineRule({
  id: 'responsibility-without-basis',
  group: 'legal',
  severity: 'information',
  fix: 'offered',
  summary: { en: 'A responsibility names no basis.', zh: '职责未写明依据。' },
  why: {
    en: 'A duty that law or agreement backs can be demanded; one that only the plan states can be declined.',
    zh: '有法律或协议依据的职责可以要求履行；仅写在预案里的职责容易落空。',
  },
  source: 'S5.1(a)',
  messages: {
    unfounded: {
      en: "Responsibility '{id}' names no basis. Cite the article or agreement from which it follows.",
      zh: '职责“{id}”未写明依据。请引用其所依据的条文或协议。',
    },
  },
  labels: { add: { en: "Cite '{basis}'", zh: '引用“{basis}”' } },
  *check(plan, { doubts: { hidden } }) {
    const unfounded = plan.responsibilities.filter(({ declaration }) => declaration.basis.length === 0 && !hidden.in(declaration, 'basis'));
    if (unfounded.length === 0) return;
    const likelyBasis = createLikelyBasis(plan);
    for (const { actor, declaration, id } of unfounded) {
      const { node, idNode } = declaration;
      const at = findEntry(node, 'basis')?.key ?? idNode;
      yield { message: 'unfounded', at, data: { id }, fixes: addBasis(node, likelyBasis(actor), 'add') };
    }
  },
});
