// An organization that must do something and may do nothing. Society organizations have a rule of their own: society-without-voice.
import { defineRule } from '../rule.ts';
import { actorName } from '../shared/actor-name.ts';
import { isMisspeltIn } from '../shared/misspelt-ids.ts';
import { addRight } from '../shared/skeletons.ts';

export default defineRule({
  id: 'organization-without-right',
  group: 'rights',
  severity: 'warning',
  fix: 'offered',
  summary: {
    en: 'An organization outside society bears a responsibility and holds no right.',
    zh: '社会侧以外的组织承担职责，却没有任何职权。',
  },
  why: {
    en: 'Responsibility without a right to act on it leaves the organization waiting for orders.',
    zh: '有责无权，单位只能等待指令，难以履行职责。',
  },
  source: 'S5.1(d), 5.2',
  messages: {
    powerless: {
      en: "'{name}' bears responsibilities but holds no right. State what it may decide, or name it under 'with' in a right that it shares.",
      zh: '“{name}”承担职责，却没有任何职权。请写明其可以行使的职权，或将其列入共同行使的职权的 with。',
    },
  },
  labels: {
    add: { en: "Add a right to '{id}'", zh: '为“{id}”添加职权' },
    borne: { en: 'It bears this responsibility.', zh: '其承担此项职责。' },
  },
  *check(plan, { holdings, sides, doubts: { holdings: doubts }, offers }) {
    if (!plan.complete || doubts.aboutAnySharers('rights')) return;
    const rightless = plan.organizations.filter((organization) => !organization.external && !holdings.hasRights(organization));
    for (const organization of rightless) {
      // Where the sector is unknown, so is the side.
      if (organization.declaration.sector === undefined || sides.society.has(organization)) continue;
      const responsibility = holdings.firstDutyOf(organization);
      if (responsibility === undefined) continue;
      if (isMisspeltIn(plan, organization, 'rights', 'bodies') || doubts.about(organization, 'rights')) continue;
      yield {
        message: 'powerless',
        at: organization.idNode,
        data: { name: actorName(organization) },
        related: [{ at: responsibility.declaration.idNode, label: 'borne' }],
        fixes: addRight(organization, 'decide', offers, 'add'),
      };
    }
  },
});
