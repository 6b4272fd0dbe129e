// No mode can be named with confidence: too little to go by, a structure outside the four modes, or one close to a threshold.
import { isMode, isOffModel } from '../../governance/classification.ts';
import { modeNames, offModelNames, verdictNames } from '../../governance/names.ts';
import { axes } from '../../plan/vocabulary.ts';
import { defineRule } from '../rule.ts';
import { axisUnread } from '../shared/classifier-input.ts';
import { figure } from '../shared/figure.ts';
import { joinWords } from '../shared/join-words.ts';
import { missingEvidence } from '../shared/missing-evidence.ts';
import { planPlace } from '../shared/plan-place.ts';

export default defineRule({
  id: 'mode-uncertain',
  group: 'mode',
  severity: 'information',
  fix: 'none',
  summary: {
    en: 'The governance mode is uncertain: insufficient evidence, off the model, or borderline.',
    zh: '治理模式不确定：证据不足、不属于四种模式，或处于边界。',
  },
  why: {
    en: 'A mode is only a help where it is sure. What is uncertain is said with its reason instead of being forced into one of the four.',
    zh: '只有确定的模式才有参考价值；不确定时应说明原因，而不是强行归入四种模式之一。',
  },
  source: 'S3',
  messages: {
    insufficient: {
      en: 'Too little is written down to name a governance mode. Needed: {missing}.',
      zh: '现有内容不足以判断治理模式，还需要：{missing}。',
    },
    'off-model': {
      en: 'The structure fits none of the four modes: it is {name}. Nearest: {nearest}. See what would move the plan there, if that is what you aim at.',
      zh: '预案结构不属于四种模式中的任何一种，而是“{name}”。最接近：{nearest}。如以其为目标，请查看所需的改动。',
    },
    borderline: {
      en: 'The structure shows {name}, but only just (L = {locus}, X = {interaction}): a small change would make it {alternatives}. Check the elements that weigh most.',
      zh: '预案结构勉强呈现“{name}”模式（L = {locus}，X = {interaction}）：稍有改动即变为{alternatives}。请核对影响最大的要素。',
    },
    near: {
      en: 'The structure shows {name}, but L = {locus} or X = {interaction} is close to a threshold. Check the elements that weigh most.',
      zh: '预案结构呈现“{name}”模式，但 L = {locus} 或 X = {interaction} 接近阈值。请核对影响最大的要素。',
    },
    'context-borderline': {
      en: 'The {axis} measures {score}, close to the middle between low and high: the mode that the context calls for hangs on it. Add indicators, or declare the axis.',
      zh: '{axis}测得 {score}，接近高低分界，而环境适用的模式取决于此。请补充指标，或直接声明该维度。',
    },
  },
  *check(plan, { classification: { structure, context }, sides, doubts }) {
    for (const [axis, score] of [
      ['government-capacity', context.governmentCapacity],
      ['social-development', context.socialDevelopment],
    ] as const) {
      if (!score?.borderline || axisUnread(plan, axis, doubts.keys)) continue;
      const data = { axis: axes[axis], score: figure(score.score) };
      yield { message: 'context-borderline', at: planPlace(plan, 'context'), data, discriminator: axis };
    }
    if (doubts.structure) return;
    const { verdict, certainty, nearest, L = 0, X } = structure;
    const at = planPlace(plan);
    const figures = { locus: figure(L), interaction: figure(X) };
    if (isOffModel(verdict)) {
      const data = {
        name: offModelNames[verdict],
        nearest: joinWords(
          nearest.map((mode) => modeNames[mode]),
          'or',
        ),
      };
      yield { message: 'off-model', at, data };
    } else if (!isMode(verdict)) {
      yield { message: 'insufficient', at, data: { missing: joinWords(missingEvidence(plan, sides), 'and') } };
    } else if (certainty?.borderline) {
      const alternatives = joinWords(
        certainty.alternatives.map((other) => verdictNames[other]),
        'or',
      );
      const message = certainty.alternatives.length > 0 ? 'borderline' : 'near';
      yield { message, at, data: { name: modeNames[verdict], alternatives, ...figures }, discriminator: verdict };
    }
  },
});
