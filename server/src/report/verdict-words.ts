// Why a plan is the mode it is, and what the modes and measures mean, for readers who know neither.
import type { AxisScore, ContextClassification, StructureClassification } from '../governance/classification.ts';
import { method } from '../governance/method.ts';
import { offModelNames } from '../governance/names.ts';
import { atLeast, atMost } from '../governance/verdict.ts';
import { type Bilingual, say } from '../plan/field.ts';
import { governanceModes, highLow } from '../plan/vocabulary.ts';
import { inBrackets, punctuation } from '../rules/punctuation.ts';
import type { Language } from '../rules/render.ts';
import { reportWords } from './report-words.ts';

const { governmentLocus, societyLocus, interaction, borderline } = method.thresholds;

/** The measures against their thresholds, in words; and the condition that decided where they alone did not. */
export function whyText(structure: StructureClassification, language: Language): string {
  const { L, X, certainty } = structure;
  if (certainty === undefined) return reportWords.insufficient[language];
  const contact = atLeast(X, interaction)
    ? measured(texts.together, 'X', X, texts.atLeast, interaction, language)
    : measured(texts.apart, 'X', X, texts.below, interaction, language);
  const more = conditionText(structure, language);
  const [and, end] = language === 'zh' ? ['，', '。'] : [', and ', '. '];
  return `${leadText(L, language)}${and}${contact}${end}${more ?? ''}`.trim();
}

/** Why the measures alone do not make the verdict; undefined where they do. */
export function conditionText({ verdict, L, X, B }: StructureClassification, language: Language): string | undefined {
  if (!atLeast(X, interaction)) return undefined;
  if (verdict === 'government-control') return texts[atMost(B, 0) ? 'unburdened' : 'unreached'][language];
  if (verdict === 'unshared-partnership') return texts.unshared[language];
  const isLeaning = verdict === 'collaborative-governance' && L !== undefined && !atLeast(L, governmentLocus);
  return isLeaning ? texts.leaning[language] : undefined;
}

/** What the context was read from; undefined where nothing is said of either axis. */
export function contextReason({ governmentCapacity, socialDevelopment }: ContextClassification, language: Language): string | undefined {
  if (governmentCapacity === undefined && socialDevelopment === undefined) return undefined;
  const isDeclared = governmentCapacity?.declared !== undefined && socialDevelopment?.declared !== undefined;
  const axis = (name: Bilingual, score: AxisScore | undefined): string => {
    if (score === undefined) return `${name[language]} –`;
    const measure = `${texts.measured[language]} ${fixed(score.score)}${nearMiddle(score, language)}`;
    const source = score.declared === undefined ? measure : texts.declared[language];
    const level = highLow[score.high ? 'high' : 'low'][language];
    return `${name[language]}${language === 'zh' ? '' : ' '}${level}${isDeclared ? '' : inBrackets(source, language)}`;
  };
  const parts = [axis(texts.capacity, governmentCapacity), axis(texts.development, socialDevelopment)];
  return parts.join(punctuation.clause[language]) + (isDeclared ? inBrackets(texts.declared[language], language) : '');
}

/** Stands behind the measure of an axis that is close to the middle between low and high; nothing behind any other. */
export function nearMiddle(score: AxisScore, language: Language): string {
  return score.borderline ? punctuation.clause[language] + reportWords.borderline[language] : '';
}

export interface Meaning {
  readonly name: string;
  readonly meaning: string;
}

/** The four modes, then what is off the model. */
export function modeMeanings(language: Language): readonly Meaning[] {
  const modes = Object.values(governanceModes).map((words) => {
    const [name = '', meaning = ''] = words[language].split(/: |：/);
    return { name, meaning };
  });
  const others = (['parallel', 'unshared-partnership', 'society-led-partnership'] as const).map((name) => ({
    name: offModelNames[name][language],
    meaning: offModelMeanings[name][language],
  }));
  return [...modes, ...others];
}

export function measureMeanings(language: Language): readonly Meaning[] {
  const confidence = reportWords.confidence[language];
  return [
    { name: 'L', meaning: texts.locus[language] },
    { name: 'X', meaning: texts.interaction[language] },
    { name: 'B', meaning: texts.burden[language] },
    { name: confidence, meaning: texts.confidence[language] },
  ];
}

