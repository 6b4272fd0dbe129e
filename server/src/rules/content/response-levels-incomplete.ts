// Response levels that are not 1 to 4, or have a gap.
import type { Level } from '../../plan/shape.ts';
import type { YamlNode } from '../../yaml/tree.ts';
import { defineRule } from '../rule.ts';
import { isChineseGovernmentPlan } from '../shared/government-plan.ts';
import { planPlace } from '../shared/plan-place.ts';
import { entriesUnread } from '../shared/unread.ts';

export default defineRule({
  id: 'response-levels-incomplete',
  group: 'content',
  severity: 'error',
  fix: 'none',
  summary: {
    en: 'The response levels are not 1 to 4, each once (Chinese government plans), or have a gap or a double.',
    zh: '响应级别不是一至四级各一（中国政府预案），或有缺级、重级。',
  },
  why: {
    en: 'The law grades the response in four levels. An event that falls into a gap finds nobody who may act, one that falls into a double finds two.',
    zh: '法律将应急响应分为四级。缺级会使相应事件无人启动响应，重级则会令出多门。',
  },
  source: 'Art. 71',
  messages: {
    none: {
      en: 'The plan has no response level, but the law asks for levels 1 to 4. Declare them under levels, with the criteria of each.',
      zh: '预案没有响应级别，而法律规定分为一至四级。请在 levels 中逐级写明及其启动标准。',
    },
    incomplete: {
      en: 'The response levels have the orders {found}, but the law asks for 1 to 4, each once. Add what is missing, remove what is double or beyond.',
      zh: '响应级别的序号为 {found}，而法律规定为一至四级各一。请补齐缺级，删除重复或多余的级别。',
    },
    broken: {
      en: 'The response levels have the orders {found}: they do not run from 1 without a gap, each once. Add what is missing, remove what is double.',
      zh: '响应级别的序号为 {found}，未从 1 起连续各一。请补齐缺级，删除重级。',
    },
  },
  labels: { other: { en: 'This order is double or beyond the last.', zh: '该序号重复或超出范围。' } },
  *check(plan, { profile, doubts }) {
    const { content, head } = plan;
    const strict = isChineseGovernmentPlan(head, profile);
    const levels = content.levels.filter(({ scheme }) => scheme === undefined || scheme.value === 'response');
    const isClear = levels.every(({ scheme, order }) => scheme && order) && !entriesUnread(content, 'levels');
    if (strict === undefined || !isClear || doubts.keys.mayMean(content, 'levels')) return;
    if (levels.length === 0) {
      if (strict) yield { message: 'none', at: planPlace(plan, 'levels'), entity: 'plan', severity: 'error' };
      return;
    }
    const orders = levels.map(({ order }) => order?.value ?? 0).sort((a, b) => a - b);
    const last = strict ? 4 : (orders.at(-1) ?? 0);
    if (orders.length === last && orders.every((order, index) => order === index + 1)) return;
    const surplus = surplusOrders(levels, last);
    const lacks = levels.length - surplus.length < last;
    yield {
      message: strict ? 'incomplete' : 'broken',
      at: lacks || surplus[0] === undefined ? planPlace(plan, 'levels') : surplus[0],
      entity: 'levels',
      discriminator: '',
      data: { found: { en: orders.join(', '), zh: orders.join('、') } },
      severity: strict ? 'error' : 'information',
      related: surplus.slice(lacks ? 0 : 1).map((at) => ({ at, label: 'other' })),
    };
  },
});

/** The orders that another level before has, or that are greater than the last. */
function surplusOrders(levels: readonly Level[], last: number): readonly YamlNode[] {
  const seen = new Set<number>();
  return levels.flatMap(({ order }) => {
    if (order === undefined) return [];
    const isSurplus = order.value > last || seen.has(order.value);
    seen.add(order.value);
    return isSurplus ? [order.node] : [];
  });
}
