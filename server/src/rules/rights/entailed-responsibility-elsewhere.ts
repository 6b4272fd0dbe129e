// A right that entails a responsibility which its holders do not bear.
import type { BorneResponsibility } from '../../workspace/plan.ts';
import { defineRule } from '../rule.ts';

export default defineRule({
  id: 'entailed-responsibility-elsewhere',
  group: 'rights',
  severity: 'warning',
  fix: 'none',
  summary: {
    en: 'A right entails a responsibility that none of its holders bears.',
    zh: '职权随之产生的职责，其持有者均不承担。',
  },
  why: {
    en: 'When one holds the right and another bears the responsibility that comes with it, power goes unanswered for.',
    zh: '权力由一方行使，责任由另一方承担，就会出现有权无责。',
  },
  source: 'S5.2',
  messages: {
    elsewhere: {
      en: "Right '{right}' entails '{responsibility}', which none of its holders bears. Let a holder share that responsibility in 'with', or name one that a holder bears.",
      zh: '“{right}”随之产生职责“{responsibility}”，但其持有者均不承担。请在该职责的 with 中加入持有者，或改为持有者承担的职责。',
    },
  },
  labels: { borne: { en: 'It is borne here.', zh: '该职责由此处的主体承担。' } },
  *check(plan, { holdings, doubts }) {
    const entailing = plan.rights.filter(({ declaration }) => declaration.entails.length > 0 && !doubts.holdings.aboutSharers(declaration));
    if (entailing.length === 0 || doubts.holdings.aboutDeciders()) return;
    // What an imported actor bears is visible even where that actor takes no part in this plan.
    const responsibilities = new Map<string, BorneResponsibility>();
    for (const actor of plan.actors.values()) for (const item of actor.responsibilities) responsibilities.set(item.id, item);
    for (const right of entailing) {
      for (const { id, node } of right.declaration.entails) {
        const responsibility = responsibilities.get(id);
        if (responsibility === undefined || doubts.holdings.aboutSharers(responsibility.declaration)) continue;
        if (holdings.meet(right.holders, responsibility.bearers)) continue;
        if (doubts.holdings.aboutDecidersOf(right.holders) || doubts.holdings.aboutDecidersOf(responsibility.bearers)) continue;
        yield {
          message: 'elsewhere',
          at: node,
          entity: `rights/${right.id}`,
          data: { right: right.id, responsibility: id },
          related: [{ at: responsibility.declaration.idNode, label: 'borne' }],
        };
      }
    }
  },
});
