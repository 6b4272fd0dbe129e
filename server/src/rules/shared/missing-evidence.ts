// What a plan lacks to be classified at all: the evidence gate, condition by condition (classifier.md section 5).
import { method } from '../../governance/method.ts';
import type { Sides } from '../../governance/sides.ts';
import { measureStructure } from '../../governance/structure.ts';
import type { Bilingual } from '../../plan/field.ts';
import type { Plan } from '../../workspace/plan.ts';

export function missingEvidence(plan: Plan, sides: Sides): readonly Bilingual[] {
  const { evidence } = method;
  const { organizations, linksOrBodies, leadRoles, decisionRights } = measureStructure(plan, sides).gate;
  const missing: Bilingual[] = [];
  if (organizations < evidence.organizations) {
    missing.push({
      en: `${evidence.organizations} organizations on the government or the society side (now ${organizations})`,
      zh: `${evidence.organizations} 个政府侧或社会侧组织（现有 ${organizations} 个）`,
    });
  }
  if (linksOrBodies < evidence.linksOrBodies) missing.push({ en: 'a link or a body', zh: '一项联系或一个机构' });
  if (leadRoles < evidence.leadRoles && decisionRights < evidence.decisionRights) {
    missing.push({
      en: `a lead role, or ${evidence.decisionRights} decision rights (now ${decisionRights})`,
      zh: `一个牵头角色，或 ${evidence.decisionRights} 项决策权（现有 ${decisionRights} 项）`,
    });
  }
  return missing;
}
