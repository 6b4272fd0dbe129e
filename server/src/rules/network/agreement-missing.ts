// Help that is promised by no agreement.
import { linkTypes } from '../../plan/vocabulary.ts';
import { defineRule } from '../rule.ts';
import { createAgreementOffer } from '../shared/agreement-offer.ts';
import { valueName } from '../shared/value-name.ts';

export default defineRule({
  id: 'agreement-missing',
  group: 'network',
  severity: 'warning',
  fix: 'offered',
  summary: {
    en: 'A supply or mutual-aid link names no agreement.',
    zh: '供应或互助联系没有写明所依据的协议。',
  },
  why: {
    en: 'Supplies and mutual aid are owed only where they were agreed on beforehand: what, how much, when, and who pays.',
    zh: '应急物资供应和互助应当事先以协议约定品种、数量、时限和费用，否则事发时无从保障。',
  },
  source: 'Art. 46',
  messages: {
    missing: {
      en: "This '{typeName}' link rests on no agreement. Name one under 'agreement', with both ends among its parties.",
      zh: '该{typeName}联系没有协议作为依据。请在 agreement 中写明协议，且联系双方均为签约方。',
    },
  },
  labels: {
    use: { en: "Use the agreement '{id}'", zh: '采用协议“{id}”' },
    add: { en: "Add an agreement '{id}' between them", zh: '在双方之间添加协议“{id}”' },
  },
  *check(plan, { doubts, offers, asOf }) {
    const offerAgreement = createAgreementOffer(plan, offers, asOf);
    for (const link of plan.links) {
      const { type, agreement } = link.declaration;
      if ((type?.value !== 'supply' && type?.value !== 'mutual-aid') || agreement !== undefined) continue;
      if (doubts.hidden.in(link.declaration, 'agreement')) continue;
      yield {
        message: 'missing',
        at: type.node,
        data: { type: type.value, typeName: valueName(linkTypes, type.value) },
        fixes: offerAgreement(link),
      };
    }
  },
});
