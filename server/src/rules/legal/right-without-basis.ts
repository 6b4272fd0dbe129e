// A right to decide that names no law.
import { coerciveKinds, decisionKinds, rightKinds } from '../../plan/vocabulary.ts';
import { findEntry } from '../../yaml/view.ts';
import { defineRule } from '../rule.ts';
import { createLikelyBasis } from '../shared/likely-basis.ts';
import { addBasis } from '../shared/skeletons.ts';
import { valueName } from '../shared/value-name.ts';

export default defineRule({
  id: 'right-without-basis',
  group: 'legal',
  severity: 'error',
  fix: 'offered',
  summary: {
    en: 'A right of a decision kind names no basis: an error for coercive rights, else a warning.',
    zh: '决策类职权未写明依据：强制性职权为错误，其他为警告。',
  },
  why: {
    en: 'A public power exists only where the law gives it; to compel others without one is unlawful.',
    zh: '法无授权不可为：行使公权力应当于法有据，没有依据的强制措施属于违法。',
  },
  source: 'S5.1(a)',
  messages: {
    coercive: {
      en: "Right '{id}' ({kindName}) is coercive and names no basis. Cite the article that gives it.",
      zh: '“{id}”属{kindName}类强制性职权，但未写明依据。请引用赋予该职权的条文。',
    },
    decision: {
      en: "Right '{id}' ({kindName}) names no basis. Cite the article that gives it.",
      zh: '“{id}”属{kindName}类职权，但未写明依据。请引用赋予该职权的条文。',
    },
  },
  labels: { add: { en: "Cite '{basis}'", zh: '引用“{basis}”' } },
  *check(plan, { doubts: { hidden } }) {
    const unfounded = plan.rights.filter(({ declaration }) => declaration.basis.length === 0 && !hidden.in(declaration, 'basis'));
    if (unfounded.length === 0) return;
    const likelyBasis = createLikelyBasis(plan);
    for (const { actor, declaration, id } of unfounded) {
      const { kind, node, idNode } = declaration;
      if (kind === undefined || !decisionKinds.has(kind.value)) continue;
      const coercive = coerciveKinds.has(kind.value);
      yield {
        message: coercive ? 'coercive' : 'decision',
        at: findEntry(node, 'basis')?.key ?? idNode,
        data: { id, kind: kind.value, kindName: valueName(rightKinds, kind.value) },
        severity: coercive ? 'error' : 'warning',
        fixes: addBasis(node, likelyBasis(actor), 'add'),
      };
    }
  },
});
