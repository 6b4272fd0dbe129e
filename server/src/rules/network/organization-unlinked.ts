// An organization that stands alone: no link, no seat, no function that it shares with anyone.
import { defineRule } from '../rule.ts';
import { actorName } from '../shared/actor-name.ts';
import { offerLink } from '../shared/link-offers.ts';

export default defineRule({
  id: 'organization-unlinked',
  group: 'network',
  severity: 'error',
  fix: 'offered',
  summary: {
    en: 'An organization has no tie to any other actor and shares no function with one.',
    zh: '组织与其他主体没有任何联系，也未与其他主体共同参与任何职能（工作组）。',
  },
  why: {
    en: 'Who is tied to nobody cannot be called, cannot report and cannot be helped. Unconnected actors are what fragments emergency management.',
    zh: '与谁都没有联系的单位，既调不动，也报不上，更得不到支援。主体之间缺乏联动，正是应急管理碎片化的成因。',
  },
  source: 'S2 P3',
  messages: {
    unlinked: {
      en: "'{name}' has no tie to any other actor: no link, no seat in a body, no function shared with anyone. Link it to those it works with, or leave it out of the plan.",
      zh: '“{name}”与其他主体没有任何联系：未列入任何联系（links），没有机构席位，也没有与其他主体共同参与的职能。请将其与协作单位建立联系，或移出预案。',
    },
  },
  labels: { link: { en: "Add a link between '{from}' and '{to}'", zh: '在“{from}”与“{to}”之间添加联系' } },
  *check(plan, { ties, doubts: { ties: doubts }, offers }) {
    if (doubts.everybody || doubts.roles) return;
    const untied = plan.organizations.filter((each) => !each.external && !ties.hasTie(each));
    if (untied.length === 0) return;
    const together = new Set<string>();
    for (const { declaration } of plan.functions) {
      const ids = new Set([...declaration.coordinator, ...declaration.primary, ...declaration.support].map(({ id }) => id));
      if (ids.size > 1) for (const id of ids) together.add(id);
    }
    for (const organization of untied) {
      if (together.has(organization.id) || doubts.aboutRoles(organization)) continue;
      yield {
        message: 'unlinked',
        at: organization.idNode,
        data: { name: actorName(organization) },
        fixes: offerLink(offers, 'link', offers.partnerOf(organization), organization),
      };
    }
  },
});
