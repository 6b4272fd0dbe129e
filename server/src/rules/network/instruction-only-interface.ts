// Government and society meet only in orders: no cooperation, no report, no common seat.
import { directiveTypes } from '../../plan/vocabulary.ts';
import { defineRule, mostRelated } from '../rule.ts';
import { planPlace } from '../shared/plan-place.ts';

export default defineRule({
  id: 'instruction-only-interface',
  group: 'network',
  severity: 'warning',
  fix: 'none',
  summary: {
    en: 'Every tie between government and society is directive: command, tasking or supervision.',
    zh: '政府与社会之间的联系全部是指令性的（指挥、交办、监督）。',
  },
  why: {
    en: 'Where emergency work is done by administrative instruction alone, society has no autonomy in what concerns it and can hardly use its own resources.',
    zh: '应急工作若仅靠行政指令推行，社会主体在涉及自身利益的事务上缺乏自主性，难以有效发挥自有资源的作用。',
  },
  source: 'S2 P1',
  messages: {
    single: {
      en: 'The only tie between government and society is an order. Add coordination, information sharing or a common body, so that society can answer.',
      zh: '政府与社会之间仅有的一条联系是指令。请增加协调、信息共享或共同参加的机构，使社会力量能够反馈与协商。',
    },
    directive: {
      en: 'All {count} ties between government and society are orders. Add coordination, information sharing or a common body, so that society can answer.',
      zh: '政府与社会之间的 {count} 条联系全部是指令。请增加协调、信息共享或共同参加的机构，使社会力量能够反馈与协商。',
    },
  },
  labels: { order: { en: 'A directive tie to society.', zh: '面向社会的指令性联系。' } },
  *check(plan, { sides, doubts: { ties: doubts }, meeting: { links, seated }, unsided }) {
    if (links.length === 0 || seated.size > 0 || links.some(({ type }) => !directiveTypes.has(type))) return;
    if (doubts.everybody || [...sides.society].some((actor) => doubts.about(actor) || unsided.tied.has(actor))) return;
    const places = new Set(links.flatMap(({ link }) => link.declaration.type?.node ?? []));
    yield {
      message: links.length === 1 ? 'single' : 'directive',
      at: planPlace(plan, 'links'),
      entity: 'plan',
      data: { count: links.length },
      related: [...places].slice(0, mostRelated).map((at) => ({ at, label: 'order' })),
    };
  },
});
