// An exercise whose lessons were not drawn.
import type { Exercise } from '../../plan/shape.ts';
import { daysBetween } from '../../text/calendar.ts';
import type { Draft } from '../rule.ts';
import { defineRule } from '../rule.ts';

/** Time enough to evaluate an exercise and mend what it showed. */
const MOST_DAYS = 180;

export default defineRule({
  id: 'exercise-findings-open',
  group: 'life-cycle',
  severity: 'warning',
  fix: 'none',
  summary: {
    en: 'An exercise more than 180 days ago was not evaluated, or has findings that are still open.',
    zh: '演练已过 180 天，仍未评估或仍有问题未整改。',
  },
  why: {
    en: 'Plans are to be revised by what exercises show. An exercise that changes nothing is a show.',
    zh: '法律要求根据演练中发现的问题及时修订预案。演而不改流于形式。',
  },
  source: 'Art. 28',
  messages: {
    open: {
      en: "Exercise '{exercise}' was held {days} days ago; findings that are still open: {count}. Settle them, and revise the plan where needed.",
      zh: '演练“{exercise}”已过 {days} 天，仍有 {count} 项问题未整改。请完成整改，必要时修订预案。',
    },
    unevaluated: {
      en: "Exercise '{exercise}' was held {days} days ago and is not evaluated. Evaluate it, then set 'evaluated: true' and the number of open findings.",
      zh: '演练“{exercise}”已过 {days} 天，尚未评估。请完成评估，填写 evaluated: true 和未整改问题数。',
    },
  },
  *check({ content }, { asOf }) {
    for (const exercise of content.exercises) {
      const days = exercise.on && daysBetween(exercise.on.value, asOf);
      if (days === undefined || days <= MOST_DAYS) continue;
      const draft = undrawn(exercise);
      if (draft) yield { ...draft, data: { exercise: exercise.id, days, ...draft.data } };
    }
  },
});

function undrawn({ evaluated, openFindings, idNode, broken }: Exercise): Draft | undefined {
  if (openFindings && openFindings.value > 0) return { message: 'open', at: openFindings.node, data: { count: openFindings.value } };
  if (evaluated?.value === true || broken.has('evaluated')) return undefined;
  return { message: 'unevaluated', at: evaluated?.node ?? idNode };
}
