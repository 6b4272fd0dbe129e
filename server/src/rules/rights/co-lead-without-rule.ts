// A function that several lead, with nothing that says how.
import { defineRule, mostRelated } from '../rule.ts';
import { saysAnything } from '../shared/folded-text.ts';
import { addField } from '../shared/skeletons.ts';

export default defineRule({
  id: 'co-lead-without-rule',
  group: 'rights',
  severity: 'error',
  fix: 'offered',
  summary: {
    en: 'A function has two or more primary actors, no coordinator and no rule on how they share the lead.',
    zh: '职能（工作组）有两个以上牵头单位，却既无协调单位，也无分工规则。',
  },
  why: {
    en: 'Two leads without an agreed rule are two chains of command. Working together needs agreed ways to decide.',
    zh: '多家牵头而无分工规则，等于出现多头指挥。协同工作需要事先约定决策方式。',
  },
  source: 'ISO 22320',
  messages: {
    unruled: {
      en: "Function '{name}' has {count} primary actors and neither a coordinator nor a 'co-lead-rule'. Name a coordinator, or say how they share the lead.",
      zh: '职能“{name}”有 {count} 个牵头单位，却没有协调单位，也没有 co-lead-rule（分工规则）。请指定协调单位，或写明如何分工。',
    },
  },
  labels: {
    add: { en: 'Add a rule on how they share the lead', zh: '添加牵头单位分工规则' },
    lead: { en: 'One of the leads.', zh: '牵头单位之一。' },
  },
  *check(plan, { doubts: { hidden } }) {
    for (const { declaration, id, primary } of plan.functions) {
      const { coordinator, coLeadRule, idNode, name, node } = declaration;
      if (primary.length < 2 || coordinator.length > 0 || saysAnything(coLeadRule?.byLanguage)) continue;
      if (hidden.in(declaration, 'coordinator', 'co-lead-rule')) continue;
      yield {
        message: 'unruled',
        at: idNode,
        data: { name: name?.byLanguage ?? id, count: primary.length },
        related: declaration.primary.slice(0, mostRelated).map((reference) => ({ at: reference.node, label: 'lead' })),
        fixes: coLeadRule ? [] : addField(node, 'co-lead-rule', '…', 'add'),
      };
    }
  },
});
