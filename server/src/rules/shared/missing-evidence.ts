// What a plan lacks to be classified at all: the evidence gate, condition by condition (classifier.md section 5).
import { method } from '../../governance/method.ts';
import { leadSeats } from '../../governance/seats.ts';
import type { Sides } from '../../governance/sides.ts';
import type { Bilingual } from '../../plan/field.ts';
import { decisionKinds } from '../../plan/vocabulary.ts';
import type { Actor, Plan } from '../../workspace/plan.ts';

export function missingEvidence(plan: Plan, sides: Sides): readonly Bilingual[] {
  const { evidence } = method;
  const missing: Bilingual[] = [];
  const organizations = plan.organizations.filter(
    (organization) => !organization.external && sides.weight(organization) !== undefined,
  ).length;
  if (organizations < evidence.organizations) {
    missing.push({
      en: `${evidence.organizations} organizations on the government or the society side (now ${organizations})`,
      zh: `${evidence.organizations} 个政府侧或社会侧组织（现有 ${organizations} 个）`,
    });
  }
  if (plan.ties.length + plan.bodies.length < evidence.linksOrBodies) missing.push({ en: 'a link or a body', zh: '一项联系或一个机构' });
  const leads = countLeads(plan, sides);
  const decisions = countDecisions(plan, sides);
  if (leads < evidence.leadRoles && decisions < evidence.decisionRights) {
    missing.push({
      en: `a lead role, or ${evidence.decisionRights} decision rights (now ${decisions})`,
      zh: `一个牵头角色，或 ${evidence.decisionRights} 项决策权（现有 ${decisions} 项）`,
    });
  }
  return missing;
}

function countLeads({ bodies, functions }: Plan, sides: Sides): number {
  const roles: readonly (readonly Actor[])[] = [
    ...bodies.map(leadSeats),
    ...functions.flatMap(({ coordinator, primary }) => [coordinator, primary]),
  ];
  return roles.filter((actors) => sides.meanWeight(actors) !== undefined).length;
}

function countDecisions({ rights }: Plan, sides: Sides): number {
  return rights.filter(({ declaration: { kind, rule }, holders }) => {
    if (kind === undefined || !decisionKinds.has(kind.value) || rule?.value === 'advisory') return false;
    return sides.meanWeight(holders) !== undefined;
  }).length;
}