function leadText(L: number | undefined, language: Language): string {
  if (L === undefined) return texts.nobody[language];
  if (atLeast(L, governmentLocus)) return measured(texts.government, 'L', L, texts.atLeast, governmentLocus, language);
  if (atMost(L, societyLocus)) return measured(texts.society, 'L', L, texts.atMost, societyLocus, language);
  const between = {
    en: `between ${fixed(societyLocus)} and ${fixed(governmentLocus)}`,
    zh: `介于 ${fixed(societyLocus)} 与 ${fixed(governmentLocus)} 之间`,
  };
  return measured(texts.shared, 'L', L, between, undefined, language);
}

/** What was said, with the measure that says it and the threshold behind it in brackets. */
function measured(
  words: Bilingual,
  name: string,
  value: number,
  relation: Bilingual,
  threshold: number | undefined,
  language: Language,
): string {
  const bound = threshold === undefined ? relation[language] : `${relation[language]} ${fixed(threshold)}`;
  const text = `${name} ${fixed(value)}${punctuation.clause[language]}${bound}`;
  return words[language] + inBrackets(text, language);
}

function fixed(value: number): string {
  return value.toFixed(2);
}

const texts = {
  government: say('Government decides and leads', '政府决策并主导'),
  society: say('Society decides and leads', '社会力量决策并主导'),
  shared: say('Neither side decides and leads alone', '任何一方均未单独决策和主导'),
  nobody: say('The plan does not say who decides and leads', '预案未写明由谁决策和主导'),
  together: say('government and society work closely together', '政府与社会互动密切'),
  apart: say('government and society have little to do with each other', '政府与社会互动较少'),
  atLeast: say('at least', '不低于'),
  atMost: say('at most', '不高于'),
  below: say('below', '低于'),
  unburdened: say(
    'Close contact is not enough for collaborative governance: society bears no responsibility here.',
    '互动虽密切，但尚不构成协同治理：社会侧未承担职责。',
  ),
  unreached: say(
    'Close contact is not enough for collaborative governance: no participation entry and no channel reaches society here.',
    '互动虽密切，但尚不构成协同治理：没有覆盖社会侧的参与条目或渠道。',
  ),
  unshared: say(
    'They work together, but no decision is made jointly, so it is no equal cooperation.',
    '双方虽有合作，但没有共同决策，因此不构成平等合作。',
  ),
  leaning: say('No decision is made jointly, and government leads more than society does.', '没有共同决策，且政府的主导程度高于社会。'),
  capacity: say('government capacity', '政府治理能力'),
  development: say('social development', '社会发展程度'),
  declared: say('declared', '声明'),
  measured: say('measured', '测量'),
  locus: say(
    `who decides and leads: 1 government alone, 0 society alone. Government leads from ${fixed(governmentLocus)}, society up to ${fixed(societyLocus)}.`,
    `谁决策、谁牵头：1 为全由政府，0 为全由社会；${fixed(governmentLocus)} 及以上为政府主导，${fixed(societyLocus)} 及以下为社会主导。`,
  ),
  interaction: say(
    `how much government and society work together: 0 not at all, 1 fully. From ${fixed(interaction)} they work closely together.`,
    `政府与社会互动的程度：0 为没有互动，1 为充分互动；${fixed(interaction)} 及以上为互动密切。`,
  ),
  burden: say('the share of the responsibilities that society bears: 0 none, 1 all.', '社会承担的职责份额：0 为没有，1 为全部。'),
  confidence: say(
    `how firmly the verdict holds, 0 to 1. It is low close to a threshold, where one element more or less would change the verdict, or where little of L can be read from the plan. Borderline: closer than ${fixed(borderline)} to a threshold.`,
    `判定的稳固程度，0 至 1。接近阈值、增减一项内容即会改变判定，或预案中可据以测量 L 的内容较少时，置信度较低。接近边界：距阈值不足 ${fixed(borderline)}。`,
  ),
};

const offModelMeanings = {
  parallel: say('neither side leads alone, and they have little to do with each other', '任何一方均未单独主导，双方互动较少'),
  'unshared-partnership': say('they work closely together, but decide nothing jointly', '双方互动密切，但没有共同决策'),
  'society-led-partnership': say('society decides and leads, and works closely with government', '社会决策并主导，与政府互动密切'),
};
