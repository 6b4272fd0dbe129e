// An organization that takes part in the plan but has nothing to do in it.
import { isOrganization } from '../../workspace/plan.ts';
import { defineRule } from '../rule.ts';
import { actorName } from '../shared/actor-name.ts';
import { isMisspeltIn } from '../shared/misspelt-ids.ts';
import { addResponsibility } from '../shared/skeletons.ts';

export default defineRule({
  id: 'organization-without-responsibility',
  group: 'rights',
  severity: 'warning',
  fix: 'offered',
  summary: {
    en: 'An organization of the plan bears no responsibility and has no role in a function.',
    zh: '预案中的组织既不承担职责，也未在任何职能（工作组）中任职。',
  },
  why: {
    en: 'Rights, responsibilities and ability must match. Who is named without a task will wait for one when the emergency comes.',
    zh: '责、权、能应当相互匹配。列入预案却没有任务的单位，事发时只能等待安排。',
  },
  source: 'S5.2',
  messages: {
    idle: {
      en: "'{name}' bears no responsibility and has no role in any function. State what it must do; mark it 'external' if it stands outside this plan's own system; or else leave it out.",
      zh: '“{name}”不承担任何职责，也未在任何职能（工作组）中任职。请写明其职责；如不属于本预案自身体系，请标注 external: true；否则将其移出预案。',
    },
  },
  labels: { add: { en: "Add a responsibility to '{id}'", zh: '为“{id}”添加职责' } },
  *check(plan, { holdings, doubts: { hidden, holdings: doubts }, offers }) {
    const functions = plan.functions.map(({ declaration }) => declaration);
    const bodies = plan.bodies.map(({ declaration }) => declaration);
    if (!plan.complete || doubts.aboutAnySharers('responsibilities')) return;
    if (hidden.inEntries('functions') || hidden.inAny(functions, 'coordinator', 'primary', 'support')) return;
    if (hidden.inEntries('bodies') || hidden.inAny(bodies, 'advisers')) return;
    const busy = new Set(plan.functions.flatMap(({ actors }) => actors).filter(isOrganization));
    const idle = plan.organizations.filter((organization) => {
      return !organization.external && !busy.has(organization) && holdings.firstDutyOf(organization) === undefined;
    });
    for (const organization of idle) {
      const { sector } = organization.declaration;
      if (sector?.value === 'expert' || organization.seats.some(({ kind }) => kind === 'adviser')) continue;
      if (
        sector === undefined ||
        isMisspeltIn(plan, organization, 'responsibilities', 'functions', 'bodies') ||
        doubts.about(organization, 'responsibilities')
      )
        continue;
      yield {
        message: 'idle',
        at: organization.idNode,
        data: { name: actorName(organization) },
        fixes: addResponsibility(organization, plan, offers, 'add'),
      };
    }
  },
});
