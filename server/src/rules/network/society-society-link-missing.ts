// Society organizations that work on the same thing and have no tie to one another.
import { isOrganization, type OrganizationActor } from '../../workspace/plan.ts';
import { defineRule, mostRelated } from '../rule.ts';
import { offerMesh } from '../shared/link-offers.ts';
import { planPlace } from '../shared/plan-place.ts';
import { untiedInActions } from '../shared/same-action.ts';
import { findUntiedPairs } from '../shared/untied-pairs.ts';
import { firstNames, firstPairs, pairNames, pairsInFunction } from '../shared/untied-places.ts';

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
      en: "'{one}' and '{other}' work together in function '{name}' and have no tie (pairs of society organizations without a tie there: {count}). Link them, or seat them together in a body.",
      zh: '“{one}”与“{other}”共同承担职能“{name}”，却没有任何联系（该职能中互无联系的社会侧组织共 {count} 对）。请在其间建立联系，或设立共同参加的机构。',
    },
    action: {
      en: "'{one}' and '{other}' bear the same action in the same phase and have no tie (such pairs of society organizations: {count}). Link them, or seat them together in a body.",
      zh: '“{one}”与“{other}”在同一阶段承担同一职责，却没有任何联系（此类社会侧组织共 {count} 对）。请在其间建立联系，或设立共同参加的机构。',
    },
    actions: {
      en: "'{one}' and '{other}' bear the same action in the same phase and have no tie (such pairs of society organizations: {count} or more). Link them, or seat them together in a body.",
      zh: '“{one}”与“{other}”在同一阶段承担同一职责，却没有任何联系（此类社会侧组织至少有 {count} 对）。请在其间建立联系，或设立共同参加的机构。',
    },
  },
  labels: {
    pair: { en: "'{one}' and '{other}' have no tie.", zh: '“{one}”与“{other}”之间没有联系。' },
    same: { en: "'{one}' and '{other}' both bear this action and have no tie.", zh: '“{one}”与“{other}”都承担此项职责，却没有联系。' },
    link: { en: 'Add coordination: {from} – {to}', zh: '添加协调联系：{from} – {to}' },
  },
  *check(plan, { ties, sides, duties, doubts: { ties: doubts }, offers }) {
    if (doubts.everybody) return;
    const counts = (organization: OrganizationActor): boolean => sides.society.has(organization) && !doubts.about(organization);
    for (const function_ of plan.functions) {
      const untied = findUntiedPairs(function_.actors.filter(isOrganization).filter(counts), ties);
      if (untied.count === 0) continue;
      const shown = firstPairs(untied);
      yield {
        message: 'function',
        at: function_.declaration.idNode,
        data: { name: function_.declaration.name?.byLanguage ?? function_.id, count: untied.count, ...firstNames(shown) },
        discriminator: '',
        related: pairsInFunction(function_, shown),
        fixes: offerMesh(offers, 'link', shown),
      };
    }
    const { pairs, complete } = untiedInActions({ plan, ties, duties }, counts);
    if (pairs.length === 0) return;
    const shown = pairs.slice(0, mostRelated);
    yield {
      message: complete ? 'action' : 'actions',
      at: planPlace(plan, 'links'),
      entity: 'plan',
      data: { count: pairs.length, ...firstNames(shown.map(({ pair }) => pair)) },
      discriminator: '',
      related: shown.map(({ pair, place }) => ({ at: place, label: 'same', data: pairNames(pair) })),
      fixes: offerMesh(
        offers,
        'link',
        shown.map(({ pair }) => pair),
      ),
    };
  },
});
