// Property may be requisitioned, and nothing says how it is returned and paid for.
import { defineRule, mostRelated } from '../rule.ts';
import { lacksProcedure } from '../shared/procedures.ts';
import { addProcedure } from '../shared/skeletons.ts';

export default defineRule({
  id: 'requisition-without-compensation',
  group: 'rights',
  severity: 'warning',
  fix: 'offered',
  summary: {
    en: 'There is a right to requisition and no procedure for return and compensation. An error in profile cn.',
    zh: '有征用职权，却没有返还与补偿程序。cn 配置下为错误。',
  },
  why: {
    en: 'Requisitioned property must be returned after use, and what is lost or damaged must be paid for.',
    zh: '被征用的财产使用完毕后应当及时返还；毁损、灭失的，应当给予公平、合理的补偿。',
  },
  source: 'Art. 12',
  messages: {
    uncompensated: {
      en: "Right '{id}' allows requisition, but 'procedures' has no 'requisition-compensation'. Say how property is returned and paid for, and by whom.",
      zh: '“{id}”允许征用，但 procedures 中没有 requisition-compensation（征用返还与补偿）。请写明如何返还、补偿以及由谁负责。',
    },
  },
  labels: {
    add: { en: 'Add a procedure for return and compensation', zh: '添加征用返还与补偿程序' },
    other: { en: 'This right allows requisition too.', zh: '此项职权也允许征用。' },
  },
  *check(plan, { profile, doubts, offers }) {
    if (!lacksProcedure(plan, doubts.keys, 'requisition-compensation')) return;
    const [first, ...others] = plan.rights.filter(({ declaration }) => declaration.kind?.value === 'requisition');
    if (first === undefined) return;
    // The procedure is missing once, however many rights need it.
    yield {
      message: 'uncompensated',
      at: first.declaration.idNode,
      subject: 'plan',
      discriminator: '',
      data: { id: first.id },
      severity: profile === 'cn' ? 'error' : 'warning',
      related: others.slice(0, mostRelated).map(({ declaration }) => ({ at: declaration.idNode, label: 'other' })),
      fixes: addProcedure(offers, 'requisition-compensation', 'add'),
    };
  },
});
