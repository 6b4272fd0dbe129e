// Why each finding in a sample that is meant to be sound is right, for docs/precision.md. Written by hand, one entry for each file and rule
// outside of samples/bad; the generator complains of a finding without a reason, and of a reason without a finding.
import type { Bilingual } from '../src/plan/field.ts';

export const reasons: Readonly<Record<string, Bilingual>> = {
  'samples/us/national-response-framework.plan.yaml mode-context-mismatch': {
    en: 'Right, and excused in the file. The United States have a capable government and a developed society, so the method asks for equal cooperation; the federal framework is government-led by statute, and shared decisions are taken in the plans of states, tribes and localities. The exception says so, names who approved it and when it ends.',
    zh: '结果正确，文件中已豁免。美国政府能力与社会发展程度均高，按方法应为平等合作；而该联邦层面框架依法由政府主导，与社会共同决策体现在州、部落和地方预案中。豁免注释写明了理由、批准人和期限。',
  },
  'samples/modes/borderline-L.plan.yaml mode-uncertain': {
    en: 'Right: the sample is built to lie just above L = 0.70, so one decision handed over would change its mode. That the result hangs on so little has to be said.',
    zh: '结果正确：样例有意设在 L = 0.70 略上方，再让出一项决定权，模式就会改变，应当如实提示。',
  },
  'samples/modes/borderline-X.plan.yaml mode-uncertain': {
    en: 'Right, twice: the interaction lies just above 0.40, and the only indicator of social development just below 0.50. Both the mode that the plan shows and the one that its surroundings call for hang on little.',
    zh: '两项均正确：互动程度略高于 0.40，社会发展程度的唯一指标略低于 0.50，预案呈现的模式和所处环境适用的模式都不稳固。',
  },
  'samples/modes/government-control.plan.yaml instruction-only-interface': {
    en: 'Right: every tie to villages and boat owners is an order. That is what government control means, and what it costs is worth telling to those who choose it.',
    zh: '结果正确：与村庄、船主之间只有指令。这正是政府管控的含义，选择这一模式的人应当知道代价。',
  },
  'samples/modes/government-control.plan.yaml society-without-seat': {
    en: 'Right: villages and boat owners bear responsibilities and sit in no body. It belongs to this mode, and is the first thing that a plan on its way to collaboration would change.',
    zh: '结果正确：村庄和船主承担职责，却没有任何席位。这是该模式的特征，也是走向协同治理时首先要改变的。',
  },
  'samples/modes/insufficient-evidence.plan.yaml mode-uncertain': {
    en: 'Right: only one organization of the plan is its own, and a mode is a relation between several.',
    zh: '结果正确：预案中只有一个自身的组织，而模式反映的是多个主体之间的关系。',
  },
  'samples/modes/parallel.plan.yaml mode-uncertain': {
    en: 'Right: decisions are split between two sides that hardly meet. None of the four modes describes this, and naming the nearest would hide the fragmentation.',
    zh: '结果正确：决定权分属两侧而互不往来，四种模式均不适用，若强行归类就会掩盖碎片化问题。',
  },
  'samples/modes/society-led-partnership.plan.yaml mode-uncertain': {
    en: 'Right: society decides and leads, and government works with it closely. The paper has no name for that; social autonomy would leave out the partnership.',
    zh: '结果正确：社会决策并牵头，政府密切配合。论文没有对应的模式，归为社会自治会忽略其中的合作关系。',
  },
  'samples/modes/unshared-partnership.plan.yaml mode-uncertain': {
    en: 'Right: the partners sit together every morning, and each then decides alone. Without one joint decision this is not yet equal cooperation.',
    zh: '结果正确：各方天天会商，却各自决定。没有一项共同决策，就还不是平等合作。',
  },
};
