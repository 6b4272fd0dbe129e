// A plan that does not say how anybody learns from the event.
import { defineRule } from '../rule.ts';
import { planPlace } from '../shared/plan-place.ts';
import { lacksProcedure } from '../shared/procedures.ts';
import { addProcedure } from '../shared/skeletons.ts';

export default defineRule({
  id: 'after-action-missing',
  group: 'response',
  severity: 'warning',
  fix: 'offered',
  summary: {
    en: 'There is no procedure for a review after the event.',
    zh: '没有事后评估程序。',
  },
  why: {
    en: 'After an event its damage is assessed, and its causes and the response are examined: without that, the next plan repeats the mistakes of this one.',
    zh: '事后应当评估损失，查明原因，总结应急处置工作的经验教训，否则问题会在下一次重演。',
  },
  source: 'Art. 87, 92',
  messages: {
    missing: {
      en: "'procedures' has no 'after-action-review'. Say who reviews the response, and within what time.",
      zh: 'procedures 中没有 after-action-review（事后评估）。请写明由谁评估、在多长时间内完成。',
    },
  },
  labels: { add: { en: 'Add a procedure for the review after the event', zh: '添加事后评估程序' } },
  *check(plan, { doubts, offers }) {
    if (!lacksProcedure(plan, doubts.keys, 'after-action-review')) return;
    yield { message: 'missing', at: planPlace(plan, 'procedures'), fixes: addProcedure(offers, 'after-action-review', 'add') };
  },
});
