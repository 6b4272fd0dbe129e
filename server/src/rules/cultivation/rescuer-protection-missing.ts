// Rescuers of society who are sent into danger without insurance or equipment.
import { defineRule } from '../rule.ts';
import { actorName } from '../shared/actor-name.ts';
import { addCultivation } from '../shared/added-entries.ts';
import { isMisspeltIn } from '../shared/misspelt-ids.ts';
import { rescueForces } from '../shared/rescue-forces.ts';
import { standFor } from '../shared/stands-for.ts';

export default defineRule({
  id: 'rescuer-protection-missing',
  group: 'cultivation',
  severity: 'warning',
  profiles: ['cn'],
  fix: 'offered',
  summary: {
    en: 'A volunteer group or social organization acts in the response, and nothing insures or equips it.',
    zh: '志愿者队伍或社会组织承担应急处置职责，却没有为其提供保险或装备的措施。',
  },
  why: {
    en: 'Who is sent into danger must be protected: the law asks for accident insurance and for protective equipment for rescuers.',
    zh: '参与救援者面临人身风险。法律要求为救援人员购买人身意外伤害保险，并配备必要的防护装备和器材。',
  },
  source: 'Art. 40',
  messages: {
    unprotected: {
      en: "'{name}' acts in the response, but no cultivation entry of kind insure or equip reaches it. Say who insures or equips its rescuers.",
      zh: '“{name}”承担应急处置职责，但没有惠及它的保险（insure）或装备（equip）类培育措施。请写明由谁为其救援人员投保或配备装备。',
    },
  },
  labels: {
    add: { en: "Add insurance for '{recipient}'", zh: '为“{recipient}”添加保险' },
    duty: { en: 'This is what it does in the response.', zh: '其应急处置职责。' },
  },
  *check(plan, { holdings, doubts, offers }) {
    if (doubts.about.cultivation(['recipients'], 'insure', 'equip')) return;
    // An entry whose kind could not be read may be one of the two.
    const protecting = plan.content.cultivation.filter(({ kind }) => !kind || kind.value === 'insure' || kind.value === 'equip');
    const reached = standFor(
      plan,
      protecting.flatMap(({ recipients }) => recipients),
    );
    for (const organization of rescueForces(plan).filter((each) => !reached.has(each))) {
      const duty = holdings.firstDutyOf(organization, 'response');
      if (duty === undefined || isMisspeltIn(plan, organization, 'cultivation', 'bodies')) continue;
      yield {
        message: 'unprotected',
        at: organization.idNode,
        data: { name: actorName(organization) },
        related: [{ at: duty.declaration.idNode, label: 'duty' }],
        fixes: addCultivation(offers, 'insure', organization, 'add'),
      };
    }
  },
});
