// A declared axis of the context that the measured indicators put on the other side.
import type { AxisScore } from '../../governance/classification.ts';
import { scoredIndicators } from '../../governance/context.ts';
import { method } from '../../governance/method.ts';
import { atLeast } from '../../governance/verdict.ts';
import { axes, highLow } from '../../plan/vocabulary.ts';
import { defineRule } from '../rule.ts';
import { indicatorsUnread } from '../shared/classifier-input.ts';
import { figure } from '../shared/figure.ts';

export default defineRule({
  id: 'context-contradiction',
  group: 'mode',
  severity: 'warning',
  fix: 'none',
  summary: {
    en: 'An axis of the context is declared on one side and measured on the other.',
    zh: '环境某一维度的声明值与测量值分处高低两侧。',
  },
  why: {
    en: 'The context decides which mode is called for. A declaration goes before the indicators, so a wrong one turns the conclusion around.',
    zh: '环境决定适用何种治理模式。声明值优先于指标，声明有误会使结论完全相反。',
  },
  source: 'S4.2',
  messages: {
    contradicted: {
      en: 'The {axis} is declared {declared}, but its indicators measure {measured} (a mean of {score} on a scale of 0 to 1, high from 0.5). Correct the declaration, or the indicators.',
      zh: '{axis}声明为“{declared}”，但指标测得为“{measured}”（均值 {score}，按 0–1 计，0.5 及以上为高）。请更正声明或指标。',
    },
  },
  labels: {
    indicator: { en: 'This indicator counts as {score}.', zh: '该指标计为 {score}。' },
  },
  *check({ content: { context } }, { classification }) {
    if (context === undefined) return;
    const scored = scoredIndicators(context);
    const sides = [
      ['government-capacity', context.governmentCapacity, classification.context.governmentCapacity],
      ['social-development', context.socialDevelopment, classification.context.socialDevelopment],
    ] as const;
    for (const [axis, declaration, score] of sides) {
      const measured = measuredSide(score);
      if (declaration === undefined || measured === undefined || measured === declaration.value || indicatorsUnread(context, axis))
        continue;
      yield {
        message: 'contradicted',
        at: declaration.node,
        data: {
          axis: axes[axis],
          declared: highLow[declaration.value],
          measured: highLow[measured],
          score: figure(score?.measured ?? 0),
        },
        discriminator: axis,
        related: scored
          .filter((entry) => entry.axis === axis)
          .map((entry) => ({
            at: entry.indicator.value?.node ?? entry.indicator.node,
            label: 'indicator',
            data: { score: figure(entry.score) },
          })),
      };
    }
  },
});

function measuredSide(score: AxisScore | undefined): 'high' | 'low' | undefined {
  if (score?.measured === undefined) return undefined;
  return atLeast(score.measured, method.thresholds.contextHigh) ? 'high' : 'low';
}
