// A government plan in force that does not show how it came into force.
import type { Plan } from '../../workspace/plan.ts';
import { insertPair } from '../../yaml/edit.ts';
import type { Fix } from '../rule.ts';
import { defineRule } from '../rule.ts';
import { type ApprovalStep, missingSteps } from '../shared/approval-steps.ts';
import { isGovernmentPlan } from '../shared/government-plan.ts';
import { firstOrganization } from '../shared/own-actors.ts';
import { planPlace } from '../shared/plan-place.ts';

export default defineRule({
  id: 'approval-chain-incomplete',
  group: 'life-cycle',
  severity: 'warning',
  fix: 'offered',
  summary: {
    en: 'A government plan in force lacks consultation, approval, filing or publication.',
    zh: '现行政府预案缺少征求意见、批准、备案或公布环节。',
  },
  why: {
    en: 'Consultation, approval, filing and publication are what binds others to the plan, and lets them know it.',
    zh: '经过征求意见、批准、备案和公布，预案才为各方知晓并具有约束力。',
  },
  source: 'Art. 26, 28',
  messages: {
    consultation: {
      en: "The plan is in force, but shows no consultation. Enter under 'consultation' with whom it was discussed, and when.",
      zh: '预案已生效，但没有征求意见的记录。请在 consultation 中填写征求意见的对象和日期。',
    },
    approval: {
      en: "The plan is in force, but shows no approval. Enter under 'approval' who approved it, and when.",
      zh: '预案已生效，但没有批准记录。请在 approval 中填写批准机关和日期。',
    },
    filing: {
      en: "The plan is in force, but shows no filing. Enter under 'filing' with whom it is filed, and since when.",
      zh: '预案已生效，但没有备案记录。请在 filing 中填写备案机关和日期。',
    },
    publication: {
      en: "The plan is in force, but not published. Publish what may be made public, and enter it under 'publication'.",
      zh: '预案已生效，但尚未公布。请公布可公开的内容，并在 publication 中填写。',
    },
  },
  labels: {
    consultation: { en: 'Add the consultation for the author to complete', zh: '添加待补充的征求意见记录' },
    approval: { en: 'Add the approval for the author to complete', zh: '添加待补充的批准记录' },
    filing: { en: 'Add the filing for the author to complete', zh: '添加待补充的备案记录' },
    publication: { en: 'Add the publication for the author to complete', zh: '添加待补充的公布记录' },
  },
  *check(plan, { doubts }) {
    const { head } = plan;
    if (head.status?.value !== 'in-force' || isGovernmentPlan(head) !== true) return;
    for (const { step, node } of missingSteps(head, doubts.keys)) {
      const fixes = node === undefined ? skeleton(plan, step) : [];
      yield { message: step, at: node ?? planPlace(plan), entity: 'plan', fixes };
    }
  },
});

/** The key with the actor that is most likely meant, where there is one. When it happened only the author knows. */
function skeleton(plan: Plan, step: ApprovalStep): readonly Fix[] {
  const own = firstOrganization(plan);
  const above = plan.organizations.find(({ external, declaration }) => external && declaration.sector?.value === 'government');
  const other = plan.organizations.find((organization) => !organization.external && organization !== own);
  const fields: Readonly<Record<ApprovalStep, string>> = {
    consultation: `{with: [${other?.id ?? ''}]}`,
    approval: own ? `{by: ${own.id}}` : '{}',
    filing: above ? `{with: ${above.id}}` : '{}',
    publication: '{}',
  };
  return [{ title: step, safe: false, edits: (text) => insertPair(text, plan.head.node, step, fields[step]) }];
}
