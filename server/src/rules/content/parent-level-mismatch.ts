// A parent plan that is not above its child, or has the child above itself.
import { jurisdictionLevels } from '../../plan/vocabulary.ts';
import { findEntry } from '../../yaml/view.ts';
import { defineRule } from '../rule.ts';
import { isAbove } from '../shared/level-order.ts';

/** Plans of these types may share the level of the plan they are made under. */
const typesOfAnyLevel: ReadonlySet<string> = new Set(['joint', 'annex', 'event']);

export default defineRule({
  id: 'parent-level-mismatch',
  group: 'content',
  severity: 'error',
  fix: 'none',
  summary: {
    en: 'A parent plan is of no higher level than the plan, or the parents lead back to the plan.',
    zh: '上级预案的层级不高于本预案，或上级预案循环指向本预案。',
  },
  why: {
    en: 'Authority and support come from above. A parent of the same or a lower level cannot give them.',
    zh: '授权与支援来自上级。层级相同或更低的“上级预案”无法提供。',
  },
  source: 'S1',
  messages: {
    level: {
      en: "A plan of the level '{parent}' does not stand above one of the level '{own}'. Name the plan of a higher level.",
      zh: '所列上级预案的层级为“{parent}”，不高于本预案的“{own}”。请改为更高层级的预案。',
    },
    cycle: {
      en: 'This parent is the plan itself, or has it among the plans above it. Take the parent out that is none.',
      zh: '该上级预案就是本预案，或又以本预案为其上级，形成循环。请去掉有误的一处。',
    },
  },
  labels: {
    above: { en: 'The level of the parent plan.', zh: '上级预案的层级。' },
    parents: { en: 'The parents of the parent plan.', zh: '上级预案的上级预案。' },
  },
  *check({ document, head, parents }) {
    const own = head.jurisdiction?.level?.value;
    for (const parent of parents) {
      if (parent.kind !== 'plan') continue;
      const level = parent.head.jurisdiction?.level;
      const discriminator = parent.head.id?.value ?? parent.node.text;
      if (parent.leadsBack) {
        // Which of several leads back here is for the reader to see.
        const above = parent.plan === document ? undefined : findEntry(parent.head.node, 'parent-plans')?.value;
        yield { message: 'cycle', at: parent.node, discriminator, related: above ? [{ at: above, label: 'parents' }] : [] };
      } else if (own && level && head.type && !typesOfAnyLevel.has(head.type.value) && !isAbove(level.value, own)) {
        const data = { parent: jurisdictionLevels[level.value], own: jurisdictionLevels[own] };
        yield { message: 'level', at: parent.node, discriminator, data, related: [{ at: level.node, label: 'above' }] };
      }
    }
  },
});
