// Donations are collected, and nothing says how their use is made public.
import { defineRule, mostRelated } from '../rule.ts';
import { lacksProcedure } from '../shared/procedures.ts';
import { addProcedure } from '../shared/skeletons.ts';

export default defineRule({
  id: 'donation-disclosure-missing',
  group: 'cultivation',
  severity: 'warning',
  profiles: ['cn'],
  fix: 'offered',
  summary: {
    en: 'A responsibility speaks of donations, and there is no procedure to disclose them.',
    zh: '有职责涉及募捐、捐赠，却没有捐赠信息公开程序。',
  },
  why: {
    en: 'Who asks for donations owes an account of them. Trust in society’s help hangs on it.',
    zh: '接受捐赠应当公开款物的接收、分配和使用情况，这关系到社会对救助工作的信任。',
  },
  source: 'Art. 52',
  messages: {
    undisclosed: {
      en: "Responsibility '{id}' speaks of donations, but 'procedures' has no 'donation-disclosure'. Say how what is received and how it is used are made public, and by whom.",
      zh: '职责“{id}”涉及捐赠，但 procedures 中没有 donation-disclosure（捐赠信息公开）。请写明款物接收和使用情况如何公开、由谁负责。',
    },
  },
  labels: {
    add: { en: 'Add a procedure to disclose donations', zh: '添加捐赠信息公开程序' },
    other: { en: 'This responsibility speaks of donations too.', zh: '此项职责也涉及捐赠。' },
  },
  *check(plan, { doubts, duties, offers }) {
    if (!lacksProcedure(plan, doubts.keys, 'donation-disclosure')) return;
    const [first, ...others] = plan.responsibilities
      .filter((_, index) => duties.of[index]?.namesDonations)
      .flatMap(({ id, declaration: { action } }) => (action ? [{ id, node: action.node }] : []));
    if (first === undefined) return;
    // The procedure is missing once, however many responsibilities need it.
    yield {
      message: 'undisclosed',
      at: first.node,
      subject: 'plan',
      discriminator: '',
      data: { id: first.id },
      related: others.slice(0, mostRelated).map(({ node }) => ({ at: node, label: 'other' })),
      fixes: addProcedure(offers, 'donation-disclosure', 'add'),
    };
  },
});
