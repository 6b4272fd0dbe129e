// An agreement that is over, and a link that still rests on it.
import type { Reference } from '../../plan/field.ts';
import { append } from '../../text/append.ts';
import type { LinkedAgreement } from '../../workspace/plan.ts';
import { defineRule, mostRelated } from '../rule.ts';

export default defineRule({
  id: 'agreement-expired',
  group: 'network',
  severity: 'error',
  fix: 'none',
  summary: {
    en: 'A link uses an agreement that has expired.',
    zh: '联系所依据的协议已经到期。',
  },
  why: {
    en: 'What an agreement promised is owed only as long as it is in force. Help that rests on an expired one may not come.',
    zh: '协议到期后，约定的支援不再有保障，事发时可能落空。',
  },
  source: '',
  messages: {
    expired: {
      en: "Agreement '{id}' expired on {expires}, before the check date {asOf}, and a link rests on it. Renew it, or rest the link on another one.",
      zh: '协议“{id}”已于 {expires} 到期（检查日期 {asOf}），但仍有联系以其为依据。请续签，或改用其他协议。',
    },
  },
  labels: { use: { en: 'This link rests on it.', zh: '该联系以其为依据。' } },
  *check(plan, { asOf }) {
    const uses = new Map<LinkedAgreement, Reference[]>();
    for (const { agreement, declaration } of plan.links) {
      if (agreement && declaration.agreement) append(uses, agreement.value, declaration.agreement);
    }
    for (const [{ id, declaration }, references] of uses) {
      const { expires } = declaration;
      if (expires === undefined || expires.value >= asOf) continue;
      yield {
        message: 'expired',
        at: expires.node,
        data: { id, expires: expires.value, asOf },
        related: references.slice(0, mostRelated).map(({ node }) => ({ at: node, label: 'use' })),
      };
    }
  },
});
