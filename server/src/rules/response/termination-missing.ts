// A response can be activated, and nobody may end it.
import { defineRule, mostRelated } from '../rule.ts';
import { addRight } from '../shared/skeletons.ts';

export default defineRule({
  id: 'termination-missing',
  group: 'response',
  severity: 'error',
  fix: 'offered',
  summary: {
    en: 'There is a right to activate a response and none to terminate it.',
    zh: '有启动响应的权利，却没有终止响应的权利。',
  },
  why: {
    en: 'Emergency measures limit rights and cost money. When the danger is over, somebody must have the authority to end them.',
    zh: '应急措施限制权利、耗费资源。威胁得到控制或者消除后，应有主体有权决定停止。',
  },
  source: 'Art. 86',
  messages: {
    missing: {
      en: "'{id}' activates a response, but no right of kind terminate ends one. Give somebody the right to terminate.",
      zh: '“{id}”可以启动响应，但没有终止响应（terminate）类权利。请赋予某一主体终止响应的权利。',
    },
  },
  labels: {
    add: { en: "Give '{id}' the right to terminate", zh: '为“{id}”添加终止响应的权利' },
    other: { en: 'This right activates a response too.', zh: '此项权利也可启动响应。' },
  },
  *check(plan, { stated, offers }) {
    if (!stated.isComplete('rights') || stated.mayHold('terminate')) return;
    const [first, ...others] = plan.rights.filter(({ declaration }) => declaration.kind?.value === 'activate');
    if (first === undefined) return;
    yield {
      message: 'missing',
      at: first.declaration.idNode,
      subject: 'plan',
      discriminator: '',
      data: { id: first.id },
      related: others.slice(0, mostRelated).map(({ declaration }) => ({ at: declaration.idNode, label: 'other' })),
      fixes: addRight(first.actor, 'terminate', offers, 'add'),
    };
  },
});
