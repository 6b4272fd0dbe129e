// Nothing says how capable the government or how developed the society is: no mode can be said to be called for.
import type { Axis } from '../../governance/indicators.ts';
import { axes } from '../../plan/vocabulary.ts';
import { defineRule } from '../rule.ts';
import { addContext } from '../shared/added-entries.ts';
import { axisUnread } from '../shared/classifier-input.ts';
import { joinWords } from '../shared/join-words.ts';
import { planPlace } from '../shared/plan-place.ts';

export default defineRule({
  id: 'context-undeclared',
  group: 'mode',
  severity: 'information',
  fix: 'offered',
  summary: {
    en: 'An axis of the context has neither a declaration nor a scored indicator.',
    zh: '环境某一维度既无声明，也无可计分的指标。',
  },
  why: {
    en: 'Which governance mode suits depends on both axes. Without them it cannot be said whether the plan fits where it is to work.',
    zh: '适用何种治理模式取决于两个维度。缺少任何一个，都无法判断预案是否适合当地。',
  },
  source: 'S4.2',
  messages: {
    undeclared: {
      en: 'Neither declared nor measured: {axes}. Declare high or low, or add an indicator in the unit of the registry.',
      zh: '{axes}既无声明，也无可计分的指标。请声明高低，或补充以规定单位计的指标。',
    },
  },
  labels: {
    high: { en: 'Declare {axis}: high', zh: '声明{axis}为高' },
    low: { en: 'Declare {axis}: low', zh: '声明{axis}为低' },
  },
  *check(plan, { classification: { context }, doubts, offers }) {
    const scores = [
      ['government-capacity', context.governmentCapacity],
      ['social-development', context.socialDevelopment],
    ] as const;
    const missing: readonly Axis[] = scores.flatMap(([axis, score]) =>
      score === undefined && !axisUnread(plan, axis, doubts.keys) ? [axis] : [],
    );
    if (missing.length === 0) return;
    yield {
      message: 'undeclared',
      at: planPlace(plan, 'context'),
      data: {
        axes: joinWords(
          missing.map((axis) => axes[axis]),
          'and',
        ),
      },
      discriminator: missing.join(' '),
      fixes: missing.flatMap((axis) =>
        (['high', 'low'] as const).flatMap((side) => addContext(offers, axis, side, side, { axis: axes[axis] })),
      ),
    };
  },
});
