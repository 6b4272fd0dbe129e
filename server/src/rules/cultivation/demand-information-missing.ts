// Society is to help in the response and is told nothing of what is needed where.
import type { Actor } from '../../workspace/plan.ts';
import { defineRule } from '../rule.ts';
import { actorName } from '../shared/actor-name.ts';
import { addSharing } from '../shared/added-entries.ts';

export default defineRule({
  id: 'demand-information-missing',
  group: 'cultivation',
  severity: 'warning',
  profiles: ['cn'],
  fix: 'offered',
  summary: {
    en: 'A society organization acts in the response, and neither a link nor a right gives it information from government.',
    zh: '社会侧组织承担应急处置职责，却没有从政府获取信息的联系或权利。',
  },
  why: {
    en: 'The government in charge gives society the information it needs to take part. Help that does not know the demand goes where it is not needed.',
    zh: '负责应急处置的政府应当向社会力量提供所需的需求信息。不掌握需求，救援力量就会错配。',
  },
  source: 'Art. 72',
  messages: {
    uninformed: {
      en: "'{name}' acts in the response, but no government actor shares information with it and it has no right to access information. Add a share-information link to it, or a right of kind access-information.",
      zh: '“{name}”承担应急处置职责，但没有政府主体向其共享信息，它也没有知情权。请添加指向它的信息共享（share-information）联系，或赋予知情（access-information）类权利。',
    },
  },
  labels: {
    add: { en: "Let '{from}' and '{to}' share information", zh: '在“{from}”与“{to}”之间建立信息共享' },
    duty: { en: 'This is what it does in the response.', zh: '其应急处置职责。' },
  },
  *check(plan, { sides, holdings, doubts, unsided, offers }) {
    if (doubts.ties.everybody) return;
    const informed = new Set<Actor>();
    for (const { type, from, to } of plan.ties) {
      if (type === 'share-information' && (sides.government.has(from) || unsided.has(from))) informed.add(to);
    }
    const uninformed = [...sides.society].filter((each) => !informed.has(each) && !holdings.mayHold(each, 'access-information'));
    for (const organization of uninformed) {
      const duty = holdings.firstDutyOf(organization, 'response');
      if (duty === undefined || doubts.ties.about(organization) || doubts.holdings.about(organization, 'rights')) continue;
      yield {
        message: 'uninformed',
        at: organization.idNode,
        data: { name: actorName(organization) },
        related: [{ at: duty.declaration.idNode, label: 'duty' }],
        fixes: addSharing(offers, organization, 'add'),
      };
    }
  },
});
