import type { Bilingual, Located } from '../../plan/field.ts';
import type { DocumentContent } from '../../plan/shape.ts';
import { type Draft, defineDocumentRule } from '../rule.ts';

export default defineDocumentRule({
  id: 'date-order',
  group: 'shape',
  severity: 'error',
  fix: 'none',
  summary: { en: 'Two dates are in an order that cannot be.', zh: '日期先后颠倒。' },
  why: {
    en: 'Whether a plan, a law or an agreement holds on a day is reckoned from these dates; in the wrong order they decide nothing.',
    zh: '预案、法律和协议在某日是否有效均由这些日期推算，先后颠倒则无从判断。',
  },
  source: '',
  messages: {
    order: {
      en: "'{laterName}' ({laterDate}) is before '{earlierName}' ({earlierDate}). Correct one of the two.",
      zh: '{laterName}为 {laterDate}，早于{earlierName}的 {earlierDate}。请更正其一。',
    },
    'review-in-future': {
      en: 'The last review ({date}) is after the check date ({asOf}). Give the date of a review that has taken place.',
      zh: '最近一次评估的日期（{date}）晚于检查日期（{asOf}）。请填写已完成的评估的日期。',
    },
    'exercise-in-future': {
      en: 'The exercise is evaluated, but its date ({date}) is after the check date ({asOf}). Correct the date, or remove the evaluation.',
      zh: '演练已评估，但其日期（{date}）晚于检查日期（{asOf}）。请更正日期，或去掉评估标记。',
    },
  },
  labels: {
    earlier: { en: 'This date should be the earlier one.', zh: '此日期应当在前。' },
    evaluated: { en: 'It is said to be evaluated here.', zh: '此处标明已评估。' },
  },

  *check({ document, asOf }) {
    const content = document.faulty ? undefined : document.content;
    if (content === undefined) return;
    for (const [earlier, later] of pairs(content)) {
      if (earlier.date === undefined || later.date === undefined || earlier.date.value <= later.date.value) continue;
      const data = {
        earlier: earlier.key,
        earlierDate: earlier.date.value,
        later: later.key,
        laterDate: later.date.value,
        earlierName: dateName(earlier.key),
        laterName: dateName(later.key),
      };
      yield {
        message: 'order',
        at: later.date.node,
        data,
        discriminator: `${earlier.key} ${later.key}`,
        related: [{ at: earlier.date.node, label: 'earlier' }],
      };
    }
    yield* inFuture(content, asOf);
  },
});

const chineseNames: Readonly<Record<string, string>> = {
  issued: '发布日期',
  effective: '施行日期',
  expires: '失效日期',
  repealed: '废止日期',
  signed: '签署日期',
};

function dateName(key: string): Bilingual {
  return { en: key, zh: `${chineseNames[key] ?? ''}（${key}）` };
}

interface Dated {
  readonly key: string;
  readonly date: Located<string> | undefined;
}

/** The pairs of which the first may not be after the second. Expiry is held against the issue only where no effective date stands between. */
function* pairs({ plan, legalBases, agreements }: DocumentContent): Iterable<readonly [Dated, Dated]> {
  const dated = (key: string, date: Located<string> | undefined): Dated => ({ key, date });
  if (plan) {
    const { issued, effective, expires } = plan;
    yield [dated('issued', issued), dated('effective', effective)];
    yield effective ? [dated('effective', effective), dated('expires', expires)] : [dated('issued', issued), dated('expires', expires)];
  }
  for (const { issued, effective, repealed } of legalBases) {
    yield [dated('issued', issued), dated('effective', effective)];
    yield [dated('effective', effective), dated('repealed', repealed)];
  }
  for (const { signed, expires } of agreements) yield [dated('signed', signed), dated('expires', expires)];
}

/** What is said to have happened, on a day that is still to come. */
function* inFuture({ plan, exercises }: DocumentContent, asOf: string): Iterable<Draft> {
  const last = plan?.review?.last;
  if (last && last.value > asOf) yield { message: 'review-in-future', at: last.node, data: { date: last.value, asOf } };
  for (const { on, evaluated } of exercises) {
    if (evaluated?.value !== true || on === undefined || on.value <= asOf) continue;
    const related = [{ at: evaluated.node, label: 'evaluated' }];
    yield { message: 'exercise-in-future', at: on.node, data: { date: on.value, asOf }, related };
  }
}
