// A society organization that no tie joins to government, or a plan in which no tie joins the two at all.
import { defineRule, mostRelated } from '../rule.ts';
import { actorName } from '../shared/actor-name.ts';
import { offerLink } from '../shared/link-offers.ts';
import { planPlace } from '../shared/plan-place.ts';

export default defineRule({
  id: 'government-society-link-missing',
  group: 'network',
  severity: 'warning',
  fix: 'offered',
  summary: {
    en: 'A society organization has ties, but none to government. An error where no tie of the plan joins government and society.',
    zh: '社会侧组织有联系，但与政府侧没有任何联系；若整个预案中政府与社会之间没有任何联系，则为错误。',
  },
  why: {
    en: 'Lack of coordination between government departments and social organizations fragments emergency management and lowers its efficiency.',
    zh: '政府部门与社会组织之间缺乏协调联动，容易造成管理碎片化、分散化，降低整体效能。',
  },
  source: 'S2 P3',
  messages: {
    organization: {
      en: "'{name}' has ties, but none to a government actor. Link it to the government body or department it works with.",
      zh: '“{name}”虽有联系，但与任何政府侧主体都没有联系。请将其与协作的政府机构或部门建立联系。',
    },
    plan: {
      en: 'Nothing in the plan ties a society organization to a government actor. Add links between them, or seat them together in a body.',
      zh: '预案中没有任何一个社会侧组织与政府侧主体存在联系。请在二者之间建立联系，或设立共同参加的机构。',
    },
  },
  labels: {
    link: { en: "Add a link between '{from}' and '{to}'", zh: '在“{from}”与“{to}”之间添加联系' },
    society: { en: "'{name}' is a society organization.", zh: '“{name}”为社会侧组织。' },
  },
  *check(plan, { ties, sides, doubts: { ties: doubts }, meeting: { reached }, unsided: { tied: maybeReached }, offers }) {
    const society = [...sides.society];
    const [first] = society;
    if (doubts.everybody || first === undefined) return;
    if (reached.size === 0) {
      if (society.some((organization) => doubts.about(organization) || maybeReached.has(organization))) return;
      yield {
        message: 'plan',
        severity: 'error',
        at: planPlace(plan),
        entity: 'plan',
        related: society
          .slice(0, mostRelated)
          .map((organization) => ({ at: organization.idNode, label: 'society', data: { name: actorName(organization) } })),
        fixes: offerLink(offers, 'link', offers.governmentPartner(), first),
      };
      return;
    }
    for (const organization of society.filter((each) => !reached.has(each) && !maybeReached.has(each))) {
      if (!ties.hasTie(organization) || doubts.about(organization)) continue;
      const fixes = offerLink(offers, 'link', offers.governmentPartner(), organization);
      yield { message: 'organization', at: organization.idNode, data: { name: actorName(organization) }, fixes };
    }
  },
});
