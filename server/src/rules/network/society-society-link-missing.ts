// Society organizations that work on the same thing and have no tie to one another.
import { isOrganization, type OrganizationActor } from '../../workspace/plan.ts';
import { defineRule } from '../rule.ts';
import { offerMesh } from '../shared/link-offers.ts';
import { planPlace } from '../shared/plan-place.ts';
import { untiedInActions } from '../shared/same-action.ts';
import { createTieDoubts } from '../shared/tie-doubts.ts';
import { findUntiedPairs } from '../shared/untied-pairs.ts';
import { firstPairs, MOST_SHOWN, pairNames, pairsInFunction } from '../shared/untied-places.ts';

export default defineRule({
  id: 'society-society-link-missing',
  group: 'network',
  severity: 'warning',
  fix: 'offered',
  summary: {
    en: 'Two society organizations share a function, or an action in one phase, and have no tie.',
    zh: '两个社会侧组织同处一个职能（工作组），或在同一阶段承担同一职责，却没有任何联系。',
  },
  why: {
    en: 'Social organizations that do the same work without a tie to one another scatter their forces: some places get help twice, others none.',
    zh: '从事同一工作的社会组织之间缺乏联动，力量就会分散：有的地方重复救援，有的地方无人顾及。',
  },
  source: 'S2 P3',
  messages: {
    function: {
      en: "In function '{name}', pairs of society organizations without a tie: {count}. Link them, or seat them together in a body.",
      zh: '职能“{name}”中，尚无联系的社会侧组织组合共 {count} 对。请在其间建立联系，或设立共同参加的机构。',
    },
    action: {
      en: 'Pairs of society organizations that bear the same action in the same phase and have no tie: {count}. Link them, or seat them together in a body.',
      zh: '在同一阶段承担同一职责、却没有联系的社会侧组织组合共 {count} 对。请在其间建立联系，或设立共同参加的机构。',
    },
    actions: {
      en: 'Pairs of society organizations that bear the same action in the same phase and have no tie: {count} or more. Link them, or seat them together in a body.',
      zh: '在同一阶段承担同一职责、却没有联系的社会侧组织组合至少有 {count} 对。请在其间建立联系，或设立共同参加的机构。',
    },
  },
  labels: {
    pair: { en: "'{one}' and '{other}' have no tie.", zh: '“{one}”与“{other}”之间没有联系。' },
    same: { en: "'{one}' and '{other}' both bear this action and have no tie.", zh: '“{one}”与“{other}”都承担此项职责，却没有联系。' },
    link: { en: 'Add coordination: {from} – {to}', zh: '添加协调联系：{from} – {to}' },
  },
  *check(plan, { ties, sides, holdings }) {
    const doubts = createTieDoubts(plan);
    if (doubts.everybody) return;
    const counts = (organization: OrganizationActor): boolean => sides.society.has(organization) && !doubts.about(organization);
    for (const function_ of plan.functions) {
      const untied = findUntiedPairs(function_.actors.filter(isOrganization).filter(counts), ties);
      if (untied.count === 0) continue;
      const shown = firstPairs(untied);
      yield {
        message: 'function',
        at: function_.declaration.idNode,
        data: { name: function_.declaration.name?.byLanguage ?? function_.id, count: untied.count },
        related: pairsInFunction(function_, shown),
        fixes: offerMesh(plan, 'link', shown),
      };
    }
    const { pairs, complete } = untiedInActions(plan, holdings, ties, counts);
    if (pairs.length === 0) return;
    const shown = pairs.slice(0, MOST_SHOWN);
    yield {
      message: complete ? 'action' : 'actions',
      at: planPlace(plan, 'links'),
      entity: 'plan',
      data: { count: pairs.length },
      related: shown.map(({ pair, place }) => ({ at: place, label: 'same', data: pairNames(pair) })),
      fixes: offerMesh(
        plan,
        'link',
        shown.map(({ pair }) => pair),
      ),
    };
  },
});
