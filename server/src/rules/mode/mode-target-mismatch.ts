// The plan is built for another governance mode than the one its authors aim at.
import { isMode } from '../../governance/classification.ts';
import { modeNames } from '../../governance/names.ts';
import { defineRule } from '../rule.ts';
import { figure } from '../shared/figure.ts';

export default defineRule({
  id: 'mode-target-mismatch',
  group: 'mode',
  severity: 'warning',
  fix: 'none',
  summary: {
    en: 'The governance mode that the structure shows is not the target mode.',
    zh: '预案结构所呈现的治理模式与目标模式不一致。',
  },
  why: {
    en: 'A mode is not reached by naming it: who decides, who leads and who works with whom must be written down accordingly.',
    zh: '仅写明目标模式并不能实现它：谁决策、谁牵头、谁与谁协作，都要在预案中落实。',
  },
  source: 'S3',
  messages: {
    different: {
      en: 'The plan aims at {target}, but its structure shows {structure} (L = {locus}, X = {interaction}). Change who decides, leads and cooperates, or the target.',
      zh: '预案的目标模式是“{target}”，而其结构呈现“{structure}”模式（L = {locus}，X = {interaction}）。请调整决策、牵头和协作关系，或修改目标模式。',
    },
  },
  *check(plan, { classification: { structure }, doubts }) {
    const { targetMode } = plan.head;
    const { verdict, L = 0, X } = structure;
    if (targetMode === undefined || !isMode(verdict) || verdict === targetMode.value || doubts.structure) return;
    yield {
      message: 'different',
      at: targetMode.node,
      data: { target: modeNames[targetMode.value], structure: modeNames[verdict], locus: figure(L), interaction: figure(X) },
      discriminator: targetMode.value,
    };
  },
});
