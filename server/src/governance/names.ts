// What a user reads for each word of the classifier, in both languages: modes, off-model verdicts, components.
import type { Bilingual } from '../plan/field.ts';
import type { GovernanceMode } from '../plan/vocabulary.ts';
import type { Components, OffModel, Verdict } from './classification.ts';

const name = (en: string, zh: string): Bilingual => ({ en, zh });

/** The short names; what each mode means stands in the vocabulary of the format. */
export const modeNames: Readonly<Record<GovernanceMode, Bilingual>> = {
  'government-control': name('government control', '政府管控'),
  'social-autonomy': name('social autonomy', '社会自治'),
  'collaborative-governance': name('collaborative governance (government-led)', '协同治理'),
  'equal-cooperation': name('equal cooperation', '平等合作'),
};

export const offModelNames: Readonly<Record<OffModel, Bilingual>> = {
  parallel: name('parallel (fragmented)', '并行（碎片化）'),
  'unshared-partnership': name('partnership without shared decision', '无共同决策的合作'),
  'society-led-partnership': name('society-led partnership', '社会主导的合作'),
};

export const verdictNames: Readonly<Record<Verdict, Bilingual>> = {
  ...modeNames,
  ...offModelNames,
  'insufficient-evidence': name('insufficient evidence', '证据不足'),
};

/** The parts of L (who decides and leads) and of X (how much government and society interact). */
export const componentNames: Readonly<Record<keyof Components, Bilingual>> = {
  decision: name('who holds the decision rights', '决策权归属'),
  lead: name('who leads bodies and functions', '牵头主体'),
  command: name('who commands', '指挥主体'),
  coverage: name('share of society organizations that cooperate with government', '与政府有合作联系的社会侧组织比例'),
  cooperativeness: name('cooperation rather than instruction', '合作而非指令'),
  reciprocity: name('cooperation both ways', '双向合作'),
  participation: name('how far participation goes', '参与层次'),
  openness: name('phases open to society', '向社会开放的阶段'),
};
