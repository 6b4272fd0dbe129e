// A society organization that must act and has no say: neither a right nor a part in any decision.
import { defineRule } from '../rule.ts';
import { actorName } from '../shared/actor-name.ts';
import { isMisspeltIn } from '../shared/misspelt-ids.ts';
import { addRight } from '../shared/skeletons.ts';

export default defineRule({
  id: 'society-without-voice',
  group: 'rights',
  severity: 'warning',
  fix: 'offered',
  summary: {
    en: 'A society organization bears a responsibility, holds no right and decides in no body.',
    zh: '社会侧组织承担职责，却没有任何权利，也不参与任何机构的决策。',
  },
  why: {
    en: 'Where society only carries out orders it cannot use its own resources. Even a right to be informed or to propose is a voice.',
    zh: '社会主体若只是执行指令，就难以发挥自身资源。知情权、建议权也是话语权。',
  },
  source: 'S2 P1',
  messages: {
    voiceless: {
      en: "'{name}' bears responsibilities but has no say: no right, and no part in the decisions of any body. Give it a right, such as access to information or to propose, or a seat that decides.",
      zh: '“{name}”承担职责，却没有话语权：既无权利，也不参与任何机构的决策。请赋予其权利（如知情、建议），或给予决策席位。',
    },
  },
  labels: {
    add: { en: "Add a right to propose to '{id}'", zh: '为“{id}”添加建议权' },
    borne: { en: 'It bears this responsibility.', zh: '其承担此项职责。' },
  },
  *check(plan, { holdings, sides, doubts: { holdings: doubts }, offers }) {
    if (!plan.complete || doubts.aboutAnySharers('rights')) return;
    if (doubts.aboutDeciders()) return;
    const deciders = new Set(plan.bodies.flatMap((body) => body.deciders));
    for (const organization of [...sides.society].filter((each) => !holdings.hasRights(each) && !deciders.has(each))) {
      const responsibility = holdings.firstDutyOf(organization);
      if (responsibility === undefined) continue;
      if (isMisspeltIn(plan, organization, 'rights', 'bodies') || doubts.about(organization, 'rights')) continue;
      yield {
        message: 'voiceless',
        at: organization.idNode,
        data: { name: actorName(organization) },
        related: [{ at: responsibility.declaration.idNode, label: 'borne' }],
        fixes: addRight(organization, 'propose', offers, 'add'),
      };
    }
  },
});
