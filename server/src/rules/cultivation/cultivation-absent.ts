// Society has things to do, and nothing in the plan makes it able to do them.
import { defineRule, mostRelated } from '../rule.ts';
import { addCultivation } from '../shared/added-entries.ts';
import { planPlace } from '../shared/plan-place.ts';
import { standFor } from '../shared/stands-for.ts';

export default defineRule({
  id: 'cultivation-absent',
  group: 'cultivation',
  severity: 'warning',
  fix: 'offered',
  summary: {
    en: 'Society organizations bear responsibilities, and no cultivation entry has one of them as recipient.',
    zh: '社会侧组织承担职责，却没有任何以其为对象的培育措施。',
  },
  why: {
    en: 'Society takes part as well as it is able to. Training, funds, equipment and insurance are what makes it able.',
    zh: '社会力量能否有效参与取决于其能力，而能力有赖于培训、资金、装备和保险等培育措施。',
  },
  source: 'S5.4',
  messages: {
    absent: {
      en: 'Society bears responsibilities, but no entry of cultivation reaches a society organization. Say who trains, equips, funds or insures whom.',
      zh: '社会侧承担职责，但没有任何培育措施惠及社会侧组织。请写明由谁为谁提供培训、装备、资金或保险。',
    },
  },
  labels: {
    add: { en: "Add training for '{recipient}'", zh: '为“{recipient}”添加培训' },
    bears: { en: 'It bears responsibilities.', zh: '其承担职责。' },
  },
  *check(plan, { sides, holdings, doubts, unsided, offers }) {
    if (doubts.about.cultivation(['recipients'])) return;
    const recipients = standFor(
      plan,
      plan.content.cultivation.flatMap((entry) => entry.recipients),
    );
    if ([...recipients].some(unsided.has) || [...sides.society].some((organization) => recipients.has(organization))) return;
    const bearing = [...sides.society].filter((organization) => holdings.firstDutyOf(organization) !== undefined);
    const [first] = bearing;
    if (first === undefined) return;
    yield {
      message: 'absent',
      at: planPlace(plan, 'cultivation'),
      related: bearing.slice(0, mostRelated).map(({ idNode }) => ({ at: idNode, label: 'bears' })),
      fixes: addCultivation(offers, 'train', first, 'add'),
    };
  },
});
