// Society stands in the plan only by organizations that hang on government.
import type { OrganizationActor } from '../../workspace/plan.ts';
import { defineRule, mostRelated } from '../rule.ts';
import { actorName } from '../shared/actor-name.ts';
import { misspeltOutsiders } from '../shared/misspelt-ids.ts';
import { planPlace } from '../shared/plan-place.ts';

export default defineRule({
  id: 'only-sponsored-society',
  group: 'network',
  severity: 'information',
  fix: 'none',
  summary: {
    en: 'Every society organization of the plan is affiliated to an agency or a mass organization.',
    zh: '预案中的社会侧组织全部为挂靠单位或群团组织。',
  },
  why: {
    en: 'Where all of society in a plan is sponsored by government, the plan draws on no force of its own initiative, and the classification depends on how such organizations count.',
    zh: '若参与预案的社会力量全部由政府主办或挂靠，预案就没有动员起自主的社会力量，模式判定也取决于此类组织如何计入。',
  },
  source: 'S4.2, 5.3',
  messages: {
    sponsored: {
      en: 'All society organizations of the plan ({count}) are affiliated or mass organizations. Consider independent social organizations, volunteer groups or communities.',
      zh: '预案中的社会侧组织（共 {count} 个）全部为挂靠单位或群团组织。请考虑吸收独立的社会组织、志愿者队伍或社区参与。',
    },
  },
  labels: {
    affiliated: { en: "'{name}' is affiliated.", zh: '“{name}”为挂靠单位。' },
    mass: { en: "'{name}' is a mass organization.", zh: '“{name}”为群团组织。' },
  },
  *check(plan, { sides, doubts: { hidden } }) {
    const society = [...sides.society];
    if (society.length === 0 || !plan.complete || !society.every(isSponsored)) return;
    const declarations = plan.organizations.map(({ declaration }) => declaration);
    // Who is of no known sector may be the independent one.
    if (hidden.inEntries('organizations') || declarations.some(({ sector }) => sector === undefined)) return;
    if (misspeltOutsiders(plan).some((actor) => actor.kind === 'organization' && !isSponsored(actor))) return;
    yield {
      message: 'sponsored',
      at: planPlace(plan, 'organizations'),
      entity: 'plan',
      data: { count: society.length },
      related: society.slice(0, mostRelated).map((organization) => ({
        at:
          (isAffiliated(organization) ? organization.declaration.autonomy?.node : organization.declaration.sector?.node) ??
          organization.idNode,
        label: isAffiliated(organization) ? 'affiliated' : 'mass',
        data: { name: actorName(organization) },
      })),
    };
  },
});

function isSponsored(organization: OrganizationActor): boolean {
  return isAffiliated(organization) || organization.declaration.sector?.value === 'mass-organization';
}

function isAffiliated({ declaration }: OrganizationActor): boolean {
  return declaration.autonomy?.value === 'affiliated';
}
