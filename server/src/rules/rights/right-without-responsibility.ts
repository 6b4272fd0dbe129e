// A coercive right with which no responsibility comes.
import { coerciveKinds, rightKinds } from '../../plan/vocabulary.ts';
import { findEntry } from '../../yaml/view.ts';
import { defineRule } from '../rule.ts';
import { addEntailment } from '../shared/skeletons.ts';
import { valueName } from '../shared/value-name.ts';

export default defineRule({
  id: 'right-without-responsibility',
  group: 'rights',
  severity: 'warning',
  fix: 'offered',
  summary: {
    en: 'A coercive right entails no responsibility.',
    zh: '强制性职权未写明随之产生的职责。',
  },
  why: {
    en: 'Power and responsibility belong together: who may compel others must answer for what follows.',
    zh: '有权必有责：可以强制他人者，应当对由此产生的后果负责。',
  },
  source: 'S5.2',
  messages: {
    unbound: {
      en: "Right '{id}' ({kindName}) is coercive and entails no responsibility. Name in 'entails' what its holder must do in return.",
      zh: '“{id}”属{kindName}类强制性职权，但未写明随之产生的职责。请在 entails 中写明持有者相应承担的职责。',
    },
  },
  labels: { add: { en: "Add what '{id}' entails", zh: '补充“{id}”随之产生的职责' } },
  *check(plan, { holdings, doubts: { hidden }, offers }) {
    for (const right of plan.rights) {
      const { kind, entails, node, idNode } = right.declaration;
      if (kind === undefined || !coerciveKinds.has(kind.value) || entails.length > 0 || hidden.in(right.declaration, 'entails')) continue;
      yield {
        message: 'unbound',
        at: findEntry(node, 'entails')?.key ?? idNode,
        data: { id: right.id, kind: kind.value, kindName: valueName(rightKinds, kind.value) },
        fixes: addEntailment(right, plan, holdings, offers, 'add'),
      };
    }
  },
});
