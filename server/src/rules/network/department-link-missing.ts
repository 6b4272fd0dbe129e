// Government departments that work in one function and have no tie to one another.
import { isOrganization } from '../../workspace/plan.ts';
import { defineRule } from '../rule.ts';
import { offerMesh } from '../shared/link-offers.ts';
import { findUntiedPairs } from '../shared/untied-pairs.ts';
import { firstNames, firstPairs, pairsInFunction } from '../shared/untied-places.ts';

export default defineRule({
  id: 'department-link-missing',
  group: 'network',
  severity: 'warning',
  fix: 'offered',
  summary: {
    en: 'Two government-side organizations work in one function and have no tie.',
    zh: '同一职能（工作组）中的两个政府侧单位之间没有任何联系。',
  },
  why: {
    en: 'Collaboration begins within government: departments that share a function without a tie are split by their lines of command when it matters.',
    zh: '协同治理首先要实现政府各部门之间的协同。同在一个职能却互无联系的部门，事发时容易陷入条块分割。',
  },
  source: 'S5.2(a)',
  messages: {
    untied: {
      en: "'{one}' and '{other}' work together in function '{name}' and have no tie (pairs without a tie there: {count}). Link them, or seat them together in a body.",
      zh: '“{one}”与“{other}”共同承担职能“{name}”，却没有任何联系（该职能中互无联系的单位共 {count} 对）。请在其间建立联系，或设立共同参加的机构。',
    },
  },
  labels: {
    pair: { en: "'{one}' and '{other}' have no tie.", zh: '“{one}”与“{other}”之间没有联系。' },
    link: { en: 'Add coordination: {from} – {to}', zh: '添加协调联系：{from} – {to}' },
  },
  *check(plan, { ties, sides, doubts, offers }) {
    if (doubts.ties.everybody) return;
    for (const function_ of plan.functions) {
      const departments = function_.actors
        .filter(isOrganization)
        .filter((actor) => sides.government.has(actor) && !actor.external && !doubts.ties.about(actor));
      const untied = findUntiedPairs(departments, ties);
      if (untied.count === 0) continue;
      const shown = firstPairs(untied);
      yield {
        message: 'untied',
        at: function_.declaration.idNode,
        data: { name: function_.declaration.name?.byLanguage ?? function_.id, count: untied.count, ...firstNames(shown) },
        discriminator: '',
        related: pairsInFunction(function_, shown),
        fixes: offerMesh(offers, 'link', shown),
      };
    }
  },
});
